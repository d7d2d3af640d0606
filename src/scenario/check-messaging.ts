/** Checks of queues, buckets, tables and topics: whether those to whom they pass something on exist, fit, and are linked. */
import type { BucketNotification, TopicSubscription } from '../models/parameters.ts';
import type { ComponentKind } from '../models/registry.ts';
import type { Path } from '../text/wording.ts';
import type { Architecture, DraftComponent } from './architecture.ts';
import { checkTarget } from './check-target.ts';
import type { Draft } from './draft.ts';

/** Whom a bucket can tell of its objects. Amazon S3: SNS topics, SQS queues, Lambda functions, EventBridge. */
export const notifiedKinds: readonly ComponentKind[] = ['queue', 'topic', 'function', 'event-bus'];

/** Who can subscribe to a topic. Amazon SNS: SQS queues, Lambda functions, and whoever answers HTTP. */
export const subscribingKinds: readonly ComponentKind[] = [
  'queue',
  'function',
  'instance-group',
  'load-balancer',
  'gateway',
];

/** A dead letter goes to, and comes back from, a queue of the same type. */
export function checkQueue(draft: Draft, architecture: Architecture, queue: DraftComponent): void {
  for (const name of ['deadLetterQueue', 'redriveTo']) {
    const id = queue.valueOf<string | null>(name);
    if (typeof id !== 'string') continue;
    checkTarget(draft, architecture, queue, queue.pathOf(name), id, ['queue']);
    const type = queue.valueOf<string>('type');
    const otherType = architecture.components.get(id)?.valueOf<string>('type');
    if (type === undefined || otherType === undefined || type === otherType) continue;
    draft.report(queue.pathOf(name), `a queue of the same type, which is "${type}"; "${id}" is "${otherType}"`);
  }
}

export function checkBucket(draft: Draft, architecture: Architecture, bucket: DraftComponent): void {
  bucket.valueOf<BucketNotification[]>('notifications')?.forEach(({ to }, place) => {
    const path = [...bucket.pathOf('notifications'), place, 'to'];
    checkTarget(draft, architecture, bucket, path, to, notifiedKinds);
    checkStandard(draft, architecture, path, to, 'a bucket does not tell FIFO queues');
  });
}

export function checkTable(draft: Draft, architecture: Architecture, table: DraftComponent): void {
  const changes = table.valueOf<string | null>('changes');
  if (typeof changes === 'string') {
    checkTarget(draft, architecture, table, table.pathOf('changes'), changes, ['stream']);
  }
}

export function checkTopic(draft: Draft, architecture: Architecture, topic: DraftComponent): void {
  topic.valueOf<TopicSubscription[]>('subscriptions')?.forEach(({ to, deadLetterQueue }, place) => {
    const path = [...topic.pathOf('subscriptions'), place];
    checkTarget(draft, architecture, topic, [...path, 'to'], to, subscribingKinds);
    checkStandard(draft, architecture, [...path, 'to'], to, 'a standard topic does not deliver to FIFO queues');
    if (deadLetterQueue === undefined) return;
    checkTarget(draft, architecture, topic, [...path, 'deadLetterQueue'], deadLetterQueue, ['queue']);
    const why = 'the dead letters of a standard topic go to a standard queue';
    checkStandard(draft, architecture, [...path, 'deadLetterQueue'], deadLetterQueue, why);
  });
}

function checkStandard(draft: Draft, { components }: Architecture, path: Path, id: string, why: string): void {
  const component = components.get(id);
  if (component?.kind !== 'queue' || component.valueOf('type') !== 'fifo') return;
  draft.report(path, `a standard queue: ${why}; "${id}" is "fifo"`);
}
