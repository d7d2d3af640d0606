/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionTracesWords = {
  'stage.function-traces': 'Logs and traces',
  'stage.function-traces.title': 'What a request went through',
  'stage.function-traces.line': 'Every line and every bar is a fact of the run',

  'node.door': { neutral: 'Gateway', aws: 'API Gateway' },
  'node.door.what': 'Takes requests from outside, and calls the first function.',
  'node.worker': { neutral: 'Second function', aws: 'Second Lambda function' },
  'node.worker.what':
    'Is told by the bus, and nobody waits for it. It fails now and then, and is tried again by itself.',
  'node.aside': { neutral: 'Dead letters', aws: 'Dead-letter queue (SQS)' },
  'node.aside.what': 'Keeps the events that failed too often.',

  'story.function-traces.what': {
    neutral:
      'A request goes through two functions. The caller waits for the first; the second is told by the bus, later and elsewhere. Neither of them sees the whole, and no machine stays on which you could look.',
    aws: 'A request goes through two Lambda functions. The caller waits for the first; the second is invoked by EventBridge, later and elsewhere. Neither of them sees the whole, and no server stays on which you could look.',
  },
  'story.function-traces.log': {
    neutral:
      'So each writes down what it does. The service adds lines of its own: an environment starts, a run begins, it ends, and what it took and what is billed. In every line stands the number of the request.',
    aws: 'So each writes to CloudWatch Logs what it does. Lambda adds lines of its own: INIT_START, START, END, and REPORT with the duration and what is billed. In every line of a run stands its request ID.',
  },
  'story.function-traces.log.scene': 'Read the first lines',
  'story.function-traces.trace': {
    neutral:
      'A trace lays the same on one axis of time, over both functions. Where a request waited, where an environment had to start, what was called: each is a bar. Nobody has to guess any more which part was slow.',
    aws: 'A trace of X-Ray lays the same on one axis of time, over both functions. Where a request waited, where there was a cold start, what was called: each is a segment. Nobody has to guess any more which part was slow.',
  },
  'story.function-traces.trace.scene': 'Open a trace',
  'story.function-traces.tries': {
    neutral:
      'When the second function fails, it is tried again after {wait} seconds, then after twice as long: {n} more times. In a real service that is minutes; here it is made short. All these runs are one request, under one number. Search the log for it, and every try is there.',
    aws: 'When the second function fails, Lambda tries it again, here after {wait} seconds, then after twice as long: {n} more times. In AWS it is one minute, then two, and cannot be set. All these invocations have the same request ID: search the log for it.',
  },
  'story.function-traces.tries.scene': 'Let it fail often',
  'story.function-traces.permission': {
    neutral:
      'To write its log, a function needs a permission like any other. Take it away, and the function runs as before, and as often. Only its log stays empty, and nobody can tell why it fails. Traces are a permission of their own.',
    aws: 'To write its log, a function needs logs:CreateLogGroup, CreateLogStream and PutLogEvents in its execution role. Take them away, and it runs as before, and as often. Only its log stays empty, and nobody can tell why it fails. Traces need another permission, xray:PutTraceSegments.',
  },
  'story.function-traces.permission.scene': {
    neutral: 'Take the permission away',
    aws: 'Take logs: out of the role',
  },

  'claim.only-a-cold-trace-has-a-start': {
    neutral: 'Only the trace of a cold request has a start in it: of {n} runs, {cold} had to wait for an environment.',
    aws: 'Only the trace of a cold request has an Initialization segment: of {n} invocations, {cold} had to wait for an execution environment.',
  },
  'claim.only-a-cold-trace-has-a-start.foil': 'When the second request comes long after the first, both have one.',
  'claim.tries-share-a-number': {
    neutral:
      'Tries of the same event are one request: of {ids} {ids|event|events} came {n} runs, and no new request with any of them.',
    aws: 'Tries of the same event are one request: of {ids} {ids|event|events} came {n} invocations, and no new request with any of them.',
  },
  'claim.tries-share-a-number.foil': {
    neutral: 'Where nothing is tried again, there is one run for each event.',
    aws: 'With MaximumRetryAttempts at 0, there is one invocation for each event.',
  },
  'claim.no-permission-no-line': {
    neutral:
      'Without the permission to write, the function runs as often as before, {n} times, and writes no line where there were {lines}.',
    aws: 'Without logs:PutLogEvents, the function runs as often as before, {n} times, and writes no line where there were {lines}.',
  },
  'claim.no-permission-no-line.foil': 'With the permission, each run leaves its lines.',

  'predict.only-a-cold-trace-has-a-start': {
    neutral: 'A request comes, and another one soon after. In whose trace does an environment start?',
    aws: 'A request comes, and another one soon after. In whose trace does an execution environment start?',
  },
  'predict.only-a-cold-trace-has-a-start.none': 'In none',
  'predict.only-a-cold-trace-has-a-start.first': 'In that of the first only',
  'predict.only-a-cold-trace-has-a-start.both': 'In both',
  'predict.tries-share-a-number': {
    neutral: 'An event comes on which the function always fails. How often does it run?',
    aws: 'An event from EventBridge comes on which the Lambda function always fails. How often does it run?',
  },
  'predict.tries-share-a-number.one': 'Once',
  'predict.tries-share-a-number.three': 'A few times, then it is given up',
  'predict.tries-share-a-number.for-ever': 'Again and again, without end',
  'predict.no-permission-no-line': {
    neutral: 'The role of the function does not allow it to write its log. What becomes of it?',
    aws: 'The execution role of the Lambda function does not allow it to write to CloudWatch Logs. What becomes of it?',
  },
  'predict.no-permission-no-line.stops': 'It does not run',
  'predict.no-permission-no-line.silent': 'It runs, and writes no line',
  'predict.no-permission-no-line.writes': 'It runs, and its lines are kept elsewhere',

  'omitted.function-traces': {
    neutral:
      'Numbers are made from the run, so that they are the same whenever it is run. Each request is traced, where real services trace a share of them. Waits before retries are seconds here, minutes in real services. Not shown: how late lines come into the log, the memory that was used, and what logs and traces cost, which is not in the bill.',
    aws: 'Request IDs and trace IDs are made from the run, so that they are the same whenever it is run. Each request is traced, where X-Ray samples a share of them. Waits before retries are seconds here; in Lambda they are one minute and two, and cannot be set. Not shown: how late lines come into CloudWatch Logs, Max Memory Used, the versions of runtimes, and what logs and traces cost, which is not in the bill.',
  },

  'lab.traces.log': 'Log',
  'lab.traces.trace': 'Traces',
  'lab.traces.views': 'Log or traces',
  'lab.traces.filter': 'Search',
  'lab.traces.filter.placeholder': 'Words, or the number of a request',
  'lab.traces.level': 'Lines',
  'lab.traces.level.all': 'All',
  'lab.traces.level.service': 'Of the service',
  'lab.traces.level.info': 'Of the program',
  'lab.traces.level.error': 'Errors',
  'lab.traces.level.note': 'Throttled',
  'lab.traces.of': 'Function',
  'lab.traces.of.all': 'Both',
  'lab.traces.follow': 'Follow the clock',
  'lab.traces.follow.help': 'Keeps the newest line in sight',
  'lab.traces.lines': 'Lines of the log',
  'lab.traces.count': '{n} of {all} {all|line|lines} up to {at}',
  'lab.traces.older': 'The newest {n} are listed.',
  'lab.traces.none': 'No line yet. Let it run.',
  'lab.traces.none.filter': 'No line is like that.',
  'lab.traces.silenced': {
    neutral:
      '{name} has written nothing, though it has run {n} {n|time|times}: its role does not allow it to write its log.',
    aws: '{name} has written nothing, though it has run {n} {n|time|times}: its execution role does not allow logs:CreateLogGroup, logs:CreateLogStream and logs:PutLogEvents.',
  },
  'lab.traces.silenced.trace': {
    neutral: 'Its traces are still there: they are a permission of their own.',
    aws: 'Its traces are still there: xray:PutTraceSegments is a permission of its own.',
  },
  'lab.traces.mayLog': '{name} may write its log',
  'lab.traces.mayLog.help': 'Applies from the start of the run',
  'lab.traces.line.note': '{name}: throttled, so it never ran and wrote nothing ({reason})',
  'lab.traces.line.spoken': '{at}, {name}, {level}: {text}',
  'lab.traces.open': 'Trace of this line',
  'lab.traces.only': 'Only this request',
  'lab.traces.any': 'All requests',
  'lab.traces.hint': 'With the arrow keys from line to line; Enter opens the trace. The newest line is at the end.',
  'lab.traces.bytes': {
    neutral:
      '{bytes} written so far, {lines} {lines|line|lines}. An hour like this costs {usd} at {price} a GB (list price, without the free allowance of the month). It is not in the bill.',
    aws: '{bytes} written so far, {lines} {lines|line|lines}. An hour like this costs {usd} at {price} a GB ingested into CloudWatch Logs (list price, without the 5 GB a month that are free). It is not in the bill.',
  },
  'lab.traces.numbers':
    'Numbers are made from the seed of the run and from what they stand for, in the form of a UUID: the same run has the same numbers.',

  'lab.traces.requests': 'Requests',
  'lab.traces.requests.of': 'Requests so far, the newest first',
  'lab.traces.request': 'No. {id} at {at}',
  'lab.traces.request.runs': '{n} {n|run|runs}',
  'lab.traces.request.failed': '{n} failed',
  'lab.traces.request.cold': 'cold',
  'lab.traces.request.open': 'under way',
  'lab.traces.followIt': 'Follow it in the picture',
  'lab.traces.unfollow': 'No longer follow it',
  'lab.traces.older.requests': 'The newest {n} are listed.',
  'lab.traces.waterfall': 'Trace of request {id}',
  'lab.traces.waterfall.none': 'Choose a request. None has come yet.',
  'lab.traces.id': 'Trace {id}',
  'lab.traces.took': '{time} from the first to the last',
  'lab.traces.zoom.all': 'All of it',
  'lab.traces.zoom.wait': 'What the caller waited for',
  'lab.traces.zoom.row': 'The row looked at',
  'lab.traces.zoom': 'Show',
  'lab.traces.row.request': '{from} to {to}: {operation}',
  'lab.traces.row.run': 'Run of {name}',
  'lab.traces.row.try': 'Try {n} of {name}',
  'lab.traces.row.throttled': 'throttled {n} {n|time|times}',
  'lab.traces.stretch': '{kind} {length}, from {from} to {to}',
  'lab.traces.stretch.open': '{kind} since {from}',
  'lab.traces.kind.request': 'request and answer',
  'lab.traces.kind.queue': {
    neutral: 'waits in the internal queue',
    aws: 'waits in the internal queue of Lambda',
  },
  'lab.traces.kind.fetch': 'package is fetched',
  'lab.traces.kind.init': 'environment starts',
  'lab.traces.kind.again': 'environment starts again',
  'lab.traces.kind.run': 'runs',
  'lab.traces.kind.in-vain': 'waits for nobody',
  'lab.traces.details': 'Point at a bar, tap it, or go to it with the arrow keys: its times stand here.',
  'lab.traces.requestId': 'Request {id}',
  'lab.traces.environment': 'environment {id}',
  'lab.traces.stream': {
    neutral: 'Written by environment {id}, which writes all its lines to one place: {stream}',
    aws: 'Log stream of environment {id}: {stream}',
  },
  'lab.traces.lines.of': 'Its lines in the log',
} as const satisfies Words;
