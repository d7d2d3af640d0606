/** The instrument of each bench. Each comes when it is first looked at, so that the first page need not bring them all. */
import { type ComponentType, lazy } from 'react';
import type { BenchId } from '../stages/catalogue.ts';
import type { InstrumentProps } from './instrument.ts';

type Instrument = ComponentType<InstrumentProps>;

const late = (load: () => Promise<Instrument>): Instrument => lazy(async () => ({ default: await load() }));

export const instruments: Readonly<Record<BenchId, Instrument>> = {
  'function-environments': late(
    async () => (await import('./function-lab/environments/Environments.tsx')).Environments,
  ),
  'function-memory': late(async () => (await import('./function-lab/memory/Memory.tsx')).Memory),
  'function-runtimes': late(async () => (await import('./function-lab/runtimes/Runtimes.tsx')).Runtimes),
  'function-limits': late(async () => (await import('./function-lab/limits/Limits.tsx')).Limits),
  'function-timeouts': late(async () => (await import('./function-lab/timeouts/Timeouts.tsx')).Timeouts),
  'function-invocations': late(async () => (await import('./function-lab/invocations/Invocations.tsx')).Invocations),
  'function-versions': late(async () => (await import('./function-lab/versions/Versions.tsx')).Versions),
  'function-permissions': late(async () => (await import('./function-lab/permissions/Permissions.tsx')).Permissions),
  'function-network': late(async () => (await import('./function-lab/network/Network.tsx')).Network),
  'function-traces': late(async () => (await import('./function-lab/traces/Traces.tsx')).Traces),
  'function-crossover': late(async () => (await import('./function-lab/crossover/Crossover.tsx')).Crossover),
  'bus-river': late(async () => (await import('./bus-lab/river/River.tsx')).River),
  'bus-rules': late(async () => (await import('./bus-lab/rules/Rules.tsx')).Rules),
  'bus-deliveries': late(async () => (await import('./bus-lab/deliveries/Deliveries.tsx')).Deliveries),
  'bus-archive': late(async () => (await import('./bus-lab/archive/Archive.tsx')).Archive),
  'bus-buses': late(async () => (await import('./bus-lab/buses/Buses.tsx')).Buses),
  'bus-schedules': late(async () => (await import('./bus-lab/schedules/Schedules.tsx')).Schedules),
  'bus-connections': late(async () => (await import('./bus-lab/connections/Connections.tsx')).Connections),
};
