/** The five typical uses of functions, each a small stage that can be entered from here; of the one shown, who may what. */
import { isUseId, type StageId, useIds } from '../../stages/catalogue.ts';
import { useSession } from '../../stores/session-context.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { useText } from '../../ui/use-text.ts';
import { PermissionList } from './PermissionList.tsx';
import styles from './Uses.module.css';

export function Uses({ stage }: { stage: StageId }) {
  const say = useText();
  const session = useSession();
  return (
    <>
      {isUseId(stage) && (
        <PanelSection title={say('who-may.title')}>
          <PermissionList stage={stage} />
        </PanelSection>
      )}
      <PanelSection title={say('uses.title')}>
        <ul className={styles.list} aria-label={say('uses.title')}>
          {useIds.map((use) => (
            <li key={use}>
              <button
                type="button"
                className={styles.use}
                aria-current={use === stage ? 'page' : undefined}
                onClick={() => session.show(use)}
              >
                <strong>{say(`stage.${use}`)}</strong>
                <span>{say(`stage.${use}.line`)}</span>
              </button>
            </li>
          ))}
          {stage !== 'serverless' && stage !== 'serverless-gateway' && (
            <li>
              <button type="button" className={styles.use} onClick={() => session.show('serverless')}>
                <strong>{say('uses.back')}</strong>
              </button>
            </li>
          )}
        </ul>
      </PanelSection>
    </>
  );
}
