/** Name and one line of help of every parameter of a topic. */
import type { Words } from '../words.ts';

export const topicParameterWords = {
  'parameter.topic.subscriptions': { neutral: 'Subscribers', aws: 'Subscriptions' },
  'parameter.topic.subscriptions.help': {
    neutral: 'Who gets a copy of what is published, and of what.',
    aws: 'Endpoints that get a copy of every message, each with its filter policy and its dead-letter queue.',
  },
  'parameter.topic.deliveryDelay': 'Delivery takes',
  'parameter.topic.deliveryDelay.help': {
    neutral: 'How long after publishing a copy is sent on.',
    aws: 'How long after Publish a copy is delivered.',
  },
  'parameter.topic.retries': 'Retries',
  'parameter.topic.retries.help': {
    neutral: 'How often a copy that could not be delivered is sent again. Then it is a dead letter, or dropped.',
    aws: 'Retries of the delivery policy: the first few at once, then with pauses of up to 20 s.',
  },
  'parameter.topic.duplicateShare': 'Duplicates',
  'parameter.topic.duplicateShare.help': {
    neutral: 'Share of the copies that are sent twice.',
    aws: 'Share of the copies that are sent twice: a standard topic delivers at least once.',
  },
} as const satisfies Words;
