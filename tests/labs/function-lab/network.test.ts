/** What the map of the network shows: calls that got through or did not, environments, the parts of a start, interfaces. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../../src/engine/time.ts';
import { TraceRecorder } from '../../../src/engine/trace.ts';
import { type Box, narrowMap, wideMap } from '../../../src/labs/function-lab/network/map-layout.ts';
import {
  callsAt,
  environmentsAt,
  interfacesThen,
  MOST_MEMORY_THEN,
  medianOf,
  packageSecondsOf,
  startsAt,
} from '../../../src/labs/function-lab/network/network-figures.ts';
import { inSetting, interfacesIn } from '../../../src/labs/function-lab/network/ThenAndNow.tsx';
import { FunctionRuns } from '../../../src/playback/function-runs.ts';
import { createSimulation, planOf } from '../../../src/scenario/create-simulation.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { createReport } from '../../../src/scenario/report.ts';
import { parseScenario } from '../../../src/scenario/schema.ts';

/** People come at 5 s and at 20 s. */
function read(handler: Record<string, unknown>) {
  const scenario = newScenario('function-network', {
    durationSeconds: 60,
    parameters: { callers: { arrivals: 'times', times: [5, 20] }, handler },
  });
  const { nodes, links } = planOf(scenario);
  const recorder = new TraceRecorder();
  createSimulation(scenario, recorder).runUntil(seconds(60));
  const runs = new FunctionRuns(nodes, links);
  runs.read(recorder.columns);
  const component = nodes.findIndex(({ id }) => id === 'handler');
  return {
    nodes,
    calls: (t: number) => callsAt(runs, nodes, component, seconds(t)),
    environments: (t: number) => environmentsAt(runs, component, seconds(t)).map(({ state }) => state),
    starts: (t: number, most = 9) => startsAt(runs, nodes, component, seconds(t), most),
    handler: nodes[component] as (typeof nodes)[number],
  };
}

describe('calls of the function', () => {
  it('get through to both where something leads out', () => {
    const { calls } = read({ vpc: 'with-way-out' });
    expect(calls(4)).toMatchObject({ inside: { through: 0 }, outside: { through: 0 } });
    expect(calls(15)).toMatchObject({ inside: { through: 1 }, outside: { through: 1 } });
    expect(calls(60)).toEqual({
      inside: { through: 2, stuck: 0, waiting: 0 },
      outside: { through: 2, stuck: 0, waiting: 0 },
      waitsSeconds: [],
    });
  });

  it('reach only what is inside where nothing leads out, and wait for the rest until the time-out', () => {
    const { calls } = read({ vpc: 'without-way-out', timeoutSeconds: 6 });
    expect(calls(8)).toMatchObject({ inside: { through: 1 }, outside: { through: 0, stuck: 0, waiting: 1 } });
    const { inside, outside, waitsSeconds } = calls(60);
    expect([inside.through, inside.stuck, outside.through, outside.stuck]).toEqual([2, 0, 0, 2]);
    expect(waitsSeconds).toHaveLength(2);
    // The database and the work come first; the second time the start as well, which the environment owes since it was reset.
    for (const wait of waitsSeconds) expect(wait > 4 && wait < 6).toBe(true);
  });

  it('do not find what is inside from outside, and get no further', () => {
    const { calls } = read({ vpc: 'no', timeoutSeconds: 3 });
    const { inside, outside, waitsSeconds } = calls(60);
    expect([inside, outside].map(({ through, stuck }) => [through, stuck])).toEqual([
      [0, 2],
      [0, 0],
    ]);
    // The first waits for the whole time-out; of that of the second a start is taken, owed since the reset.
    expect(waitsSeconds[1]).toBe(3);
    expect(waitsSeconds[0]).toBeGreaterThan(1.5);
    expect(waitsSeconds[0]).toBeLessThan(3);
  });

  it('have a median wait that is one of them', () => {
    expect([medianOf([]), medianOf([4]), medianOf([1, 2, 9]), medianOf([1, 2, 3, 9])]).toEqual([null, 4, 2, 2]);
  });
});

