/** Consumers that hear nothing until a rule tells them, from the moment that is shown on. */
import type { StageId } from '../../stages/catalogue.ts';
import { useClock, useSession, useSessionState } from '../../stores/session-context.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { nameOf } from '../names.ts';
import styles from './LiveConsumers.module.css';
import { hasRule, liveRules, withRule } from './live-consumers.ts';
import { useRules } from './use-rules.ts';

export function LiveConsumers({ stage }: { stage: StageId }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const rules = useRules(stage);
  const { durationSeconds } = useSessionState((state) => state.scenarios[stage]);
  const isAtEnd = useClock(({ t }) => t >= durationSeconds);
  const n = liveRules.filter((rule) => hasRule(rules, rule)).length;
  return (
    <PanelSection title={say('live.title')}>
      <div>
        {liveRules.map((rule) => (
          <Switch
            key={rule.name}
            label={say('live.consumer', { name: nameOf(vocabulary, rule.name) })}
            checked={hasRule(rules, rule)}
            onChange={(on) => session.setParameter('bus', 'rules', withRule(rules, rule, on))}
          />
        ))}
        <p className={styles.quiet} role="status">
          {n > 0 ? say('live.added', { n }) : say('live.what')} {isAtEnd && say('live.end')}
        </p>
      </div>
    </PanelSection>
  );
}
