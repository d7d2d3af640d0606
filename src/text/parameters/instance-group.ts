/** Name and one line of help of every parameter of an instance group. */
import type { Words } from '../words.ts';

export const instanceGroupParameterWords = {
  'parameter.instance-group.instanceType': { neutral: 'Size of an instance', aws: 'Instance type' },
  'parameter.instance-group.instanceType.help': {
    neutral: 'What one instance is, and so how fast it works and what it costs in an hour.',
    aws: 'The EC2 instance type, and so how fast an instance works and what it costs in an hour.',
  },
  'parameter.instance-group.slotsPerInstance': 'Slots per instance',
  'parameter.instance-group.slotsPerInstance.help': 'How many pieces of work an instance does at once.',
  'parameter.instance-group.threads': 'Processors for one piece of work',
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
    'From the repair of a crashed instance, or the death of its process, until it takes work again. Billed.',
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
  'parameter.instance-group.warmUpSeconds': 'Warm-up',
  'parameter.instance-group.warmUpSeconds.help': {
    neutral: 'In service for less than this, an instance is left out of what scaling measures, and none is taken away.',
    aws: 'DefaultInstanceWarmup: in service for less than this, an instance is left out of the metrics, and nothing scales in.',
  },
  'parameter.instance-group.drainLimitSeconds': 'Longest draining',
  'parameter.instance-group.drainLimitSeconds.help': {
    neutral:
      'How long an instance that goes may finish its work; what is left then is cut off. 0: it goes at once, busy or not.',
    aws: 'How long a lifecycle hook lets an instance finish its work. 0: no hook, it is terminated at once, busy or not; behind a load balancer when deregistration is over.',
  },
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
  'parameter.instance-group.runsOn': 'On the machines of',
  'parameter.instance-group.runsOn.help':
    'A group whose machines it shares: it costs nothing more, and goes down when they go down.',
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
} as const satisfies Words;
