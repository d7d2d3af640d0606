/** What can be seen of a run, fact by fact. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { TraceRecorder } from '../../src/engine/trace.ts';
import type { Component } from '../../src/models/component.ts';
import { OBJECT, STEP } from '../../src/models/facts.ts';
import type { GroupState } from '../../src/models/instance-group/group-state.ts';
import type { QueueState } from '../../src/models/queue/queue-state.ts';
import type { World, WorldNode } from '../../src/models/world.ts';
import { Choreography } from '../../src/playback/choreography.ts';
import { applyFact, type ComponentView, copyView, emptyView, type View } from '../../src/playback/view.ts';
import type { GroupView } from '../../src/playback/views/group-view.ts';
import type { QueueView } from '../../src/playback/views/queue-view.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { inOrder, recordRun, reelOf, tellAll } from '../support/recorded-run.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';
import { nodeOf, type Told, tell } from '../support/tell.ts';

/** Properties take a second or two, but many on a busy machine. */
const PATIENCE_MS = 60_000;

const users = nodeOf('client', 'users');
const fleet = nodeOf('instance-group', 'fleet', { slotsPerInstance: 2 });
const queue = nodeOf('queue', 'queue');
const bucket = nodeOf('bucket', 'bucket');
const table = nodeOf('table', 'table');

/** What can be seen of one component after these facts. */
function seen(node: WorldNode, ...facts: Told[]): ComponentView {
  return told([node], ...facts)[0] as ComponentView;
}

function told(nodes: readonly WorldNode[], ...facts: Told[]): View {
  const recorder = new TraceRecorder();
  tell(recorder, ...facts);
  const view = emptyView(nodes);
  tellAll(view, recorder.take());
  return view;
}

/** Instance 3 in service from second 10. */
const inService: Told[] = [
  [0, 'instance.launched', { subject: 3, a: seconds(10) }],
  [2, 'instance.running', { subject: 3, a: seconds(10) }],
  [10, 'instance.in-service', { subject: 3 }],
];
const began = (at: number, upload: number, job: number): Told => [at, 'job.began', { upload, subject: 3, b: job }];
const finished = (at: number, upload: number, job: number): Told => [
  at,
  'job.finished',
  { upload, subject: 3, b: job },
];
const crashed = (at: number): Told => [at, 'instance.crashed', { subject: 3 }];

function instances(...facts: Told[]) {
  return (seen(fleet, ...facts) as GroupView).instances;
}

describe('people', () => {
  it('wait from the start of their upload until they are told how it went', () => {
    const view = seen(
      users,
      [0, 'upload.started', { upload: 0 }],
      [1, 'upload.started', { upload: 1 }],
      [2, 'upload.started', { upload: 2 }],
      [3, 'upload.accepted', { upload: 0 }],
      [4, 'request.given-up', { upload: 2, a: 1, c: 1 }],
    );
    expect(view).toMatchObject({ kind: 'client', started: 3, accepted: 1, refused: 1, waiting: 1 });
  });
});

