/** Knobs: what can be turned while the run goes on, drawn from the declarations of the parameters. */
import { useMemo } from 'react';
import { nodesOf } from '../../scenario/create-simulation.ts';
import { type StageId, stages } from '../../stages/catalogue.ts';
import type { Stage } from '../../stages/stage.ts';
import type { Selection, Session } from '../../stores/session.ts';
import { useClock, useSession, useSessionState } from '../../stores/session-context.tsx';
import { textOf } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { nameOf } from '../names.ts';
import { useStagesOnScreen } from '../use-stages.ts';
import styles from './KnobsPanel.module.css';
import { choiceOf, choicesOf, declarationOf, type Knob, knobsOf, rangeOf, usualKnobs } from './knobs.ts';
import { Select } from './Select.tsx';
import { lowerFirst, optionWords, withUnit } from './value-words.ts';

export function KnobsPanel() {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const shown = useStagesOnScreen();
  const selection = useSessionState((state) => state.selection);
  const scenarios = useSessionState((state) => state.scenarios);
  const chosen = useMemo(
    () => (shown.length === 0 ? null : componentOf(selection, session)),
    [shown, selection, session],
  );
  const ownKnobs = useMemo(() => {
    if (!chosen) return null;
    const scenario = scenarios[chosen.stage];
    const node = nodesOf(scenario).find(({ id }) => id === chosen.component);
    return node ? [...choicesOf(node, scenario), ...knobsOf(node)] : null;
  }, [chosen, scenarios]);
  const usual = useMemo(() => usualKnobs(shown), [shown]);
  if (shown.length === 0) return null;
  const knobs = ownKnobs ?? usual;
  const title = chosen ? say('knobs.title.of', { name: nameOf(vocabulary, chosen.component) }) : say('knobs.title');
  return (
    <PanelSection title={title}>
      {knobs.map((knob) => (
        <KnobRow
          key={`${knob.component} ${knob.parameter}`}
          knob={knob}
          stage={chosen?.stage ?? stageWith(knob, shown)}
          named={!chosen}
        />
      ))}
      {knobs.length === 0 && <p className={styles.hint}>{say('knobs.none')}</p>}
      {chosen ? (
        <Button weight="bare" className={styles.back} onClick={() => session.select(null)}>
          {say('knobs.back')}
        </Button>
      ) : (
        <p className={styles.hint}>{say('knobs.hint')}</p>
      )}
    </PanelSection>
  );
}

/** The component that is selected, or the one that the selected instance belongs to. */
function componentOf(selection: Selection, session: Session): { stage: StageId; component: string } | null {
  if (selection === null || selection.kind === 'upload') return null;
  return { stage: session.run(selection.run).stage, component: selection.component };
}

/** The stage whose value a knob shows: side by side, the first that has the component. */
function stageWith({ component }: Knob, shown: readonly StageId[]): StageId {
  const has = (stage: StageId): boolean => {
    const nodes: Stage['nodes'] = stages[stage].nodes;
    return nodes.some(({ id }) => id === component);
  };
  return shown.find(has) ?? (shown[0] as StageId);
}

interface KnobRowProps {
  knob: Knob;
  stage: StageId;
  /** Says whose it is, and leaves the help out. */
  named: boolean;
}

function KnobRow({ knob, stage, named }: KnobRowProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  useSessionState((state) => state.scenarios);
  const value = useClock(() => session.parameterNow(stage, knob.component, knob.parameter));
  const words = `parameter.${knob.kind}.${knob.parameter}`;
  const name = textOf(vocabulary, words);
  // The traffic of the story needs no owner; a maximum does.
  const isTraffic = knob.component === 'users';
  const label = named && !isTraffic ? `${nameOf(vocabulary, knob.component)}: ${lowerFirst(name)}` : name;
  const help = named ? {} : { help: textOf(vocabulary, `${words}.help`) };
  const change = (next: string | number): void => session.setParameter(knob.component, knob.parameter, next);
  const options = choiceOf(knob, value);
  if (options !== null) {
    return (
      <Select
        label={label}
        {...help}
        value={String(value)}
        options={options.map((each) => ({ value: String(each), label: optionWords(knob, each, vocabulary) }))}
        onChange={(chosen) => change(options.find((each) => String(each) === chosen) ?? chosen)}
      />
    );
  }
  const { unit } = declarationOf(knob);
  const amount = Number(value);
  return (
    <Slider
      label={label}
      {...help}
      value={amount}
      range={rangeOf(knob, amount)}
      format={(each) => withUnit(each, unit, say)}
      onChange={change}
    />
  );
}
