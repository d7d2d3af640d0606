/** What is seen of a topic. */
import { copyDeliveries, deliveryFolds, noDeliveries, type WithDeliveries } from './deliveries-view.ts';
import { faultFolds, type KindView } from './kind-view.ts';

export interface TopicView extends WithDeliveries {
  kind: 'topic';
  published: number;
  /** Copies made, one for each subscriber that it is for; and what nobody subscribes to. */
  copies: number;
  unmatched: number;
  faults: number;
}

export const topicView: KindView<TopicView> = {
  empty: () => ({ kind: 'topic', published: 0, copies: 0, unmatched: 0, faults: 0, ...noDeliveries() }),
  copy: (topic) => ({ ...topic, retries: copyDeliveries(topic.retries) }),
  folds: {
    ...faultFolds,
    ...deliveryFolds,
    'event.published': (topic, columns, row) => {
      topic.published += 1;
      topic.copies += columns.b[row] as number;
    },
    'event.unmatched': (topic) => {
      topic.unmatched += 1;
    },
  },
};
