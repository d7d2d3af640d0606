/** Who tells something to the river and who listens, as switches: from the moment that is shown on, and nobody else is touched. */
import { useMemo } from 'react';
import { seconds } from '../../../engine/time.ts';
import { nameOf } from '../../../panels/names.ts';
import { nodesOf } from '../../../scenario/create-simulation.ts';
import { newScenario } from '../../../scenario/new-scenario.ts';
import { riverProducers, riverRules } from '../../../stages/bus-lab/river.ts';
import type { StageId } from '../../../stages/catalogue.ts';
import { useClock, useSession, useSessionState } from '../../../stores/session-context.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { useText, useVocabulary } from '../../../ui/use-text.ts';
import { type Bus, LAB_BUS } from '../bus.ts';
import { programsChanged, usualRateOf, withListener } from './listeners.ts';
import styles from './River.module.css';

const producerIds = riverProducers.map(({ id }) => id);

export function People({ stage, bus }: { stage: StageId; bus: Bus }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const { durationSeconds } = useSessionState((state) => state.scenarios[stage]);
  const tSeconds = useClock(({ t }) => t);
  const isAtEnd = tSeconds >= durationSeconds;
  const rules = bus.rulesAt(seconds(tSeconds));
  const rateOf = (id: string): number => Number(session.parameterNow(stage, id, 'ratePerSecond') ?? 0);
  const asItComes = useMemo(() => nodesOf(newScenario(stage)), [stage]);
  const changed = programsChanged(asItComes, bus.nodes);
  const [telling, listening] = [producerIds.filter((id) => rateOf(id) > 0).length, rules.length];
  return (
    <div className={styles.people}>
      <PanelSection title={say('lab.bus-river.tellers')}>
        {producerIds.map((id) => (
          <Switch
            key={id}
            label={nameOf(vocabulary, id)}
            checked={rateOf(id) > 0}
            onChange={(on) => session.setParameter(id, 'ratePerSecond', on ? usualRateOf(id) : 0)}
          />
        ))}
      </PanelSection>
      <PanelSection title={say('lab.bus-river.listeners')}>
        {riverRules.map(({ name }) => (
          <Switch
            key={name}
            label={nameOf(vocabulary, name)}
            checked={rules.some((rule) => rule.name === name)}
            onChange={(on) => session.setParameter(LAB_BUS, 'rules', withListener(rules, name, on))}
          />
        ))}
      </PanelSection>
      <p className={styles.said} role="status">
        {say('lab.bus-river.said', { telling, listening })} <b>{say('lab.bus-river.changed', { n: changed })}</b>{' '}
        {isAtEnd && say('live.end')}
      </p>
    </div>
  );
}
