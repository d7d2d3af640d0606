/** What stands in the lanes, for made-up curves and for real runs. */
import { describe, expect, it } from 'vitest';
import {
  drawInstances,
  drawUploads,
  drawWaiting,
  type KnownRun,
  MOST_POINTS,
  type Role,
  uploadsScale,
} from '../../../src/panels/time/draw-lanes.ts';
import { faultBars, placeFaultWords } from '../../../src/panels/time/fault-bars.ts';
import { faultTime, faultWords } from '../../../src/panels/time/fault-words.ts';
import { type Curve, timeAxis, valueAt } from '../../../src/panels/time/geometry.ts';
import { type RunCurves, runCurves } from '../../../src/panels/time/run-curves.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import type { Series } from '../../../src/scenario/samples.ts';
import type { FaultIntervention, StageScenario } from '../../../src/scenario/scenario.ts';
import { runStateOf } from './run-state-of.ts';

const HEIGHT = 40;
const axis = timeAxis(10, 100);

/** A curve with one entry a second. */
function curve(...values: number[]): Curve {
  return { length: values.length, timeAt: (index) => index, valueAt: (index) => values[index] as number };
}

const nothing = curve(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

function curves(some: Partial<RunCurves>): RunCurves {
  return {
    waitingOf: 'messages',
    waiting: nothing,
    queues: 1,
    streams: 0,
    workers: 'instances',
    areProcessing: true,
    inFlight: nothing,
    inService: nothing,
    environments: null,
    draining: nothing,
    starting: nothing,
    desired: nothing,
    started: nothing,
    accepted: nothing,
    watchable: nothing,
    refused: nothing,
    lost: nothing,
    deadLettered: nothing,
    open: nothing,
    ...some,
  };
}

function known(some: Partial<RunCurves>, rest: Partial<KnownRun> = {}): KnownRun {
  return { place: 0, curves: curves(some), until: 10, old: null, ...rest };
}

const crash = (atSeconds: number, rest: Partial<FaultIntervention> = {}): FaultIntervention => ({
  kind: 'fault',
  fault: 'crash',
  target: 'step:process',
  atSeconds,
  ...rest,
});

/** Corners of a path. */
const corners = (d: string): number => d.match(/[ML]/g)?.length ?? 0;

describe('the lane of those who wait', () => {
  it('stacks messages in flight on those visible, on a scale that holds both and the old future', () => {
    const run = known({ waiting: curve(0, 4), inFlight: curve(0, 2) });
    const { top, shapes } = drawWaiting([run], axis, HEIGHT);
    expect(top).toBe(6);
    expect(shapes.map(({ role }) => role)).toEqual<Role[]>(['in-flight', 'waiting-area', 'waiting']);
    const old = { curves: curves({ waiting: curve(0, 9) }), from: 1, until: 10 };
    expect(drawWaiting([{ ...run, old }], axis, HEIGHT).top).toBe(10);
  });

  it('has nothing in flight where there is no queue', () => {
    const { shapes } = drawWaiting([known({ waiting: curve(0, 4), inFlight: null })], axis, HEIGHT);
    expect(shapes.map(({ role }) => role)).toEqual<Role[]>(['waiting-area', 'waiting']);
  });

  it('draws one line for each architecture where there are several', () => {
    const runs = [known({ waiting: curve(0, 8) }, { place: 0 }), known({ waiting: curve(0, 30) }, { place: 1 })];
    const { top, shapes } = drawWaiting(runs, axis, HEIGHT);
    expect(top).toBe(30);
    expect(shapes.map(({ role, place }) => [role, place])).toEqual([
      ['run', 0],
      ['run', 1],
    ]);
  });

  it('draws no further than what is known', () => {
    const { shapes } = drawWaiting([known({ waiting: curve(1, 2, 3) }, { until: 2.5 })], axis, HEIGHT);
    const line = shapes.find(({ role }) => role === 'waiting');
    expect(line?.d.endsWith('L25,0')).toBe(true);
  });

  it('says of the old future where it lies farthest from the new one', () => {
    const old = { curves: curves({ waiting: curve(0, 0, 0, 1, 1, 6, 2) }), from: 2, until: 6 };
    const drawing = drawWaiting([known({ waiting: curve(0, 0, 0, 1, 3, 3, 2) }, { old })], axis, HEIGHT);
    expect(drawing.old).toHaveLength(1);
    expect(drawing.old[0]?.d.startsWith('M20,')).toBe(true);
    expect(drawing.oldLabel).toEqual({ x: 50, y: 0 });
  });

  it('has no words for an old future that was the same', () => {
    const old = { curves: curves({ waiting: curve(0, 3, 3) }), from: 1, until: 2 };
    expect(drawWaiting([known({ waiting: curve(0, 3, 3) }, { old })], axis, HEIGHT).oldLabel).toBeNull();
  });
});

describe('the lane of instances', () => {
  it('shows in service, starting on top of it, and desired', () => {
    const run = known({ inService: curve(0, 0, 2), starting: curve(0, 2, 0), desired: curve(0, 5, 5) });
    const { top, shapes } = drawInstances([run], axis, HEIGHT);
    expect(top).toBe(5);
    expect(shapes.map(({ role }) => role)).toEqual<Role[]>([
      'in-service-area',
      'draining',
      'starting',
      'desired',
      'in-service',
    ]);
  });

  it('stacks those draining on those in service, and those starting on both', () => {
    const run = known({ inService: curve(2, 1, 1), draining: curve(0, 1, 0), starting: curve(0, 2, 0) });
    const { top, shapes } = drawInstances([run], axis, HEIGHT);
    expect(top).toBe(4);
    expect(shapes.find(({ role }) => role === 'draining')?.d).toMatch(/^M10,20L20,20.*L10,30Z$/);
    expect(shapes.find(({ role }) => role === 'starting')?.d).toMatch(/^M10,0L20,0.*L10,20Z$/);
  });

  it('draws starting only while something starts', () => {
    const starting = curve(0, 2, 2, 0, 0, 1, 0, 0, 0, 0, 0);
    const { shapes } = drawInstances([known({ starting, desired: curve(4) })], axis, HEIGHT);
    const d = shapes.find(({ role }) => role === 'starting')?.d ?? '';
    const stretches = d.split('Z').filter(Boolean);
    expect(stretches).toHaveLength(2);
    expect(stretches[0]).toMatch(/^M10,20L30,20/);
    expect(stretches[1]).toMatch(/^M50,30L60,30/);
  });
});

describe('where one takes the place of another', () => {
  const before = curve(0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
  const after = curve(1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0);

  it('starting ends when the instance comes into service, though there are no more than before', () => {
    const { shapes } = drawInstances([known({ inService: before, starting: after })], axis, HEIGHT);
    expect(shapes.find(({ role }) => role === 'starting')?.d).toMatch(/^M0,0L30,0[^M]*Z$/);
  });

  it('a message in flight is no longer drawn as visible, though there are no fewer', () => {
    const { shapes } = drawWaiting([known({ waiting: after, inFlight: before })], axis, HEIGHT);
    // Back along the bottom from the end to when it was received, then up to the top while it was visible.
    expect(shapes.find(({ role }) => role === 'in-flight')?.d).toContain('L30,40L30,0');
  });
});

describe('the lane of uploads', () => {
  const watchable = curve(0, 1, 2, 2, 2, 6, 6, 6, 6, 6, 6);
  const refused = curve(0, 0, 0, 2, 3, 3, 3, 3, 3, 3, 3);
  const lost = curve(0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1);

  it('stands what became watchable on the line and hangs what was refused or lost under it', () => {
    const run = known({ watchable, refused, lost });
    const scale = uploadsScale([run], axis);
    expect(scale).toEqual({ sliceSeconds: 1, up: 4, down: 2 });
    const { bars, zeroAt } = drawUploads(run, axis, scale, 60);
    expect(zeroAt).toBe(40);
    expect(bars.filter(({ outcome }) => outcome === 'watchable').map(({ y, height }) => y + height)).toEqual([
      40, 40, 40,
    ]);
    expect(bars.filter(({ x }) => x === 30)).toEqual([
      { outcome: 'refused', x: 30, width: 9, y: 40, height: 10 },
      { outcome: 'lost', x: 30, width: 9, y: 50, height: 10 },
    ]);
  });

  it('has its line at the bottom while nothing goes wrong', () => {
    const run = known({ watchable });
    expect(drawUploads(run, axis, uploadsScale([run], axis), 60).zeroAt).toBe(60);
  });

  it('draws how many were started as a line over the columns, on a scale that holds both', () => {
    const run = known({ watchable, started: curve(0, 6, 6, 6) }, { until: 3 });
    const scale = uploadsScale([run], axis);
    expect(scale).toMatchObject({ up: 6, down: 0 });
    expect(drawUploads(run, axis, scale, 60).started).toBe('M0,0L10,0L10,60L20,60L20,60L30,60L30,60');
  });

  it('measures several runs by one scale', () => {
    const runs = [known({ watchable }), known({ refused })];
    expect(uploadsScale(runs, axis)).toMatchObject({ up: 4, down: 2 });
  });

  it('shows the bars as they were, from the slice in which the futures part', () => {
    const old = { curves: curves({ watchable: curve(0, 1, 2, 4, 6, 8, 10) }), from: 2.5, until: 6 };
    const run = known({ watchable, refused }, { old });
    const drawing = drawUploads(run, axis, uploadsScale([run], axis), 60);
    expect(drawing.old).toHaveLength(1);
    expect(drawing.old[0]?.startsWith('M20,')).toBe(true);
    expect(drawing.oldLabel?.x).toBe(20);
  });
});

describe('faults as bars', () => {
  const monolith = newScenario('monolith');
  const scenario = (...interventions: StageScenario['interventions']): StageScenario => ({
    ...monolith,
    interventions,
  });

  it('last to their end, or to the end of the run', () => {
    const bars = faultBars([scenario(crash(130, { untilSeconds: 250 }), crash(280))], 300);
    expect(bars.map(({ from, until, isRepaired, row }) => [from, until, isRepaired, row])).toEqual([
      [130, 250, true, 0],
      [280, 300, false, 0],
    ]);
  });

  it('are one where the same fault strikes in several architectures', () => {
    const queued = { ...newScenario('queued'), interventions: [crash(130)] };
    expect(faultBars([scenario(crash(130)), queued], 300)).toHaveLength(1);
  });

  it('lie under one another where they last at the same time', () => {
    const bars = faultBars(
      [scenario(crash(10, { untilSeconds: 50 }), crash(20, { target: 'step:upload', untilSeconds: 30 }), crash(50))],
      300,
    );
    expect(bars.map(({ from, row }) => [from, row])).toEqual([
      [10, 0],
      [20, 1],
      [50, 0],
    ]);
  });

  it('have their words inside where they are long enough, else beside them, else none', () => {
    const placesOf = (width: number, ...times: [from: number, until: number][]) => {
      const bars = times.map(([from, untilSeconds]) => crash(from, { untilSeconds }));
      return placeFaultWords(faultBars([scenario(...bars)], 100), timeAxis(100, 100), () => width);
    };
    expect(placesOf(20, [10, 40])).toEqual(['inside']);
    expect(placesOf(20, [10, 15])).toEqual(['after']);
    expect(placesOf(20, [90, 95])).toEqual(['before']);
    expect(placesOf(20, [30, 35], [40, 45])).toEqual(['before', 'after']);
    expect(placesOf(20, [5, 10], [12, 15], [20, 60])).toEqual(['nowhere', 'nowhere', 'inside']);
    // What stands behind a bar is in nobody's way.
    expect(placesOf(20, [60, 65], [86, 90])).toEqual(['after', 'nowhere']);
  });

  it('say what is down, and from when to when', () => {
    const [bar] = faultBars([scenario(crash(130, { untilSeconds: 250 }))], 300);
    if (!bar) throw new Error('no bar');
    expect(faultWords('neutral', bar)).toBe('processing down');
    expect(faultTime('neutral', bar)).toBe('processing down, from 02:10 to 04:10');
    expect(faultTime('neutral', { ...bar, isRepaired: false })).toBe('processing down, from 02:10 on');
    expect(faultWords('aws', { ...bar, target: 'fleet' })).toBe('Auto Scaling group down');
  });
});

describe('the lanes of a real run', () => {
  const outage = [crash(100, { untilSeconds: 160 })];

  function drawn(stage: 'monolith' | 'queued'): KnownRun {
    const { scenario, series } = runStateOf({ ...newScenario(stage), interventions: outage });
    return { place: 0, curves: runCurves(scenario, series as Series), until: 300, old: null };
  }

  it('show the backlog of the monolith, and the queue and the fleet of the queued architecture', () => {
    const { curves: monolith } = drawn('monolith');
    expect(monolith.inFlight).toBeNull();
    expect(valueAt(monolith.inService, 50)).toBe(1);
    expect(valueAt(monolith.inService, 130)).toBe(0);
    const { curves: queued } = drawn('queued');
    expect(queued.inFlight).not.toBeNull();
    // The two instances that only take uploads in are not among those that process.
    expect(valueAt(queued.inService, 130)).toBe(0);
    expect(valueAt(queued.waiting, 155)).toBeGreaterThan(valueAt(queued.waiting, 100));
    expect(valueAt(queued.desired as Curve, 299)).toBe(0);
  });

  it('stay under the number of points that a lane may have', () => {
    const wide = timeAxis(300, 1200);
    const run = drawn('queued');
    for (const { shapes } of [drawWaiting([run], wide, HEIGHT), drawInstances([run], wide, HEIGHT)]) {
      // Each step has two corners, and an area goes there and back.
      for (const { role, d } of shapes) {
        const isArea = d.endsWith('Z');
        expect(corners(d), role).toBeLessThanOrEqual(MOST_POINTS * (isArea ? 4 : 2) + 8);
      }
    }
  });

  it('show refusals of the monolith while it is down, and none of the queued architecture', () => {
    const wide = timeAxis(300, 1200);
    const runs = [drawn('monolith'), drawn('queued')];
    const scale = uploadsScale(runs, wide);
    const [monolith, queued] = runs.map((run) => drawUploads(run, wide, scale, HEIGHT)) as [
      ReturnType<typeof drawUploads>,
      ReturnType<typeof drawUploads>,
    ];
    const refusals = monolith.bars.filter(({ outcome }) => outcome === 'refused');
    expect(refusals.length).toBeGreaterThan(3);
    expect(Math.min(...refusals.map(({ x }) => x))).toBeGreaterThanOrEqual(wide.xOf(100));
    expect(queued.bars.every(({ outcome }) => outcome === 'watchable')).toBe(true);
  });
});
