/** The instrument of this bench: the schedule of each rule, its next ten times, and when it was due and fired in the run. */
import { useMemo, useState } from 'react';
import { componentName } from '../../../canvas/describe.ts';
import { instantText, readInstant } from '../../../engine/civil-date.ts';
import { parseSchedule } from '../../../models/event-bus/schedule/schedule.ts';
import type { BusRule } from '../../../models/parameters.ts';
import { useClock, useRun, useRunState, useSession } from '../../../stores/session-context.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { formatDuration } from '../../../ui/format.ts';
import { Slider } from '../../../ui/Slider.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { useText, useVocabulary } from '../../../ui/use-text.ts';
import type { InstrumentProps } from '../../instrument.ts';
import lab from '../../LabInstrument.module.css';
import { LAB_BUS } from '../bus.ts';
import { beganAt, dueTimes, startOf, stretchAt, stretchesOf } from './due-times.ts';
import { MonthCalendar } from './MonthCalendar.tsx';
import { NextTimes } from './NextTimes.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { RunLine } from './RunLine.tsx';
import styles from './Schedules.module.css';
import { Signs } from './Signs.tsx';
import { ownZone } from './zones.ts';

const JITTER = { min: 0, max: 60, integer: true };

/** What is written in place of a schedule, and what stood there then. */
interface Draft {
  rule: string;
  onBus: string;
  text: string;
}

export function Schedules({ stage }: InstrumentProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const { reel } = useRun();
  const scenario = useRunState((state) => state.scenario);
  // The facts grow in place; the version says that they did.
  const version = useRunState((state) => state.version);
  // Schedules are told by the second.
  const t = useClock((clock) => Math.floor(clock.t));
  const [chosen, setChosen] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [zone, setZone] = useState(ownZone);
  const [month, setMonth] = useState(0);

  const start = useMemo(() => startOf(scenario, LAB_BUS), [scenario]);
  const stretches = useMemo(() => stretchesOf(scenario, LAB_BUS), [scenario]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the facts.
  const due = useMemo(() => dueTimes(scenario, LAB_BUS, reel.facts), [scenario, reel, version]);

  const stretch = stretchAt(stretches, t);
  const scheduled = stretch.rules.filter(({ schedule }) => schedule !== undefined);
  const rule = scheduled.find(({ name }) => name === chosen) ?? scheduled[0];
  if (rule === undefined) return null;
  const onBus = rule.schedule ?? '';
  // What was written against another schedule is none of this one.
  const draft = drafts.find((each) => each.rule === rule.name && each.onBus === onBus);
  const written = draft?.text ?? onBus;
  // Spaces around it say nothing, and come along when it is copied from somewhere.
  const expression = written.trimEnd();
  const isOn = rule.enabled !== false;
  const own = parseSchedule(expression).schedule;
  const shown = own ?? parseSchedule(onBus).schedule;
  const shownText = own === null ? onBus : expression;
  const isDraft = shownText !== onBus;
  const standing = own === null ? 'wrong' : isDraft ? 'draft' : isOn ? 'on' : 'off';
  const now = start + t;
  const began = isDraft ? now : start + beganAt(stretch, rule, t);

  const write = (text: string): void =>
    setDrafts([
      ...drafts.filter((each) => each.rule !== rule.name),
      { rule: rule.name, onBus, text: text.trimStart() },
    ]);
  const put = (change: Partial<BusRule>): void =>
    session.setParameter(
      LAB_BUS,
      'rules',
      stretch.rules.map((each) => (each.name === rule.name ? { ...each, ...change } : each)),
    );
  const jitterSeconds = Number(session.parameterNow(stage, LAB_BUS, 'scheduleJitterSeconds'));

  return (
    <div className={styles.schedules}>
      <section className={lab.part} aria-label={say('lab.schedules.rule')}>
        <div className={lab.head}>
          <Choice
            label={say('lab.schedules.rule')}
            value={rule.name}
            options={scheduled.map(({ name, targets }) => ({
              value: name,
              label: say('lab.schedules.rule.of', {
                rule: name,
                target: targets.map(({ to }) => componentName(vocabulary, to)).join(', '),
              }),
            }))}
            onChange={setChosen}
          />
          <div className={styles.on}>
            <Switch label={say('lab.schedules.on')} checked={isOn} onChange={(enabled) => put({ enabled })} />
          </div>
        </div>
        <RuleEditor
          key={rule.name}
          rule={rule.name}
          written={written}
          expression={expression}
          now={now}
          began={began}
          onBus={onBus}
          onWrite={write}
          onApply={() => put({ schedule: expression })}
        />
      </section>
      {shown && (
        <NextTimes
          expression={shownText}
          schedule={shown}
          now={now}
          began={began}
          start={start}
          end={start + scenario.durationSeconds}
          standing={standing}
          zone={zone}
          onZone={setZone}
        />
      )}
      <div className={styles.whole}>
        <RunLine
          rules={stretch.rules}
          due={due}
          start={start}
          durationSeconds={scenario.durationSeconds}
          t={t}
          jitterSeconds={jitterSeconds}
          zone={zone}
        />
      </div>
      {shown && (
        <MonthCalendar rule={rule.name} schedule={shown} now={now} began={began} month={month} onMonth={setMonth} />
      )}
      <div className={lab.part}>
        <Start start={start} onStart={(instant) => session.setParameter(LAB_BUS, 'startsAt', instant)} />
        <Slider
          label={say('lab.schedules.jitter')}
          help={say('lab.schedules.jitter.help')}
          value={jitterSeconds}
          range={JITTER}
          format={formatDuration}
          onChange={(value) => session.setParameter(LAB_BUS, 'scheduleJitterSeconds', value)}
        />
      </div>
      <div className={styles.whole}>
        <Signs onTry={write} />
      </div>
    </div>
  );
}

/** What second 0 of the run is. Decided when it is left, so that not every digit runs it anew. */
function Start({ start, onStart }: { start: number; onStart: (instant: string) => void }) {
  const say = useText();
  const [text, setText] = useState<string | null>(null);
  const value = instantText(start).slice(0, -1);
  const decide = (): void => {
    setText(null);
    const instant = text === null ? null : readInstant(text.length === 'YYYY-MM-DDThh:mm'.length ? `${text}:00` : text);
    if (instant !== null && instant !== start) onStart(instantText(instant));
  };
  return (
    <label className={styles.start}>
      <span>{say('lab.schedules.starts')}</span>
      <input
        type="datetime-local"
        step={1}
        min="1970-01-01T00:00:00"
        max="2199-12-31T23:59:59"
        value={text ?? value}
        onChange={({ target }) => setText(target.value)}
        onBlur={decide}
        onKeyDown={(event) => {
          if (event.key === 'Enter') decide();
        }}
      />
      <span className={lab.quiet}>{say('lab.schedules.starts.what')}</span>
    </label>
  );
}
