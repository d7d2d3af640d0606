/** Has the points of a chart measured in the background; says how far that is, and stops it. */
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/use-text.ts';
import lab from '../LabInstrument.module.css';
import type { PoolRuns } from './use-pool-runs.ts';

export interface PoolButtonProps {
  runs: Pick<PoolRuns<unknown>, 'isRunning' | 'done' | 'of' | 'failed' | 'stop'>;
  /** What pressing it does. */
  label: string;
  onStart: () => void;
}

export function PoolButton({ runs: { isRunning, done, of, failed, stop }, label, onStart }: PoolButtonProps) {
  const say = useText();
  return (
    <div className={lab.row}>
      <Button onClick={isRunning ? stop : onStart}>{isRunning ? say('lab.theory.stop') : label}</Button>
      <span role="status" className={lab.quiet}>
        {of > 0 && say('lab.theory.runs', { n: done, of })}
        {failed > 0 && ` ${say('lab.theory.runs.failed', { n: failed })}`}
      </span>
    </div>
  );
}
