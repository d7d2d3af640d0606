/** Ten thousand random scenarios of every kind of component: none throws, none loses an upload out of sight. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { componentKinds } from '../../src/models/registry.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import { parseScenario } from '../../src/scenario/schema.ts';
import { anyScenario } from '../support/any-scenario.ts';
import { Conservation } from '../support/conservation.ts';

/** Long enough for a busy machine; nothing is said about speed here. */
const PATIENCE_MS = 300_000;

describe('any scenario', () => {
  it(
    'runs to its end and conserves uploads, ten thousand times',
    () => {
      const appeared = new Set<string>();
      fc.assert(
        fc.property(anyScenario, (scenario) => {
          expect(parseScenario(scenario)).toEqual({ ok: true, scenario });
          for (const { kind } of scenario.topology.nodes) appeared.add(kind);
          const conservation = new Conservation();
          const world = createSimulation(scenario, conservation);
          for (let quarter = 1; quarter <= 4; quarter += 1) {
            world.runUntil(seconds((quarter * scenario.durationSeconds) / 4));
            expect(conservation.breachesIn(world)).toEqual([]);
          }
        }),
        { numRuns: Number(process.env['RUNS'] ?? 10_000) },
      );
      expect([...appeared].toSorted()).toEqual(componentKinds.toSorted());
    },
    PATIENCE_MS,
  );
});