describe('a group', () => {
  it('starts with what is desired, brought between minimum and maximum', () => {
    const desired = (params: Record<string, number>): number =>
      (emptyView([nodeOf('instance-group', 'fleet', params)])[0] as GroupView).desired;
    expect(desired({ minimum: 0, desired: 2, maximum: 5 })).toBe(2);
    expect(desired({ minimum: 3, desired: 2, maximum: 5 })).toBe(3);
    expect(desired({ minimum: 3, desired: 9, maximum: 5 })).toBe(5);
    expect((seen(fleet, [4, 'desired.changed', { a: 7, b: 1, c: 20 }]) as GroupView).desired).toBe(7);
  });

  it('shows each instance in its phase, since when, and until when it comes up', () => {
    const phases = (...facts: Told[]) =>
      instances(...facts).map(({ id, phase, since, until }) => [id, phase, since, until]);
    expect(phases(...inService.slice(0, 1))).toEqual([[3, 'pending', 0, seconds(10)]]);
    expect(phases(...inService.slice(0, 2))).toEqual([[3, 'starting', seconds(2), seconds(10)]]);
    expect(phases(...inService)).toEqual([[3, 'in-service', seconds(10), seconds(10)]]);
    expect(phases(...inService, [12, 'instance.draining', { subject: 3 }])).toEqual([
      [3, 'draining', seconds(12), seconds(12)],
    ]);
    expect(phases(...inService, crashed(13))).toEqual([[3, 'crashed', seconds(13), seconds(13)]]);
    expect(
      phases(
        ...inService,
        crashed(13),
        [20, 'instance.launched', { subject: 3, a: seconds(25), c: 1 }],
        [20, 'instance.running', { subject: 3, a: seconds(25) }],
      ),
    ).toEqual([[3, 'starting', seconds(20), seconds(25)]]);
    expect(phases(...inService, [14, 'instance.gone', { subject: 3 }])).toEqual([]);
  });

  it('shows the work of an instance: the step, what is made, and from when to when', () => {
    const step = STEP.process + 256 * OBJECT['720p'];
    const facts: Told[] = [
      ...inService,
      began(11, 8, 0),
      [12, 'step.began', { upload: 8, subject: 3, a: seconds(15), b: 0, c: step }],
    ];
    const job = { job: 0, upload: 8, began: seconds(11) };
    expect(instances(...facts)[0]?.jobs).toEqual([
      { ...job, step: STEP.process, makes: OBJECT['720p'], stepBegan: seconds(12), stepEnds: seconds(15) },
    ]);
    const waiting: Told = [15, 'step.finished', { upload: 8, subject: 3, b: 0, c: STEP.process }];
    expect(instances(...facts, waiting)[0]?.jobs).toEqual([
      { ...job, step: STEP.process, makes: 0, stepBegan: seconds(15), stepEnds: seconds(15) },
    ]);
  });

  it('says since when an instance has been idle, and how much work went well and badly', () => {
    const view = seen(fleet, ...inService, began(11, 8, 0), began(12, 9, 1), finished(20, 8, 0), [
      18,
      'job.failed',
      { upload: 9, subject: 3, b: 1, c: 1 },
    ]) as GroupView;
    expect(view.instances[0]).toMatchObject({ jobs: [], idleSince: seconds(20) });
    expect(view).toMatchObject({ finished: 1, failed: 1 });
    expect(instances(...inService)[0]?.idleSince).toBe(seconds(10));
  });

  it('tells apart two uploads whose jobs have the same number', () => {
    const jobs = instances(...inService, began(11, 8, 0), began(13, 9, 0), finished(12, 8, 0))[0]?.jobs;
    expect(jobs?.map(({ upload }) => upload)).toEqual([9]);
  });

  it('passes over work that began before a crash and is told after it, even when the instance is back', () => {
    const back: Told[] = [
      [20, 'instance.launched', { subject: 3, a: seconds(25), c: 1 }],
      [20, 'instance.running', { subject: 3, a: seconds(25) }],
      [25, 'instance.in-service', { subject: 3 }],
    ];
    const late = began(11, 8, 0);
    expect(instances(...inService, crashed(12), late)[0]?.jobs).toEqual([]);
    expect(instances(...inService, crashed(12), ...back, late)[0]?.jobs).toEqual([]);
    expect(instances(...inService, crashed(12), ...back, began(25, 8, 0))[0]?.jobs).toHaveLength(1);
    expect(instances(...inService, [12, 'instance.gone', { subject: 3 }], late)).toEqual([]);
  });

  it('counts the end of work that it does not know, and is otherwise not troubled by it', () => {
    const step: Told = [11, 'step.began', { upload: 8, subject: 3, a: seconds(15), b: 0 }];
    const drained: Told = [13, 'instance.draining', { subject: 3 }];
    const view = seen(fleet, ...inService, crashed(12), step, finished(12, 8, 0), drained) as GroupView;
    expect(view).toMatchObject({ finished: 1, instances: [{ phase: 'crashed', jobs: [], idleSince: seconds(12) }] });
  });

  it('keeps the line of those that wait for a slot in the order of their messages', () => {
    const waiting = (message: number, upload: number): Told => [
      message,
      'request.waiting',
      { upload, subject: message },
    ];
    const view = seen(
      fleet,
      ...inService,
      waiting(7, 70),
      waiting(5, 50),
      waiting(30, 300),
      waiting(9, 90),
      [31, 'request.taken', { upload: 70, subject: 7 }],
      began(31, 70, 0),
      [32, 'request.refused', { upload: 50, subject: 5, c: 2 }],
      [32, 'request.refused', { upload: 51, subject: 11, c: 3 }],
    ) as GroupView;
    expect([...view.backlog]).toEqual([
      [9, { upload: 90, since: seconds(9) }],
      [30, { upload: 300, since: seconds(30) }],
    ]);
    expect(view.refused).toBe(2);
  });
});

