/** The instrument of this bench: one request on every way down which it goes, side by side, up to the moment of the clock. */
import { useMemo, useState } from 'react';
import { seconds, toSeconds } from '../../../engine/time.ts';
import { usePlayhead } from '../../../panels/use-playhead.ts';
import { planOf } from '../../../scenario/create-simulation.ts';
import { varied } from '../../../stores/scenario-edits.ts';
import { useClock, useRun, useRunState, useSession, useSessionState } from '../../../stores/session-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { formatClock } from '../../../ui/format.ts';
import { Switch } from '../../../ui/Switch.tsx';
import { useText } from '../../../ui/use-text.ts';
import type { InstrumentProps } from '../../instrument.ts';
import lab from '../../LabInstrument.module.css';
import { Balances } from './Balances.tsx';
import styles from './Invocations.module.css';
import { Lane } from './Lane.tsx';
import { laneIds, laneParts, laneStories, requestsUntil, type Sent } from './lanes.ts';

type Followed = 'poison' | 'neighbour' | 'newest';

/** A moment on the clock, to a tenth of a second. */
const TENTHS = 10;

export function Invocations({ stage }: InstrumentProps) {
  const say = useText();
  const session = useSession();
  const run = useRun();
  const t = usePlayhead(run);
  const scenario = useRunState((state) => state.scenario);
  // The reel grows in place; this number says that it did.
  useRunState((state) => state.version);
  const plan = useMemo(() => planOf(scenario), [scenario]);
  const [wanted, setWanted] = useState<Followed>('poison');
  const now = seconds(t);
  const { facts } = run.reel;
  const sent = requestsUntil(facts, plan, now);
  const request = followed(sent, wanted);
  const stories = request && laneStories(facts, plan, request.upload, now);

  return (
    <div className={lab.whole}>
      <p className={lab.quiet}>{say('lab.invocations.intro')}</p>
      <div className={lab.row}>
        <Button
          weight="strong"
          unavailable={t >= scenario.durationSeconds}
          onClick={() => {
            const times = session.parameterNow(stage, 'saboteur', 'times') as readonly number[];
            const at = Math.ceil(t * TENTHS) / TENTHS;
            session.setParameter('saboteur', 'times', [...times.filter((each) => each < at), at]);
            setWanted('poison');
            session.play();
          }}
        >
          {say('lab.invocations.send')}
        </Button>
        <Choice
          label={say('lab.invocations.follow')}
          options={(['poison', 'neighbour', 'newest'] as const).map((value) => ({
            value,
            label: say(`lab.invocations.follow.${value}`),
          }))}
          value={wanted}
          onChange={setWanted}
        />
      </div>
      <p className={styles.following}>
        {request
          ? say(request.isPoison ? 'lab.invocations.following.poison' : 'lab.invocations.following.healthy', {
              n: String(request.upload),
              time: formatClock(toSeconds(request.at)),
            })
          : say('lab.invocations.nothing')}
      </p>
      <div className={styles.lanes}>
        {laneIds.map((id) => (
          <Lane key={id} id={id} stage={stage} story={stories?.[id] ?? null} from={request?.at ?? 0} now={now} />
        ))}
      </div>
      {stories && <Balances stories={stories} />}
      <Notes stage={stage} />
    </div>
  );
}

/** The request that is wanted, or the newest; null while none was sent. */
function followed(sent: readonly Sent[], wanted: Followed): Sent | null {
  const newest = sent.at(-1) ?? null;
  const place = sent.findLastIndex(({ isPoison }) => isPoison);
  if (wanted === 'newest' || place < 0) return newest;
  if (wanted === 'poison') return sent[place] ?? newest;
  return sent.slice(0, place).findLast(({ isPoison }) => !isPoison) ?? newest;
}

/** Whether the functions recognise what they have finished before: all four alike. */
function Notes({ stage }: InstrumentProps) {
  const say = useText();
  const session = useSession();
  useSessionState((state) => state.scenarios);
  const handlers = laneIds.map((id) => laneParts[id].handler);
  const keepsNotes = useClock(() =>
    handlers.every((each) => session.parameterNow(stage, each, 'idempotent') === 'yes'),
  );
  return (
    <Switch
      label={say('lab.invocations.notes')}
      help={say('lab.invocations.notes.help')}
      checked={keepsNotes}
      onChange={(isOn) =>
        session.rearrange((scenario) =>
          varied(scenario, Object.fromEntries(handlers.map((each) => [each, { idempotent: isOn ? 'yes' : 'no' }]))),
        )
      }
    />
  );
}
