/** Knobs: what can be turned while the run goes on, drawn from the declarations of the parameters. */
import { useMemo } from 'react';
import type { Unit } from '../../models/parameters.ts';
import { nodesOf } from '../../scenario/create-simulation.ts';
import type { StageId } from '../../stages/catalogue.ts';
import type { Selection } from '../../stores/session.ts';
import { useClock, useSession, useSessionState } from '../../stores/session-context.tsx';
import { textOf } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { type Say, useText, useVocabulary } from '../../ui/use-text.ts';
import { nameOf } from '../names.ts';
import styles from './KnobsPanel.module.css';
import { declarationOf, type Knob, knobsOf, rangeOf, usualKnobs } from './knobs.ts';

export function KnobsPanel() {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const screen = useSessionState((state) => state.screen);
  const selection = useSessionState((state) => state.selection);
  const scenarios = useSessionState((state) => state.scenarios);
  const chosen = componentOf(selection);
  const ownKnobs = useMemo(() => {
    if (!chosen) return null;
    const node = nodesOf(scenarios[chosen.stage]).find(({ id }) => id === chosen.component);
    return node ? knobsOf(node) : null;
  }, [chosen, scenarios]);
  const knobs = ownKnobs ?? usualKnobs[screen];
  const title = chosen ? say('knobs.title.of', { name: nameOf(vocabulary, chosen.component) }) : say('knobs.title');
  return (
    <PanelSection title={title}>
      {knobs.map((knob) => (
        <KnobRow
          key={`${knob.component} ${knob.parameter}`}
          knob={knob}
          stage={chosen?.stage ?? stageWith(knob, screen === 'compare' ? null : screen)}
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
function componentOf(selection: Selection): { stage: StageId; component: string } | null {
  return selection === null || selection.kind === 'upload' ? null : selection;
}

/** The stage whose value a knob shows: the one on screen; side by side, the one that has the component. */
function stageWith({ component }: Knob, shown: StageId | null): StageId {
  if (shown) return shown;
  return component === 'monolith' ? 'monolith' : 'queued';
}

function KnobRow({ knob, stage, named }: { knob: Knob; stage: StageId; named: boolean }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  useSessionState((state) => state.scenarios);
  const value = useClock(() => session.parameterNow(stage, knob.component, knob.parameter));
  const { unit } = declarationOf(knob);
  const words = `parameter.${knob.kind}.${knob.parameter}`;
  const name = textOf(vocabulary, words);
  // Traffic needs no owner; a maximum does.
  const label = named && knob.kind !== 'client' ? `${nameOf(vocabulary, knob.component)}: ${name.toLowerCase()}` : name;
  return (
    <Slider
      label={label}
      {...(named ? {} : { help: textOf(vocabulary, `${words}.help`) })}
      value={value}
      range={rangeOf(knob, value)}
      format={(shown) => withUnit(shown, unit, say)}
      onChange={(next) => session.setParameter(knob.component, knob.parameter, next)}
    />
  );
}

function withUnit(value: number, unit: Unit, say: Say): string {
  return `${formatNumber(value)} ${say(`unit.${unit}` as 'unit.messages', { n: value })}`;
}
