/** Name and one line of help of every parameter of a function. */
import type { Words } from '../words.ts';

export const functionParameterWords = {
  'parameter.function.steps': 'Steps',
  'parameter.function.steps.help': 'What the program does for each request, event or message.',
  'parameter.function.memoryMegabytes': { neutral: 'Memory', aws: 'Memory' },
  'parameter.function.memoryMegabytes.help':
    'Memory of an environment. Processor time comes with it: 1,769 MB are one vCPU.',
  'parameter.function.threads': 'Processors the program can use',
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
  'parameter.function.callTimeoutSeconds': 'Waits for others (0: no limit)',
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
  'parameter.function.privateNeighbours': {
    neutral: 'Neighbours in the private network only',
    aws: 'Neighbours in the VPC only',
  },
  'parameter.function.privateNeighbours.help': {
    neutral: 'What it calls that has an address in the private network only. Where nothing is set, nothing.',
    aws: 'What it calls that has an address in the VPC only. Where nothing is set, nothing.',
  },
  'parameter.function.mayLog': { neutral: 'May write its log', aws: 'May write to CloudWatch Logs' },
  'parameter.function.mayLog.help': {
    neutral: 'Whether its role allows to write log lines. Without that it runs all the same, and nothing is written.',
    aws: 'Whether its execution role allows CreateLogGroup, CreateLogStream and PutLogEvents. Without that it runs all the same, and nothing is written.',
  },
  'parameter.function.workFactor': { neutral: 'Work of the newest code', aws: 'Work of $LATEST' },
  'parameter.function.workFactor.help': {
    neutral:
      'How many times as much computing the code that is being edited takes. Published versions stay as they were.',
    aws: 'How many times as much computing $LATEST takes. Published versions stay as they were.',
  },
} as const satisfies Words;
