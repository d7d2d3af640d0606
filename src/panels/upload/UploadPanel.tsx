/** One more upload, by hand; and what becomes of the one that is followed. */

import { Upload, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { seconds } from '../../engine/time.ts';
import { hasUsers } from '../../stages/catalogue.ts';
import type { Run } from '../../stores/session.ts';
import { useSession, useSessionState } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useText } from '../../ui/use-text.ts';
import { WhyFailed } from '../losses/WhyFailed.tsx';
import { usePlayhead } from '../use-playhead.ts';
import { useStagesOnScreen } from '../use-stages.ts';
import styles from './UploadPanel.module.css';
import { useUploadStory } from './use-upload-story.ts';
import { sayWhereabouts } from './whereabouts-words.ts';

/** `beside` stands at the end of the button's line. */
export function UploadPanel({ beside }: { beside?: ReactNode }) {
  const say = useText();
  const session = useSession();
  // What is selected as well is told at length by the inspector.
  const followed = useSessionState(({ follow, selection }) =>
    selection?.kind === 'upload' && selection.upload === follow ? null : follow,
  );
  useSessionState((state) => state.screen);
  const shown = useStagesOnScreen();
  const runs = session.runsOnScreen();
  return (
    <div className={styles.panel}>
      <div className={styles.first}>
        {shown.some(hasUsers) && (
          <Button weight="strong" wide icon={<Upload />} aria-keyshortcuts="U" onClick={() => session.uploadNow()}>
            {say('upload.button')}
          </Button>
        )}
        {beside}
      </div>
      {followed !== null && (
        <div className={styles.followed}>
          <div className={styles.head}>
            <strong>{say('upload.followed', { n: String(followed) })}</strong>
            <IconButton label={say('upload.stop')} icon={<X />} onClick={() => session.follow(null)} />
          </div>
          {runs.map((run) => (
            <Followed key={run.id} run={run} upload={followed} named={runs.length > 1} />
          ))}
        </div>
      )}
    </div>
  );
}

function Followed({ run, upload, named }: { run: Run; upload: number; named: boolean }) {
  const say = useText();
  const t = seconds(usePlayhead(run));
  const story = useUploadStory(run, upload);
  const isBad = story.where.at === 'end' && story.where.outcome !== 'watchable';
  const isGood = story.where.at === 'end' && !isBad;
  return (
    <>
      <p className={isBad ? styles.bad : isGood ? styles.good : undefined}>
        {named && <span className={styles.run}>{say(`stage.${run.stage}`)} </span>}
        {sayWhereabouts(story, t, say)}
      </p>
      {isBad && <WhyFailed run={run} upload={upload} />}
    </>
  );
}
