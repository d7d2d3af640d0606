/** Name and one line of help of every parameter, under `parameter.<kind>.<name>` and `….help`. */
import type { Words } from './words.ts';

export const parameterWords = {
  'parameter.client.sends': 'What they send',
  'parameter.client.sends.help': 'Videos, or events that belong to no video: clicks and errors.',
  'parameter.client.arrivals': 'How uploads come',
  'parameter.client.arrivals.help':
    'By chance one after another, at a steady beat, with a spike, like a day, at given times, as recorded in a file, or each person again once answered (closed).',
  'parameter.client.ratePerSecond': 'Traffic',
  'parameter.client.ratePerSecond.help':
    'Uploads per second on average. Traffic that goes up and down like a day is a multiple of this.',
  'parameter.client.startsAtSeconds': 'First after',
  'parameter.client.startsAtSeconds.help': 'Nobody comes before this second. For a steady beat it is the phase.',
  'parameter.client.spikeAtSeconds': 'Spike begins',
  'parameter.client.spikeAtSeconds.help': 'Second at which the spike of traffic begins.',
  'parameter.client.spikeLastsSeconds': 'Spike lasts',
  'parameter.client.spikeLastsSeconds.help': 'How long the spike of traffic lasts.',
  'parameter.client.spikeFactor': 'Height of the spike',
  'parameter.client.spikeFactor.help': 'How many times as much traffic comes during the spike.',
  'parameter.client.dayLengthSeconds': 'Length of a day',
  'parameter.client.dayLengthSeconds.help':
    'How long one day of daily traffic takes: few uploads at night, most in the evening.',
  'parameter.client.times': 'Times of uploads',
  'parameter.client.times.help': 'One upload at each of these seconds.',
  'parameter.client.recording': 'Recorded traffic',
  'parameter.client.recording.help': 'How the traffic goes up and down, as multiples of the set rate.',
  'parameter.client.population': 'People',
  'parameter.client.population.help':
    'How many people there are when each waits for an answer before the next upload (closed).',
  'parameter.client.thinkTime': 'Time to think',
  'parameter.client.thinkTime.help': 'In seconds, from an answer to the same person’s next upload (closed).',
  'parameter.client.timeoutSeconds': 'Patience',
  'parameter.client.timeoutSeconds.help': {
    neutral: 'How long a person waits for an answer before giving up on the request; 0 is for ever.',
    aws: 'Read time-out of the client (SDK default 60 s): how long it waits for an answer; 0 is for ever.',
  },
  'parameter.client.retries': 'Retries',
  'parameter.client.retries.help':
    'Whether a failed request is tried again: after a fixed pause, after pauses that double, or after a random part of them (full jitter).',
  'parameter.client.attempts': 'Tries',
  'parameter.client.attempts.help': 'How often a request is tried in all, the first time included.',
  'parameter.client.retryBaseSeconds': 'First pause',
  'parameter.client.retryBaseSeconds.help': 'Pause before the first retry; it doubles from one to the next.',
  'parameter.client.retryCapSeconds': 'Longest pause',
  'parameter.client.retryCapSeconds.help': 'Pauses between retries do not grow beyond this.',
  'parameter.client.retryBudgetTokens': 'Retry budget',
  'parameter.client.retryBudgetTokens.help':
    'Tokens for retries: each takes 5 (10 after a time-out), each success gives 1 back; without enough there is no retry. 0 is no budget: every retry is made.',
  'parameter.client.breakerFailures': 'Circuit breaker',
  'parameter.client.breakerFailures.help':
    'After this many failures in a row no request is sent for a while. 0 is no breaker.',
  'parameter.client.breakerOpenSeconds': 'Breaker stays open',
  'parameter.client.breakerOpenSeconds.help': 'How long no request is sent; then one may try.',
  'parameter.client.videoMinutes': 'Length of a video',
  'parameter.client.videoMinutes.help': 'In minutes. Processing takes longer for longer videos.',
  'parameter.client.masterMegabytesPerMinute': 'Size of a 4K master',
  'parameter.client.masterMegabytesPerMinute.help': 'Megabytes for each minute of video.',
  'parameter.client.poisonShare': 'Poison videos',
  'parameter.client.poisonShare.help': 'Share of the videos that cannot be processed, however often that is tried.',

  'parameter.instance-group.instanceType': { neutral: 'Size of an instance', aws: 'Instance type' },
  'parameter.instance-group.instanceType.help': {
    neutral: 'What one instance is, and so what it costs in an hour.',
    aws: 'The EC2 instance type, and so what an instance costs in an hour.',
  },
  'parameter.instance-group.slotsPerInstance': 'Slots per instance',
  'parameter.instance-group.slotsPerInstance.help': 'How many pieces of work an instance does at once.',
  'parameter.instance-group.diskGb': { neutral: 'Disk', aws: 'EBS volume' },
  'parameter.instance-group.diskGb.help': {
    neutral: 'Disk of each instance; billed for as long as the instance exists.',
    aws: 'gp3 volume of each instance; billed for as long as the instance exists.',
  },
  'parameter.instance-group.minimum': 'Minimum',
  'parameter.instance-group.minimum.help': {
    neutral: 'Never fewer instances than this, even with nothing to do.',
    aws: 'MinSize of the Auto Scaling group: never fewer instances, even with nothing to do.',
  },
  'parameter.instance-group.desired': { neutral: 'Wanted', aws: 'Desired capacity' },
  'parameter.instance-group.desired.help': {
    neutral: 'How many instances there should be. A scaling policy turns this by itself.',
    aws: 'DesiredCapacity of the Auto Scaling group. A scaling policy turns this by itself.',
  },
  'parameter.instance-group.maximum': 'Maximum',
  'parameter.instance-group.maximum.help': {
    neutral: 'Never more instances than this, however much waits. It caps the bill, and the speed of catching up.',
    aws: 'MaxSize of the Auto Scaling group: never more instances. It caps the bill, and the speed of catching up.',
  },
  'parameter.instance-group.pendingSeconds': { neutral: 'Launch time', aws: 'Time to running' },
  'parameter.instance-group.pendingSeconds.help': {
    neutral: 'From asking for an instance until it runs. Not billed.',
    aws: 'From the launch of an EC2 instance until it is running. Not billed.',
  },
  'parameter.instance-group.bootSeconds': 'Boot time',
  'parameter.instance-group.bootSeconds.help': {
    neutral: 'From running until it takes work: boot and start of the program. Billed.',
    aws: 'From running until InService: boot and start of the program. Billed.',
  },
  'parameter.instance-group.restartSeconds': 'Restart time',
  'parameter.instance-group.restartSeconds.help':
    'From the repair of a crashed instance until it takes work again. Billed.',
  'parameter.instance-group.backlogLimit': 'Waiting line',
  'parameter.instance-group.backlogLimit.help': 'How many requests may wait for a free slot. The next one is refused.',
  'parameter.instance-group.answerAfter': 'Answer after',
  'parameter.instance-group.answerAfter.help': 'The step after which the person uploading is told that it worked.',
  'parameter.instance-group.steps': 'Steps',
  'parameter.instance-group.steps.help': 'What an instance does for each piece of work.',
  'parameter.instance-group.queue': { neutral: 'Takes work from', aws: 'Polls' },
  'parameter.instance-group.queue.help': {
    neutral: 'The queue that the instances take their work from.',
    aws: 'The SQS queue that the instances poll.',
  },
  'parameter.instance-group.pollIntervalSeconds': 'Pause between polls',
  'parameter.instance-group.pollIntervalSeconds.help': {
    neutral: 'How long an instance waits after an empty answer before it asks the queue again.',
    aws: 'How long an instance waits after an empty ReceiveMessage before the next one.',
  },
  'parameter.instance-group.scaling': 'Scaling policy',
  'parameter.instance-group.scaling.help': {
    neutral: 'How many instances for which length of the queue.',
    aws: 'Step scaling on the length of the SQS queue.',
  },
  'parameter.instance-group.evaluationPeriodSeconds': 'Looks every',
  'parameter.instance-group.evaluationPeriodSeconds.help': {
    neutral: 'How often the scaling policy measures the queue.',
    aws: 'How often the scaling policy sees a new value of the queue metric.',
  },
  'parameter.instance-group.cooldownSeconds': 'Cooldown',
  'parameter.instance-group.cooldownSeconds.help': {
    neutral: 'Least time between two changes of the number of instances.',
    aws: 'DefaultCooldown of the Auto Scaling group: least time between two changes.',
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
  'parameter.queue.receiveWaitSeconds': { neutral: 'Wait for a message', aws: 'Long polling' },
  'parameter.queue.receiveWaitSeconds.help': {
    neutral:
      'How long the queue holds the question open while it is empty. At 0 it answers at once, and is asked far more often.',
    aws: 'ReceiveMessageWaitTimeSeconds: how long an empty queue holds a receive open. 0 is short polling, with far more requests.',
  },

  'parameter.bucket.latency': 'Latency',
  'parameter.bucket.latency.help': {
    neutral: 'How long the object store takes to answer.',
    aws: 'How long Amazon S3 takes to answer.',
  },
  'parameter.table.latency': 'Latency',
  'parameter.table.latency.help': {
    neutral: 'How long the table takes to answer.',
    aws: 'How long Amazon DynamoDB takes to answer.',
  },
} as const satisfies Words;
