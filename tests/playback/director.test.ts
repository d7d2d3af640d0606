/** The picture of a run at a time, however one got there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds, toSeconds } from '../../src/engine/time.ts';
import { FACT } from '../../src/models/facts.ts';
import type { WorldPlan } from '../../src/models/world.ts';
import { Choreography } from '../../src/playback/choreography.ts';
import { Director, type Frame } from '../../src/playback/director.ts';
import { MOST_DOTS } from '../../src/playback/hops.ts';
import { carriesNews } from '../../src/playback/news.ts';
import { SPEEDS } from '../../src/playback/pacer.ts';
import { Reel } from '../../src/playback/reel.ts';
import { applyFact, emptyView, type View } from '../../src/playback/view.ts';
import type { GroupView } from '../../src/playback/views/group-view.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { anyScenario } from '../support/any-scenario.ts';
import { inOrder, type RecordedRun, recordRun, reelOf, tellAll } from '../support/recorded-run.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';

/** Everything that can be seen in a frame, in a shape that stays. */
function pictureOf({ t, speed, view, hops, messagesPerDot, flows }: Frame) {
  const { length, ...columns } = hops;
  return structuredClone({
    t,
    speed,
    view: inOrder(view),
    hops: Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, [...column.subarray(0, length)]])),
    messagesPerDot,
    flows: [[...flows.perWallSecond], [...flows.isFlowing]],
  });
}

function directorOf({ plan, chunks }: Pick<RecordedRun, 'plan' | 'chunks'>, mostDots?: number): Director {
  return new Director(reelOf(chunks), plan.nodes, plan.links, Number.POSITIVE_INFINITY, mostDots);
}

const crash = { kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 100, untilSeconds: 140 } as const;
const queued = newScenario('queued', { interventions: [crash], seed: 7 });
const monolith = newScenario('monolith', { interventions: [crash], seed: 7 });
const aStage: fc.Arbitrary<Scenario> = fc.constantFrom<Scenario[]>(queued, monolith);
const stageRuns = new Map<Scenario, RecordedRun>([queued, monolith].map((stage) => [stage, recordRun(stage)]));
const runOf = (scenario: Scenario): RecordedRun => stageRuns.get(scenario) ?? recordRun(scenario);

