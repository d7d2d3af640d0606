/**
 * The default bus and others: once all on one, now several; what comes along each and how often it is held against a rule;
 * a rule that hands on from one to another; and who may put what where, tried out.
 */
import { Columns2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { runMeasures } from '../../../lessons/measures.ts';
import { notes } from '../../../lessons/notes.ts';
import type { BusRule } from '../../../models/parameters.ts';
import { useShownIn } from '../../../panels/inspector/use-shown.ts';
import { nameOf } from '../../../panels/names.ts';
import { usePlayhead } from '../../../panels/use-playhead.ts';
import type { StageScenario } from '../../../scenario/scenario.ts';
import { forward, rulesOfDefault, rulesWithoutForward } from '../../../stages/bus-lab/buses.ts';
import { useClock, useRun, useRunState, useSession, useSessionState } from '../../../stores/session-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { formatCount } from '../../../ui/format.ts';
import { Switch } from '../../../ui/Switch.tsx';
import { useText, useVocabulary } from '../../../ui/use-text.ts';
import { runPool } from '../../../worker/pool.ts';
import type { InstrumentProps } from '../../instrument.ts';
import lab from '../../LabInstrument.module.css';
import { attempt, type Goal, goals, type Outcome, type Teller, tellers } from './attempts.ts';
import styles from './Buses.module.css';
import { countsAt } from './bus-counts.ts';

/** The bench now, and as it was with one bus. */
const NOW = 'bus-buses';
const THEN = 'bus-buses-one';

export function Buses({ stage }: InstrumentProps) {
  const say = useText();
  const session = useSession();
  const isThen = stage === THEN;
  const date = notes.find(({ id }) => id === 'one-bus')?.until ?? '';
  return (
    <div className={lab.whole}>
      <div className={`${lab.part} ${styles.head}`}>
        <Choice
          label={say('lab.bus-buses.when')}
          labelShown
          options={[
            { value: NOW, label: say('lab.bus-buses.when.now') },
            { value: THEN, label: say('lab.bus-buses.when.then') },
          ]}
          value={isThen ? THEN : NOW}
          onChange={(form) => session.show(form)}
        />
        <p className={lab.quiet}>{isThen ? say('lab.bus-buses.then.what', { date }) : say('lab.bus-buses.now.what')}</p>
        <Button
          icon={<Columns2 />}
          onClick={() => {
            session.compare([THEN, NOW]);
            session.show('compare');
          }}
        >
          {say('lab.bus-buses.compare')}
        </Button>
      </div>
      <div className={lab.columns}>
        <div className={`${lab.part} ${styles.part}`}>
          <Counted />
          <WholeRun />
          <Forward isThen={isThen} />
        </div>
        <Attempts />
      </div>
    </div>
  );
}

function Counted() {
  const say = useText();
  const vocabulary = useVocabulary();
  const run = useRun();
  const t = usePlayhead(run);
  const scenario = useRunState((state) => state.scenario);
  const series = useRunState((state) => state.series);
  useRunState((state) => state.version);
  const counts = series === null ? [] : countsAt(scenario, series, t);
  const total = (of: 'published' | 'checks' | 'unmatched'): number => counts.reduce((sum, each) => sum + each[of], 0);
  return (
    <>
      <h2>{say('lab.bus-buses.counts')}</h2>
      {counts.length === 0 ? (
        <p className={lab.quiet}>{say('lab.bus-buses.counts.none')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              {(['bus', 'rules', 'published', 'checks', 'unmatched'] as const).map((column) => (
                <th key={column} scope="col">
                  {say(`lab.bus-buses.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map(({ bus, rules, published, checks, unmatched }) => (
              <tr key={bus}>
                <th scope="row">{nameOf(vocabulary, bus)}</th>
                {[rules, published, checks, unmatched].map((n, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns always stand in this order.
                  <td key={column} className="number">
                    {formatCount(n)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          {counts.length > 1 && (
            <tfoot>
              <tr>
                <th scope="row">{say('lab.bus-buses.all')}</th>
                <td />
                <td className="number">{formatCount(total('published'))}</td>
                <td className="number">{formatCount(total('checks'))}</td>
                <td className="number">{formatCount(total('unmatched'))}</td>
              </tr>
            </tfoot>
          )}
        </table>
      )}
      <p className={lab.quiet}>{say('lab.bus-buses.checks.what')}</p>
    </>
  );
}

/** How often events are held against a rule to the end of the run, in both forms: two runs in the background. */
function WholeRun() {
  const say = useText();
  const now = useSessionState((state) => state.scenarios[NOW]);
  const then = useSessionState((state) => state.scenarios[THEN]);
  const [results, setResults] = useState<readonly (number | null)[]>([null, null]);
  const [why, setWhy] = useState<string | null>(null);
  useEffect(() => {
    setResults([null, null]);
    setWhy(null);
    const scenarios = [now, then].map(withRulesAsTheyCome);
    const pool = runPool(
      scenarios.map((scenario) => ({ scenario })),
      {
        report(job, report) {
          const scenario = scenarios[job] as StageScenario;
          const n = runMeasures['pattern-checks'].of({ scenario, report, against: null });
          setResults((all) => all.map((each, place) => (place === job ? n : each)));
        },
        failed: (_, message) => setWhy(message),
        ended: () => undefined,
      },
    );
    return () => pool.stop();
  }, [now, then]);
  const [ofNow, ofThen] = results as [number | null, number | null];
  return (
    <div className={`${lab.part} ${styles.part}`}>
      <h2>{say('lab.bus-buses.whole')}</h2>
      <p role="status">
        {why !== null
          ? say('lab.bus-buses.whole.failed', { why })
          : ofNow === null || ofThen === null
            ? say('lab.bus-buses.whole.running')
            : say('lab.bus-buses.whole.result', { own: ofNow, one: ofThen })}
      </p>
    </div>
  );
}

/** Rules that are turned while it runs would have to be counted piece by piece. */
function withRulesAsTheyCome(scenario: StageScenario): StageScenario {
  const interventions = scenario.interventions.filter((each) => each.kind !== 'set' || each.parameter !== 'rules');
  return { ...scenario, interventions };
}

/** Hands what services tell on to another bus, or not. */
function Forward({ isThen }: { isThen: boolean }) {
  const say = useText();
  const run = useRun();
  const session = useSession();
  useSessionState((state) => state.scenarios);
  const isOn = useClock(() => {
    const rules = session.parameterNow(NOW, 'default-bus', 'rules') as readonly BusRule[];
    return rules.some(({ name }) => name === forward.name);
  });
  const search = useShownIn(run.id, 'search');
  if (isThen) return <p className={lab.quiet}>{say('lab.bus-buses.forward.then')}</p>;
  return (
    <>
      <Switch
        label={say('lab.bus-buses.forward')}
        help={say('lab.bus-buses.forward.help')}
        checked={isOn}
        onChange={(on) => session.setParameter('default-bus', 'rules', on ? rulesOfDefault : rulesWithoutForward)}
      />
      {search?.view.kind === 'function' && (
        <p className={lab.quiet}>{say('lab.bus-buses.forward.heard', { n: search.view.invocations })}</p>
      )}
    </>
  );
}

function Attempts() {
  const say = useText();
  const [teller, setTeller] = useState<Teller>('object');
  const [goal, setGoal] = useState<Goal>('custom');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return (
    <div className={`${lab.part} ${styles.part}`}>
      <h2>{say('lab.bus-buses.try')}</h2>
      <p className={lab.quiet}>{say('lab.bus-buses.try.what')}</p>
      <Choice
        label={say('lab.bus-buses.try.who')}
        labelShown
        options={tellers.map((each) => ({ value: each, label: say(`lab.bus-buses.try.${each}`) }))}
        value={teller}
        onChange={(next) => {
          setTeller(next);
          setOutcome(null);
        }}
      />
      <Choice
        label={say('lab.bus-buses.try.where')}
        labelShown
        options={goals.map((each) => ({ value: each, label: say(`lab.bus-buses.try.${each}`) }))}
        value={goal}
        onChange={(next) => {
          setGoal(next);
          setOutcome(null);
        }}
      />
      <div>
        <Button weight="strong" onClick={() => setOutcome(attempt(teller, goal))}>
          {say('lab.bus-buses.try.go')}
        </Button>
      </div>
      <div role="status" className={`${lab.part} ${styles.part}`}>
        {outcome?.kind === 'refused' && (
          <>
            <p className={lab.bad}>{say('lab.bus-buses.try.refused')}</p>
            <ul className={styles.problems}>
              {outcome.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </>
        )}
        {outcome?.kind === 'works' && (
          <p className={lab.good}>
            {say('lab.bus-buses.try.came', { s: outcome.seconds, n: outcome.came, m: outcome.taken })}
          </p>
        )}
        {outcome !== null && <p>{say(`lab.bus-buses.try.why.${goal === 'second' ? goal : teller}`)}</p>}
      </div>
    </div>
  );
}
