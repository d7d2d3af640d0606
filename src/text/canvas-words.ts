/** The words of the picture: what stands in nodes and beside links, tooltips, legend, buttons of the canvas. */
import type { Words } from './words.ts';

export const canvasWords = {
  'canvas.name': 'Picture: {stage}',
  'canvas.node.help': 'Press Enter to see more of it.',

  'canvas.zoom.in': 'Zoom in',
  'canvas.zoom.out': 'Zoom out',
  'canvas.zoom.fit': 'Show everything',

  'canvas.legend': 'Legend',
  'canvas.legend.poll': 'asks for work',
  'canvas.legend.in-flight': 'in flight',
  'canvas.legend.warm': 'warm, not billed',
  'canvas.legend.retried': 'tried again',
  'canvas.legend.followed': 'yours',
  'canvas.legend.lag': 'The picture may be up to {n} s behind the lanes, so that each hop can be seen',
  'canvas.legend.one-dot': 'one dot = {n} {n|message|messages}',
  'canvas.legend.flow': 'band = too many for dots',

  // Names of components where there is little room
  'canvas.short.between': '{producer} →',
  'canvas.short.monolith': { neutral: 'Monolith', aws: 'EC2 instance' },
  'canvas.short.upload': 'Upload',
  'canvas.short.bucket': { neutral: 'Objects', aws: 'S3 bucket' },
  'canvas.short.fleet': { neutral: 'Processing', aws: 'Auto Scaling' },
  'canvas.short.metadata': { neutral: 'Metadata', aws: 'DynamoDB' },
  'canvas.short.intake': 'Upload',
  'canvas.short.upload-queue': { neutral: 'Upload queue', aws: 'SQS upload' },
  'canvas.short.store-queue': { neutral: 'Store queue', aws: 'SQS store' },
  'canvas.short.manage-queue': { neutral: 'Manage queue', aws: 'SQS manage' },
  'canvas.short.queue-480p': { neutral: '480p queue', aws: 'SQS 480p' },
  'canvas.short.queue-720p': { neutral: '720p queue', aws: 'SQS 720p' },
  'canvas.short.queue-1080p': { neutral: '1080p queue', aws: 'SQS 1080p' },
  'canvas.short.lb-upload': { neutral: 'Balancer', aws: 'ALB upload' },
  'canvas.short.lb-process': { neutral: 'Balancer', aws: 'ALB process' },
  'canvas.short.lb-store': { neutral: 'Balancer', aws: 'ALB store' },
  'canvas.short.lb-manage': { neutral: 'Balancer', aws: 'ALB manage' },
  'canvas.short.uploads-table': { neutral: 'Upload data', aws: 'DynamoDB' },
  'canvas.short.store-table': { neutral: 'Store data', aws: 'DynamoDB' },
  'canvas.short.dead-letters': { neutral: 'Dead letters', aws: 'SQS DLQ' },
  'canvas.short.gateway-upload': { neutral: 'Gateway', aws: 'API Gateway' },
  'canvas.short.changes': { neutral: 'Changes', aws: 'Stream' },
  'canvas.short.clicks': { neutral: 'Clicks', aws: 'Kinesis' },
  'canvas.short.recommendations': 'Recommend',
  'canvas.short.index': { neutral: 'Index', aws: 'DynamoDB' },

  'canvas.machine': { neutral: 'one server', aws: 'one EC2 instance' },

  // Beside links
  'canvas.link.video': 'video',
  'canvas.link.master': '4K master',
  'canvas.link.job': 'job',
  'canvas.link.poll': 'poll',
  'canvas.link.renditions': 'renditions',
  'canvas.link.metadata': 'metadata',
  'canvas.link.request': 'request',
  'canvas.link.event': 'event',
  'canvas.link.record': 'record',
  'canvas.link.rate': '{rate}/s',
  'canvas.link.followed': 'your video',

  // The people
  'canvas.client.rate': '{rate} uploads/s',
  'canvas.client.accepted': 'accepted',
  'canvas.client.refused': 'refused',
  'canvas.client.waiting': 'waiting for an answer',
  'canvas.client.doing': '{n} {n|upload|uploads} so far: {accepted} accepted, {refused} refused.',
  'canvas.client.doing.waiting': '{n} {n|person waits|people wait} for an answer.',
  'canvas.client.doing.retried': 'Tried again {n} {n|time|times}.',
  'canvas.client.doing.timed-out': 'No answer came in time {n} {n|time|times}.',
  'canvas.client.retried': 'tries after the first',
  'canvas.client.open': 'circuit open',
  'canvas.client.half-open': 'trying one',
  'canvas.client.circuit.open': 'The circuit breaker is open: nothing is sent for a while.',
  'canvas.client.circuit.half-open': 'The circuit breaker lets one request through, to see how it goes.',

  // Gateways
  'canvas.gateway.passed': '{n} let in',
  'canvas.gateway.refused': 'turned away, or ended in an error',
  'canvas.gateway.doing': '{n} {n|request|requests} let in so far.',
  'canvas.gateway.doing.throttled': '{n} turned away because too many came at once.',
  'canvas.gateway.doing.failed': '{n} ended in an error.',

  // Load balancers
  'canvas.balancer.none': 'no targets',
  'canvas.balancer.healthy': '{healthy} of {n} healthy',
  'canvas.balancer.open': 'failing open',
  'canvas.balancer.doing':
    '{n} {n|target|targets}: {healthy} healthy, {unhealthy} unhealthy, {initial} new, {draining} draining.',
  'canvas.balancer.doing.none': 'No target is registered, so every request ends in an error.',
  'canvas.balancer.doing.open': 'None of them is healthy, so requests go to all of them.',
  'canvas.balancer.doing.routed': '{n} {n|request|requests} passed on so far.',
  'canvas.balancer.target': { neutral: 'Instance {id}: {state}', aws: 'Target {id}: {state}' },

  // Functions
  'canvas.function.runs': '{n} {n|run|runs}',
  'canvas.function.none': 'nothing runs, no cost',
  'canvas.function.waiting': 'events wait to be worked on',
  'canvas.function.failed': 'runs that failed, calls turned away, events given up',
  'canvas.function.doing': '{n} {n|run|runs} so far, {cold} of them after a cold start.',
  'canvas.function.doing.none': 'No environment exists, and nothing is billed.',
  'canvas.function.doing.errors': '{n} ended in an error.',
  'canvas.function.doing.throttled': '{n} throttled.',
  'canvas.function.doing.events': '{n} {n|event waits|events wait} to be worked on.',
  'canvas.function.doing.dropped': '{n} {n|event was|events were} given up.',

  // Topics, buses, and what they deliver
  'canvas.topic.published': '{n} published',
  'canvas.topic.doing': '{n} published so far, {copies} {copies|copy|copies} sent on.',
  'canvas.topic.doing.unmatched': '{n} of them for nobody.',
  'canvas.bus.published': '{n} {n|event|events}',
  'canvas.bus.rules': '{n} {n|rule|rules}',
  'canvas.bus.unmatched': '{n} for nobody',
  'canvas.bus.doing': '{n} {n|event|events} so far, {rules} {rules|rule|rules}.',
  'canvas.bus.doing.unmatched': 'No rule matched {n} of them.',
  'canvas.bus.doing.archived': '{n} kept in the archive, {replayed} replayed.',
  'canvas.deliveries.retry': 'wait to be tried again',
  'canvas.deliveries.lost': 'put aside or given up',
  'canvas.deliveries.waiting': '{n} {n|copy waits|copies wait} to be tried again.',
  'canvas.deliveries.retried': 'Tried again {n} {n|time|times} so far.',
  'canvas.deliveries.dead': '{n} put aside as {n|a dead letter|dead letters}.',
  'canvas.deliveries.dropped': '{n} given up for good.',

  // Streams
  'canvas.stream.depth': 'records that not every reader has passed',
  'canvas.stream.shards': { neutral: '{n} {n|lane|lanes}', aws: '{n} {n|shard|shards}' },
  'canvas.stream.lost': 'turned away, or gone before they were read',
  'canvas.stream.doing': {
    neutral: '{n} {n|record|records} in {shards} {shards|lane|lanes} that not every reader has passed.',
    aws: '{n} {n|record|records} in {shards} {shards|shard|shards} that not every consumer has passed.',
  },
  'canvas.stream.doing.appended': '{n} appended so far.',
  'canvas.stream.doing.age': {
    neutral: 'The last records that were fetched were {age} old.',
    aws: 'Iterator age: {age}.',
  },

  // Groups of instances
  'canvas.group.min': 'min',
  'canvas.group.desired': 'desired',
  'canvas.group.max': 'max',
  'canvas.group.none': 'no instances, no cost',
  'canvas.group.none.short': 'none',
  'canvas.group.in-service': '{n} in service',
  'canvas.group.down': 'crashed',
  'canvas.group.cells': 'One square for each instance.',
  'canvas.group.slots': '{taken} of {n} {n|slot|slots} taken',
  'canvas.group.waiting': '{n} waiting',
  'canvas.group.waiting-of': '{n} of {limit} waiting for a slot',
  'canvas.group.doing.down': 'Crashed {since}: {n|it takes|all of them take} nothing.',
  'canvas.group.doing.none': 'There are no instances, and nothing is billed.',
  'canvas.group.doing.slots': '{taken} of {n} {n|slot|slots} taken.',
  'canvas.group.doing.backlog': '{n} {n|request waits|requests wait} for a free slot.',
  'canvas.group.doing.refused': '{n} {n|request|requests} refused so far.',

  // One instance with all steps in it
  'canvas.host.crashed': 'crashed, everything stops',
  'canvas.host.idle': 'idle, billed',
  'canvas.host.starting': 'starting, {seconds} s',
  'canvas.host.instances': '{n} instances',

  // On a chip; short
  'canvas.chip.idle': 'idle',
  'canvas.chip.warm': 'warm',
  'canvas.chip.slots': '{taken} of {slots}',
  'canvas.chip.fetching': 'fetching',
  'canvas.chip.uploading': 'upload',
  'canvas.chip.processing': 'process',
  'canvas.chip.storing': 'store',
  'canvas.chip.managing': 'manage',

  // An instance
  'canvas.instance.label': { neutral: 'Instance {id}: {state}', aws: 'EC2 instance {id}: {state}' },
  'canvas.instance.title': { neutral: 'Instance {id}, {group}', aws: 'EC2 instance {id}, {group}' },
  'canvas.instance.idle': 'In service with nothing to do; billed all the same.',
  'canvas.instance.warm': 'Warm and without work: the next one can begin at once. Not billed.',
  'canvas.instance.starting': 'In service in {left}.',
  'canvas.instance.job': 'Upload {upload}: {at}. Taken {time} ago.',

  // Queues
  'canvas.queue.depth': 'messages waiting',
  'canvas.queue.in-flight': '{n} in flight',
  'canvas.queue.oldest': 'oldest {age}',
  'canvas.queue.dead': 'Dead letters',
  'canvas.queue.dead.short': 'Dead',
  'canvas.queue.doing': '{n} {n|message waits|messages wait}, {flying} in flight.',
  'canvas.queue.delayed': '{n} held back',
  'canvas.queue.doing.delayed': '{n} held back until later.',
  'canvas.queue.doing.expired': '{n} gone: nobody fetched them in time.',
  'canvas.queue.doing.oldest': 'The oldest has waited {age}.',
  'canvas.queue.doing.dead': '{n} {n|message was|messages were} tried too often and put aside.',

  // Stores
  'canvas.bucket.masters': '{n} {n|master|masters}',
  'canvas.bucket.renditions': '{n} {n|rendition|renditions}',
  'canvas.bucket.doing':
    '{masters} {masters|master|masters} and {renditions} {renditions|rendition|renditions}, {size} in all.',
  'canvas.bucket.doing.notified': 'Others were told of a new object {n} {n|time|times}.',
  'canvas.store.refused': 'requests turned away',
  'canvas.table.items': { neutral: '{n} {n|entry|entries}', aws: '{n} {n|item|items}' },
  'canvas.table.doing': {
    neutral: '{n} {n|video stands|videos stand} in the catalogue.',
    aws: '{n} {n|item|items} in the table, one for each video.',
  },

  'canvas.table.doing.overwritten': '{n} written once more.',
  'canvas.table.doing.read': '{n} read.',

  'canvas.fault': 'Fault: {fault}',
  'canvas.fault.crash.short': 'Crash',
  'canvas.fault.instance-loss.short': 'One lost',
  'canvas.since': 'Since {since}.',
  'canvas.ago': '{clock}, {time} ago',
  'canvas.more': '… and {n} more.',

  // Messages
  'canvas.message.answer': 'Answer to: {operation}',
  'canvas.message.failed': '{title}: {reason}',
  'canvas.message.way': 'From {from} to {to}.',
  'canvas.message.upload': 'Upload {upload}.',
  'canvas.message.again': 'Try number {n}.',
  'canvas.message.empty': 'There was nothing to do.',
  'canvas.message.sent': 'Sent at {clock}.',
  'canvas.message.follow': 'Click to follow this upload.',
} as const satisfies Words;
