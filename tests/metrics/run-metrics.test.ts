/** How uploads ended and how long they took. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStreams } from '../../src/engine/random.ts';
import { seconds } from '../../src/engine/time.ts';
import type { Observer } from '../../src/engine/trace.ts';
import type { ClientFigures } from '../../src/metrics/client-figures.ts';
import { idle } from '../../src/metrics/fleet.ts';
import type { GroupFigures } from '../../src/metrics/group-figures.ts';
import { byReason, openUploads } from '../../src/metrics/outcomes.ts';
import type { QueueFigures } from '../../src/metrics/queue-figures.ts';
import { RunMetrics } from '../../src/metrics/run-metrics.ts';
import type { Component } from '../../src/models/component.ts';
import { FACT } from '../../src/models/facts.ts';
import type { GroupState } from '../../src/models/instance-group/group-state.ts';
import { OUTCOME } from '../../src/models/ledger.ts';
import { REASON } from '../../src/models/reasons.ts';
import { createSimulation, planOf } from '../../src/scenario/create-simulation.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';
import { nodeOf, tell } from '../support/tell.ts';

const users = nodeOf('client', 'users');
const monolith = nodeOf('instance-group', 'monolith');
const queue = nodeOf('queue', 'queue');

describe('outcomes', () => {
  it('are counted with their reasons', () => {
    const metrics = new RunMetrics([users]);
    tell(
      metrics,
      ...[0, 1, 2, 3, 4, 5].map((upload) => [upload, 'upload.started', { upload, c: upload === 5 ? 1 : 0 }] as const),
      [6, 'request.given-up', { upload: 0, a: 1, c: REASON['backlog-full'] }],
      [6, 'upload.refused', { upload: 0, c: REASON['backlog-full'] }],
      [6, 'request.given-up', { upload: 1, a: 1, c: REASON['connection-refused'] }],
      [6, 'upload.refused', { upload: 1, c: REASON['connection-refused'] }],
      [7, 'upload.accepted', { upload: 2 }],
      [8, 'upload.watchable', { upload: 2 }],
      [9, 'upload.accepted', { upload: 3 }],
      [9, 'upload.lost', { upload: 3, c: REASON['crashed-after-accepting'] }],
      [9, 'upload.dead-lettered', { upload: 4, c: REASON['too-many-receives'] }],
    );
    const { outcomes } = metrics;
    expect(outcomes).toMatchObject({
      started: 6,
      startedByHand: 1,
      accepted: 2,
      watchable: 1,
      refused: 2,
      lost: 1,
      deadLettered: 1,
    });
    expect(openUploads(outcomes)).toBe(1);
    expect(byReason(outcomes.refusedBy)).toEqual({ 'backlog-full': 1, 'connection-refused': 1 });
    expect(byReason(outcomes.lostBy)).toEqual({ 'crashed-after-accepting': 1 });
    expect(byReason(outcomes.deadLetteredBy)).toEqual({ 'too-many-receives': 1 });
    expect((metrics.components[0] as ClientFigures).state).toMatchObject({ started: 6, accepted: 2, gaveUp: 2 });
  });
});

describe('times', () => {
  it('are those until accepted, until watchable, and in line on the way', () => {
    const metrics = new RunMetrics([users, monolith, queue]);
    tell(
      metrics,
      [0, 'instance.launched', { component: 1, subject: 0 }],
      [0, 'instance.running', { component: 1, subject: 0 }],
      [0, 'instance.in-service', { component: 1, subject: 0 }],
      [10, 'upload.started', { upload: 0 }],
      [10, 'request.waiting', { component: 1, upload: 0, subject: 7, b: 1 }],
      [13, 'job.began', { component: 1, upload: 0, subject: 0, a: 0 }],
      [14, 'message.queued', { component: 2, upload: 0, subject: 0, b: 1 }],
      [15, 'upload.accepted', { upload: 0 }],
      [19, 'message.received', { component: 2, upload: 0, subject: 0, b: 1 }],
      [30, 'message.reappeared', { component: 2, upload: 0, subject: 0, b: 1 }],
      [32, 'message.received', { component: 2, upload: 0, subject: 0, b: 2 }],
      [40, 'upload.watchable', { component: 1, upload: 0 }],
      [41, 'message.reappeared', { component: 2, upload: 0, subject: 0, b: 2 }],
      [49, 'message.received', { component: 2, upload: 0, subject: 0, b: 3 }],
    );
    const { times } = metrics;
    expect(times.untilAccepted.mean).toBe(5);
    expect(times.untilWatchable.mean).toBe(30);
    expect(times.waiting.mean).toBe(3 + 5 + 2);
  });

  it('count an answer that comes after the video is watchable', () => {
    const metrics = new RunMetrics([users]);
    tell(metrics, [1, 'upload.started', { upload: 0 }], [4, 'upload.watchable', { upload: 0 }]);
    tell(metrics, [5, 'upload.accepted', { upload: 0 }]);
    expect(metrics.times.untilAccepted.mean).toBe(4);
  });

  it('leave out uploads that were never watchable', () => {
    const metrics = new RunMetrics([users]);
    tell(metrics, [1, 'upload.started', { upload: 0 }], [4, 'upload.refused', { upload: 0, c: 1 }]);
    expect(metrics.times.untilWatchable.count).toBe(0);
    expect(metrics.times.untilWatchable.mean).toBeNaN();
  });

  it('have percentiles within 0.4 % of the exact ones', () => {
    const metrics = new RunMetrics([users]);
    const streams = new RandomStreams(11);
    const stream = streams.open('times');
    const exact: number[] = [];
    for (let upload = 0; upload < 5000; upload += 1) {
      const lasts = Math.round(1 + 1e6 * (1 / streams.uniform(stream)));
      exact.push(lasts / 1e6);
      metrics.fact(upload, FACT['upload.started'], 0, upload, -1, 0, 0, 0);
      metrics.fact(upload + lasts, FACT['upload.watchable'], 0, upload, -1, 0, 0, 0);
    }
    exact.sort((a, b) => a - b);
    for (const [share, place] of [
      [0.5, 2499],
      [0.95, 4749],
      [0.99, 4949],
    ] as const) {
      const expected = exact[place] as number;
      expect(Math.abs(metrics.times.untilWatchable.quantile(share) / expected - 1)).toBeLessThan(0.004);
    }
  });
});

describe('the figures of any scenario', () => {
  it('agree with the state of the world', () => {
    fc.assert(
      fc.property(scenarioArbitrary, (scenario) => {
        const { nodes, links } = planOf(scenario);
        const metrics = new RunMetrics(nodes, links);
        const world = createSimulation(scenario, metrics);
        world.runUntil(seconds(scenario.durationSeconds));
        const { totals } = world.uploads;
        const { outcomes } = metrics;
        expect([
          openUploads(outcomes),
          outcomes.watchable,
          outcomes.refused,
          outcomes.lost,
          outcomes.deadLettered,
        ]).toEqual([
          totals[OUTCOME.open],
          totals[OUTCOME.watchable],
          totals[OUTCOME.refused],
          totals[OUTCOME.lost],
          totals[OUTCOME['dead-lettered']],
        ]);
        for (const [index, { kind }] of nodes.entries()) {
          const component = world.components[index] as Component;
          const figures = metrics.components[index];
          if (kind === 'queue') {
            const { state } = figures as QueueFigures;
            expect(state.visible.value).toBe(component.gauge('visible'));
            expect(state.visible.value + state.inFlight.value).toBe(component.gauge('visible-and-in-flight'));
            expect(state.delayed.value).toBe(component.gauge('delayed'));
            const given = state.deleted + state.deadLettered + state.expired + state.movedAway;
            expect(state.arrived).toBe(given + state.visible.value + state.inFlight.value + state.delayed.value);
          } else if (kind === 'instance-group') {
            const { state } = figures as GroupFigures;
            const { instances, inService, backlog, backlogHead, waitingAtInstances, desired } =
              component.state as GroupState;
            const present = instances.filter(({ phase }) => phase !== 'gone');
            const { fleet } = state;
            expect(fleet.inService.value).toBe(inService);
            expect(fleet.instances.count).toBe(present.length);
            expect(fleet.busySlots.value).toBe(present.reduce((sum, { busy }) => sum + busy, 0));
            expect(fleet.crashed.value).toBe(present.filter(({ phase }) => phase === 'crashed').length);
            const serving = present.filter(({ phase }) => phase === 'in-service' || phase === 'draining');
            expect(fleet.working.value).toBe(serving.filter(({ busy }) => busy > 0).length);
            expect(idle(fleet, ({ value }) => value)).toBe(serving.filter(({ busy }) => busy === 0).length);
            expect(state.backlog.value).toBe(backlog.length - backlogHead + waitingAtInstances);
            // A parameter that is turned at the start is told of by a fact; until then it is what was set.
            expect(state.desired.value).toBe(desired);
            const draining = present.filter(({ phase }) => phase === 'draining');
            expect(fleet.busySlotsDraining.value).toBe(draining.reduce((sum, { busy }) => sum + busy, 0));
            expect(state.arrived).toBe(
              state.finished + state.refused + state.failed + state.backlog.value + fleet.busySlots.value,
            );
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('go separate ways after a copy, and the same way if told the same', () => {
    fc.assert(
      fc.property(scenarioArbitrary, fc.double({ min: 0, max: 1, noNaN: true }), (scenario, part) => {
        const { nodes, links } = planOf(scenario);
        const whole = new RunMetrics(nodes, links);
        const world = createSimulation(scenario, whole);
        const cut = Math.round(seconds(scenario.durationSeconds) * part);
        world.runUntil(cut);
        const branch = whole.copy();
        const before = figuresOf(whole);
        const later = world.copy();
        later.observe(branch);
        later.runUntil(seconds(scenario.durationSeconds));
        expect(figuresOf(whole)).toEqual(before);
        world.runUntil(seconds(scenario.durationSeconds));
        expect(figuresOf(branch)).toEqual(figuresOf(whole));
      }),
      { numRuns: 30 },
    );
  });
});

/** All that can be read off, in a form that can be compared. */
function figuresOf(metrics: RunMetrics): unknown {
  const { untilWatchable, waiting, untilAccepted } = metrics.times;
  const times = [untilWatchable, waiting, untilAccepted].map((sketch) => [
    sketch.count,
    sketch.mean,
    sketch.quantile(0.5),
    sketch.quantile(0.99),
  ]);
  const components = metrics.components.map((each) => ('state' in each ? each.state : each));
  return structuredClone({ outcomes: metrics.outcomes, times, components });
}

/** Every kind of fact must at least be let pass. */
it('lets pass what says nothing of figures', () => {
  const metrics: Observer = new RunMetrics([users]);
  tell(metrics, [1, 'step.began', {}], [1, 'circuit.closed', {}], [1, 'fault.began', {}]);
  expect(figuresOf(metrics as RunMetrics)).toEqual(figuresOf(new RunMetrics([users])));
});