describe('a queue', () => {
  const queued = (at: number, item: number, upload = item): Told => [at, 'message.queued', { upload, subject: item }];
  const received = (at: number, item: number, times: number): Told => [
    at,
    'message.received',
    { upload: item, subject: item, a: seconds(at + 30), b: times },
  ];

  it('shows its messages, seen or out of sight, until they are deleted', () => {
    const view = seen(
      queue,
      queued(1, 0),
      queued(2, 1),
      queued(3, 2),
      received(4, 0, 1),
      received(5, 1, 1),
      [6, 'message.deleted', { upload: 0, subject: 0 }],
      [35, 'message.reappeared', { upload: 1, subject: 1, b: 1 }],
      received(36, 2, 1),
    ) as QueueView;
    expect([...view.items.values()]).toEqual([
      { item: 1, upload: 1, since: seconds(2), receiveCount: 1, visibleAgainAt: -1, isDelayed: false },
      { item: 2, upload: 2, since: seconds(3), receiveCount: 1, visibleAgainAt: seconds(66), isDelayed: false },
    ]);
    expect(view).toMatchObject({ visible: 1, inFlight: 1 });
  });

  it('puts what was given up aside, oldest first', () => {
    const given = (at: number, item: number): Told => [
      at,
      'message.dead-lettered',
      { upload: item, subject: item, b: 3 },
    ];
    const view = seen(queue, queued(1, 0), queued(2, 1), queued(3, 2), given(9, 1), given(8, 0)) as QueueView;
    expect(view.deadLetters).toEqual([
      { upload: 0, at: seconds(8) },
      { upload: 1, at: seconds(9) },
    ]);
    expect(view).toMatchObject({ visible: 1, inFlight: 0 });
  });

  it('keeps its messages in the order of their numbers, however they are told', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(40).keys()], { minLength: 2 }), fc.nat(39), (items, gone) => {
        const view = seen(queue, ...items.map((item) => queued(item, item)), [
          50,
          'message.deleted',
          { upload: gone, subject: gone },
        ]) as QueueView;
        const expected = items.filter((item) => item !== gone).toSorted((a, b) => a - b);
        expect([...view.items.keys()]).toEqual(expected);
        expect(view.visible).toBe(expected.length);
      }),
    );
  });
});

describe('stores', () => {
  it('show what lies in them', () => {
    const stored = (c: number, a: number): Told => [1, 'object.stored', { upload: 1, a, c }];
    expect(
      seen(bucket, stored(OBJECT.master, 100), stored(OBJECT['480p'], 0.5), stored(OBJECT['1080p'], 2)),
    ).toMatchObject({ masters: 1, renditions: 2, megabytes: 102.5 });
    expect(seen(table, [1, 'item.written', { upload: 1 }])).toMatchObject({ kind: 'table', items: 1, faults: 0 });
  });

  it('come to the same sum of megabytes in whatever order they are filled', () => {
    const sizes = [0.1, 0.2, 0.3, 278.618831, 15.8306];
    const sum = (all: readonly number[]) => seen(bucket, ...all.map((a): Told => [1, 'object.stored', { a }]));
    expect(sum(sizes.toReversed())).toEqual(sum(sizes));
  });
});

describe('faults', () => {
  it('are counted while they last, wherever they strike', () => {
    const nodes = [fleet, queue, bucket, table];
    const strike = (component: number): Told => [1, 'fault.began', { component, subject: 0 }];
    const view = told(nodes, ...nodes.map((_, component) => strike(component)), strike(1), [
      2,
      'fault.ended',
      { component: 2, subject: 0 },
    ]);
    expect(view.map((component) => ('faults' in component ? component.faults : null))).toEqual([1, 2, 0, 1]);
  });
});

