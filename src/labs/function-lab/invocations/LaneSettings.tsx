/** What can be set on one way. Numbers are turned at the present moment; batches and destinations from the start. */
import type { Destinations, EventSourceMapping } from '../../../models/parameters.ts';
import type { StageId } from '../../../stages/catalogue.ts';
import { useClock, useSession, useSessionState } from '../../../stores/session-context.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { Fold } from '../../../ui/Fold.tsx';
import { formatCount, formatDuration, formatShare } from '../../../ui/format.ts';
import { Slider } from '../../../ui/Slider.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import type { SliderRange } from '../../../ui/slider-scale.ts';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import styles from './Invocations.module.css';
import type { LaneId } from './lanes.ts';

interface SettingsProps {
  stage: StageId;
}

export function LaneSettings({ id, stage }: SettingsProps & { id: LaneId }) {
  const say = useText();
  const Settings = settings[id];
  return (
    <Fold title={say('lab.invocations.settings')}>
      <div className={styles.settings}>
        {Settings === undefined ? (
          <p className={lab.quiet}>{say('lab.invocations.call.nothing')}</p>
        ) : (
          <>
            <Settings stage={stage} />
            <p className={lab.quiet}>{say('lab.invocations.from-start')}</p>
          </>
        )}
      </div>
    </Fold>
  );
}

/** The value of a parameter at the moment of the clock, and how it is set. */
function useParameter<T>(stage: StageId, component: string, parameter: string): [T, (value: T) => void] {
  const session = useSession();
  useSessionState((state) => state.scenarios);
  const value = useClock(() => session.parameterNow(stage, component, parameter)) as T;
  return [value, (next) => session.setParameter(component, parameter, next)];
}

interface NumberProps extends SettingsProps {
  component: string;
  parameter: string;
  label: string;
  range: SliderRange;
  format: (value: number) => string;
}

function NumberSetting({ stage, component, parameter, ...rest }: NumberProps) {
  const [value, set] = useParameter<number>(stage, component, parameter);
  return <Slider {...rest} value={value} onChange={set} />;
}

/** The one mapping of a function. */
function useMapping(stage: StageId, component: string): [EventSourceMapping, (changes: object) => void] {
  const [mappings, set] = useParameter<readonly EventSourceMapping[]>(stage, component, 'mappings');
  const [mapping] = mappings;
  if (mapping === undefined) throw new Error(`"${component}" is fed from nothing`);
  return [mapping, (changes) => set([withoutNothing({ ...mapping, ...changes })])];
}

/** What is undefined is not said at all. */
function withoutNothing(mapping: EventSourceMapping): EventSourceMapping {
  const said = Object.entries(mapping).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as unknown as EventSourceMapping;
}

/** What share of the messages comes twice. */
function DuplicateShare({ stage, component }: SettingsProps & { component: string }) {
  const say = useText();
  return (
    <NumberSetting
      stage={stage}
      component={component}
      parameter="duplicateShare"
      label={say('lab.invocations.duplicates')}
      range={{ min: 0, max: 1 }}
      format={formatShare}
    />
  );
}

type GivenUp = 'gone' | 'dead-letter' | 'destination';