/** Somebody who plays, steps, drags, jumps, and changes the speed. */
const moves = fc.array(
  fc.oneof(
    fc.record({ by: fc.constant('frame' as const), frames: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ by: fc.constant('drag' as const), share: fc.double({ min: -0.05, max: 0.05, noNaN: true }) }),
    fc.record({ by: fc.constant('jump' as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
    fc.record({ by: fc.constant('step' as const), isForward: fc.boolean() }),
    fc.record({ by: fc.constant('speed' as const), speed: fc.constantFrom(...SPEEDS) }),
  ),
  { minLength: 1, maxLength: 25 },
);

describe('a picture', () => {
  it.each([
    ['of a stage', aStage, 40],
    ['of any run', scenarioArbitrary, 60],
    ['of any architecture', anyScenario, 60],
  ] as const)(
    '%s is the same however one got there',
    (_, scenarios, numRuns) => {
      fc.assert(
        fc.property(scenarios, moves, (scenario, steps) => {
          const run = runOf(scenario);
          const wanderer = directorOf(run);
          let t = 0;
          let speed = 5;
          for (const step of steps) {
            if (step.by === 'speed') speed = step.speed;
            const frames = step.by === 'frame' ? step.frames : 1;
            for (let frame = 0; frame < frames; frame += 1) {
              if (step.by === 'frame') t += speed / 60;
              if (step.by === 'drag') t += step.share * scenario.durationSeconds;
              if (step.by === 'jump') t = step.share * scenario.durationSeconds;
              if (step.by === 'step') {
                t = (step.isForward ? wanderer.nextChange(t, speed) : wanderer.previousChange(t, speed)) ?? t;
              }
              t = Math.max(0, Math.min(t, scenario.durationSeconds));
              wanderer.frameAt(t, speed);
            }
            expect(pictureOf(wanderer.frameAt(t, speed))).toEqual(pictureOf(directorOf(run).frameAt(t, speed)));
          }
        }),
        { numRuns },
      );
    },
    60_000,
  );

  describe('once found by chance to be late, after a look back from where much is still to be shown,', () => {
    // What happens at the servers at 20.1 and 29.5 is shown at 23 and 32.4; before that more sets off, at 21.2 and 30.2.
    const run = recordRun(
      aScenario([people({ times: [20, 21.2, 29.4, 30.2] }), group('servers')], ['people servers'], {
        durationSeconds: 40,
      }),
    );
    const speed = 50;
    /** Drags back, half a millisecond at a time, and then looks at what was still to come. */
    const isTheSameAfter = (wanderer: Director, from: number, to: number) => {
      for (let t = from; t >= to; t -= 0.0005) wanderer.frameAt(t, speed);
      for (const t of [22, 24, 31, 33, 40]) {
        expect(pictureOf(wanderer.frameAt(t, speed))).toEqual(pictureOf(directorOf(run).frameAt(t, speed)));
      }
    };

    it('is the same however far one drags it back', () => {
      isTheSameAfter(directorOf(run), 21, 10);
    });

    it('is the same when it was asked what comes next', () => {
      const wanderer = directorOf(run);
      wanderer.nextChange(20, speed);
      isTheSameAfter(wanderer, 29, 20);
    });
  });

  it('is the same from whichever keyframe it is made', () => {
    fc.assert(
      fc.property(aStage, fc.constantFrom(...SPEEDS), fc.double({ min: 0, max: 300, noNaN: true }), (any, speed, t) => {
        const coarse = directorOf(recordRun(any, 300));
        const fine = directorOf(runOf(any));
        expect(pictureOf(fine.frameAt(t, speed))).toEqual(pictureOf(coarse.frameAt(t, speed)));
      }),
      { numRuns: 60 },
    );
  });

  it('is the same whether the run was known to its end or came in while it played', () => {
    const run = runOf(queued);
    const reel = new Reel();
    const director = new Director(reel, run.plan.nodes, run.plan.links);
    const whole = directorOf(run);
    expect(pictureOf(director.frameAt(0, 10)).view).toEqual(inOrder(emptyView(run.plan.nodes)));
    for (const chunk of run.chunks) {
      reel.add(chunk);
      for (let t = toSeconds(chunk.from); t < toSeconds(chunk.to); t += 1.7) {
        expect(pictureOf(director.frameAt(t, 10))).toEqual(pictureOf(whole.frameAt(t, 10)));
      }
    }
  });

  it('goes no further than what is recorded', () => {
    const run = recordRun(queued, 10);
    const some = directorOf({ plan: run.plan, chunks: run.chunks.slice(0, 5) });
    expect(some.frameAt(200, 5).t).toBe(seconds(50));
    expect(pictureOf(some.frameAt(200, 5))).toEqual(pictureOf(some.frameAt(50, 5)));
    expect(some.frameAt(-3, 5).t).toBe(0);
  });

  it('forgets a future that was taken back', () => {
    const broken = recordRun(queued, 10);
    const well = recordRun({ ...queued, interventions: [] }, 10);
    const reel = reelOf(broken.chunks);
    const director = new Director(reel, broken.plan.nodes, broken.plan.links);
    director.frameAt(150, 5);
    reel.truncate(10);
    for (const chunk of well.chunks.slice(10)) reel.add(chunk);
    for (const t of [150, 98, 300]) {
      expect(pictureOf(director.frameAt(t, 5))).toEqual(pictureOf(directorOf(well).frameAt(t, 5)));
    }
  });

  it('has caught up with the truth when nothing has happened for two seconds on the wall', () => {
    // All is over long before the end of the five minutes.
    const run = runOf(queued);
    const truth = emptyView(run.plan.nodes);
    for (const { facts } of run.chunks) tellAll(truth, facts);
    const shown = directorOf(run).frameAt(300, 5);
    expect(inOrder(shown.view)).toEqual(inOrder(truth));
    expect(shown.hops.length).toBe(0);
  });
});

describe('what is shown of any run', () => {
  const everywhere = (holds: (view: View, plan: WorldPlan) => void) =>
    fc.assert(
      fc.property(fc.oneof(aStage, scenarioArbitrary), fc.constantFrom(...SPEEDS), (scenario, speed) => {
        const run = runOf(scenario);
        const director = directorOf(run);
        for (let share = 0; share <= 1; share += 1 / 64) {
          holds(director.frameAt(share * scenario.durationSeconds, speed).view, run.plan);
        }
      }),
      { numRuns: 50 },
    );

  it('has as many tokens in each queue as its counters say', () => {
    everywhere((view) => {
      for (const queue of view) {
        if (queue.kind !== 'queue') continue;
        const items = [...queue.items.values()];
        expect(items.filter(({ visibleAgainAt }) => visibleAgainAt < 0)).toHaveLength(queue.visible);
        expect(items.filter(({ visibleAgainAt }) => visibleAgainAt >= 0)).toHaveLength(queue.inFlight);
      }
    });
  });

  it('never has more work in an instance than it has slots, and none in one that is not in service', () => {
    everywhere((view, { nodes }) => {
      view.forEach((component, index) => {
        if (component.kind !== 'instance-group') return;
        const slots = nodes[index]?.params['slotsPerInstance'] as number;
        for (const { jobs, phase } of component.instances) {
          expect(jobs.length).toBeLessThanOrEqual(phase === 'in-service' || phase === 'draining' ? slots : 0);
        }
      });
    });
  });

  it('has as many busy instances in the fleet as there is work in hand', () => {
    const run = runOf(queued);
    const fleet = run.plan.nodes.findIndex(({ id }) => id === 'fleet');
    const director = directorOf(run);
    let most = 0;
    for (let t = 0; t <= 300; t += 0.25) {
      const { instances } = director.frameAt(t, 5).view[fleet] as GroupView;
      const busy = instances.filter(({ jobs }) => jobs.length > 0).length;
      expect(instances.flatMap(({ jobs }) => jobs)).toHaveLength(busy);
      most = Math.max(most, busy);
    }
    expect(most).toBeGreaterThan(3);
  });
});

describe('work in the picture', () => {
  it('goes from where it is shown to begin to where it is shown to end', () => {
    const scenario = aScenario(
      [people({ times: [1] }), group('servers', { steps: [{ step: 'process', work: [lasting(4)] }] })],
      ['people servers'],
      { durationSeconds: 20 },
    );
    // From 5× on a hop is 3 s long, so the work, from 1.1 to 5.1, is shown when it is nearly over, for half its time.
    for (const chunkSeconds of [1, 20]) {
      const { view } = directorOf(recordRun(scenario, chunkSeconds)).frameAt(5, 10);
      expect((view[1] as GroupView).instances[0]?.jobs).toMatchObject([
        { began: seconds(1.1), stepBegan: seconds(4), stepEnds: seconds(6) },
      ]);
    }
    // At 1× the hop is over at 1.6, and by 4.9 s the keyframe that is used has known of the work for long.
    for (const chunkSeconds of [1, 20]) {
      const { view } = directorOf(recordRun(scenario, chunkSeconds)).frameAt(4.9, 1);
      expect((view[1] as GroupView).instances[0]?.jobs).toMatchObject([
        { began: seconds(1.1), stepBegan: seconds(1.6), stepEnds: seconds(5.1) },
      ]);
    }
  });
});

describe('hops in the picture', () => {
  it('are those under way, with how far they are', () => {
    const scenario = aScenario([people({ times: [1, 1.3] }), group('servers')], ['people servers'], {
      durationSeconds: 20,
    });
    const director = directorOf(recordRun(scenario));
    expect(pictureOf(director.frameAt(1.45, 1)).hops).toEqual({
      link: [0, 0],
      back: [0, 0],
      position: [0.75, 0.25],
      upload: [0, 1],
      messageId: [0, 1],
      operation: [0, 0],
      reason: [0, 0],
      attempt: [0, 0],
      sentAt: [seconds(1), seconds(1.3)],
      arrivesAt: [seconds(1.1), seconds(1.4)],
    });
    expect(director.frameAt(0.999, 1).hops.length).toBe(0);
    expect(director.frameAt(1, 1).hops.length).toBe(1);
    expect(director.frameAt(1.6, 1).hops.length).toBe(1);
  });

  it('are not drawn where they are too quick to be seen', () => {
    const scenario = aScenario(
      [people({ arrivals: 'none' }), group('servers', { queue: 'queue' }), component('queue', 'queue')],
      ['people servers', 'servers queue'],
      { durationSeconds: 60 },
    );
    const polls = recordRun(scenario);
    const most = (speed: number) => {
      const director = directorOf(polls);
      return Math.max(...Array.from({ length: 600 }, (_, tenth) => director.frameAt(tenth / 10, speed).hops.length));
    };
    // A tenth of a second on the wall, and a fifth.
    expect([most(1), most(0.5)]).toEqual([0, 1]);
    const { flows } = directorOf(polls).frameAt(20.05, 1);
    expect([...flows.perWallSecond, ...flows.isFlowing]).toEqual(Array(8).fill(0));
  });

  it('give way to flow where they carry something and are too quick', () => {
    const { plan, chunks } = runOf(queued);
    const reel = reelOf(chunks);
    const choreography = new Choreography(reel, plan.nodes, plan.links, 20);
    choreography.extendTo(reel.recordedUntil);
    const quick = [...choreography.order.subarray(0, choreography.ordered)].filter((row) => {
      const isHop = reel.facts.kind[row] === FACT['message.sent'] && carriesNews(reel.facts, row);
      return isHop && (choreography.hopTime[row] as number) < choreography.shortestDot;
    });
    expect(quick.length).toBeGreaterThan(5);
    const director = directorOf({ plan, chunks });
    for (const row of quick) {
      const { hops, flows } = director.frameAt(toSeconds(choreography.shownAt(row)), 20);
      expect([...hops.messageId.subarray(0, hops.length)]).not.toContain(reel.facts.subject[row]);
      expect(flows.isFlowing[reel.facts.b[row] as number]).toBe(1);
    }
  });
});

describe('the next change of the picture', () => {
  it('is the next thing that is shown, and the one before leads back', () => {
    const scenario = aScenario([people({ times: [1] }), group('servers')], ['people servers'], { durationSeconds: 20 });
    const director = directorOf(recordRun(scenario, 4));
    const times: number[] = [];
    for (let t: number | null = 0; t !== null; t = director.nextChange(t, 1)) times.push(t);
    // The upload starts, arrives and is begun; the work is done; the answer arrives.
    expect(times).toEqual([0, 1, 1.6, 3.1, 3.7]);
    const back: number[] = [];
    for (let t: number | null = 20; t !== null; t = director.previousChange(t, 1)) back.push(t);
    expect(back).toEqual([20, 3.7, 3.1, 1.6, 1, 0]);
  });

  it('passes over polls and what only confirms', () => {
    const director = directorOf(runOf(queued));
    const run = runOf(queued);
    const { facts } = reelOf(run.chunks);
    const polls = facts.kind.subarray(0, facts.length).filter((kind) => kind === FACT['queue.polled']).length;
    let changes = 0;
    for (let t: number | null = 0; t !== null; t = director.nextChange(t, 0.1)) changes += 1;
    expect(polls).toBeGreaterThan(50);
    expect(changes).toBeLessThan(facts.length - polls);
  });
});

describe('a crowd', () => {
  const crowd = recordRun(
    newScenario('queued', {
      durationSeconds: 60,
      parameters: {
        users: { arrivals: 'steady', ratePerSecond: 150 },
        upload: { minimum: 20, desired: 20, maximum: 20, slotsPerInstance: 50 },
      },
    }),
  );
  const onWays = ({ hops }: Frame): Set<number> => {
    const ways = new Set<number>();
    for (let i = 0; i < hops.length; i += 1) ways.add((hops.link[i] as number) * 2 + (hops.back[i] as number));
    return ways;
  };

  it('is drawn with no more dots than can be told apart, and some on every way on which something moves', () => {
    const ways = crowd.plan.links.length * 2;
    const all = directorOf(crowd, 1_000_000);
    const few = directorOf(crowd);
    for (let t = 0; t < 60; t += 1.7) {
      const each = all.frameAt(t, 20);
      const thinned = few.frameAt(t, 20);
      expect(each.messagesPerDot).toBe(1);
      expect(thinned.hops.length).toBeLessThanOrEqual(MOST_DOTS + ways);
      expect(onWays(thinned)).toEqual(onWays(each));
      if (each.hops.length > 0) {
        const stoodFor = (thinned.hops.length * thinned.messagesPerDot) / each.hops.length;
        if (thinned.messagesPerDot > 1) expect(stoodFor).toBeGreaterThan(0.7);
        if (thinned.messagesPerDot > 1) expect(stoodFor).toBeLessThan(1.4);
      }
    }
    expect(few.frameAt(30, 20).messagesPerDot).toBeGreaterThan(1);
  });

  it('never hides the upload that is followed', () => {
    const all = directorOf(crowd, 1_000_000);
    const few = directorOf(crowd, 10);
    const { hops } = all.frameAt(30, 20);
    const messages = [...hops.messageId.subarray(0, hops.length)];
    const uploads = [...hops.upload.subarray(0, hops.length)];
    for (const upload of uploads.slice(0, 50)) {
      few.follow = upload;
      const thinned = few.frameAt(30, 20).hops;
      const drawn = [...thinned.messageId.subarray(0, thinned.length)];
      expect(drawn).toEqual(expect.arrayContaining(messages.filter((_, place) => uploads[place] === upload)));
    }
  });

  it('flows where it is too dense for dots, with as many messages a second on the wall as set off', () => {
    const director = directorOf(crowd);
    // 150 uploads a second, at 20×.
    const { flows } = director.frameAt(30, 20);
    expect(flows.perWallSecond[0]).toBe(3000);
    expect(flows.isFlowing[0]).toBe(1);
    const slow = director.frameAt(30, 0.2).flows;
    expect(slow.perWallSecond[0]).toBe(30);
    expect(slow.isFlowing[0]).toBe(0);
  });
});

it('has shown everything when the run ends, at any speed', () => {
  // Until a second after the peak, so that much is under way.
  const until = 101;
  const { chunks, plan } = recordRun(newScenario('queued', { durationSeconds: until }));
  const truth = emptyView(plan.nodes);
  const reel = reelOf(chunks);
  for (let row = 0; row < reel.facts.length; row += 1) applyFact(truth, reel.facts, row);
  for (const speed of SPEEDS) {
    const director = new Director(reel, plan.nodes, plan.links, seconds(until));
    expect(counts(director.frameAt(until, speed).view)).toEqual(counts(truth));
  }
});

/** What is counted at each component, without the times at which it is shown. */
function counts(view: View): unknown[] {
  return view.map((component) => {
    if (component.kind === 'queue') return [component.visible, component.inFlight, component.deadLetters.length];
    if (component.kind !== 'instance-group') return component;
    const instances = component.instances.map(({ id, phase, jobs }) => [id, phase, jobs.map(({ job }) => job)]);
    return [component.desired, component.refused, component.finished, component.backlog.size, instances];
  });
}
