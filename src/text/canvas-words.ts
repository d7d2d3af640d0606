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
  'canvas.legend.followed': 'yours',
  'canvas.legend.lag': 'The picture may be up to {n} s behind the lanes, so that each hop can be seen',
  'canvas.legend.one-dot': 'one dot = {n} {n|message|messages}',
  'canvas.legend.flow': 'band = too many for dots',

  // Beside links
  'canvas.link.video': 'video',
  'canvas.link.master': '4K master',
  'canvas.link.job': 'job',
  'canvas.link.poll': 'poll',
  'canvas.link.renditions': 'renditions',
  'canvas.link.metadata': 'metadata',
  'canvas.link.request': 'request',
  'canvas.link.rate': '{rate}/s',
  'canvas.link.followed': 'your video',

  // The people
  'canvas.client.rate': '{rate} uploads/s',
  'canvas.client.accepted': 'accepted',
  'canvas.client.refused': 'refused',
  'canvas.client.waiting': 'waiting for an answer',
  'canvas.client.doing': '{n} {n|upload|uploads} so far: {accepted} accepted, {refused} refused.',
  'canvas.client.doing.waiting': '{n} {n|person waits|people wait} for an answer.',

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
  'canvas.instance.starting': 'In service in {left}.',
  'canvas.instance.job': 'Upload {upload}: {at}. Taken {time} ago.',

  // Queues
  'canvas.queue.depth': 'messages waiting',
  'canvas.queue.in-flight': '{n} in flight',
  'canvas.queue.oldest': 'oldest {age}',
  'canvas.queue.dead': 'Dead letters',
  'canvas.queue.dead.short': 'Dead',
  'canvas.queue.doing': '{n} {n|message waits|messages wait}, {flying} in flight.',
  'canvas.queue.doing.oldest': 'The oldest has waited {age}.',
  'canvas.queue.doing.dead': '{n} {n|message was|messages were} tried too often and put aside.',

  // Stores
  'canvas.bucket.masters': '{n} {n|master|masters}',
  'canvas.bucket.renditions': '{n} {n|rendition|renditions}',
  'canvas.bucket.doing':
    '{masters} {masters|master|masters} and {renditions} {renditions|rendition|renditions}, {size} in all.',
  'canvas.table.items': { neutral: '{n} {n|entry|entries}', aws: '{n} {n|item|items}' },
  'canvas.table.doing': {
    neutral: '{n} {n|video stands|videos stand} in the catalogue.',
    aws: '{n} {n|item|items} in the table, one for each video.',
  },

  'canvas.fault': 'Fault: {fault}',
  'canvas.since': 'Since {since}.',
  'canvas.ago': '{clock}, {time} ago',
  'canvas.more': '… and {n} more.',

  // Messages
  'canvas.message.answer': 'Answer to: {operation}',
  'canvas.message.failed': '{title}: {reason}',
  'canvas.message.way': 'From {from} to {to}.',
  'canvas.message.upload': 'Upload {upload}.',
  'canvas.message.empty': 'There was nothing to do.',
  'canvas.message.sent': 'Sent at {clock}.',
  'canvas.message.follow': 'Click to follow this upload.',
} as const satisfies Words;
