/** Of one upload that ended badly: where that began, and where it is told how to prevent it. */
import { seconds } from '../../engine/time.ts';
import { topologyOf } from '../../scenario/create-simulation.ts';
import type { Run } from '../../stores/session.ts';
import { usePlayhead } from '../use-playhead.ts';
import { Began } from './Began.tsx';
import { lossBookOf } from './losses.ts';
import { Prevent } from './Prevent.tsx';

/** Nothing of one that has not ended so at the moment that is shown. */
export function WhyFailed({ run, upload }: { run: Run; upload: number }) {
  const t = seconds(usePlayhead(run));
  const end = lossBookOf(run.reel).endOf(upload, t);
  if (end === null) return null;
  const { reason, origin } = end;
  const { nodes } = topologyOf(run.store.getState().scenario);
  return (
    <>
      <Began run={run.id} component={nodes[origin.component]?.id} reason={origin.reason} told={reason} />
      <Prevent reason={reason} began={origin.reason} />
    </>
  );
}
