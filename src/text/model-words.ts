/** What the simulation knows, in words: components, steps, messages, states, outcomes, faults, reasons, units. */
import type { Words } from './words.ts';

export const modelWords = {
  // Kinds of components: name, and what such a thing is
  'component.client': 'People',
  'component.client.what': 'People who upload videos. Each sends one video and waits for the answer.',
  'component.instance-group': { neutral: 'Instance group', aws: 'EC2 Auto Scaling group' },
  'component.instance-group.what': {
    neutral:
      'Machines of one kind that do the same work. Each is one unit of capacity and costs money from its start until it is gone, whether it works or not.',
    aws: 'EC2 instances of one type that do the same work. Each is billed by the second from running until it is terminated, whether it works or not.',
  },
  'component.queue': { neutral: 'Queue', aws: 'Amazon SQS queue' },
  'component.queue.what': {
    neutral:
      'Keeps messages until somebody has done what they ask for. A message that is taken out is only hidden: if nobody deletes it in time, it comes back.',
    aws: 'Amazon SQS keeps messages until a consumer deletes them. A received message is hidden for its visibility timeout and reappears if nobody deletes it in time.',
  },
  'component.bucket': { neutral: 'Object store', aws: 'Amazon S3 bucket' },
  'component.bucket.what': {
    neutral: 'Keeps files of any size: the 4K masters, and the renditions made of them.',
    aws: 'Amazon S3 keeps objects of any size: the 4K masters, and the renditions made of them.',
  },
  'component.table': { neutral: 'Table', aws: 'Amazon DynamoDB table' },
  'component.table.what': {
    neutral: 'Keeps one entry for each video: title, length, where its renditions lie.',
    aws: 'Amazon DynamoDB keeps one item for each video: title, length, where its renditions lie.',
  },

  // Components of the stages, by id: short names for the picture
  'node.users': 'Uploaders',
  'node.users.what':
    'The people who upload. They know nothing of one another and nothing of what is behind the address.',
  'node.monolith': { neutral: 'Monolith', aws: 'EC2 instance' },
  'node.monolith.what': {
    neutral:
      'One machine does all four steps: upload, process, store and manage. Whoever uploads waits until all of it is done.',
    aws: 'One EC2 instance does all four steps: upload, process, store and manage. Whoever uploads waits until all of it is done.',
  },
  'node.upload': { neutral: 'Upload', aws: 'Upload, EC2' },
  'node.upload.what': {
    neutral:
      'Takes the video in, puts the 4K master into the object store, leaves a message in the queue, and is done.',
    aws: 'Takes the video in, puts the 4K master into the S3 bucket, sends a message to the SQS queue, and is done.',
  },
  'node.bucket': { neutral: 'Object store', aws: 'S3 bucket' },
  'node.bucket.what': {
    neutral: 'The 4K masters lie here until they are processed, and the renditions for as long as people watch.',
    aws: 'The 4K masters lie in S3 until they are processed, and the renditions for as long as people watch.',
  },
  'node.queue': { neutral: 'Queue', aws: 'SQS queue' },
  'node.queue.what': {
    neutral:
      'One message for each video that is still to be processed. It can grow without harm: nobody who uploads waits for it.',
    aws: 'One SQS message for each video that is still to be processed. It can grow without harm: nobody who uploads waits for it.',
  },
  'node.fleet': { neutral: 'Processing fleet', aws: 'Auto Scaling group' },
  'node.fleet.what': {
    neutral:
      'Instances that take messages from the queue and process videos. The longer the queue, the more of them; with an empty queue there are none.',
    aws: 'EC2 instances that poll the SQS queue and process videos. Their Auto Scaling group follows the length of the queue, down to none.',
  },
  'node.metadata': { neutral: 'Metadata', aws: 'DynamoDB table' },
  'node.metadata.what': {
    neutral: 'The catalogue of videos. A video that stands here can be found and watched.',
    aws: 'The catalogue of videos, in DynamoDB. A video that stands here can be found and watched.',
  },

  // What must happen to a video
  'step.upload': 'Upload',
  'step.process': 'Process',
  'step.store': 'Store',
  'step.manage': 'Manage',
  'step.upload.doing': 'taking the video in',
  'step.process.doing': 'processing',
  'step.store.doing': 'storing the renditions',
  'step.manage.doing': 'entering it in the catalogue',

  // What is stored
  'object.master': '4K master',
  'object.480p': '480p',
  'object.720p': '720p',
  'object.1080p': '1080p',

  // What a message asks for
  'operation.upload': 'Upload',
  'operation.hand-on': 'Handed on',
  'operation.put': 'Put object',
  'operation.get': 'Get object',
  'operation.send': 'Send message',
  'operation.receive': 'Poll',
  'operation.delete': 'Delete message',
  'operation.write': 'Write item',

  // States of messages, work and instances, with the colours and shapes of the legend
  'state.in-transit': 'in transit',
  'state.waiting': 'waiting',
  'state.done': 'done',
  'state.failed': 'failed',
  'state.starting': 'starting',
  'state.idle': 'idle, billed',
  'state.working': 'working',

  // The life of an instance
  'phase.pending': 'pending',
  'phase.starting': 'starting',
  'phase.in-service': 'in service',
  'phase.draining': 'draining',
  'phase.crashed': 'crashed',
  'phase.gone': 'gone',
  'phase.pending.what': {
    neutral: 'It was asked for and does not run yet; not billed.',
    aws: 'Launched, not yet running; not billed.',
  },
  'phase.starting.what': {
    neutral: 'It boots and starts its program; billed.',
    aws: 'Running: boots and starts its program; billed.',
  },
  'phase.in-service.what': 'It takes work; billed.',
  'phase.draining.what': 'It finishes what it has and takes nothing new; billed.',
  'phase.crashed.what': 'It is down, and with it the work it had in hand.',
  'phase.gone.what': { neutral: 'It no longer exists; no longer billed.', aws: 'Terminated; no longer billed.' },

  // What became of an upload
  'outcome.open': 'Waiting',
  'outcome.watchable': 'Watchable',
  'outcome.refused': 'Refused',
  'outcome.lost': 'Lost',
  'outcome.dead-lettered': 'Dead letter',
  'outcome.open.what': 'Still on its way: accepted or being uploaded, and not watchable yet.',
  'outcome.watchable.what': 'All four steps are done; people can watch it.',
  'outcome.refused.what': 'The person uploading saw an error.',
  'outcome.lost.what': 'It was accepted, and will never be watchable.',
  'outcome.dead-lettered.what': {
    neutral: 'Its message came back too often and was put aside; the master is still there.',
    aws: 'Its message was received too often and moved to the dead-letter queue; the master is still in S3.',
  },

  // What can be made to go wrong
  'fault.crash': 'Crash',
  'fault.crash.what':
    'Every instance goes down at once, with the work it has in hand, and whatever starts goes down too, until it is repaired.',

  // Why something failed: in short, what happened, and what would help
  'reason.none': 'no failure',
  'reason.none.what': 'It went well.',
  'reason.none.remedy': 'Nothing to do.',
  'reason.connection-refused': 'connection refused',
  'reason.connection-refused.what': 'Nothing was in service behind the address, so the connection was refused at once.',
  'reason.connection-refused.remedy': {
    neutral: 'A second instance that does not go down with the first; or a caller that does not need this one at all.',
    aws: 'A second instance in another Availability Zone that does not go down with the first; or a caller that does not need this one at all.',
  },
  'reason.connection-reset': 'connection reset',
  'reason.connection-reset.what': 'The instance that was working on it went down, and the connection with it.',
  'reason.connection-reset.remedy':
    'Shorter work while somebody waits: take the request in, keep it safe, and do the long part afterwards.',
  'reason.backlog-full': 'too many waiting',
  'reason.backlog-full.what': 'Every slot was taken and the line of waiting requests was full.',
  'reason.backlog-full.remedy': {
    neutral: 'More capacity; or a queue, which takes in what comes and lets it wait.',
    aws: 'More capacity; or an SQS queue, which takes in what comes and lets it wait.',
  },
  'reason.dependency-failed': 'something it needs failed',
  'reason.dependency-failed.what': 'A call that this work needed came back with an error.',
  'reason.dependency-failed.remedy':
    'Fewer calls that must succeed while somebody waits; or trying again later from a queue.',
  'reason.crashed-after-accepting': 'lost in a crash',
  'reason.crashed-after-accepting.what':
    'The instance went down after it had said yes, and nothing else knew of the upload.',
  'reason.crashed-after-accepting.remedy':
    'Keep it somewhere safe before saying yes: the master in a store and a message in a queue.',
  'reason.too-many-receives': 'tried too often',
  'reason.too-many-receives.what': {
    neutral: 'Its message came back more often than the queue allows, and was put aside as a dead letter.',
    aws: 'Its message was received more often than maxReceiveCount allows, and was moved to the dead-letter queue.',
  },
  'reason.too-many-receives.remedy': {
    neutral:
      'Find out what the work fails on; then put the message back. A longer visibility timeout helps where the work was merely slow.',
    aws: 'Find out what the work fails on; then redrive the message. A longer visibility timeout helps where the work was merely slow.',
  },

  // Units, in short
  'unit.s': 's',
  'unit.1/s': '/s',
  'unit.MB': 'MB',
  'unit.MB/min': 'MB/min',
  'unit.GB': 'GB',
  'unit.messages': '{n|message|messages}',
  'unit.requests': '{n|request|requests}',
  'unit.instances': '{n|instance|instances}',
  'unit.slots': '{n|slot|slots}',
  'unit.receives': '{n|receive|receives}',
} as const satisfies Words;
