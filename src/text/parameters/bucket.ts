/** Name and one line of help of every parameter of a bucket. */
import type { Words } from '../words.ts';

export const bucketParameterWords = {
  'parameter.bucket.latency': 'Latency',
  'parameter.bucket.latency.help': {
    neutral: 'How long the object store takes to answer.',
    aws: 'How long Amazon S3 takes to answer.',
  },
  'parameter.bucket.writeLimitPerSecond': 'Write limit',
  'parameter.bucket.writeLimitPerSecond.help': {
    neutral: 'How many objects a second can be put; beyond that the answer is: slow down.',
    aws: 'PUT requests a second for a prefix of Amazon S3; beyond that it answers 503 Slow Down.',
  },
  'parameter.bucket.readLimitPerSecond': 'Read limit',
  'parameter.bucket.readLimitPerSecond.help': {
    neutral: 'How many objects a second can be fetched; beyond that the answer is: slow down.',
    aws: 'GET requests a second for a prefix of Amazon S3; beyond that it answers 503 Slow Down.',
  },
  'parameter.bucket.notifications': { neutral: 'Tells', aws: 'Event notifications' },
  'parameter.bucket.notifications.help': {
    neutral: 'Who is told of a new object, and of which objects.',
    aws: 'Who gets s3:ObjectCreated events, and for which objects.',
  },
  'parameter.bucket.notificationDelay': { neutral: 'Tells after', aws: 'Notification delay' },
  'parameter.bucket.notificationDelay.help': {
    neutral: 'How long after an object is stored the others are told.',
    aws: 'How long after a PUT the event notification is sent.',
  },
  'parameter.bucket.notificationDuplicateShare': { neutral: 'Tells twice', aws: 'Duplicate notifications' },
  'parameter.bucket.notificationDuplicateShare.help': {
    neutral: 'Share of the new objects that others are told of twice.',
    aws: 'Share of event notifications that are sent twice: S3 delivers at least once.',
  },
  'parameter.bucket.notificationRetryBaseSeconds': { neutral: 'Tells again after', aws: 'First notification retry' },
  'parameter.bucket.notificationRetryBaseSeconds.help':
    'Pause before a notification that failed is sent again; it doubles from one try to the next.',
  'parameter.bucket.notificationRetryForSeconds': {
    neutral: 'Gives up telling after',
    aws: 'Notification retries for',
  },
  'parameter.bucket.notificationRetryForSeconds.help':
    'For how long a notification that fails is sent again. Then it is dropped.',
} as const satisfies Words;