function EventSettings({ stage }: SettingsProps) {
  const say = useText();
  const [retries, setRetries] = useParameter<number>(stage, 'event-handler', 'maximumRetries');
  const [destinations, setDestinations] = useParameter<Destinations>(stage, 'event-handler', 'destinations');
  const { onSuccess, deadLetter, onFailure } = destinations;
  const givenUp: GivenUp = deadLetter !== undefined ? 'dead-letter' : onFailure !== undefined ? 'destination' : 'gone';
  const tell = (then: GivenUp, tellsOfSuccess: boolean): void =>
    setDestinations({
      ...(tellsOfSuccess ? { onSuccess: 'successes' } : {}),
      ...(then === 'dead-letter' ? { deadLetter: 'failures' } : {}),
      ...(then === 'destination' ? { onFailure: 'failures' } : {}),
    });
  return (
    <>
      <Choice
        label={say('lab.invocations.retries')}
        labelShown
        options={['0', '1', '2'].map((value) => ({ value, label: value }))}
        value={String(retries)}
        onChange={(value) => setRetries(Number(value))}
      />
      <NumberSetting
        stage={stage}
        component="event-handler"
        parameter="retryWaitSeconds"
        label={say('lab.invocations.wait')}
        range={{ min: 1, max: 60, integer: true }}
        format={formatDuration}
      />
      <NumberSetting
        stage={stage}
        component="event-handler"
        parameter="maximumEventAgeSeconds"
        label={say('lab.invocations.age')}
        range={{ min: 60, max: 21_600, log: true, integer: true }}
        format={formatDuration}
      />
      <Choice<GivenUp>
        label={say('lab.invocations.given-up')}
        labelShown
        options={(['gone', 'dead-letter', 'destination'] as const).map((value) => ({
          value,
          label: say(`lab.invocations.given-up.${value}`),
        }))}
        value={givenUp}
        onChange={(value) => tell(value, onSuccess !== undefined)}
      />
      <Switch
        label={say('lab.invocations.success')}
        checked={onSuccess !== undefined}
        onChange={(isOn) => tell(givenUp, isOn)}
      />
      <DuplicateShare stage={stage} component="event-handler" />
    </>
  );
}

function BatchSettings({ stage }: SettingsProps) {
  const say = useText();
  const [mapping, change] = useMapping(stage, 'batch-handler');
  return (
    <>
      <MappingSettings mapping={mapping} change={change} mostInBatch={10} />
      <NumberSetting
        stage={stage}
        component="event-queue"
        parameter="maxReceiveCount"
        label={say('lab.invocations.receives')}
        range={{ min: 1, max: 10, integer: true }}
        format={(n) => say('lab.invocations.times', { n })}
      />
      <NumberSetting
        stage={stage}
        component="event-queue"
        parameter="visibilityTimeoutSeconds"
        label={say('lab.invocations.hidden')}
        range={{ min: 1, max: 60, integer: true }}
        format={formatDuration}
      />
      <DuplicateShare stage={stage} component="event-queue" />
    </>
  );
}

function RecordSettings({ stage }: SettingsProps) {
  const say = useText();
  const [mapping, change] = useMapping(stage, 'record-handler');
  return (
    <>
      <MappingSettings mapping={mapping} change={change} mostInBatch={50} />
      <Switch
        label={say('lab.invocations.bisect')}
        checked={mapping.bisect === true}
        onChange={(bisect) => change({ bisect })}
      />
      <Choice
        label={say('lab.invocations.retries')}
        labelShown
        options={['-1', '0', '2', '5'].map((value) => ({
          value,
          label: value === '-1' ? say('lab.invocations.retries.unlimited') : value,
        }))}
        value={String(mapping.maximumRetries ?? -1)}
        onChange={(value) => change({ maximumRetries: Number(value) })}
      />
      <Switch
        label={say('lab.invocations.tell-failure')}
        checked={mapping.onFailure !== undefined}
        onChange={(isOn) => change({ onFailure: isOn ? 'failures' : undefined })}
      />
    </>
  );
}

interface MappingProps {
  mapping: EventSourceMapping;
  change: (changes: object) => void;
  mostInBatch: number;
}

/** What every mapping has. */
function MappingSettings({ mapping, change, mostInBatch }: MappingProps) {
  const say = useText();
  return (
    <>
      <Slider
        label={say('lab.invocations.batch-size')}
        value={mapping.batchSize ?? mostInBatch}
        range={{ min: 1, max: mostInBatch, integer: true }}
        format={formatCount}
        onChange={(batchSize) => change({ batchSize })}
      />
      <Slider
        label={say('lab.invocations.window')}
        value={mapping.windowSeconds ?? 0}
        range={{ min: 0, max: 20, integer: true }}
        format={formatDuration}
        onChange={(windowSeconds) => change({ windowSeconds })}
      />
      <Switch
        label={say('lab.invocations.names')}
        checked={mapping.reportFailures === true}
        onChange={(reportFailures) => change({ reportFailures })}
      />
    </>
  );
}

/** A call has nothing of its own to set. */
const settings: Readonly<Partial<Record<LaneId, (props: SettingsProps) => React.ReactNode>>> = {
  event: EventSettings,
  batch: BatchSettings,
  record: RecordSettings,
};
