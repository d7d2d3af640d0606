/** One instance: its life so far and the work it has in hand. */
import type { RunId } from '../../stores/session.ts';
import { useSession } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { nameOf } from '../names.ts';
import { EntryList } from './EntryList.tsx';
import styles from './Inspector.module.css';
import { isWarm, sayInstance, sayJob } from './job-words.ts';
import { useShownIn } from './use-shown.ts';

export function InspectedInstance({
  run,
  component,
  instance: id,
}: {
  run: RunId;
  component: string;
  instance: number;
}) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const shown = useShownIn(run, component);
  const view = shown && 'instances' in shown.view ? shown.view : null;
  const instance = view?.instances.find((each) => each.id === id);
  return (
    <>
      <h3 className={styles.name}>{say('inspect.instance', { n: String(id) })}</h3>
      {shown && view && instance ? (
        <>
          <p className={styles.quiet}>{say(`phase.${instance.phase}.what`)}</p>
          <p>{sayInstance(instance, isWarm(view, instance), shown.t, say)}</p>
          <EntryList
            name={say('inspect.work')}
            count={instance.jobs.length}
            entries={instance.jobs.map((job) => ({
              key: String(job.job),
              words: sayJob(job, shown.t, say),
              choose: () => session.select({ kind: 'upload', upload: job.upload }),
            }))}
          />
        </>
      ) : (
        <p>{say('inspect.gone')}</p>
      )}
      <div>
        <Button onClick={() => session.select({ kind: 'component', run, component })}>
          {nameOf(vocabulary, component)}
        </Button>
      </div>
    </>
  );
}
