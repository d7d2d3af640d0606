/** The instrument of each bench. */
import type { ComponentType } from 'react';
import type { BenchId } from '../stages/catalogue.ts';
import { Archive } from './bus-lab/archive/Archive.tsx';
import { Buses } from './bus-lab/buses/Buses.tsx';
import { Connections } from './bus-lab/connections/Connections.tsx';
import { Deliveries } from './bus-lab/deliveries/Deliveries.tsx';
import { River } from './bus-lab/river/River.tsx';
import { Rules } from './bus-lab/rules/Rules.tsx';
import { Schedules } from './bus-lab/schedules/Schedules.tsx';
import { Crossover } from './function-lab/crossover/Crossover.tsx';
import { Environments } from './function-lab/environments/Environments.tsx';
import { Invocations } from './function-lab/invocations/Invocations.tsx';
import { Limits } from './function-lab/limits/Limits.tsx';
import { Memory } from './function-lab/memory/Memory.tsx';
import { Network } from './function-lab/network/Network.tsx';
import { Permissions } from './function-lab/permissions/Permissions.tsx';
import { Runtimes } from './function-lab/runtimes/Runtimes.tsx';
import { Timeouts } from './function-lab/timeouts/Timeouts.tsx';
import { Traces } from './function-lab/traces/Traces.tsx';
import { Versions } from './function-lab/versions/Versions.tsx';
import type { InstrumentProps } from './instrument.ts';

export const instruments: Readonly<Record<BenchId, ComponentType<InstrumentProps>>> = {
  'function-environments': Environments,
  'function-memory': Memory,
  'function-runtimes': Runtimes,
  'function-limits': Limits,
  'function-timeouts': Timeouts,
  'function-invocations': Invocations,
  'function-versions': Versions,
  'function-permissions': Permissions,
  'function-network': Network,
  'function-traces': Traces,
  'function-crossover': Crossover,
  'bus-river': River,
  'bus-rules': Rules,
  'bus-deliveries': Deliveries,
  'bus-archive': Archive,
  'bus-buses': Buses,
  'bus-schedules': Schedules,
  'bus-connections': Connections,
};
