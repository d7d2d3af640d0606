/** One upload: where it stands in each run on screen. */
import { seconds, toSeconds } from '../../engine/time.ts';
import type { Run } from '../../stores/session.ts';
import { useSession, useSessionState } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatClock, formatDuration } from '../../ui/format.ts';
import { useText } from '../../ui/use-text.ts';
import { WhyFailed } from '../losses/WhyFailed.tsx';
import { useUploadStory } from '../upload/use-upload-story.ts';
import { sayWhereabouts } from '../upload/whereabouts-words.ts';
import { usePlayhead } from '../use-playhead.ts';
import styles from './Inspector.module.css';

export function InspectedUpload({ upload }: { upload: number }) {
  const say = useText();
  const session = useSession();
  const follow = useSessionState((state) => state.follow);
  const runs = session.runsOnScreen();
  return (
    <>
      <h3 className={styles.name}>{say('inspect.upload', { n: String(upload) })}</h3>
      {runs.map((run) => (
        <InRun key={run.id} run={run} upload={upload} named={runs.length > 1} />
      ))}
      <div>
        {follow === upload ? (
          <Button onClick={() => session.follow(null)}>{say('upload.stop')}</Button>
        ) : (
          <Button onClick={() => session.follow(upload)}>{say('inspect.follow')}</Button>
        )}
      </div>
    </>
  );
}

function InRun({ run, upload, named }: { run: Run; upload: number; named: boolean }) {
  const say = useText();
  const t = seconds(usePlayhead(run));
  const story = useUploadStory(run, upload);
  const { where, startedAt, acceptedAt } = story;
  const failed = where.at === 'end' && where.reason !== 'none';
  return (
    <div>
      {named && <h4 className={styles.listName}>{say(`stage.${run.stage}`)}</h4>}
      <p className={failed ? styles.bad : undefined}>{sayWhereabouts(story, t, say)}</p>
      {failed && (
        <>
          <p>{say(`reason.${where.reason}.what`)}</p>
          <p className={styles.quiet}>{say(`reason.${where.reason}.remedy`)}</p>
        </>
      )}
      <WhyFailed run={run} upload={upload} />
      {startedAt >= 0 && (
        <p className={styles.quiet}>{say('upload.started.at', { time: formatClock(toSeconds(startedAt)) })}</p>
      )}
      {acceptedAt >= 0 && (
        <p className={styles.quiet}>
          {say('upload.accepted.note', { time: formatDuration(toSeconds(acceptedAt - startedAt)) })}
        </p>
      )}
    </div>
  );
}
