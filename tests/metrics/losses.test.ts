/** Where uploads ended badly, and why. */
import { expect, it } from 'vitest';
import { Losses } from '../../src/metrics/losses.ts';
import { REASON } from '../../src/models/reasons.ts';
import { nodeOf, tell } from '../support/tell.ts';

const nodes = [nodeOf('client', 'people'), nodeOf('queue', 'queue')];

it('uploads that ended badly are counted by component, outcome and reason, the most first', () => {
  const losses = new Losses(nodes);
  tell(
    losses,
    [1, 'upload.lost', { component: 1, upload: 0, c: REASON['retention-ended'] }],
    [2, 'upload.refused', { component: 0, upload: 1, c: REASON['backlog-full'] }],
    [3, 'upload.refused', { component: 0, upload: 2, c: REASON['backlog-full'] }],
    [4, 'upload.dead-lettered', { component: 1, upload: 3, c: REASON['too-many-receives'] }],
  );
  expect(losses.report()).toEqual([
    { component: 'people', outcome: 'refused', reason: 'backlog-full', uploads: 2 },
    { component: 'queue', outcome: 'lost', reason: 'retention-ended', uploads: 1 },
    { component: 'queue', outcome: 'dead-lettered', reason: 'too-many-receives', uploads: 1 },
  ]);
});

it('an upload that is opened again has not ended badly, in this future', () => {
  const losses = new Losses(nodes);
  tell(losses, [4, 'upload.dead-lettered', { component: 1, upload: 3, c: REASON['too-many-receives'] }]);
  const other = losses.copy();
  tell(losses, [5, 'upload.reopened', { component: 1, upload: 3 }]);
  expect(losses.report()).toEqual([]);
  expect(other.report()).toHaveLength(1);
});
