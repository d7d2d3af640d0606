/** Who calls whom in a small stage, how, and which door of a function has to allow it: derived from its architecture. */
import { useMemo } from 'react';
import { type Permission, permissionsOf } from '../../models/function/who-may.ts';
import { planOf } from '../../scenario/create-simulation.ts';
import { newScenario } from '../../scenario/new-scenario.ts';
import type { StageId } from '../../stages/catalogue.ts';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { nameOf } from '../names.ts';
import styles from './PermissionList.module.css';

/** The links of a stage as it comes, in their order. */
function permissionsIn(stage: StageId): Permission[] {
  const { nodes, links } = planOf(newScenario(stage));
  return permissionsOf(nodes, links);
}

export function PermissionList({ stage }: { stage: StageId }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const permissions = useMemo(() => permissionsIn(stage), [stage]);
  return (
    <ul className={styles.list} aria-label={say('who-may.title')}>
      {permissions.map(({ caller, callee, how, door, of, actions }) => (
        <li key={`${caller} ${callee}`} className={styles.link}>
          <strong className={styles.ends}>
            {say('who-may.link', { caller: nameOf(vocabulary, caller), callee: nameOf(vocabulary, callee) })}
          </strong>
          <span>{say(`who-may.how.${how}`)}</span>
          <span className={styles.door} data-door={door}>
            {of === null || door === 'none'
              ? say('who-may.door.none')
              : say(`who-may.door.${door}`, { name: nameOf(vocabulary, of) })}{' '}
            {actions.map((action) => (
              <code key={action} className={styles.action}>
                {action}
              </code>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