describe('environments', () => {
  it('are attached, start, work, wait and go, at the moment that is asked for', () => {
    const { environments } = read({
      vpc: 'with-way-out',
      vpcInterfaces: 'per-environment',
      idleSeconds: { kind: 'constant', value: 5 },
    });
    expect(environments(4)).toEqual([]);
    expect(environments(6)).toEqual(['attaching']);
    const states = new Set(Array.from({ length: 300 }, (_, n) => environments(5 + n / 20).join()));
    expect(states).toEqual(new Set(['', 'attaching', 'starting', 'busy', 'idle']));
    expect(environments(60)).toEqual([]);
  });

  it('start in parts, that are the package and the interface then, and the package alone now', () => {
    const then = read({ vpc: 'with-way-out', vpcInterfaces: 'per-environment' });
    expect(packageSecondsOf(then.handler)).toBeCloseTo(0.05, 9);
    const [start] = then.starts(60);
    expect(start?.packageSeconds).toBeCloseTo(0.05, 6);
    expect(start?.interfaceSeconds).toBeGreaterThan(5);
    expect(start?.interfaceSeconds).toBeLessThan(10);
    expect(start?.isOpen).toBe(false);
    const now = read({ vpc: 'with-way-out' }).starts(60);
    expect(now.length).toBeGreaterThan(0);
    for (const each of now) expect(each.interfaceSeconds).toBe(0);
    expect(now.every(({ initSeconds }) => initSeconds > 0.2)).toBe(true);
  });

  it('have as much of their start behind them as has gone by', () => {
    const { starts } = read({ vpc: 'with-way-out', vpcInterfaces: 'per-environment' });
    const [early] = starts(7);
    expect(early).toMatchObject({ isOpen: true, initSeconds: 0 });
    expect((early?.atSeconds ?? 0) + (early?.packageSeconds ?? 0) + (early?.interfaceSeconds ?? 0)).toBeCloseTo(7, 6);
    expect(starts(60, 1)).toHaveLength(1);
  });
});

describe('then and now', () => {
  it('agree on the bench as it comes: an interface for each environment is what was documented', () => {
    const { handler } = read({});
    const memory = handler.params['memoryMegabytes'] as number;
    for (const environments of [1, 2, 5, 12]) expect(interfacesThen(environments, memory)).toBe(environments);
    expect(memory).toBe(MOST_MEMORY_THEN);
  });

  it('counts interfaces as was documented: peak concurrency × memory in GB / 3, rounded up', () => {
    expect([
      interfacesThen(6, 1024),
      interfacesThen(7, 1024),
      interfacesThen(1000, 3072),
      interfacesThen(0, 512),
    ]).toEqual([2, 3, 1000, 0]);
    expect([interfacesIn('public', 6, 1024), interfacesIn('now', 6, 1024), interfacesIn('before', 6, 1024)]).toEqual([
      0, 1, 2,
    ]);
  });

  it('lets the same requests do the same work in every setting; only then do starts take longer', () => {
    const base = newScenario('function-network', {
      durationSeconds: 60,
      parameters: { handler: { timeoutSeconds: 9 } },
    });
    const reports = (['public', 'now', 'before'] as const).map((setting) => {
      const scenario = inSetting(base, setting);
      expect(parseScenario(scenario)).toEqual({ ok: true, scenario });
      expect(scenario.parameters['handler']).toMatchObject({ timeoutSeconds: 9 });
      return createReport(scenario);
    });
    const waits = reports.map(({ components }) => {
      const own = components.find(({ id }) => id === 'handler');
      return own?.kind === 'function' ? (own.untilReady.p50Seconds ?? 0) : 0;
    });
    const [outside, now, before] = waits as [number, number, number];
    expect(now).toBe(outside);
    expect(before).toBeGreaterThan(now + 4.5);
    expect(reports.map(({ uploads }) => uploads.refused)).toEqual([0, 0, 0]);
  });
});

describe('the map', () => {
  const within = (inner: Box, outer: Box): boolean =>
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height;
  const apart = (a: Box, b: Box): boolean =>
    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

  it.each([
    ['wide', wideMap],
    ['narrow', narrowMap],
  ] as const)('has everything in its zone, and nothing over anything else: %s', (_, map) => {
    const inSubnet = [map.functionInside, map.interfaces, map.database];
    const inOutside = [map.records, map.functionOutside];
    expect(inSubnet.every((each) => within(each, map.subnet))).toBe(true);
    expect(inOutside.every((each) => within(each, map.outside))).toBe(true);
    // A gateway out is of use only where a way leads on to the internet.
    expect(within(map.gateway, map.publicSubnet)).toBe(true);
    expect(within(map.publicSubnet, map.network) && apart(map.publicSubnet, map.subnet)).toBe(true);
    expect(apart(map.gate, map.subnet) && !within(map.gate, map.network)).toBe(true);
    expect(within(map.subnet, map.network) && apart(map.network, map.outside)).toBe(true);
    for (const list of [inSubnet, inOutside]) {
      for (const [n, each] of list.entries()) {
        for (const other of list.slice(n + 1)) expect(apart(each, other)).toBe(true);
      }
    }
    expect(within(map.network, { x: 0, y: 0, width: map.width, height: map.height })).toBe(true);
  });
});
