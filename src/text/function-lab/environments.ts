/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionEnvironmentsWords = {
  'stage.function-environments': 'Environments',
  'stage.function-environments.title': 'One environment, one request at a time',
  'stage.function-environments.line': 'Started cold, kept warm, gone: what a request meets',

  'story.function-environments.one-at-a-time': {
    neutral:
      'A function runs in environments, and each works on one call at a time. A call takes a warm one if any is idle. If all are busy a new one is started for it, and the call waits for the download and the start: that is a cold start.',
    aws: 'A Lambda function runs in execution environments, and each works on one invocation at a time. An invocation takes a warm one if any is idle. If all are busy a new one is started for it, and the call waits for the download and INIT: that is a cold start.',
  },
  'story.function-environments.one-at-a-time.scene': 'Watch the first calls come in',
  'story.function-environments.kept-warm': {
    neutral:
      'When a run is over, its environment stays for a while, warm and idle, and then goes. Here few people call, and as often as not the last environment has just gone. How long an idle one is kept, the provider does not say: it is a slider of this bench.',
    aws: 'When an invocation is over, its execution environment stays for a while, warm and idle, and then goes. Here few people call, and as often as not the last environment has just gone. How long an idle one is kept, AWS does not say: it is a slider of this bench.',
  },
  'story.function-environments.kept-warm.scene': 'Few callers',
  'story.function-environments.more-callers': {
    neutral:
      'With many callers there is nearly always an environment that has just been used. The number of cold starts grows, but their share falls. Only when more are at work than at any time lately does a call start cold.',
    aws: 'With many callers there is nearly always an execution environment that has just been used. The number of cold starts grows, but their share falls. Only when more are at work than at any time lately does an invocation start cold.',
  },
  'story.function-environments.more-callers.scene': 'Many callers',
  'story.function-environments.own-memory': {
    neutral:
      'What a run leaves in memory or in /tmp is found by the next run of the same environment, and by no other. A counter kept there counts only the calls of its own environment, and goes with it. What must not be lost belongs elsewhere: the table has an item for each call.',
    aws: 'What an invocation leaves in memory or in /tmp is found by the next one in the same execution environment, and in no other. A counter kept there counts only the invocations of its own environment, and goes with it. What must not be lost belongs elsewhere: the DynamoDB table has an item for each call.',
  },
  'story.function-environments.own-memory.scene': {
    neutral: 'Look into single environments',
    aws: 'Look into single execution environments',
  },
  'story.function-environments.at-work': {
    neutral:
      'How many are at work is no matter of luck alone: on average it is the rate of the calls times the length of a run, whatever the lengths are. The same product tells how many environments a function needs at once. Further down, “Measured, and what theory says” holds the run against it.',
    aws: 'Concurrency is no matter of luck alone: on average it is the rate of the invocations times their length, whatever the lengths are. The same product tells how much concurrency a Lambda function needs. Further down, “Measured, and what theory says” holds the run against it.',
  },
  'story.function-environments.at-work.scene': 'Many callers, a hundred times as fast',
  'story.function-environments.kept-longer': {
    neutral:
      'Keep idle environments longer, and fewer calls start cold; but more stand idle. For calls by chance that hardly ever meet, the share falls off as an exponential. Further down, the chart has the line; “Measure the points” has runs made in the background, and lays them beside it.',
    aws: 'Keep idle execution environments longer, and fewer invocations start cold; but more stand idle. For invocations by chance that hardly ever meet, the share falls off as an exponential. Further down, the chart has the line; “Measure the points” has runs made in the background, and lays them beside it.',
  },
  'story.function-environments.kept-longer.scene': 'Few callers, kept for two minutes',

  'omitted.function-environments':
    'The idle lifetime is the same for all environments here; the real service does not tell how long it is, and sees to it by itself. The counter and the files in /tmp are those of a program that counts its calls and leaves a file for each: they are read off the calls that an environment has handled.',

  'claim.chance-starts-cold': {
    neutral: 'With calls by chance, as far apart on average as an idle environment is kept, {n} of {of} start cold.',
    aws: 'With invocations by chance, as far apart on average as an idle execution environment is kept, {n} of {of} start cold.',
  },
  'claim.chance-starts-cold.foil': {
    neutral: 'As many calls at even distances always find the environment of the last one: only the first starts cold.',
    aws: 'As many invocations at even distances always find the execution environment of the last one: only the first starts cold.',
  },
  'predict.chance-starts-cold': {
    neutral:
      'Calls come by chance, on average as far apart as an idle environment is kept. How many of them start cold?',
    aws: 'Invocations come by chance, on average as far apart as an idle execution environment is kept. How many of them start cold?',
  },
  'predict.chance-starts-cold.none': {
    neutral: 'Hardly any: on average the environment is still there',
    aws: 'Hardly any: on average the execution environment is still there',
  },
  'predict.chance-starts-cold.third': 'Between a third and a half',
  'predict.chance-starts-cold.most': 'More than half',
  'claim.more-callers-fewer-cold':
    'With many callers a smaller share starts cold: {n} of {of}, instead of {before} of {ofBefore} with few.',
  'claim.more-callers-fewer-cold.foil': {
    neutral: 'Where environments go almost as soon as they are idle, many callers start cold as well.',
    aws: 'Where execution environments go almost as soon as they are idle, many callers start cold as well.',
  },
  'predict.more-callers-fewer-cold': {
    neutral: 'Many times as many people call. What becomes of the share of cold starts?',
    aws: 'Many times as many people invoke it. What becomes of the share of cold starts?',
  },
  'predict.more-callers-fewer-cold.grows': {
    neutral: 'It grows: more environments are needed',
    aws: 'It grows: more execution environments are needed',
  },
  'predict.more-callers-fewer-cold.same': 'It stays about the same',
  'predict.more-callers-fewer-cold.falls': 'It falls to less than a quarter',
  'claim.rate-times-length': {
    neutral:
      'The mean number at work is the rate of the calls times the length of a run, and a little for starts: {n} environments here.',
    aws: 'Concurrency on average is the rate of the invocations times their length, and a little for starts: {n} execution environments here.',
  },
  'claim.rate-times-length.foil': 'With runs of half the length, half as many are at work.',
  'predict.rate-times-length': {
    neutral:
      'So many calls come in a second on average, and a run lasts so long. How many environments are at work at the same time?',
    aws: 'So many invocations come in a second on average, and each lasts so long. How many execution environments are at work at the same time?',
  },
  'predict.rate-times-length.fewer': 'Fewer than come in the time of one run',
  'predict.rate-times-length.as-many': 'About as many as come in the time of one run',
  'predict.rate-times-length.more': 'Many more: each call has one of its own',
  'claim.as-many-as-at-once': {
    neutral: 'Who calls at the same time has an environment to himself: {n} for {n} calls at once.',
    aws: 'Who calls at the same time has an execution environment to himself: {n} for {n} invocations at once.',
  },
  'claim.as-many-as-at-once.foil': {
    neutral: 'The same calls, one after another, are all handled by one environment.',
    aws: 'The same invocations, one after another, are all handled by one execution environment.',
  },
  'predict.as-many-as-at-once': {
    neutral: 'Several calls come at the same moment. How many environments are started?',
    aws: 'Several invocations come at the same moment. How many execution environments are started?',
  },
  'predict.as-many-as-at-once.one': 'One: they wait in line',
  'predict.as-many-as-at-once.few': 'A few, which share the calls',
  'predict.as-many-as-at-once.each': 'One for each call',

  'lab.environments.rate': 'Traffic',
  'lab.environments.rate.help': 'Calls by chance, so many a second on average. Turned from now on.',
  'lab.environments.idle': 'Idle lifetime',
  'lab.environments.idle.help': 'How long an idle environment is kept. Counts from the start of the run.',
  'lab.environments.grid': 'Environments now',
  'lab.environments.now': '{n} {n|environment|environments} now',
  'lab.environments.legend': 'What the shapes mean',
  'lab.environments.phase.download': 'Download',
  'lab.environments.phase.init': 'Init',
  'lab.environments.phase.busy': 'Busy',
  'lab.environments.phase.idle': 'Warm, idle',
  'lab.environments.phase.gone': 'Gone',
  'lab.environments.none': 'No environment has been started yet: nobody has called, and nothing is there or paid for.',
  'lab.environments.empty': 'An empty place',
  'lab.environments.cell': 'Env. {id}',
  'lab.environments.cell.call': 'call {n}',
  'lab.environments.cell.ago': '{time} ago',
  'lab.environments.told.download': 'Environment {id} fetches the package of the program, for {time} so far.',
  'lab.environments.told.init':
    'Environment {id} starts the runtime and the program outside the handler, for {time} so far.',
  'lab.environments.told.busy.cold': 'Environment {id} is at work on call {n}, which it was started for.',
  'lab.environments.told.busy.warm': 'Environment {id} is at work on call {n}, which found it warm.',
  'lab.environments.told.idle': 'Environment {id} is warm and idle, for {time} so far.',
  'lab.environments.told.idle.of': 'Environment {id} is warm and idle, for {time} of the {of} that it is kept.',
  'lab.environments.told.gone': 'Environment {id} went at {time}: nobody had needed it for its idle lifetime.',
  'lab.environments.started': 'Started',
  'lab.environments.started.at': 'at {time}, ready after {took}',
  'lab.environments.started.not': 'at {time}, not ready yet',
  'lab.environments.memory': 'Memory',
  'lab.environments.memory.counter': 'counter = {n}, kept from run to run',
  'lab.environments.memory.gone': 'gone with it',
  'lab.environments.tmp': '/tmp',
  'lab.environments.tmp.empty': 'empty',
  'lab.environments.tmp.files': '{n} {n|file|files}: {files}. No other environment sees them.',
  'lab.environments.tmp.more': '{n} {n|file|files}, the last of them {files}. No other environment sees them.',
  'lab.environments.tmp.gone': 'gone with it: {n} {n|file|files}',
  'lab.environments.file': 'call-{n}.json',
  'lab.environments.counted':
    'The counters of the environments that are there say {there} together; {all} calls were taken. The other {gone} were counted in memory that is gone.',
  'lab.environments.calls': 'The last calls',
  'lab.environments.calls.so-far': '{n} {n|call|calls} so far, {cold} of them cold',
  'lab.environments.cold': 'cold',
  'lab.environments.warm': 'warm',
  'lab.environments.met.cold': 'waited {time} for environment {id}; found its memory and /tmp empty',
  'lab.environments.met.warm': 'met environment {id}; found {n} in its counter, and {n} {n|file|files} in its /tmp',
  'lab.environments.running': 'running for {time}',
  'lab.environments.done': 'done in {time}',
  'lab.environments.failed': 'failed after {time}',
  'lab.environments.theory': 'Measured, and what theory says',
  'lab.environments.share': 'Cold starts, share of calls',
  'lab.environments.at-work': 'Runs at work, mean',
  'lab.environments.theory.closed':
    'Closed form: e^(−λT), the chance that a gap is longer than the idle lifetime. For runs that are short beside the gaps.',
  'lab.environments.theory.worked-out':
    'Worked out number by number (M/M/∞): the chance that no fewer are at work than at any time in the idle lifetime before. For exponential runs; starts are reckoned into the length of a run, which is exact only where they are short.',
  'lab.environments.theory.at-work': 'M/G/∞: rate × length of a run, {rate} × {time}. For lengths of any kind.',
  'lab.environments.not-lone':
    'Does not hold here: {n} runs are at work on average, so they are not short beside the gaps',
  'lab.environments.counted-from': 'Counted from {time} on: {n} calls, {cold} of them cold.',
  'lab.environments.counted-from.not':
    'Counting begins at {time}, once it hardly shows that the function began with nothing or was changed, and needs a minute.',
  'lab.environments.method':
    'Intervals: ten batches of equal length and Student’s t; of the share, Wilson’s interval where that is wider.',
  'lab.environments.curve': 'Share of cold starts over the idle lifetime, at {rate}',
  'lab.environments.axis.idle': 'Idle lifetime, s',
  'lab.environments.axis.share': 'Share of calls that start cold',
  'lab.environments.line.closed': 'Closed form e^(−λT), for short runs',
  'lab.environments.line.worked-out': 'Worked out for runs that overlap (M/M/∞)',
  'lab.environments.measure': 'Measure the points',
  'lab.environments.disturbed.idle': 'The idle lifetime is not the same for all here',
} as const satisfies Words;
