/**
 * One honest word for how a run is doing at a moment, measured by its samples. The first rule that holds gives the word:
 *
 * 1. `down`: nothing is in service where uploads come in, so whoever uploads now sees an error.
 * 2. `refusing`: somebody was refused within the last ten seconds.
 * 3. `nobody-notices`: all of processing has crashed, and uploads are still taken in.
 * 4. `idle`: no upload is in the system, and instances run.
 * 5. `starting`: uploads wait, nothing processes yet, and instances are on their way.
 * 6. `catching-up`: more uploads wait than are being worked on.
 * 7. `working`.
 */
import type { StepProgram } from '../models/parameters.ts';
import type { WorldNode } from '../models/world.ts';
import { type ColumnsOf, type Series, valueAt } from '../scenario/samples.ts';

export const stateWords = ['down', 'refusing', 'nobody-notices', 'idle', 'starting', 'catching-up', 'working'] as const;

export type StateWord = (typeof stateWords)[number];

/** How long a refusal counts as present, in seconds. Our choice. */
export const REFUSAL_SECONDS = 10;

/** The word for the run of these components at `tSeconds`. The series must have at least one sample. */
export function stateWordAt(nodes: readonly WorldNode[], series: Series, tSeconds: number): StateWord {
  const at = (column: Float64Array): number => valueAt(series, column, tSeconds);
  const groups = nodes.flatMap(({ params }, index) => {
    const columns = series.components[index];
    if (columns?.kind !== 'instance-group') return [];
    const steps = (params['steps'] as readonly StepProgram[]).map(({ step }) => step);
    return [{ steps, columns }];
  });
  const sumOver = (
    chosen: readonly { columns: ColumnsOf<'instance-group'> }[],
    name: Exclude<keyof ColumnsOf<'instance-group'>, 'kind'>,
  ): number => chosen.reduce((sum, { columns }) => sum + at(columns[name]), 0);

  const entrance = groups.filter(({ steps }) => steps.includes('upload'));
  if (sumOver(entrance, 'inService') === 0) return 'down';

  const { refused, open } = series.run;
  if (at(refused) > valueAt(series, refused, Math.max(0, tSeconds - REFUSAL_SECONDS))) return 'refusing';

  const processing = groups.filter(({ steps }) => steps.includes('process'));
  const processes = sumOver(processing, 'inService') > 0;
  if (!processes && sumOver(processing, 'crashed') > 0) return 'nobody-notices';

  if (at(open) === 0) return 'idle';

  const inQueues = series.components.reduce(
    (sum, columns) => (columns.kind === 'queue' ? sum + at(columns.visible) : sum),
    0,
  );
  const waiting = inQueues + sumOver(groups, 'backlog');
  if (waiting > 0 && !processes && sumOver(processing, 'starting') > 0) return 'starting';
  return waiting > sumOver(groups, 'busySlots') ? 'catching-up' : 'working';
}
