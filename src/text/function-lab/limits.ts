/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionLimitsWords = {
  'stage.function-limits': 'Limits',
  'stage.function-limits.title': 'How many at once',
  'stage.function-limits.line': 'Account, reserved and provisioned concurrency, and who is turned away',

  'node.publishers': 'Publishers',
  'node.publishers.what': 'Those who have something to tell, and do not wait for what comes of it.',
  'node.notices': { neutral: 'Topic', aws: 'SNS topic' },
  'node.notices.what': 'Hands a copy to the function as an event, and lays another into the queue.',
  'node.jobs': { neutral: 'Queue', aws: 'SQS queue' },
  'node.jobs.what': 'Keeps each message until the function has worked on it.',
  'node.event-function': { neutral: 'For events', aws: 'Lambda for events' },
  'node.event-function.what': 'Runs for events, for messages of the queue, and for records of the stream.',
  'node.crowd': 'Crowd',
  'node.crowd.what': 'Callers of the neighbour. There can be very many of them.',
  'node.neighbour': { neutral: 'Neighbour', aws: 'Neighbour (Lambda function)' },
  'node.neighbour.what': 'Another function of the same account, whose runs take ten times as long.',

  'story.function-limits.one-account': {
    neutral:
      'Three functions share one account, and it says how many environments may be at work at once, over all of them. Here that is {account}; usual accounts have more. While few people call nobody notices: there is room for all.',
    aws: 'Three Lambda functions share one account, and it has a limit for concurrency: how many execution environments may be at work at once, over all of them. Here that is {account}; usual accounts have more. While few people call nobody notices: there is room for all.',
  },
  'story.function-limits.one-account.scene': 'A quiet account',
  'story.function-limits.noisy-neighbour': {
    neutral:
      'Now a crowd comes to the neighbour. Its runs are long, so it soon has all that the account allows. The other functions find nothing free and are throttled, though nobody calls them more often than before.',
    aws: 'Now a crowd comes to the neighbour. Its invocations are long, so it soon has all the concurrency of the account. The other Lambda functions find none left and are throttled, though nobody invokes them more often than before.',
  },
  'story.function-limits.noisy-neighbour.scene': 'A noisy neighbour',
  'story.function-limits.four-ways': {
    neutral:
      'What being throttled means depends on who asks. A caller who waits gets an error at once; an event is kept and tried again, later and later. A message of the queue comes back after its visibility timeout, and a shard of a stream waits, with everything behind it.',
    aws: 'What being throttled means depends on who asks. A synchronous caller gets a TooManyRequestsException at once; an asynchronous event is kept by Lambda and tried again, later and later. A message of SQS comes back after its visibility timeout, and a shard of Kinesis waits, with everything behind it.',
  },
  'story.function-limits.reserved': {
    neutral:
      'Reserve some for the function that people wait for, and nobody can take them. But what is reserved is also the most it may have: it guarantees and it caps. What is reserved and not used is missing for all others.',
    aws: 'Reserve concurrency for the function that people wait for, and nobody can take it. But reserved concurrency is also the most it may have: it guarantees and it caps. What is reserved and not used is missing for all others.',
  },
  'story.function-limits.reserved.scene': {
    neutral: 'Reserve some for the function',
    aws: 'Reserve concurrency for the function',
  },
  'story.function-limits.cap-the-neighbour': {
    neutral:
      'The same switch holds the neighbour back: what is reserved for it is all it gets. Reserve nothing at all, a zero, and it is stopped. That is how a function that runs wild is halted without taking it away.',
    aws: 'The same switch holds the neighbour back: its reserved concurrency is all it gets. Set that to nothing, a zero, and it is stopped. That is how a Lambda function that runs wild is halted without deleting it.',
  },
  'story.function-limits.cap-the-neighbour.scene': 'Hold the neighbour back',
  'story.function-limits.provisioned': {
    neutral:
      'Provisioned environments are started ahead and kept ready, so up to their number no call starts cold. Those beyond spill over to others, which start as ever. They are paid for all the time, used or not.',
    aws: 'Provisioned concurrency is execution environments that are started ahead and kept ready, so up to their number no invocation starts cold. Those beyond spill over to on-demand ones, which start as ever. It is paid for all the time, used or not.',
  },
  'story.function-limits.provisioned.scene': {
    neutral: 'Keep some ready',
    aws: 'Provision some concurrency',
  },
  'story.function-limits.scaling-rate': {
    neutral:
      'Even with room in the account, not all can be started at once: each function has so many starts in ten seconds, refilled bit by bit. Here the neighbour has few, so a crowd is throttled while environments are still free. Further down, “Why it was throttled” tells the reasons apart.',
    aws: 'Even with concurrency left in the account, not all can be started at once: each Lambda function has so many starts in ten seconds, refilled bit by bit. Here the neighbour has few, so a crowd is throttled while there is room. Further down, “Why it was throttled” tells the reasons apart.',
  },
  'story.function-limits.scaling-rate.scene': 'Few starts, and a crowd',

  'omitted.function-limits':
    'The account has three functions here and a limit far below the usual one. Requests a second are limited too, at ten for each environment that a function may have; here nobody comes near. Callers do not try again by themselves, as they well might.',

  'claim.a-noisy-neighbour-takes-the-account': {
    neutral:
      'A noisy neighbour takes the whole account: {n} of {of} calls of another function are throttled, which has no more callers than before.',
    aws: 'A noisy neighbour takes the concurrency of the whole account: {n} of {of} invocations of another Lambda function are throttled, which has no more callers than before.',
  },
  'claim.a-noisy-neighbour-takes-the-account.foil': {
    neutral: 'Held back by a reservation, the neighbour takes no more than that.',
    aws: 'Held back by reserved concurrency, the neighbour takes no more than that.',
  },
  'predict.a-noisy-neighbour-takes-the-account': {
    neutral:
      'A crowd calls one function of an account. What becomes of the calls of another one, which is called as ever?',
    aws: 'A crowd calls one Lambda function of an account. What becomes of the invocations of another one, which is invoked as ever?',
  },
  'predict.a-noisy-neighbour-takes-the-account.none': {
    neutral: 'Nothing: each function has its own limit',
    aws: 'Nothing: each Lambda function has its own limit',
  },
  'predict.a-noisy-neighbour-takes-the-account.some': 'A few of them are throttled',
  'predict.a-noisy-neighbour-takes-the-account.many': 'More than a fifth of them are throttled',
  'claim.reserved-guarantees': {
    neutral:
      'What is reserved is guaranteed: with the same noisy neighbour {n} of {of} calls are throttled, where many were.',
    aws: 'Reserved concurrency is guaranteed: with the same noisy neighbour {n} of {of} invocations are throttled, where many were.',
  },
  'claim.reserved-guarantees.foil': {
    neutral: 'With nothing reserved the same calls find the account full.',
    aws: 'With no reserved concurrency the same invocations find the account full.',
  },
  'predict.reserved-guarantees': {
    neutral:
      'Enough is reserved for the function, and the neighbour is as noisy as before. How many of its calls are throttled?',
    aws: 'Enough concurrency is reserved for the function, and the neighbour is as noisy as before. How many of its invocations are throttled?',
  },
  'predict.reserved-guarantees.hardly': 'Hardly any',
  'predict.reserved-guarantees.some': 'Some, but fewer than a quarter',
  'predict.reserved-guarantees.many': 'A quarter or more',
  'claim.reserved-caps': {
    neutral:
      'What is reserved is also a cap: with too little of it {n} of {of} calls are throttled in an account that is nearly empty.',
    aws: 'Reserved concurrency is also a cap: with too little of it {n} of {of} invocations are throttled in an account that is nearly empty.',
  },
  'claim.reserved-caps.foil': {
    neutral: 'With nothing reserved the function takes what the account has free.',
    aws: 'With no reserved concurrency the function takes what the account has free.',
  },
  'predict.reserved-caps': {
    neutral:
      'Little is reserved for a function, and the rest of the account is hardly used. May it take more when it needs more?',
    aws: 'Little concurrency is reserved for a function, and the rest of the account is hardly used. May it take more when it needs more?',
  },
  'predict.reserved-caps.takes': 'Yes: nothing is throttled',
  'predict.reserved-caps.throttled': 'No: a good part of its calls is throttled',
  'predict.reserved-caps.stopped': 'No: nearly all of its calls are throttled',
  'claim.a-short-wave-costs-no-event': {
    neutral:
      'A short wave is no harm to events: they were throttled {n} times, were tried again, and none was given up; callers who wait saw {errors} errors.',
    aws: 'A short wave is no harm to asynchronous events: they were throttled {n} times, were tried again, and none was dropped; callers who wait saw {errors} errors.',
  },
  'claim.a-short-wave-costs-no-event.foil': {
    neutral: 'While the wave goes on, events become too old and are given up.',
    aws: 'While the wave goes on, events reach MaximumEventAgeInSeconds and are dropped.',
  },
  'predict.a-short-wave-costs-no-event': {
    neutral: 'For a short time the account is full. What becomes of the events that are handed over in that time?',
    aws: 'For a short time the account has no concurrency left. What becomes of the asynchronous events of that time?',
  },
  'predict.a-short-wave-costs-no-event.lost': 'Some are given up',
  'predict.a-short-wave-costs-no-event.kept': 'They are throttled, and all of them run later',
  'predict.a-short-wave-costs-no-event.untouched': 'They are not throttled at all',
  'claim.ready-means-no-cold-start': {
    neutral: 'With enough environments kept ready not one of {n} calls starts cold.',
    aws: 'With enough provisioned concurrency not one of {n} invocations starts cold.',
  },
  'claim.ready-means-no-cold-start.foil': {
    neutral: 'With too few, calls spill over to others, which start cold.',
    aws: 'With too little of it, invocations spill over to on-demand environments, which start cold.',
  },
  'predict.ready-means-no-cold-start': {
    neutral: 'As many environments are kept ready as are ever at work. How many calls start cold?',
    aws: 'Provisioned concurrency is as high as the function ever needs. How many invocations start cold?',
  },
  'predict.ready-means-no-cold-start.none': 'None',
  'predict.ready-means-no-cold-start.first': {
    neutral: 'The first one of each environment',
    aws: 'The first one of each execution environment',
  },
  'claim.too-few-starts-for-a-crowd': {
    neutral:
      'Starts are limited too: {n} calls are throttled though the neighbour never has more than {most} environments of the account.',
    aws: 'The scaling rate is limited too: {n} invocations are throttled though the neighbour never has more than {most} execution environments of the account.',
  },
  'claim.too-few-starts-for-a-crowd.foil': {
    neutral: 'With as many starts as are usual, the same crowd is let in at once.',
    aws: 'With 1,000 starts in ten seconds, as is usual, the same crowd is let in at once.',
  },
  'predict.too-few-starts-for-a-crowd': {
    neutral:
      'A crowd comes, the account has room for all, but only few environments may be started in ten seconds. What happens?',
    aws: 'A crowd comes, the account has concurrency for all, but only few execution environments may be started in ten seconds. What happens?',
  },
  'predict.too-few-starts-for-a-crowd.wait': {
    neutral: 'The calls wait until environments are started',
    aws: 'The invocations wait until environments are started',
  },
  'predict.too-few-starts-for-a-crowd.throttled': 'Some calls are throttled although there is room',
  'predict.too-few-starts-for-a-crowd.full': 'The account is full before long',
  'claim.erlang-b': {
    neutral:
      'Calls by chance are throttled as an old formula of telephone networks says, about one in nine here: {n} of {of}.',
    aws: 'Invocations by chance are throttled as an old formula of telephone networks says, about one in nine here: {n} of {of}.',
  },
  'claim.erlang-b.foil': {
    neutral: 'As many calls at even distances meet far fewer others, and fewer are throttled.',
    aws: 'As many invocations at even distances meet far fewer others, and fewer are throttled.',
  },
  'predict.erlang-b': {
    neutral:
      'On average two thirds of what a function may have is at work. Calls come by chance. How many are throttled?',
    aws: 'On average two thirds of the reserved concurrency is at work. Invocations come by chance. How many are throttled?',
  },
  'predict.erlang-b.none': 'None: on average there is room',
  'predict.erlang-b.tenth': 'About one in nine',
  'predict.erlang-b.third': 'A third or more',

  'lab.limits.knob.crowd': 'Traffic of the neighbour',
  'lab.limits.knob.crowd.help': 'Calls by chance, so many a second on average',
  'lab.limits.knob.handler': {
    neutral: 'Reserved for the function',
    aws: 'Reserved concurrency of the function',
  },
  'lab.limits.knob.handler.help': 'Guarantees and caps; 0 stops it',
  'lab.limits.knob.neighbour': {
    neutral: 'Reserved for the neighbour',
    aws: 'Reserved concurrency of the neighbour',
  },
  'lab.limits.knob.neighbour.help': 'Guarantees and caps; 0 stops it',
  'lab.limits.knob.provisioned': {
    neutral: 'Provisioned for the function',
    aws: 'Provisioned concurrency of the function',
  },
  'lab.limits.knob.provisioned.help': 'Kept ready; no more than is reserved, where anything is',
  'lab.limits.knob.scaling': 'Starts of the neighbour',
  'lab.limits.knob.scaling.help': 'Environments that it may start in ten seconds; usually 1,000',
  'lab.limits.per-ten-seconds': '{n} in 10 s',
  'lab.limits.nothing-reserved': 'nothing',
  'lab.limits.reservable':
    'Of the {of} of the account {unreserved} must stay unreserved: {most} can be reserved or kept ready in all, {left} more now. No less can be reserved for a function than is kept ready for it.',
  'lab.limits.account': 'The account now',
  'lab.limits.account.now': '{n} of {of} environments of the account are taken now',
  'lab.limits.account.full': 'Full: whoever has nothing reserved is throttled.',
  'lab.limits.account.at-work': '{n} at work',
  'lab.limits.account.ready': '{n} kept ready and idle',
  'lab.limits.account.reserved': '{n} reserved, {free} of them free and for nobody else',
  'lab.limits.account.shares': 'nothing reserved: takes what is free',
  'lab.limits.account.free': 'Free for all',
  'lab.limits.throttled': 'What is throttled, and what the caller sees',
  'lab.limits.column.way': 'How it is asked',
  'lab.limits.column.asked': 'Asked so far',
  'lab.limits.column.throttled': 'Throttled',
  'lab.limits.column.sees': 'The caller sees',
  'lab.limits.column.becomes': 'What becomes of it',
  'lab.limits.sync': 'Called, and waited for',
  'lab.limits.sync.asked': '{n} {n|call|calls}',
  'lab.limits.sync.throttled': '{n} {n|call|calls}',
  'lab.limits.sync.sees.nothing': 'the answer',
  'lab.limits.sync.sees': 'error 429, after {time} at the latest',
  'lab.limits.sync.becomes': 'Nothing: {n} {n|is|are} gone unless the caller tries again',
  'lab.limits.event': { neutral: 'Handed over as an event, by the topic', aws: 'Asynchronous, from SNS' },
  'lab.limits.event.asked': '{n} {n|event|events}',
  'lab.limits.event.throttled': '{n} {n|event|events}, in {tries} {tries|try|tries}',
  'lab.limits.event.sees': {
    neutral: 'taken, whatever comes of it',
    aws: 'SNS is told that it was accepted (202), and whoever published that it was published, whatever comes of it',
  },
  'lab.limits.event.becomes': {
    neutral: 'Waits in the function’s own queue: {waiting} now, for {time} at the longest; {n} given up as too old',
    aws: 'Waits in the internal queue of Lambda: {waiting} now, for {time} at the longest; {n} dropped as too old',
  },
  'lab.limits.queue': { neutral: 'From the queue', aws: 'From SQS, by an event source mapping' },
  'lab.limits.queue.asked': '{n} {n|message|messages}',
  'lab.limits.queue.throttled': '{n} {n|batch|batches}',
  'lab.limits.queue.sees': 'sent, whatever comes of it',
  'lab.limits.queue.becomes.nothing': '{n} {n|message|messages} done; none had to come back',
  'lab.limits.queue.becomes': {
    neutral:
      '{back} came back, {time} after being handed out at the latest; {n} {n|message|messages} done, {dead} put among the dead letters',
    aws: '{back} came back, {time} after being received at the latest; {n} {n|message|messages} deleted, {dead} moved to the dead-letter queue',
  },
  'lab.limits.stream': { neutral: 'From the stream of clicks', aws: 'From Kinesis, by an event source mapping' },
  'lab.limits.stream.asked': '{n} {n|record|records}',
  'lab.limits.stream.throttled': '{n} {n|batch|batches}',
  'lab.limits.stream.sees': 'appended, whatever comes of it',
  'lab.limits.stream.becomes': 'The shard waited for {time} at the longest; {n} {n|record|records} done, in order',
  'lab.limits.stream.becomes.blocked':
    'The shard has been waiting for {time}, and all behind with it; {n} {n|record|records} done, in order',
  'lab.limits.why': 'Why it was throttled',
  'lab.limits.why.concurrency-limit': 'No more allowed at once',
  'lab.limits.why.note':
    'How many are allowed at once is what is reserved for a function, even if the account has more free; where nothing is reserved, what is left of the account.',
  'lab.limits.why.scaling-rate': 'No start left in these seconds',
  'lab.limits.why.throttled': 'Too many requests a second',
  'lab.limits.erlang': 'Throttled share of the function, and what Erlang B says',
  'lab.limits.erlang.share': 'Throttled, share of calls',
  'lab.limits.erlang.theory':
    'Erlang B of a load of {load} ({rate} × {time}, the time for which a run holds an environment, as measured) and a limit of {limit}. For calls by chance that nobody repeats, and runs of any lengths.',
  'lab.limits.erlang.no-limit': 'The function has no limit of its own: reserve some for it',
  'lab.limits.erlang.counted-from': 'Counted from {time} on: {n} calls, {throttled} of them throttled.',
  'lab.limits.erlang.counted-from.not':
    'Counting begins at {time}, once it hardly shows that all were free or something was changed, and needs a minute.',
  'lab.limits.erlang.method':
    'Interval: ten batches of equal length and Student’s t, or Wilson’s interval where that is wider.',
  'lab.limits.erlang.curve': 'Throttled share over what is reserved, at {rate}',
  'lab.limits.erlang.axis.limit': 'Environments reserved for the function',
  'lab.limits.erlang.axis.share': 'Share of calls that are throttled',
  'lab.limits.erlang.line': 'Erlang B, for runs of two seconds on average',
  'lab.limits.erlang.measure': 'Measure the points',
} as const satisfies Words;
