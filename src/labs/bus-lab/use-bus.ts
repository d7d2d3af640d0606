/** The bus of a bench and what has come along it, kept up to date with the run. */
import { useMemo } from 'react';
import { useRun, useRunState } from '../../stores/session-context.tsx';
import { type Bus, busOf } from './bus.ts';
import { BusCopies } from './bus-copies.ts';
import { BusPasses } from './bus-passes.ts';

export function useBus(): Bus {
  const scenario = useRunState((run) => run.scenario);
  return useMemo(() => busOf(scenario), [scenario]);
}

/** Everything that has come along the bus so far, as far as the run is known. */
export function useBusPasses({ index, rulesAt }: Bus): BusPasses {
  const { reel } = useRun();
  useRunState((run) => run.version);
  const passes = useMemo(
    () => new BusPasses(reel, index, (number, at) => rulesAt(at)[number]?.name ?? ''),
    [reel, index, rulesAt],
  );
  passes.update();
  return passes;
}

/** Every copy that the bus made so far, as far as the run is known. */
export function useBusCopies({ nodes, links, index, rulesAt }: Bus): BusCopies {
  const { reel } = useRun();
  useRunState((run) => run.version);
  const copies = useMemo(
    () => new BusCopies(reel, { bus: index, links, rulesAt, idOf: (component) => nodes[component]?.id ?? '' }),
    [reel, nodes, links, index, rulesAt],
  );
  copies.update();
  return copies;
}
