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
    neutral: 'What one instance is, and so how fast it works and what it costs in an hour.',
    aws: 'The EC2 instance type, and so how fast an instance works and what it costs in an hour.',
  },
  'parameter.instance-group.slotsPerInstance': 'Slots per instance',
  'parameter.instance-group.slotsPerInstance.help': 'How many pieces of work an instance does at once.',
  'parameter.instance-group.threads': 'Threads',
  'parameter.instance-group.threads.help':
    'How many processors one piece of work can use at once. On a taller machine it is faster only up to that.',
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
  'parameter.instance-group.scaling': 'Scaling policies',
  'parameter.instance-group.scaling.help': {
    neutral: 'How the number of instances follows a queue, the work, or the clock.',
    aws: 'Step scaling, target tracking and scheduled actions of the Auto Scaling group.',
  },
  'parameter.instance-group.evaluationPeriodSeconds': 'Looks every',
  'parameter.instance-group.evaluationPeriodSeconds.help': {
    neutral: 'How often the scaling policies look.',
    aws: 'How often the scaling policies see a new value of their metrics.',
  },
  'parameter.instance-group.cooldownSeconds': 'Cooldown',
  'parameter.instance-group.cooldownSeconds.help': {
    neutral: 'For so long after a change, a step policy asks for no other.',
    aws: 'For so long after a change, a step policy asks for no other (DefaultCooldown, as simple scaling heeds it).',
  },

  'parameter.load-balancer.algorithm': { neutral: 'Who is next', aws: 'Routing algorithm' },
  'parameter.load-balancer.algorithm.help':
    'Targets in turn, or the one with the fewest requests under way, or any by chance. In turn, a slow target piles up work.',
  'parameter.load-balancer.crossZone': { neutral: 'Across zones', aws: 'Cross-zone load balancing' },
  'parameter.load-balancer.crossZone.help': {
    neutral: 'On: all targets share alike. Off: each zone gets the same share, however many targets it has.',
    aws: 'On: all targets share alike. Off: each Availability Zone gets the same share, however many targets it has.',
  },
  'parameter.load-balancer.healthCheckIntervalSeconds': {
    neutral: 'Time between checks',
    aws: 'Health check interval',
  },
  'parameter.load-balancer.healthCheckIntervalSeconds.help':
    'How often every target is asked whether it is well. A dead one gets requests until it has failed several checks.',
  'parameter.load-balancer.healthCheckPhaseSeconds': { neutral: 'First check', aws: 'First health check' },
  'parameter.load-balancer.healthCheckPhaseSeconds.help': 'When after the start the first round of checks is.',
  'parameter.load-balancer.healthCheckTimeoutSeconds': {
    neutral: 'Patience with a check',
    aws: 'Health check timeout',
  },
  'parameter.load-balancer.healthCheckTimeoutSeconds.help':
    'A target that has not answered a check by then has failed it. Less than the time between checks.',
  'parameter.load-balancer.healthyThreshold': { neutral: 'Checks to be healthy again', aws: 'Healthy threshold' },
  'parameter.load-balancer.healthyThreshold.help':
    'An unhealthy target gets requests again after as many passed checks in a row. A new one needs only one.',
  'parameter.load-balancer.unhealthyThreshold': { neutral: 'Checks to be unhealthy', aws: 'Unhealthy threshold' },
  'parameter.load-balancer.unhealthyThreshold.help':
    'A target gets no more requests after as many failed checks in a row.',
  'parameter.load-balancer.connectTimeoutSeconds': { neutral: 'Patience to connect', aws: 'Connect timeout' },
  'parameter.load-balancer.connectTimeoutSeconds.help':
    'A target that does not even take the connection: the caller is told so (504) after this time.',
  'parameter.load-balancer.idleTimeoutSeconds': { neutral: 'Patience for an answer', aws: 'Idle timeout' },
  'parameter.load-balancer.idleTimeoutSeconds.help':
    'A target that took the request and stays silent: the caller is told so (504) after this time.',
  'parameter.load-balancer.deregistrationDelaySeconds': { neutral: 'Time to finish', aws: 'Deregistration delay' },
  'parameter.load-balancer.deregistrationDelaySeconds.help':
    'How long a target that is taken away may finish what it is at. What is open then ends in an error (502).',
  'parameter.load-balancer.slowStartSeconds': 'Slow start',
  'parameter.load-balancer.slowStartSeconds.help':
    'Over this time the share of a new target rises to that of the others. At 0 it gets its full share at once.',

  'parameter.gateway.type': { neutral: 'Kind of interface', aws: 'API type' },
  'parameter.gateway.type.help': {
    neutral: 'With all there is, or simple and cheaper. Only the price and the longest time-out differ.',
    aws: 'REST API or HTTP API. Here only the price and the longest integration timeout differ.',
  },
  'parameter.gateway.integrationTimeoutSeconds': { neutral: 'Patience for an answer', aws: 'Integration timeout' },
  'parameter.gateway.integrationTimeoutSeconds.help':
    'Whoever stands behind has this long to answer; then the caller sees an error (504), and the work goes on in vain.',
  'parameter.gateway.rateLimitPerSecond': { neutral: 'Requests a second', aws: 'Throttling rate' },
  'parameter.gateway.rateLimitPerSecond.help':
    'What comes faster in the long run is turned away (429). At 0 nothing comes in beyond the first burst.',
  'parameter.gateway.burst': { neutral: 'Requests at once', aws: 'Throttling burst' },
  'parameter.gateway.burst.help': 'As many may come at the same moment, after a time in which few came.',
  'parameter.gateway.event': 'Event',
  'parameter.gateway.event.help': {
    neutral: 'What a request tells, where a queue, a topic, a stream or an event bus takes it over.',
    aws: 'What a request tells, where SQS, SNS, Kinesis or EventBridge takes it over.',
  },
  'parameter.instance-group.warmUpSeconds': 'Warm-up',
  'parameter.instance-group.warmUpSeconds.help': {
    neutral: 'In service for less than this, an instance is left out of what scaling measures, and none is taken away.',
    aws: 'DefaultInstanceWarmup: in service for less than this, an instance is left out of the metrics, and nothing scales in.',
  },
  'parameter.instance-group.drainLimitSeconds': 'Longest draining',
  'parameter.instance-group.drainLimitSeconds.help':
    'How long an instance that goes may finish its work; what is left then is cut off. 0: as long as it takes.',
  'parameter.instance-group.zones': { neutral: 'Zones', aws: 'Availability Zones' },
  'parameter.instance-group.zones.help': {
    neutral: 'Over how many data centres the instances are spread. A new one goes to where the fewest are.',
    aws: 'Over how many Availability Zones the instances are spread. A new one goes to where the fewest are.',
  },
  'parameter.instance-group.replaceUnhealthy': 'Replace the unhealthy',
  'parameter.instance-group.replaceUnhealthy.help':
    'Whether instances that are down, or found unhealthy by the load balancer, are replaced by new ones.',
  'parameter.instance-group.healthCheckPeriodSeconds': 'Health check every',
  'parameter.instance-group.healthCheckPeriodSeconds.help': 'How often it is looked at whether instances are well.',
  'parameter.instance-group.healthCheckPhaseSeconds': 'First health check',
  'parameter.instance-group.healthCheckPhaseSeconds.help':
    'When after the start the first look is; at 0, one period after it.',
  'parameter.instance-group.healthGraceSeconds': 'Grace period',
  'parameter.instance-group.healthGraceSeconds.help': {
    neutral: 'So long after it came into service, an instance is not replaced for what the load balancer finds.',
    aws: 'HealthCheckGracePeriod: so long after InService, an instance is not replaced for what the load balancer finds.',
  },
  'parameter.instance-group.backlogTimeoutSeconds': 'Longest wait for a slot',
  'parameter.instance-group.backlogTimeoutSeconds.help':
    'A request that has waited so long for a slot is refused. 0: no limit.',
  'parameter.instance-group.callTimeoutSeconds': 'Time-out of calls',
  'parameter.instance-group.callTimeoutSeconds.help':
    'How long its work waits for the answer of another component. 0: no limit.',
  'parameter.instance-group.whenDown': 'When it is down',
  'parameter.instance-group.whenDown.help':
    'Whether those who call it are refused at once, or hear nothing until their own time-out.',
  'parameter.instance-group.errorShare': 'Errors',
  'parameter.instance-group.errorShare.help': 'Share of the stretches of work that end in an error by themselves.',
  'parameter.instance-group.idempotent': 'Recognises duplicates',
  'parameter.instance-group.idempotent.help':
    'Whether work that was already done is recognised and left alone, or done a second time.',
  'parameter.instance-group.loadBalancer': 'Registered at',
  'parameter.instance-group.loadBalancer.help': 'The load balancer that sends requests to the instances.',
  'parameter.instance-group.receiveBatch': 'Messages per poll',
  'parameter.instance-group.receiveBatch.help': {
    neutral: 'How many messages an instance takes at once; those for which no slot is free wait there, out of sight.',
    aws: 'MaxNumberOfMessages: how many messages one ReceiveMessage takes; those for which no slot is free wait in the instance.',
  },
  'parameter.instance-group.deleteTogether': 'Delete a batch at once',
  'parameter.instance-group.deleteTogether.help': {
    neutral:
      'Whether messages are deleted together when the whole batch is done: fewer requests, more done twice after a crash.',
    aws: 'Whether messages are deleted by one DeleteMessageBatch when the whole batch is done: fewer requests, more done twice after a crash.',
  },
  'parameter.instance-group.extendVisibilitySeconds': 'Extend the visibility timeout',
  'parameter.instance-group.extendVisibilitySeconds.help': {
    neutral:
      'While work goes on its message is kept out of sight for so long again, every half of this time. 0: never.',
    aws: 'ChangeMessageVisibility to so many seconds, every half of them, while work on the message goes on. 0: never.',
  },
  'parameter.instance-group.evaluationPhaseSeconds': 'First evaluation',
  'parameter.instance-group.evaluationPhaseSeconds.help':
    'When after the start the scaling policies look first; at 0, one period after it.',
  'parameter.instance-group.pointsToScaleOut': { neutral: 'Looks before more', aws: 'Points to scale out' },
  'parameter.instance-group.pointsToScaleOut.help': {
    neutral: 'So many looks in a row above the target, and instances are added. For target tracking.',
    aws: 'Datapoints in a row above the target before target tracking scales out.',
  },
  'parameter.instance-group.pointsToScaleIn': { neutral: 'Looks before fewer', aws: 'Points to scale in' },
  'parameter.instance-group.pointsToScaleIn.help': {
    neutral: 'So many looks in a row below the lower line, and instances are taken away. For target tracking.',
    aws: 'Datapoints in a row below the lower line before target tracking scales in.',
  },
  'parameter.instance-group.scaleInBelowShare': 'Lower line',
  'parameter.instance-group.scaleInBelowShare.help':
    'Instances are taken away only below this part of the target. For target tracking.',
  'parameter.instance-group.terminationPolicy': { neutral: 'Who goes first', aws: 'Termination policy' },
  'parameter.instance-group.terminationPolicy.help': {
    neutral: 'Which instance is taken away when there are too many.',
    aws: 'The termination policy: which instance is taken away when there are too many.',
  },
  'parameter.instance-group.protectAtWork': { neutral: 'Protect those at work', aws: 'Scale-in protection at work' },
  'parameter.instance-group.protectAtWork.help': {
    neutral:
      'Whether an instance at work is never taken away for there being too many; the number goes down once it is free.',
    aws: 'Whether an instance protects itself from scale-in while it is at work; the number goes down once it is free.',
  },

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
  'parameter.table.latency': 'Latency',
  'parameter.table.latency.help': {
    neutral: 'How long the table takes to answer.',
    aws: 'How long Amazon DynamoDB takes to answer.',
  },
  'parameter.table.writeLimitPerSecond': 'Write limit',
  'parameter.table.writeLimitPerSecond.help': {
    neutral: 'How many items a second can be written; beyond that requests are refused.',
    aws: 'Writes a second that one partition of a DynamoDB table takes; beyond that they are throttled.',
  },
  'parameter.table.readLimitPerSecond': 'Read limit',
  'parameter.table.readLimitPerSecond.help': {
    neutral: 'How many items a second can be read; beyond that requests are refused.',
    aws: 'Reads a second that one partition of a DynamoDB table takes; beyond that they are throttled.',
  },
  'parameter.table.changes': { neutral: 'Changes go to', aws: 'DynamoDB stream' },
  'parameter.table.changes.help': {
    neutral: 'The stream to which every change is appended.',
    aws: 'The stream that gets a record of every write (DynamoDB Streams).',
  },

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

  'parameter.event-bus.type': { neutral: 'Kind of bus', aws: 'Event bus' },
  'parameter.event-bus.type.help': {
    neutral: 'The default bus gets what the services tell, and follows schedules; others get what applications tell.',
    aws: 'The default bus gets the events of AWS services and follows schedules; a custom bus gets what you publish.',
  },
  'parameter.event-bus.rules': 'Rules',
  'parameter.event-bus.rules.help':
    'Which events each rule takes, or when it fires, and who gets a copy. An event goes to every rule that it matches.',
  'parameter.event-bus.archive': 'Archive',
  'parameter.event-bus.archive.help': 'What is kept of the events, and for how long, so that it can be replayed.',
  'parameter.event-bus.archiveDelaySeconds': 'Time into the archive',
  'parameter.event-bus.archiveDelaySeconds.help':
    'How long it may take an event into the archive. A replay brings nothing that came later than this before it.',
  'parameter.event-bus.replays': 'Replays',
  'parameter.event-bus.replays.help': 'What came between two times goes through the rules once more.',
  'parameter.event-bus.startsAt': 'Starts at',
  'parameter.event-bus.startsAt.help': 'The date and time of second 0 of the run, in UTC. Schedules go by it.',
  'parameter.event-bus.scheduleJitterSeconds': 'Lateness of schedules',
  'parameter.event-bus.scheduleJitterSeconds.help': 'By how much at most a schedule fires late within its minute.',
  'parameter.event-bus.latency': 'Delivery takes',
  'parameter.event-bus.latency.help': 'From the arrival of an event until the first try to deliver a copy.',
  'parameter.event-bus.maximumRetries': { neutral: 'Retries', aws: 'Maximum retry attempts' },
  'parameter.event-bus.maximumRetries.help': 'How often a delivery that failed is tried again.',
  'parameter.event-bus.maximumAgeSeconds': { neutral: 'Tries for', aws: 'Maximum event age' },
  'parameter.event-bus.maximumAgeSeconds.help': 'How long a delivery that failed is tried again.',
  'parameter.event-bus.retryBaseSeconds': 'First pause',
  'parameter.event-bus.retryBaseSeconds.help':
    'The longest pause before the first retry. It doubles from retry to retry; the real one is anything from 0 to it.',
  'parameter.event-bus.retryCapSeconds': 'Longest pause',
  'parameter.event-bus.retryCapSeconds.help': 'No pause between two tries is longer than this.',
  'parameter.event-bus.targetTimeoutSeconds': 'Patience with a target',
  'parameter.event-bus.targetTimeoutSeconds.help': 'A target that has not answered by then has failed.',
  'parameter.event-bus.deliveriesPerSecond': { neutral: 'Deliveries per second', aws: 'Invocations per second' },
  'parameter.event-bus.deliveriesPerSecond.help': 'What the bus delivers in a second at most; the rest is late.',
  'parameter.event-bus.duplicateShare': 'Share of duplicates',
  'parameter.event-bus.duplicateShare.help': 'Share of the copies that are delivered twice.',

  'parameter.stream.capacity': { neutral: 'Billed by', aws: 'Capacity mode' },
  'parameter.stream.capacity.help': {
    neutral: 'By shards and hours, or by what goes in and out.',
    aws: 'Provisioned: by shards and hours. On-demand: by gigabytes in and out.',
  },
  'parameter.stream.shards': 'Shards',
  'parameter.stream.shards.help':
    'Into how many parts the stream is split. Order holds within a part, and each part has limits of its own.',
  'parameter.stream.keys': { neutral: 'Keys', aws: 'Partition keys' },
  'parameter.stream.keys.help':
    'How many different keys the records have. 0: one for each upload. Few keys leave some shards idle and others hot.',
  'parameter.stream.recordsPerSecondPerShard': 'Records per second and shard',
  'parameter.stream.recordsPerSecondPerShard.help': 'What one shard takes in a second; more is refused as throttled.',
  'parameter.stream.retentionSeconds': { neutral: 'Time of retention', aws: 'Retention period' },
  'parameter.stream.retentionSeconds.help':
    'How long a record stays that nobody has read. A reader that is further behind misses it.',

  'parameter.function.steps': 'Steps',
  'parameter.function.steps.help': 'What the program does for each request, event or message.',
  'parameter.function.memoryMegabytes': { neutral: 'Memory', aws: 'Memory' },
  'parameter.function.memoryMegabytes.help':
    'Memory of an environment. Processor time comes with it: 1,769 MB are one vCPU.',
  'parameter.function.threads': 'Threads',
  'parameter.function.threads.help':
    'How many vCPU the program can use at once. What is beyond that is paid for nothing.',
  'parameter.function.timeoutSeconds': { neutral: 'Time-out', aws: 'Timeout' },
  'parameter.function.timeoutSeconds.help': 'A run that takes longer is cut off, and its work is lost with it.',
  'parameter.function.runtime': 'Runtime',
  'parameter.function.runtime.help':
    'What the program is written in. It decides how long an environment takes to start.',
  'parameter.function.packageMegabytes': { neutral: 'Size of the package', aws: 'Size of the package or image' },
  'parameter.function.packageMegabytes.help': 'What has to be fetched before an environment can start.',
  'parameter.function.initSeconds': { neutral: "Start of the program's own", aws: 'Init code' },
  'parameter.function.initSeconds.help':
    'What the program does once in each new environment, on one vCPU: imports, connections. Billed.',
  'parameter.function.snapStart': { neutral: 'Start from a snapshot', aws: 'SnapStart' },
  'parameter.function.snapStart.help':
    'Whether new environments continue from a snapshot that was taken when the version was published.',
  'parameter.function.idleSeconds': 'Kept warm for',
  'parameter.function.idleSeconds.help': 'How long an environment waits for the next request before it goes.',
  'parameter.function.recycleSeconds': 'Replaced after',
  'parameter.function.recycleSeconds.help': 'An environment that is older takes no more work, however busy it is.',
  'parameter.function.errorShare': 'Errors',
  'parameter.function.errorShare.help': {
    neutral: 'Share of the stretches of work that end in an error by themselves, in the version that is being edited.',
    aws: 'Share of the stretches of work that end in an error by themselves, in $LATEST.',
  },
  'parameter.function.idempotent': 'Recognises what is done',
  'parameter.function.idempotent.help':
    'Whether work that comes a second time is recognised and left alone, or done again.',
  'parameter.function.callTimeoutSeconds': 'Waits for others',
  'parameter.function.callTimeoutSeconds.help':
    'Longest wait for the answer to a call of its own. 0: until its time-out.',
  'parameter.function.accountConcurrency': { neutral: 'All functions together', aws: 'Account concurrency' },
  'parameter.function.accountConcurrency.help': 'How many environments of all functions may be at work at once.',
  'parameter.function.reservedConcurrency': { neutral: 'Reserved', aws: 'Reserved concurrency' },
  'parameter.function.reservedConcurrency.help':
    'So many environments may always be at work here, and never more. -1: nothing is reserved. 0: the function is stopped.',
  'parameter.function.provisionedConcurrency': { neutral: 'Kept ready', aws: 'Provisioned concurrency' },
  'parameter.function.provisionedConcurrency.help':
    'Environments that are started in advance and stay, paid for all the time. What does not fit runs in others.',
  'parameter.function.scaleUpEnvironments': { neutral: 'New ones in 10 s', aws: 'Scaling rate' },
  'parameter.function.scaleUpEnvironments.help': 'How many environments may be started within 10 seconds.',
  'parameter.function.maximumRetries': { neutral: 'Tries again', aws: 'Retry attempts' },
  'parameter.function.maximumRetries.help': 'How often an event is tried again after an error. Nobody waits for it.',
  'parameter.function.retryWaitSeconds': 'Pause before a retry',
  'parameter.function.retryWaitSeconds.help':
    'Wait before the first retry of an event; before the second, twice as long.',
  'parameter.function.maximumEventAgeSeconds': { neutral: 'Oldest event', aws: 'Maximum age of event' },
  'parameter.function.maximumEventAgeSeconds.help': 'An event that has waited longer is given up.',
  'parameter.function.duplicateShare': 'Duplicates',
  'parameter.function.duplicateShare.help': 'Share of the events that are run twice though nothing failed.',
  'parameter.function.destinations': 'Destinations',
  'parameter.function.destinations.help': {
    neutral: 'Who is told of events that were done or given up, and where dead letters go.',
    aws: 'On-success and on-failure destinations, and the dead-letter queue, of asynchronous invocations.',
  },
  'parameter.function.mappings': { neutral: 'Fed from', aws: 'Event source mappings' },
  'parameter.function.mappings.help': 'Queues and streams that the function is fed from, in batches.',
  'parameter.function.versions': 'Versions',
  'parameter.function.versions.help': 'Published versions, and how they differ. They never change.',
  'parameter.function.aliasVersion': { neutral: 'Version in use', aws: 'Alias' },
  'parameter.function.aliasVersion.help': {
    neutral: 'The version that callers get. 0: the one that is being edited.',
    aws: 'The version that the alias points to. 0: callers use $LATEST.',
  },
  'parameter.function.secondVersion': { neutral: 'Second version', aws: 'Second version of the alias' },
  'parameter.function.secondVersion.help': 'A version that gets a share of the traffic, to try it out. 0: none.',
  'parameter.function.secondVersionShare': { neutral: 'Share of the second version', aws: 'Weight' },
  'parameter.function.secondVersionShare.help': 'How much of the traffic the second version gets.',
  'parameter.function.vpc': { neutral: 'Private network', aws: 'VPC' },
  'parameter.function.vpc.help': {
    neutral: 'Whether it runs inside a private network, and whether anything leads out of that.',
    aws: 'Whether it is attached to a VPC, and whether a NAT gateway leads out of that.',
  },
  'parameter.function.vpcInterfaces': { neutral: 'Network interfaces', aws: 'Elastic network interfaces' },
  'parameter.function.vpcInterfaces.help': {
    neutral: 'Shared and made in advance, as now, or one for each environment, as before September 2019.',
    aws: 'Shared Hyperplane interfaces, as now, or one for each environment, as before September 2019.',
  },
  'parameter.function.mayCall': { neutral: 'May call', aws: 'Execution role' },
  'parameter.function.mayCall.help':
    'What the function may use. Where nothing is set, everything that its program asks for.',
  'parameter.function.invokedBy': { neutral: 'May be called by', aws: 'Resource policy' },
  'parameter.function.invokedBy.help':
    'Who may invoke the function. Where nothing is set, everybody that is linked to it.',
} as const satisfies Words;
