/**
 * What can be made to go wrong, in words. Of each fault: its name; `what` it does; what it `imitates`; its name `short`, of
 * 12 characters at most; what holds `at` a place while it lasts; how the log says that it `began` and `ended` there.
 * `{name}` is a place as `target-name.ts` has it: "processing", "every queue", "zone a", "the link from users to upload".
 */
import type { Words } from './words.ts';

export const faultWords = {
  // Headings
  'fault.family.machines': 'Machines',
  'fault.family.network': 'Network',
  'fault.family.traffic': 'Traffic',
  'fault.family.messages': 'Messages',
  'fault.family.stores': 'Stores',
  'fault.family.functions': { neutral: 'Functions', aws: 'Lambda functions' },
  'fault.family.events': { neutral: 'Events', aws: 'EventBridge' },

  // Machines
  'fault.crash': 'Crash',
  'fault.crash.what':
    'All instances, or environments of a function, go down at once, with the work they have in hand, and whatever starts goes down too, until it is repaired.',
  'fault.crash.imitates': {
    neutral: 'A bug that all of them have, or an image or package that does not start any more.',
    aws: 'A bug that all of them have, or an AMI or deployment package that does not start any more.',
  },
  'fault.crash.short': 'Crash',
  'fault.crash.at': '{name} down',
  'fault.crash.began': '{name}: down from now on, whatever starts crashes',
  'fault.crash.ended': '{name}: repaired',

  'fault.instance-loss': 'One instance lost',
  'fault.instance-loss.what': 'One instance goes down, with the work it has in hand. The others go on.',
  'fault.instance-loss.imitates': {
    neutral: 'The hardware under one machine fails.',
    aws: 'The hardware under one EC2 instance fails.',
  },
  'fault.instance-loss.short': 'One lost',
  'fault.instance-loss.at': 'one instance of {name} lost',
  'fault.instance-loss.began': '{name}: one instance goes down',
  'fault.instance-loss.ended': '{name}: what went down alone is started again',

  'fault.zone-loss': { neutral: 'Zone lost', aws: 'Availability Zone lost' },
  'fault.zone-loss.what': {
    neutral:
      'Every instance in one zone goes down at once, and none can be started there until it is over. What spans several zones goes on in the others.',
    aws: 'Every EC2 instance in one Availability Zone goes down at once, and none can be launched there until it is over. An Auto Scaling group that spans several zones goes on in the others.',
  },
  'fault.zone-loss.imitates': {
    neutral: 'A data centre loses its power, its cooling or its network.',
    aws: 'An Availability Zone loses its power, its cooling or its network.',
  },
  'fault.zone-loss.short': 'Zone lost',
  'fault.zone-loss.at': '{name} lost',
  'fault.zone-loss.began': '{name}: the zone is lost, with every instance in it',
  'fault.zone-loss.ended': '{name}: the zone is back',

  'fault.memory-leak': 'Memory leak',
  'fault.memory-leak.what':
    'Each piece of work leaves some memory taken. After so many of them the process is killed, with the work it has in hand, and started again.',
  'fault.memory-leak.imitates': 'A program that keeps what it no longer needs, until there is no memory left.',
  'fault.memory-leak.short': 'Leak',
  'fault.memory-leak.at': '{name} leaking memory',
  'fault.memory-leak.began': '{name}: leaks memory from now on',
  'fault.memory-leak.ended': '{name}: the leak is mended',

  'fault.slow-down': 'Slow',
  'fault.slow-down.what': 'Work that begins while it lasts takes so many times as long.',
  'fault.slow-down.imitates': {
    neutral:
      'A noisy neighbour on the same hardware, a full disk, a query without an index, a new version that is slower.',
    aws: 'CPU credits that are used up, a full volume, a query without an index, a new version that is slower.',
  },
  'fault.slow-down.short': 'Slow',
  'fault.slow-down.at': '{name} slow',
  'fault.slow-down.began': '{name}: work takes longer from now on',
  'fault.slow-down.ended': '{name}: as fast as before',

  'fault.error-share': 'Errors',
  'fault.error-share.what': 'A share of the work fails by itself; the rest goes well.',
  'fault.error-share.imitates': 'A bug that shows only now and then, or a library that gives up under some videos.',
  'fault.error-share.short': 'Errors',
  'fault.error-share.at': '{name} failing now and then',
  'fault.error-share.began': '{name}: some of the work fails from now on',
  'fault.error-share.ended': '{name}: no more errors of its own',

  'fault.bad-deployment': 'Bad deployment',
  'fault.bad-deployment.what': {
    neutral:
      'A new version that does not start takes the place of a share of the instances, and of all that are started while it lasts.',
    aws: 'A new version that does not start takes the place of a share of the instances, and of all that are launched while it lasts.',
  },
  'fault.bad-deployment.imitates': {
    neutral: 'A release that worked on the desk and does not start in earnest: a wrong setting, a missing secret.',
    aws: 'A release that worked on the desk and does not start in earnest: a wrong variable in the launch template, a secret that it may not read.',
  },
  'fault.bad-deployment.short': 'Bad release',
  'fault.bad-deployment.at': 'bad version of {name}',
  'fault.bad-deployment.began': '{name}: a version that does not start is rolled out',
  'fault.bad-deployment.ended': '{name}: rolled back to the version that works',

  'fault.stuck-at-zero': 'Cannot wake from zero',
  'fault.stuck-at-zero.what': {
    neutral:
      'Scaled in to no instance at all, and told to grow when its instances are busy: none is there to be busy, so nothing is ever started again.',
    aws: 'Scaled in to no instance at all, with target tracking on CPU utilization: no instance reports any, so the alarm never goes off and nothing is ever launched again.',
  },
  'fault.stuck-at-zero.imitates': {
    neutral:
      'A fleet whose smallest size was set to nothing to save money, and that still grows by how busy its machines are.',
    aws: 'An Auto Scaling group whose minimum was set to nothing to save money, and that still tracks the CPU utilization of its instances.',
  },
  'fault.stuck-at-zero.short': 'Stuck at 0',
  'fault.stuck-at-zero.at': '{name} stuck at zero',
  'fault.stuck-at-zero.began': '{name}: scaled in to nothing, and nothing will wake it',
  'fault.stuck-at-zero.ended': '{name}: scales as it did before',

  // Network
  'fault.added-latency': 'Slow link',
  'fault.added-latency.what': 'Each message takes so much longer on its way, in either direction.',
  'fault.added-latency.imitates':
    'A crowded network, a detour through a far region, a name service that is slow to answer.',
  'fault.added-latency.short': 'Slow link',
  'fault.added-latency.at': '{name} slower',
  'fault.added-latency.began': '{name}: every message takes longer from now on',
  'fault.added-latency.ended': '{name}: as quick as before',

  'fault.cut-link': 'Link cut',
  'fault.cut-link.what':
    'No message gets through, in either direction. Whoever asks learns that it failed; whoever was to hear hears nothing.',
  'fault.cut-link.imitates': {
    neutral: 'A broken cable, a rule of a firewall that is too strict, a route that somebody deleted.',
    aws: 'A security group that is too strict, a route that somebody deleted, a VPC endpoint that is gone.',
  },
  'fault.cut-link.short': 'Cut',
  'fault.cut-link.at': '{name} cut',
  'fault.cut-link.began': '{name}: cut, nothing gets through',
  'fault.cut-link.ended': '{name}: joined again',

  // Traffic
  'fault.traffic-surge': 'Rush',
  'fault.traffic-surge.what': 'So many times as many people come, for as long as it lasts.',
  'fault.traffic-surge.imitates':
    'A mention on television, a first day of sale, an evening on which everybody films the same thing.',
  'fault.traffic-surge.short': 'Rush',
  'fault.traffic-surge.at': 'a rush of {name}',
  'fault.traffic-surge.began': '{name}: many more come from now on',
  'fault.traffic-surge.ended': '{name}: as many come as before',

  'fault.thundering-herd': 'Thundering herd',
  'fault.thundering-herd.what':
    'Nobody gets through to the site while it lasts. A share of those people waits, and all who wait come at the moment it ends.',
  'fault.thundering-herd.imitates':
    'An outage of somebody else, after which every program and every person tries again in the same second.',
  'fault.thundering-herd.short': 'Herd',
  'fault.thundering-herd.at': '{name} shut out',
  'fault.thundering-herd.began': '{name}: nobody gets through, and people wait',
  'fault.thundering-herd.ended': '{name}: all who waited come at once',

  'fault.retry-storm': 'Retry storm',
  'fault.retry-storm.what':
    'More people come, and their programs lose patience and try again at once, again and again. The crowd leaves when it ends; the impatience stays, and can keep the storm going without its cause.',
  'fault.retry-storm.imitates':
    'A short peak that turns into a long outage, because every failure causes more requests: a metastable failure.',
  'fault.retry-storm.short': 'Retry storm',
  'fault.retry-storm.at': '{name} out of patience',
  'fault.retry-storm.began': '{name}: a crowd comes, and tries again at once whatever fails',
  'fault.retry-storm.ended': '{name}: the crowd is gone, the impatience stays',

  // Messages
  'fault.poison-messages': 'Poison messages',
  'fault.poison-messages.what': 'A share of the videos cannot be processed, however often it is tried.',
  'fault.poison-messages.imitates':
    'A broken file, or a format that nobody thought of: the work on it fails every time.',
  'fault.poison-messages.short': 'Poison',
  'fault.poison-messages.at': 'broken videos from {name}',
  'fault.poison-messages.began': '{name}: some videos that come from now on cannot be processed',
  'fault.poison-messages.ended': '{name}: only sound videos come from now on',

  'fault.duplicate-delivery': 'Delivered twice',
  'fault.duplicate-delivery.what': 'A share of the messages is delivered twice, and both copies are worked on.',
  'fault.duplicate-delivery.imitates': {
    neutral: 'Delivery at least once: whoever delivers is not sure that it was received, and does it again.',
    aws: 'Delivery at least once, as Amazon SQS standard queues, EventBridge and Lambda promise it: now and then a message comes a second time.',
  },
  'fault.duplicate-delivery.short': 'Twice',
  'fault.duplicate-delivery.at': '{name} delivering twice',
  'fault.duplicate-delivery.began': '{name}: some messages are delivered twice from now on',
  'fault.duplicate-delivery.ended': '{name}: each message is delivered once again',

  'fault.short-visibility': 'Visible too soon',
  'fault.short-visibility.what':
    'A message that is handed out is seen again after so little that others take it while the first is still at it.',
  'fault.short-visibility.imitates': {
    neutral: 'A visibility timeout that was set for short work, before the work grew longer.',
    aws: 'A visibility timeout of the SQS queue that was set for short work, before the work grew longer.',
  },
  'fault.short-visibility.short': 'Seen again',
  'fault.short-visibility.at': '{name} hiding messages too briefly',
  'fault.short-visibility.began': '{name}: messages are seen again too soon from now on',
  'fault.short-visibility.ended': '{name}: messages stay hidden for as long as before',

  // Stores
  'fault.write-refusal': 'Takes no writes',
  'fault.write-refusal.what': 'It can be read, and refuses whatever is to be written.',
  'fault.write-refusal.imitates': {
    neutral: 'A disk that is full, or a store that has turned read-only after losing its leader.',
    aws: 'A bucket policy that denies PutObject, a key that may not be used any more, a global table that is held in another region.',
  },
  'fault.write-refusal.short': 'Read-only',
  'fault.write-refusal.at': '{name} taking no writes',
  'fault.write-refusal.began': '{name}: takes no writes from now on',
  'fault.write-refusal.ended': '{name}: takes writes again',

  'fault.throttling': 'Throttled',
  'fault.throttling.what': 'It takes no more than so many requests a second; the others are turned away.',
  'fault.throttling.imitates': {
    neutral: 'A limit that was set lower than what comes, or one entry that everybody writes.',
    aws: 'A DynamoDB table whose provisioned capacity is too low, one hot partition key that everybody writes, an API Gateway with a throttle that is too tight.',
  },
  'fault.throttling.short': 'Throttled',
  'fault.throttling.at': '{name} throttled',
  'fault.throttling.began': '{name}: takes only so many requests a second from now on',
  'fault.throttling.ended': '{name}: takes as many requests as before',

  // Functions
  'fault.concurrency-limit': 'Concurrency limit',
  'fault.concurrency-limit.what': {
    neutral: 'No more environments than so many may be at work at once; whatever else comes waits or is turned away.',
    aws: 'No more execution environments than so many may run at once; whatever else invokes the function is throttled.',
  },
  'fault.concurrency-limit.imitates': {
    neutral:
      'Another function that uses up the limit of the whole account, or a limit of its own that was set too low.',
    aws: 'Another Lambda function that uses up the concurrency of the account, or a reserved concurrency that was set too low.',
  },
  'fault.concurrency-limit.short': 'Limit',
  'fault.concurrency-limit.at': '{name} at its limit',
  'fault.concurrency-limit.began': '{name}: only so many environments at once from now on',
  'fault.concurrency-limit.ended': '{name}: as many environments as before',

  'fault.cold-starts': 'Cold-start storm',
  'fault.cold-starts.what':
    'No environment is kept warm: every run starts a new one, and each start takes so many times as long.',
  'fault.cold-starts.imitates': {
    neutral: 'A new version that drops every warm environment, with much more to load at the start than before.',
    aws: 'A new version, or a change of the settings, that drops every warm execution environment, with much more to load in INIT than before.',
  },
  'fault.cold-starts.short': 'Cold',
  'fault.cold-starts.at': '{name} never warm',
  'fault.cold-starts.began': '{name}: every run is a cold start from now on',
  'fault.cold-starts.ended': '{name}: environments stay warm again',

  'fault.role-missing': { neutral: 'Permission lost', aws: 'Execution role missing' },
  'fault.role-missing.what': {
    neutral: 'It runs, and may call nobody: every call that it makes is denied.',
    aws: 'It runs, and its execution role allows nothing any more: every call that it makes is denied.',
  },
  'fault.role-missing.imitates': {
    neutral: 'Somebody tidied up permissions and took away one that was needed.',
    aws: 'Somebody tidied up in IAM and detached a policy from the execution role.',
  },
  'fault.role-missing.short': { neutral: 'May not call', aws: 'No role' },
  'fault.role-missing.at': { neutral: '{name} not allowed to call anybody', aws: '{name} without its execution role' },
  'fault.role-missing.began': {
    neutral: '{name}: may call nobody from now on',
    aws: '{name}: the execution role allows nothing from now on',
  },
  'fault.role-missing.ended': {
    neutral: '{name}: has its permissions back',
    aws: '{name}: has its execution role back',
  },

  'fault.policy-missing': { neutral: 'Nobody may call', aws: 'Resource policy missing' },
  'fault.policy-missing.what': {
    neutral: 'Nobody is allowed to call it any more: whoever tries is turned away, and it never runs.',
    aws: 'Its resource-based policy lets nobody invoke it any more: whoever tries is denied, and it never runs.',
  },
  'fault.policy-missing.imitates': {
    neutral: 'A function that was made anew, and whose list of callers was forgotten.',
    aws: 'A Lambda function that was created anew by hand, without the statement that lets S3, EventBridge or API Gateway invoke it.',
  },
  'fault.policy-missing.short': { neutral: 'No callers', aws: 'No policy' },
  'fault.policy-missing.at': { neutral: '{name} closed to its callers', aws: '{name} without its resource policy' },
  'fault.policy-missing.began': {
    neutral: '{name}: nobody may call it from now on',
    aws: '{name}: the resource policy lets nobody invoke it from now on',
  },
  'fault.policy-missing.ended': {
    neutral: '{name}: its callers are allowed again',
    aws: '{name}: the resource policy is back',
  },

  // Events
  'fault.rule-mismatch': 'Rule matches nothing',
  'fault.rule-mismatch.what':
    'The pattern fits no event. Whoever the rule was for is told of nothing, and nobody sees an error.',
  'fault.rule-mismatch.imitates': {
    neutral: 'One wrong letter in a pattern, or a producer that has given its events a new name.',
    aws: 'One wrong letter in an event pattern of EventBridge, or a producer that has given its events a new detail-type.',
  },
  'fault.rule-mismatch.short': 'No match',
  'fault.rule-mismatch.at': '{name} matching nothing',
  'fault.rule-mismatch.began': '{name}: no event matches from now on',
  'fault.rule-mismatch.ended': '{name}: events match again',

  'fault.silent-schedule': 'Schedule never fires',
  'fault.silent-schedule.what':
    'The schedule lets every one of its times go by. What it was to start does not run, and nobody sees an error.',
  'fault.silent-schedule.imitates': {
    neutral:
      'A schedule that was switched off for a test and forgotten, or one that is written for a day that never comes.',
    aws: 'An EventBridge rule that was disabled for a test and forgotten, or a cron expression for a day that never comes.',
  },
  'fault.silent-schedule.short': 'Silent',
  'fault.silent-schedule.at': '{name} without its schedule',
  'fault.silent-schedule.began': '{name}: the schedule does not fire from now on',
  'fault.silent-schedule.ended': '{name}: the schedule fires again',

  // How strongly, by unit
  'fault.strength.times': '×{n}',
  'fault.strength.s': '{n} s',
  'fault.strength.share': '{percent}%',
  'fault.strength.1/s': '{n} a second',
  'fault.strength.environments': '{n} {n|environment|environments}',
  'fault.strength.pieces of work': '{n} {n|piece|pieces} of work',

  // Where a fault strikes, as it stands within a sentence
  'target.step.upload': 'upload',
  'target.step.process': 'processing',
  'target.step.store': 'storing',
  'target.step.manage': 'managing',
  'target.kind.client': 'all users',
  'target.kind.instance-group': { neutral: 'every instance group', aws: 'every Auto Scaling group' },
  'target.kind.queue': { neutral: 'every queue', aws: 'every SQS queue' },
  'target.kind.bucket': { neutral: 'every object store', aws: 'every S3 bucket' },
  'target.kind.table': { neutral: 'every table', aws: 'every DynamoDB table' },
  'target.kind.load-balancer': { neutral: 'every load balancer', aws: 'every Application Load Balancer' },
  'target.kind.function': { neutral: 'every function', aws: 'every Lambda function' },
  'target.kind.topic': { neutral: 'every topic', aws: 'every SNS topic' },
  'target.kind.stream': { neutral: 'every stream', aws: 'every Kinesis stream' },
  'target.kind.event-bus': { neutral: 'every event bus', aws: 'every EventBridge bus' },
  'target.kind.gateway': { neutral: 'every gateway', aws: 'every API Gateway' },
  'target.zone': { neutral: 'zone {zone}', aws: 'Availability Zone {zone}' },
  'target.link': 'the link from {from} to {to}',
  'target.into': 'the way into {step}',
  'target.rule': 'rule {rule} of the {bus}',
} as const satisfies Words;
