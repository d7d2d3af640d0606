/** What is set otherwise than an architecture comes, in words: whole values, and parts of those that have several. */
import type { Words } from './words.ts';

export const settingWords = {
  // One thing that is set
  'setting.named': '{component}, {name}: {value}.',
  'setting.named.from': '{component}, {name}: {value} from {from} on.',
  'setting.named.during': '{component}, {name}: {value} from {from} to {to}.',
  'setting.whole': '{component}: {what}.',
  'setting.whole.from': '{component}: {what} from {from} on.',
  'setting.whole.during': '{component}: {what} from {from} to {to}.',

  // Who comes
  'setting.nobody': 'nobody comes',
  'setting.times': '{n} {n|comes|come}, at {times} s',
  'setting.times.many': '{n} {n|comes|come}, from {first} s to {last} s',
  'setting.times.at-once': '{n} come at once, at {time} s',

  // Values
  'setting.none': 'none',
  'setting.all': 'all',
  'setting.yes': 'Yes',
  'setting.no': 'No',
  'setting.usual': 'as usual',
  'setting.mean': '{mean} on average, by chance',
  'setting.between': '{min} to {max}, by chance',
  'setting.one-of': 'one of several, by chance',
  'setting.recording': 'as recorded, over {length}',
  'setting.at-most': '{n} at most',
  'setting.for-ever': 'for ever',
  'setting.minutes': '{n} min',
  'setting.one': 'one',

  // Work of programs
  'setting.work': 'work',
  'setting.work.of': 'work for {of}',
  'setting.work.each-minute': '{length} for each minute of video',
  'setting.work.reference': '{length} on {n} vCPU',
  'setting.computing': 'how much of its work computes',
  'setting.tries': 'tries',
  'setting.also': 'also {what}',
  'setting.no-longer': 'no longer {what}',
  'setting.more-work': 'has more work, {what}',
  'setting.less-work': 'has less work',
  'setting.call.upload': 'calls {to} and waits for the answer',
  'setting.call.hand-on': 'hands on to {to}',
  'setting.call.put': 'puts into {to}',
  'setting.call.get': 'fetches from {to}',
  'setting.call.send': 'sends to {to}',
  'setting.call.write': 'writes to {to}',
  'setting.call.read': 'reads from {to}',
  'setting.call.publish': 'publishes to {to}',
  'setting.call.append': 'appends to {to}',
  'setting.call.deliver': 'hands the event over to {to}, and does not wait',

  // Versions
  'setting.errors-of-newest': { neutral: 'errors of the newest code', aws: 'errors of $LATEST' },
  'setting.version': 'has a version {n}',
  'setting.version.gone': 'has no version {n}',
  'setting.version.errors': 'has a version {n} that fails in {share} of its work',
  'setting.version.work': 'has a version {n} with {times} times the work',

  // What a function is fed from
  'setting.mapping': 'is fed from {from}',
  'setting.mapping.gone': 'is no longer fed from {from}',
  'setting.mapping.batchSize': { neutral: 'batch for one run', aws: 'batch size' },
  'setting.mapping.windowSeconds': { neutral: 'waits for more', aws: 'batch window' },
  'setting.mapping.reportFailures': { neutral: 'names what failed', aws: 'ReportBatchItemFailures' },
  'setting.mapping.bisect': { neutral: 'splits what failed', aws: 'BisectBatchOnFunctionError' },
  'setting.mapping.maximumRetries': { neutral: 'tries a batch again', aws: 'maximum retry attempts of a batch' },
  'setting.mapping.maximumAgeSeconds': { neutral: 'oldest record', aws: 'maximum record age' },
  'setting.mapping.onFailure': { neutral: 'what is given up goes to', aws: 'on-failure destination of the mapping' },
  'setting.mapping.parallelisation': { neutral: 'batches of a shard at once', aws: 'parallelization factor' },
  'setting.mapping.pollers': 'pollers at first',
  'setting.mapping.maximumConcurrency': { neutral: 'batches at once', aws: 'maximum concurrency' },

  // Where a function tells how it came out
  'setting.destination.onSuccess': { neutral: 'tells of success', aws: 'on-success destination' },
  'setting.destination.successEvent': 'tells of success as',
  'setting.destination.onFailure': { neutral: 'tells of failure', aws: 'on-failure destination' },
  'setting.destination.failureEvent': 'tells of failure as',
  'setting.destination.deadLetter': { neutral: 'dead letters go to', aws: 'dead-letter queue' },

  // Rules of a bus
  'setting.rules.without': 'without the {n|rule|rules} {names}',
  'setting.rules.with': 'with the {n|rule|rules} {names} besides',
  'setting.rule.pattern': 'rule {rule}, pattern',
  'setting.rule.schedule': 'rule {rule}, schedule',
  'setting.rule.enabled': 'rule {rule}, switched on',
  'setting.rule.targets': 'rule {rule}, targets',
  'setting.target.input': 'rule {rule}, what {to} gets',
  'setting.target.maximumRetries': 'rule {rule}, retries for {to}',
  'setting.target.maximumAgeSeconds': 'rule {rule}, tries {to} for',
  'setting.target.deadLetter': 'rule {rule}, dead letters of {to} go to',
  'setting.target.whole': 'the whole event',

  // Archive and replay
  'setting.archive.retention': 'archive keeps events',
  'setting.archive.pattern': 'archive keeps',
  'setting.replay': 'what came from {from} to {to} comes again at {at}',
  'setting.replay.rule': 'what came from {from} to {to} comes again at {at}, for the rule {rule} only',
  'setting.replay.gone': 'nothing comes again',

  // Who is told of objects, and who subscribes
  'setting.told': 'tells {to} of',
  'setting.told.any': 'every object',
  'setting.told.gone': 'does not tell {to}',
  'setting.subscribed.events': '{to} hears of',
  'setting.subscribed.objects': '{to} hears of objects',
  'setting.subscribed.deadLetterQueue': 'dead letters of {to} go to',
  'setting.subscribed': '{to} subscribes',
  'setting.subscribed.gone': '{to} does not subscribe',

  // Scaling
  'setting.scaling.step': 'in steps',
  'setting.scaling.scheduled': 'by the clock',
  'setting.scaling.target-tracking': 'to keep {target}% busy',
  'setting.scaling.backlog': 'to keep {target} waiting for each instance',
} as const satisfies Words;
