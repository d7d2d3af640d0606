/** How far the curves have been run; stopped and gone on with by hand. */
import type { StageId } from '../../stages/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/use-text.ts';
import type { CostsState } from './costs-store.ts';
import styles from './Progress.module.css';

export interface ProgressProps {
  state: Pick<CostsState<StageId>, 'status' | 'done' | 'wanted' | 'failure'>;
  onStart: () => void;
  onStop: () => void;
}

export function Progress({ state, onStart, onStop }: ProgressProps) {
  const say = useText();
  const { status, done, wanted, failure } = state;
  const isBusy = status === 'running' || status === 'refining';
  return (
    <div className={styles.progress}>
      <progress value={done} max={wanted} aria-label={say('costs.progress')} />
      <p role="status" className="number">
        {status === 'refining' && say('costs.refining')}
        {status === 'running' && say('costs.running', { done, wanted })}
        {status === 'stopped' && say('costs.stopped', { done, wanted })}
        {status === 'done' && say('costs.done', { wanted })}
      </p>
      {/* Stays when there is nothing more to run, so that it keeps the focus. */}
      <Button
        unavailable={status === 'done'}
        onClick={({ currentTarget }) => {
          // Not every browser gives the focus to a button that is tapped.
          currentTarget.focus();
          (isBusy ? onStop : onStart)();
        }}
      >
        {say(isBusy || status === 'done' ? 'costs.stop' : 'costs.start')}
      </Button>
      {failure !== null && <p role="alert">{say('costs.failed', { message: failure })}</p>}
    </div>
  );
}
