/** Name and one line of help of every parameter of a queue. */
import type { Words } from '../words.ts';

export const queueParameterWords = {
  'parameter.queue.type': { neutral: 'Order', aws: 'Type' },
  'parameter.queue.type.help': {
    neutral:
      'Standard: more or less in order, and now and then something twice. FIFO: in order within each group, and nothing twice within five minutes.',
    aws: 'A standard queue keeps the order as best it can and delivers at least once; a FIFO queue keeps the order of each message group and deduplicates for five minutes.',
  },
  'parameter.queue.visibilityTimeoutSeconds': 'Visibility timeout',
  'parameter.queue.visibilityTimeoutSeconds.help': {
    neutral: 'How long a message that was taken stays hidden. Not deleted by then, it comes back for somebody else.',
    aws: 'VisibilityTimeout: how long a received message stays hidden. Not deleted by then, it reappears for another consumer.',
  },
  'parameter.queue.maxReceiveCount': { neutral: 'Tries before it is put aside', aws: 'Maximum receives' },
  'parameter.queue.maxReceiveCount.help': {
    neutral: 'A message that was taken this often without being done becomes a dead letter.',
    aws: 'maxReceiveCount of the redrive policy: after this many receives the message goes to the dead-letter queue.',
  },
  'parameter.queue.deadLetterQueue': { neutral: 'Dead letters go to', aws: 'Dead-letter queue' },
  'parameter.queue.deadLetterQueue.help': {
    neutral: 'The queue that takes what was tried too often. If none is named, the dead letters stay here.',
    aws: 'deadLetterTargetArn of the redrive policy: the SQS queue, of the same type, that takes what was received too often.',
  },
  'parameter.queue.redriveRatePerSecond': { neutral: 'Move dead letters back', aws: 'Redrive rate' },
  'parameter.queue.redriveRatePerSecond.help': {
    neutral: 'How many dead letters a second are put back into the line. At 0 they stay where they are.',
    aws: 'MaxNumberOfMessagesPerSecond of StartMessageMoveTask: how fast dead letters move back. At 0 no task runs.',
  },
  'parameter.queue.redriveTo': { neutral: 'Moves back to', aws: 'Redrive destination' },
  'parameter.queue.redriveTo.help': {
    neutral: 'For a queue that holds the dead letters of another: the queue that they are moved back to.',
    aws: 'DestinationArn of StartMessageMoveTask, for a dead-letter queue: the SQS queue that its messages move back to.',
  },
  'parameter.queue.receiveWaitSeconds': { neutral: 'Wait for a message', aws: 'Long polling' },
  'parameter.queue.receiveWaitSeconds.help': {
    neutral:
      'How long the queue holds the question open while it is empty. At 0 it answers at once, and is asked far more often.',
    aws: 'ReceiveMessageWaitTimeSeconds: how long an empty queue holds a receive open. 0 is short polling, with far more requests.',
  },
  'parameter.queue.emptyShortPollShare': { neutral: 'Questions that miss', aws: 'Empty short polls' },
  'parameter.queue.emptyShortPollShare.help': {
    neutral:
      'Share of the questions answered with nothing although something waits. Only where the answer comes at once.',
    aws: 'Share of short polls that find nothing although messages wait, because only some of the servers are asked.',
  },
  'parameter.queue.retentionSeconds': { neutral: 'Keeps messages for', aws: 'Retention' },
  'parameter.queue.retentionSeconds.help': {
    neutral: 'How long a message may stay. Not done by then, it is thrown away.',
    aws: 'MessageRetentionPeriod: a message that has been in the queue for longer is deleted.',
  },
  'parameter.queue.delaySeconds': 'Delay',
  'parameter.queue.delaySeconds.help': {
    neutral: 'How long a new message stays hidden at first.',
    aws: 'DelaySeconds: how long a new message stays hidden at first.',
  },
  'parameter.queue.inFlightLimit': { neutral: 'Most messages being worked on', aws: 'In-flight limit' },
  'parameter.queue.inFlightLimit.help': {
    neutral: 'With as many messages taken and not yet done, nobody gets another.',
    aws: 'With as many messages in flight, a short poll gets OverLimit and a long poll gets nothing.',
  },
  'parameter.queue.duplicateShare': 'Duplicates',
  'parameter.queue.duplicateShare.help': {
    neutral: 'Share of the finished messages that turn up once more. Never in a FIFO queue.',
    aws: 'Share of deleted messages that a standard queue delivers once more, because one of its servers missed the deletion.',
  },
  'parameter.queue.outOfOrderShare': 'Out of order',
  'parameter.queue.outOfOrderShare.help': {
    neutral: 'Share of the messages handed out before their turn. Never in a FIFO queue.',
    aws: 'Share of messages that a standard queue delivers before their turn.',
  },
  'parameter.queue.messageGroups': 'Message groups',
  'parameter.queue.messageGroups.help': {
    neutral:
      'How many groups the messages of a FIFO queue fall into. Within a group one is worked on at a time, in order.',
    aws: 'How many values MessageGroupId takes in a FIFO queue. While a message of a group is in flight, the group waits.',
  },
} as const satisfies Words;
