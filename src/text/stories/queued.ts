/** The story of this stage in words, and what a reader is asked before its claims are proved. */
import type { Words } from '../words.ts';

export const queuedWords = {
  'story.queued.message': {
    neutral:
      'Upload no longer calls processing. It puts the 4K master into the object store, leaves a message in the queue, and tells the person that it worked. The message is small: it says where the master lies, and which sizes are wanted, 480p, 720p and 1080p.',
    aws: 'Upload no longer calls processing. It puts the 4K master into an S3 bucket, sends a message to an SQS queue, and tells the person that it worked. The message is small: it says in which bucket and under which key the master lies, and which sizes are wanted, 480p, 720p and 1080p.',
  },
  'story.queued.message.scene': 'Follow the first video',
  'story.queued.fleet': {
    neutral:
      'Look at the queue and the fleet together. While nobody comes there is no instance at all. When messages wait, instances start, {most} at the most; each takes a message, fetches the master, makes the renditions, stores them, enters the video in the table, and deletes the message. When the queue is empty they go, down to none.',
    aws: 'Look at the SQS queue and the Auto Scaling group together. While nobody comes the group has no instance at all. When messages wait, EC2 instances start, {most} at the most; each receives a message, gets the master from S3, makes the renditions, puts them back, writes to DynamoDB, and deletes the message. When the queue is empty they go, down to none.',
  },
  'story.queued.fleet.scene': 'Watch the fleet grow from nothing',
  'story.queued.down': {
    neutral:
      'Let all of processing crash in the evening, or be out of reach. The queue grows, and whoever uploads notices nothing. Even what was being worked on is not lost: its message was only hidden, and after {hidden} seconds it can be seen again. Repair processing, and the fleet works off what has waited.',
    aws: 'Let all of processing crash in the evening, or be out of reach. The SQS queue grows, and whoever uploads notices nothing. Even what was being worked on is not lost: its message was only invisible, and after a visibility timeout of {hidden} seconds it can be received again. Repair processing, and the fleet works off what has waited.',
  },
  'story.queued.down.scene': 'Crash processing at the peak',
  'story.queued.dead-letters': {
    neutral:
      'Some videos are broken, and nobody can process them. Their messages come back again and again. After {tries} tries such a message is put aside among the dead letters, where a person can look at it, and the videos behind it are made as ever.',
    aws: 'Some videos are broken, and nobody can process them. Their messages become visible again and again. After {tries} receives such a message goes to the dead-letter queue, where a person can look at it, and the videos behind it are made as ever.',
  },
  'story.queued.dead-letters.scene': 'Let some videos be broken',
  'story.queued.order': {
    neutral:
      'There are two kinds of queue. A standard one keeps the order as best it can, and may now and then hand out a message twice. A strict one hands out first what came first: within a group, the next message waits until the one before is done. Here all messages are in {groups|a single group|several groups}, so one instance works and the others only watch.',
    aws: 'There are two kinds of SQS queue. A standard queue keeps the order as best it can, and may now and then deliver a message twice. A FIFO queue hands out first what came first: within a message group, the next message waits until the one before is done. Here all messages are in {groups|a single group|several groups}, so one instance works and the others only watch.',
  },
  'story.queued.order.scene': { neutral: 'Keep the order strictly', aws: 'Make it a FIFO queue' },
  'story.queued.every-step': {
    neutral:
      'A queue can stand before every step: upload, processing, storing and managing, each with a fleet of its own. People put their masters straight into the object store. Any step may be down for a while, and only the queue before it grows. But a video now waits in one queue after the other, so it takes longer until it can be watched.',
    aws: 'An SQS queue can stand before every step: upload, processing, storing and managing, each with an Auto Scaling group of its own. People put their masters straight into the S3 bucket. Any step may be down for a while, and only the queue before it grows. But a video now waits in one queue after the other, so it takes longer until it can be watched.',
  },
  'story.queued.every-step.scene': 'Queue every step, and crash storing',
  'story.queued.night': {
    neutral:
      'At night the whole fleet is gone and costs nothing; only the small machines of upload are left, because people call them. The price of all this is waiting: a video waits for a machine to start before it can be watched. And one fleet still does all the rest of the work. The next stage gives every kind of work a service of its own.',
    aws: 'At night the whole Auto Scaling group is empty and costs nothing; only the small EC2 instances of upload are left, because people call them. The price of all this is waiting: a video waits for an instance to boot before it can be watched. And one fleet still does all the rest of the work. The next stage gives every kind of work a service of its own.',
  },
  'story.queued.night.scene': 'Show the night',

  'predict.upload-does-not-care': 'Processing goes down in the evening. What does somebody who uploads see?',
  'predict.upload-does-not-care.error': 'An error, at least some of them',
  'predict.upload-does-not-care.slower': 'It works, and takes longer than usual',
  'predict.upload-does-not-care.nothing': 'Nothing out of the ordinary',
  'predict.nothing-is-lost-while-down':
    'All of processing goes down while it has videos in hand, and more videos come. Half a minute later it is repaired. Draw how many videos are under way: uploaded, and not to be watched yet.',
  'predict.fleet-from-nothing-to-nothing':
    'People come all day, most of them in the evening, and then nobody. Processing takes its work from a queue. Draw how many of its instances are in service, from the start to the end.',
  'predict.idle-costs-nothing': 'Nobody comes. What does processing cost?',
  'predict.idle-costs-nothing.machines': 'As much as a machine or two that wait for work',
  'predict.idle-costs-nothing.little': 'A little, for being ready',
  'predict.idle-costs-nothing.nothing': 'Nothing',
  'predict.poison-ends-in-dead-letters':
    'A few of the videos are broken, and whoever tries to process one of them fails. What happens to the others?',
  'predict.poison-ends-in-dead-letters.as-ever': 'They are done as soon as ever, and the broken ones are put aside',
  'predict.poison-ends-in-dead-letters.wait': 'They are done later: they wait behind the broken ones',
  'predict.poison-ends-in-dead-letters.round': 'They are done as soon as ever, and the broken ones are tried for ever',
  'predict.too-short-a-timeout-does-it-twice':
    'Whoever takes a message has so many seconds; a message that is not deleted by then can be taken by somebody else. Here the work takes longer than that. What becomes of the videos?',
  'predict.too-short-a-timeout-does-it-twice.once': 'Each is made once, by whoever was first to take it',
  'predict.too-short-a-timeout-does-it-twice.again': 'Some are made more than once',
  'predict.too-short-a-timeout-does-it-twice.never': 'Some are never finished',
  'predict.waiting-is-the-price':
    'Videos come one at a time, far apart. When can one be watched: with a queue and a fleet that starts from nothing, or on the monolith?',
  'predict.waiting-is-the-price.queue': 'Sooner with the queue',
  'predict.waiting-is-the-price.same': 'About the same',
  'predict.waiting-is-the-price.monolith': 'Sooner on the monolith',
  'predict.any-step-may-be-down':
    'Every step has a queue before it. In the evening storing goes down, and is repaired half a minute later. What becomes of the videos that come meanwhile?',
  'predict.any-step-may-be-down.error': 'Those who upload them see an error',
  'predict.any-step-may-be-down.lost': 'They are taken in, and some can never be watched',
  'predict.any-step-may-be-down.wait': 'They are taken in, and can all be watched in the end',
  'predict.a-slow-step-fills-its-own-queue':
    'Every step has a queue before it. Storing takes far longer than usual. Where does the work pile up?',
  'predict.a-slow-step-fills-its-own-queue.own': 'Before storing only',
  'predict.a-slow-step-fills-its-own-queue.both': 'Before storing, and before processing too',
  'predict.a-slow-step-fills-its-own-queue.before': 'Before processing only',
  'predict.a-slow-step-fills-its-own-queue.nowhere': 'Nowhere: the fleet of storing grows in time',
  'predict.no-server-at-night':
    'With a queue before every step, people put their masters straight into the store. What does an hour of the night cost, beside an average hour of the whole run?',
  'predict.no-server-at-night.as-much': 'About as much',
  'predict.no-server-at-night.less': 'Less, for a few machines that have to stay',
  'predict.no-server-at-night.next-to-nothing': 'Next to nothing',
} as const satisfies Words;
