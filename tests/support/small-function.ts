/** Functions for tests that look at one: everything takes round numbers of seconds, but for the start of the runtime. */
import type { Values } from '../../src/models/parameters.ts';
import type { models } from '../../src/models/registry.ts';
import type { TopologyNode } from '../../src/models/topology.ts';
import { component, lasting } from './small-scenario.ts';

export type FunctionParams = Partial<Values<(typeof models)['function']['parameters']>>;

/**
 * A native binary of no size that has nothing to start but itself, which takes 50 to 150 ms; with 2 vCPU, the reference.
 * Does `process` for two seconds if nothing else is said. Warm environments stay for 20 s.
 */
export function serverless(id: string, params: FunctionParams = {}): TopologyNode {
  return component(id, 'function', {
    steps: [{ step: 'process', work: [lasting(2)] }],
    runtime: 'custom',
    packageMegabytes: 0,
    initSeconds: { kind: 'constant', value: 0 },
    idleSeconds: { kind: 'constant', value: 20 },
    memoryMegabytes: 3538,
    ...params,
  });
}
