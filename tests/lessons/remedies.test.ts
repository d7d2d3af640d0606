/** Whatever can go wrong, a story tells what would have helped. */
import { describe, expect, it } from 'vitest';
import { stories } from '../../src/lessons/catalogue.ts';
import { type Failure, remedyOf } from '../../src/lessons/remedies.ts';
import { reasons } from '../../src/models/reasons.ts';
import { textOf } from '../../src/text/text.ts';

const failures = reasons.filter((reason): reason is Failure => reason !== 'none');

/** A word that the passage has to say, so that it is about the remedy of that very reason. */
const about: Readonly<Record<Failure, RegExp>> = {
  'connection-refused': /another instance is started/,
  'connection-reset': /leaves a message in the queue/,
  'timed-out': /no longer calls processing/,
  'circuit-open': /circuit breaker/,
  'backlog-full': /more instances/,
  'waited-too-long': /more instances/,
  throttled: /waits longer before each try/,
  'concurrency-limit': /environments at a time/,
  'scaling-rate': /Environments can be kept ready/,
  'in-flight-limit': /deletes the message/,
  'bad-gateway': /health checks/,
  'no-target': /If nobody is there, it fails/,
  'gateway-time-out': /tells the person that it worked/,
  'dependency-failed': /whoever uploads notices nothing/,
  'object-missing': /puts the 4K master into the object store/,
  'work-failed': /tried again/,
  'poison-message': /put aside among the dead letters/,
  'function-timed-out': /cut into pieces/,
  'crashed-after-accepting': /leaves a message in the queue, and tells the person/,
  'execution-role-missing': /role of the function says what it may do/,
  'resource-policy-missing': /says who may call it/,
  'gateway-not-let-in': /says who may call it/,
  'no-way-out': /gateway out of the network/,
  'too-many-receives': /dead letters/,
  'retention-ended': /thrown away/,
  'retries-exhausted': /dead letters/,
  'too-old': /dead letters/,
  'target-missing': /target is gone/,
  'no-rule-matched': /no rule matches/,
  'no-subscriber': /heard by nobody/,
  'nobody-took-over': /tells the bus/,
  'link-cut': /out of reach/,
  'write-refused': /only the queue before it grows/,
  'no-way-in': /Only a function that stands in it/,
};

describe('the remedy', () => {
  it.each(failures)('of "%s" is told in a passage that there is, and that speaks of it', (reason) => {
    const { story, passage } = remedyOf(reason);
    expect(stories[story].passages.map(({ id }) => id)).toContain(passage);
    expect(textOf('neutral', `story.${story}.${passage}`)).toMatch(about[reason]);
  });

  it('is known for at least twenty reasons', () => {
    expect(failures.length).toBeGreaterThanOrEqual(20);
  });
});
