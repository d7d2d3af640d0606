/** What went wrong, under the header: an address that leads nowhere, a simulation that stopped. */
import { X } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Problem } from '../scenario/problem.ts';
import type { Run } from '../stores/session.ts';
import { useSession, useSessionState } from '../stores/session-context.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useText } from '../ui/use-text.ts';
import styles from './Notices.module.css';

export function Notices({ problems }: { problems: readonly Problem[] }) {
  const say = useText();
  const session = useSession();
  // Which runs are on screen depends on these.
  useSessionState((state) => `${state.screen} ${state.claim} ${state.compared.join()}`);
  const [read, setRead] = useState<readonly Problem[]>([]);
  return (
    <div role="alert">
      {problems.length > 0 && problems !== read && (
        <div className={styles.notice}>
          <div>
            <p>{say('app.address.problem')}</p>
            <ul>
              {problems.map(({ path, value, allowed }) => (
                <li key={path}>
                  {path === 'screen'
                    ? say('app.address.problem.screen', { value })
                    : say('app.address.problem.at', { path, value, allowed })}
                </li>
              ))}
            </ul>
          </div>
          <IconButton label={say('ui.close')} icon={<X />} onClick={() => setRead(problems)} />
        </div>
      )}
      {session.runsOnScreen().map((run) => (
        <FailedRun key={run.id} run={run} />
      ))}
    </div>
  );
}

function FailedRun({ run }: { run: Run }) {
  const say = useText();
  const failure = useStore(run.store, (state) => state.failure);
  if (failure === null) return null;
  return (
    <p className={styles.notice}>{say('app.run.failed', { name: say(`stage.${run.stage}`), message: failure })}</p>
  );
}
