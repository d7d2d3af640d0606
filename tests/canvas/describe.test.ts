import { describe, expect, it } from 'vitest';
import {
  componentName,
  componentPurpose,
  describeInstance,
  describeMessage,
  formatAge,
  type MessageFacts,
} from '../../src/canvas/describe.ts';
import { doingOf, tally } from '../../src/canvas/doing.ts';
import { seconds } from '../../src/engine/time.ts';
import { OPERATION, STEP } from '../../src/models/facts.ts';
import { REASON } from '../../src/models/reasons.ts';
import type { ComponentView } from '../../src/playback/view.ts';
import type { InstanceView, JobView } from '../../src/playback/views/instances.ts';
import { text } from '../../src/text/text.ts';
import type { Say } from '../../src/ui/use-text.ts';

const say: Say = (key, ...args) => text('neutral', key, ...args);
const NOW = seconds(100);

const job: JobView = {
  job: 0,
  upload: 12,
  began: seconds(96),
  step: STEP.process,
  makes: 2,
  stepBegan: seconds(98),
  stepEnds: seconds(103),
};

const instance = (more: Partial<InstanceView>): InstanceView => ({
  id: 3,
  phase: 'in-service',
  zone: 0,
  since: seconds(40),
  until: seconds(40),
  jobs: [],
  idleSince: seconds(90),
  ...more,
});

const group = (more: Partial<Extract<ComponentView, { kind: 'instance-group' }>>): ComponentView => ({
  kind: 'instance-group',
  desired: 1,
  instances: [],
  backlog: new Map(),
  newestRequest: -1,
  faults: 0,
  refused: 0,
  finished: 0,
  failed: 0,
  ...more,
});

describe('the name of a component', () => {
  it('comes from the catalogue, or is its id', () => {
    expect(componentName('aws', 'queue')).toBe('SQS queue');
    expect(componentName('neutral', 'till')).toBe('till');
  });

  it('comes with what it is for', () => {
    expect(componentPurpose('neutral', 'fleet', 'instance-group')).toContain('take messages from the queue');
    expect(componentPurpose('neutral', 'till', 'queue')).toBe(say('component.queue.what'));
  });
});

describe('what an instance is doing', () => {
  it('names each piece of work and how long it has had it', () => {
    const { title, doing } = describeInstance(instance({ jobs: [job] }), 'idle', 'Processing fleet', NOW, say);
    expect(title).toBe('Instance 3, Processing fleet');
    expect(doing).toEqual(['Upload 12: 720p. Taken 4 s ago.']);
  });

  it('says since when it idles', () => {
    const { what, doing } = describeInstance(instance({}), 'idle', 'Processing fleet', NOW, say);
    expect(what).toContain('billed all the same');
    expect(doing).toEqual(['Since 01:30.0, 10 s ago.']);
  });

  it('says when it will be in service', () => {
    const starting = instance({ phase: 'starting', until: seconds(106) });
    expect(describeInstance(starting, 'idle', 'Processing fleet', NOW, say).doing).toEqual(['In service in 6 s.']);
  });

  it('says since when it has been down', () => {
    const down = instance({ phase: 'crashed', since: seconds(70) });
    expect(describeInstance(down, 'idle', 'Processing fleet', NOW, say).doing).toEqual(['Since 01:10.0, 30 s ago.']);
  });

  it('counts what is too much to be named', () => {
    const jobs = Array.from({ length: 7 }, (_, index) => ({ ...job, job: index }));
    expect(describeInstance(instance({ jobs }), 'idle', 'Monolith', NOW, say).doing.at(-1)).toBe('… and 3 more.');
  });
});

describe('what a group is doing', () => {
  it('is told by the states of its instances, its slots and who waits', () => {
    const view = group({
      instances: [instance({ jobs: [job] }), instance({ id: 4 })],
      backlog: new Map([[1, { upload: 5, since: 0 }]]),
    });
    expect(doingOf(view, { slotsPerInstance: 2 }, NOW, say)).toEqual([
      '1 working, 1 idle.',
      '1 of 4 slots taken.',
      '1 request waits for a free slot.',
    ]);
  });

  it('is nothing, free of charge, where there are no instances', () => {
    expect(doingOf(group({}), {}, NOW, say)).toEqual(['There are no instances, and nothing is billed.']);
  });

  it('says since when all of it is down, after what is wrong with it', () => {
    const view = group({ faults: 1, instances: [instance({ phase: 'crashed', since: seconds(70) })] });
    expect(doingOf(view, {}, NOW, say, [say('fault.crash.what')])).toEqual([
      say('fault.crash.what'),
      'Crashed 01:10.0, 30 s ago: it takes nothing.',
    ]);
  });
});

describe('an age', () => {
  it('is in whole seconds, so that it can be read while it grows', () => {
    expect([0.4, 9.96, 59.9, 60, 192].map(formatAge)).toEqual(['0 s', '9 s', '59 s', '1 m 00 s', '3 m 12 s']);
  });
});

describe('what a queue is doing', () => {
  it('says how long the oldest has waited', () => {
    const item = { item: 0, upload: 0, since: seconds(59), receiveCount: 0, visibleAgainAt: -1, isDelayed: false };
    const queue: ComponentView = {
      kind: 'queue',
      items: new Map([[0, item]]),
      newestItem: 0,
      visible: 1,
      inFlight: 2,
      delayed: 0,
      deadLetters: [],
      deadLettered: 0,
      expired: 0,
      faults: 0,
    };
    expect(doingOf(queue, {}, NOW, say)).toEqual(['1 message waits, 2 in flight.', 'The oldest has waited 41 s.']);
  });
});

describe('a message in words', () => {
  const message: MessageFacts = {
    operation: OPERATION.put,
    isBack: false,
    upload: 7,
    reason: 0,
    attempt: 0,
    sentAt: seconds(62.5),
    caller: 'Upload',
    callee: 'Object store',
    isEmpty: false,
  };

  it('says what it is, from where to where, and since when', () => {
    expect(describeMessage(message, say)).toEqual({
      title: 'Put object',
      what: 'From Upload to Object store.',
      doing: ['Upload 7.', 'Sent at 01:02.5.', 'Click to follow this upload.'],
    });
  });

  it('goes the other way as an answer', () => {
    const { title, what } = describeMessage({ ...message, isBack: true }, say);
    expect([title, what]).toEqual(['Answer to: Put object', 'From Object store to Upload.']);
  });

  it('says why it failed', () => {
    const { title, doing } = describeMessage({ ...message, isBack: true, reason: REASON['backlog-full'] }, say);
    expect(title).toBe('Answer to: Put object: too many waiting');
    expect(doing).toContain(say('reason.backlog-full.what'));
  });

  it('of a poll that found nothing cannot be followed', () => {
    const empty = { ...message, operation: OPERATION.receive, isBack: true, upload: -1, isEmpty: true };
    expect(describeMessage(empty, say).doing).toEqual(['There was nothing to do.', 'Sent at 01:02.5.']);
  });
});

describe('a tally', () => {
  it('names only the states that there are', () => {
    expect(tally({ starting: 2, working: 1000, idle: 0, warm: 0, draining: 0, crashed: 0 }, say)).toBe(
      '2 starting, 1,000 working',
    );
  });
});
