/** What the simulation knows, in words: components, steps, messages, events, states, outcomes, faults, units. */
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
  'component.load-balancer': { neutral: 'Load balancer', aws: 'Application Load Balancer' },
  'component.load-balancer.what': {
    neutral:
      'One address for many instances. It asks each of them now and then whether it is well, and passes every request on to one that is.',
    aws: 'An Application Load Balancer is one address for many targets. It checks their health and routes every request to a healthy one.',
  },
  'component.function': { neutral: 'Function', aws: 'AWS Lambda function' },
  'component.function.what': {
    neutral:
      'Code that runs only when something happens. Each run takes an environment that is ready, or starts a new one; between runs nothing is billed.',
    aws: 'AWS Lambda runs the code when something invokes it, in a warm execution environment or in one that it has to start. Billed by the millisecond, and not at all in between.',
  },
  'component.topic': { neutral: 'Topic', aws: 'Amazon SNS topic' },
  'component.topic.what': {
    neutral: 'Sends a copy of whatever is published to everybody who subscribes. It keeps nothing.',
    aws: 'Amazon SNS sends a copy of whatever is published to every subscription. It keeps nothing.',
  },
  'component.stream': { neutral: 'Stream', aws: 'Amazon Kinesis data stream' },
  'component.stream.what': {
    neutral:
      'Keeps records in order, in one lane for each share of the keys. Reading takes nothing away: each reader notes how far it has come.',
    aws: 'Amazon Kinesis Data Streams keeps records in order within each shard. Reading takes nothing away: each consumer has its own checkpoint.',
  },
  'component.event-bus': { neutral: 'Event bus', aws: 'Amazon EventBridge bus' },
  'component.event-bus.what': {
    neutral:
      'Takes events from anybody and sends a copy of each to whoever a rule names. Those who publish know nothing of those who listen.',
    aws: 'Amazon EventBridge takes events from any source; rules match them by pattern and send them to their targets. Publishers know nothing of targets.',
  },
  'component.gateway': { neutral: 'Gateway', aws: 'Amazon API Gateway' },
  'component.gateway.what': {
    neutral: 'The front door: takes requests from outside, lets in no more than it may, and passes them on.',
    aws: 'Amazon API Gateway is the front door: it takes requests from outside, throttles them, and integrates with what stands behind it.',
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
  'operation.read': 'Read item',
  'operation.deliver': 'Delivery',
  'operation.extend': 'Extend visibility',
  'operation.publish': 'Publish event',
  'operation.append': 'Append record',
  'operation.fetch': 'Fetch records',
  'operation.check': 'Health check',

  // What an event says has happened
  'event.none': 'message',
  'event.upload-complete': 'upload complete',
  'event.rendition-ready': 'rendition ready',
  'event.video-ready': 'video ready',
  'event.upload-failed': 'upload failed',
  'event.object-created': 'object created',
  'event.item-changed': 'item changed',
  'event.instance-state-change': 'instance state changed',
  'event.threshold-crossed': 'threshold crossed',
  'event.clicked': 'clicked',
  'event.error-reported': 'error reported',
  'event.scheduled': 'scheduled',

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
  'unit.checks': '{n|check|checks}',
  'unit.share': 'of 1',
  'unit.groups': '{n|group|groups}',
  'unit.times': '{n|time|times}',
  'unit.people': '{n|person|people}',
  'unit.tries': '{n|try|tries}',
  'unit.failures': '{n|failure|failures}',
  'unit.tokens': '{n|token|tokens}',
  'unit.zones': '{n|zone|zones}',
  'unit.evaluations': '{n|evaluation|evaluations}',
  'unit.shards': { neutral: '{n|lane|lanes}', aws: '{n|shard|shards}' },
  'unit.keys': '{n|key|keys}',
  'unit.environments': '{n|environment|environments}',
  'unit.vCPU': 'vCPU',
  'unit.version': '',
} as const satisfies Words;