describe('a view', () => {
  it('is not told of a component that is not there, and is not changed by what says nothing of its looks', () => {
    expect(() => told([], [0, 'item.written'])).toThrow('"item.written" is told of component 0, which does not exist');
    expect(seen(users, [0, 'item.written'])).toEqual(seen(users));
  });

  it('goes on independently once it is copied', () => {
    const { chunks, plan } = recordRun(scenario);
    const view = emptyView(plan.nodes);
    const copies: View[] = [];
    const expected: View[] = [];
    for (const { facts } of chunks) {
      copies.push(copyView(view));
      expected.push(structuredClone(view));
      tellAll(view, facts);
    }
    expect(copies.map(inOrder)).toEqual(expected.map(inOrder));
    expect(copies).toEqual(chunks.map(({ keyframe }) => keyframe));
  });

  it(
    'agrees with the world at any time of any run',
    () => {
      fc.assert(
        fc.property(scenarioArbitrary, (any) => {
          recordRun(any, 1, (world, view) => {
            expect(view.map((component, index) => shownOf(component, world, index))).toEqual(
              world.components.map((component) => trueOf(component, world)),
            );
          });
        }),
        { numRuns: 60 },
      );
    },
    PATIENCE_MS,
  );

  it(
    'comes to the same whether facts are told as they happened or as they are shown',
    () => {
      fc.assert(
        fc.property(scenarioArbitrary, fc.constantFrom(0.1, 1, 5, 20, 1000), (any, speed) => {
          const { chunks, plan, end } = recordRun(any, 10);
          const reel = reelOf(chunks);
          const choreography = new Choreography(reel, plan.nodes, plan.links, speed);
          choreography.extendTo(end + choreography.longestLag);
          const asShown = emptyView(plan.nodes);
          for (const row of choreography.order.subarray(0, choreography.ordered)) applyFact(asShown, reel.facts, row);
          const asHappened = emptyView(plan.nodes);
          tellAll(asHappened, reel.facts);
          expect(inOrder(asShown)).toEqual(inOrder(asHappened));
        }),
        { numRuns: 150 },
      );
    },
    PATIENCE_MS,
  );
});

const scenario = newScenario('queued', {
  seed: 3,
  durationSeconds: 200,
  interventions: [{ kind: 'fault', fault: 'crash', target: 'fleet', atSeconds: 90, untilSeconds: 120 }],
});

/** What of a component both the view and the world know, from the view … */
function shownOf(view: ComponentView, { components }: World, index: number): unknown {
  if (view.kind === 'queue') {
    const items = [...view.items.values()].map(({ item, upload, receiveCount, visibleAgainAt }) => {
      return [item, upload, receiveCount, visibleAgainAt < 0 ? 'visible' : 'in flight'];
    });
    const { visible, inFlight } = view;
    return { items, visible, inFlight, deadLetters: view.deadLetters.map(({ upload }) => upload).toSorted() };
  }
  if (view.kind === 'instance-group') {
    const { desired, faults, instances, backlog } = view;
    return {
      desired,
      faults,
      instances: instances.map(({ id, phase, jobs }) => [id, phase, jobs.map(({ upload }) => upload).toSorted()]),
      backlog: [...backlog].map(([message, { upload }]) => [message, upload]),
    };
  }
  return components[index]?.kind;
}

/** … and from the world. */
function trueOf({ kind, state }: Component, { messages }: World): unknown {
  if (kind === 'queue') {
    const { items, visible, head, inFlight, deadLetters } = state as QueueState;
    return {
      items: [...items].map(([item, { upload, receiveCount, receipt }]) => {
        return [item, upload, receiveCount, receipt === 0 ? 'visible' : 'in flight'];
      }),
      visible: visible.length - head,
      inFlight,
      deadLetters: deadLetters.map(({ upload }) => upload).toSorted(),
    };
  }
  if (kind === 'instance-group') {
    const { desired, strikes, instances, jobs, backlog, backlogHead } = state as GroupState;
    const uploadsAt = (place: number) =>
      jobs.all.filter((job) => job.isActive === 1 && job.place === place).map(({ upload }) => upload);
    return {
      desired,
      faults: strikes.length,
      instances: instances
        .map(({ id, phase }, place) => [id, phase, uploadsAt(place).toSorted()] as const)
        .filter(([, phase]) => phase !== 'gone')
        .toSorted(([a], [b]) => a - b),
      backlog: [...backlog.slice(backlogHead), ...instances.flatMap((instance) => instance.backlog)]
        .map((slot) => messages.all[slot])
        .map((message) => [message?.id, message?.upload])
        .toSorted(([a], [b]) => (a as number) - (b as number)),
    };
  }
  return kind;
}
