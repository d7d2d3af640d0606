/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionInvocationsWords = {
  'stage.function-invocations': 'Three ways to invoke',
  'stage.function-invocations.title': 'Wait, hand over, or be fetched from',
  'stage.function-invocations.line': 'The same poison event goes down all of them',

  'node.saboteur': 'Saboteur',
  'node.saboteur.what': 'Sends an event now and then on which the work of every function fails.',
  'node.site': 'Site',
  'node.site.what': 'Takes each request and sends it down all four ways; for the call it waits.',
  'node.call-handler': { neutral: 'By call', aws: 'Sync Lambda' },
  'node.call-handler.what': 'Runs while its caller waits for the answer.',
  'node.event-handler': { neutral: 'By event', aws: 'Async Lambda' },
  'node.event-handler.what': {
    neutral: 'Is handed events, keeps them in a queue of its own, and runs for each by itself.',
    aws: 'Is invoked as "Event": Lambda keeps the event in its internal queue, and runs the function by itself.',
  },
  'node.event-queue': { neutral: 'Queue', aws: 'SQS queue' },
  'node.event-queue.what': 'Keeps each message until somebody deletes it, and keeps its dead letters beside them.',
  'node.batch-handler': { neutral: 'By queue', aws: 'SQS Lambda' },
  'node.batch-handler.what': 'Its poller fetches messages, gathers a batch, has it run, and deletes what went well.',
  'node.event-stream': { neutral: 'Stream', aws: 'Kinesis stream' },
  'node.event-stream.what': 'Keeps records in their order. Nothing is deleted when it is read.',
  'node.record-handler': { neutral: 'By stream', aws: 'By Kinesis' },
  'node.record-handler.what': 'Its reader goes through the shard in order, and goes on only when a batch is done.',
  'node.call-account': { neutral: 'Call account', aws: 'DynamoDB (sync)' },
  'node.call-account.what': 'What the function that is called writes: one item for each request.',
  'node.event-account': { neutral: 'Event account', aws: 'DynamoDB (async)' },
  'node.event-account.what': 'What the function for events writes: one item for each request.',
  'node.batch-account': { neutral: 'Queue account', aws: 'DynamoDB (queue)' },
  'node.batch-account.what': 'What the function fed from the queue writes: one item for each request.',
  'node.record-account': { neutral: 'Stream account', aws: 'DynamoDB (stream)' },
  'node.record-account.what': 'What the function fed from the stream writes: one item for each request.',
  'node.successes': { neutral: 'Successes', aws: 'On success' },
  'node.successes.what': 'Is told of each event that went well, where that is wanted.',
  'node.failures': { neutral: 'Given up', aws: 'On failure' },
  'node.failures.what': 'Where events and records end that were given up, so that somebody can look at them.',

  'story.function-invocations.what': {
    neutral:
      'A site sends each request down four ways. It calls a function and waits, it hands an event to another, it leaves a message in a queue, and it appends a record to a stream. Behind each way a function writes to its account, and then does the rest of its work.',
    aws: 'A site sends each request down four ways. It invokes a Lambda function and waits, it invokes another as an event, it sends a message to SQS, and it puts a record into Kinesis. Behind each way a function writes to its table, and then does the rest of its work.',
  },
  'story.function-invocations.what.scene': 'Watch healthy requests',
  'story.function-invocations.call': {
    neutral:
      'Now something comes on which the work fails. Whoever calls the function waits for it, sees the error, and must decide what to do. Nobody else tries it again. But the account was written before the work failed.',
    aws: 'Now something comes on which the work fails. Whoever invokes the function synchronously waits for it, sees the error, and must decide what to do. Lambda does not try it again. But the item was written before the work failed.',
  },
  'story.function-invocations.call.scene': 'Follow the poison to the caller',
  'story.function-invocations.event': {
    neutral:
      'Handed over as an event, the same is taken at once and nobody waits. It fails, and after {wait} seconds it is tried again, then after twice as long: {retries} more times. Then, or when it is {age} seconds old, it is given up: laid with the dead letters, told to a destination, or gone.',
    aws: 'Invoked asynchronously, the same is taken at once and nobody waits. It fails, and after {wait} seconds here Lambda tries again, then after twice as long: {retries} more times. Then, or when it is {age} seconds old, it is given up: sent to a dead-letter queue, told to a destination, or gone.',
  },
  'story.function-invocations.event.scene': 'Follow it through its retries',
  'story.function-invocations.queue': {
    neutral:
      'From the queue a poller takes several messages at once. If one fails, the whole batch is seen again after {hidden} seconds, the innocent with it, and is put aside when it was received {most} times. Let the function name the message that failed, and only that one comes back.',
    aws: 'From SQS the event source mapping takes several messages at once. If one fails, the whole batch is visible again after {hidden} seconds, the innocent with it, and is a dead letter when it was received {most} times. With ReportBatchItemFailures only the one that failed comes back.',
  },
  'story.function-invocations.queue.scene': {
    neutral: 'Name the message that failed',
    aws: 'Report the message that failed',
  },
  'story.function-invocations.stream': {
    neutral:
      'In a stream order counts. The reader does not go past a batch that fails, so one bad record blocks all that comes after it in its shard. Look at the age of the record: it climbs, and with it that of all others.',
    aws: 'In a Kinesis stream order counts. The event source mapping does not go past a batch that fails, so one bad record blocks all that comes after it in its shard. Look at the age of the record: it climbs, and with it the iterator age.',
  },
  'story.function-invocations.stream.scene': 'Block the shard',
  'story.function-invocations.freed': {
    neutral:
      'Two things free the shard. Split each batch that fails in two, again and again, until the bad record is alone. And give up after a few tries: the record is told to somebody, and the others go on.',
    aws: 'Two things free the shard. BisectBatchOnFunctionError splits each batch that fails in two, again and again, until the bad record is alone. MaximumRetryAttempts gives up after a few tries: the record is told to a destination, and the others go on.',
  },
  'story.function-invocations.freed.scene': {
    neutral: 'Split, and give up in the end',
    aws: 'Bisect, and give up in the end',
  },
  'story.function-invocations.twice': {
    neutral:
      'Whatever is tried again may be done again. "Set the balance to twenty" can be done as often as you like; "add twenty" cannot. A function that keeps a note of what it has done recognises what is handed over twice. What had failed half-way is no help to it: there is no note of that.',
    aws: 'Whatever is tried again may be done again. "Set the balance to twenty" is idempotent; "add twenty" is not. A Lambda function that keeps a note of what it has done recognises what is delivered twice. What had failed half-way is no help to it: there is no note of that.',
  },
  'story.function-invocations.twice.scene': 'Hand half of them over twice',

  'claim.who-waits-sees-the-error': {
    neutral: 'Who waits sees the error: of four ways, one tells the person who asked that it failed.',
    aws: 'Who waits sees the error: of four ways, only RequestResponse tells the person who asked that it failed.',
  },
  'claim.who-waits-sees-the-error.foil': {
    neutral:
      'Where even the first function is only handed the request and nobody waits, the person hears that all went well, and its three tries fail unseen.',
    aws: 'Where even the first function is invoked as an event and nobody waits, the person hears that all went well, and its three tries fail unseen.',
  },
  'predict.who-waits-sees-the-error': {
    neutral:
      'The same broken request is called, handed over, queued and streamed. How many people are told of an error?',
    aws: 'The same broken request invokes a Lambda function synchronously, another one asynchronously, and goes to SQS and to Kinesis. How many people are told of an error?',
  },
  'predict.who-waits-sees-the-error.error': 'The one who sent it',
  'predict.who-waits-sees-the-error.all': 'Everybody who comes after it, too',
  'predict.who-waits-sees-the-error.nothing': 'Nobody',

  'claim.an-event-is-tried-again-by-itself': {
    neutral:
      'An event is tried again by itself: {n} runs fail, nobody waited for any of them, and then it is put aside.',
    aws: 'An asynchronous event is tried again by Lambda: {n} invocations fail, nobody waited for any of them, and then it goes to the dead-letter queue.',
  },
  'claim.an-event-is-tried-again-by-itself.foil': {
    neutral: 'Without retries, it fails once and is put aside at once.',
    aws: 'With MaximumRetryAttempts at 0, it fails once and goes to the dead-letter queue at once.',
  },
  'predict.an-event-is-tried-again-by-itself': {
    neutral: 'An event is handed over on which the work always fails. How often is it run, as the service comes?',
    aws: 'A Lambda function is invoked as an event on which its work always fails. How often is it run, as Lambda comes?',
  },
  'predict.an-event-is-tried-again-by-itself.once': 'Once',
  'predict.an-event-is-tried-again-by-itself.thrice': 'Once, and twice more',
  'predict.an-event-is-tried-again-by-itself.for-ever': 'Again and again, until somebody stops it',

  'claim.a-batch-fails-together': {
    neutral: 'A batch fails together: one message is bad, and {n} are put aside in the end, the innocent with it.',
    aws: 'A batch of SQS fails together: one message is bad, and {n} are dead letters in the end, the innocent with it.',
  },
  'claim.a-batch-fails-together.foil': {
    neutral: 'Where the function names the one that failed, only that one is put aside.',
    aws: 'With ReportBatchItemFailures, only the one that failed becomes a dead letter.',
  },
  'predict.a-batch-fails-together': {
    neutral:
      'Messages are fetched in batches, and one of them is bad. The function says no more than that it failed. How many are put aside?',
    aws: 'An event source mapping fetches messages from SQS in batches, and one of them is bad. The function says no more than that it failed. How many become dead letters?',
  },
  'predict.a-batch-fails-together.none': 'None: the bad one is dropped',
  'predict.a-batch-fails-together.itself': 'The bad one alone',
  'predict.a-batch-fails-together.others': 'The bad one, and good ones with it',

  'claim.one-record-blocks-the-shard': {
    neutral: 'One record blocks its shard: {n} of {of} requests come out of the stream in the whole run.',
    aws: 'One record blocks its Kinesis shard: {n} of {of} requests come out of the stream in the whole run.',
  },
  'claim.one-record-blocks-the-shard.foil': {
    neutral: 'Split in two when they fail, and given up after some tries, batches let the rest pass.',
    aws: 'With BisectBatchOnFunctionError and MaximumRetryAttempts, batches let the rest pass.',
  },
  'predict.one-record-blocks-the-shard': {
    neutral:
      'Soon after the start one record comes on which the work always fails. How many of all requests come out of the stream in three minutes?',
    aws: 'Soon after the start one record comes into Kinesis on which the work always fails. How many of all requests come out of the stream in three minutes?',
  },
  'predict.one-record-blocks-the-shard.few': 'A few: those that came before it',
  'predict.one-record-blocks-the-shard.half': 'About half',
  'predict.one-record-blocks-the-shard.most': 'Nearly all: it is skipped',

  'claim.handed-over-twice-is-added-twice': {
    neutral: 'What is handed over twice is added twice: of {of} accounts, {n} are written a second time.',
    aws: 'What is delivered twice is added twice: of {of} items, {n} are written a second time.',
  },
  'claim.handed-over-twice-is-added-twice.foil': {
    neutral: 'A function that keeps a note recognises each second one.',
    aws: 'An idempotent function, which keeps a note, recognises each second one.',
  },
  'predict.handed-over-twice-is-added-twice': {
    neutral: 'Half of the events are handed over twice, and all go well. Is an account ever written twice?',
    aws: 'Half of the events are delivered twice, and all go well. Is an item ever written twice?',
  },
  'predict.handed-over-twice-is-added-twice.never': {
    neutral: 'No, the service sees to that',
    aws: 'No, Lambda sees to that',
  },
  'predict.handed-over-twice-is-added-twice.some': 'Yes',

  'claim.a-note-does-not-help-what-is-half-done':
    'A note of what is done does not help what is half done: it writes, then fails, and its retries write {n} times more.',
  'claim.a-note-does-not-help-what-is-half-done.foil': {
    neutral: 'Without retries, what failed half-way was written once.',
    aws: 'With MaximumRetryAttempts at 0, what failed half-way was written once.',
  },
  'predict.a-note-does-not-help-what-is-half-done': {
    neutral:
      'A function writes first, and then fails. It keeps a note of all that it has finished. Is it written again when the event is tried again?',
    aws: 'A Lambda function writes an item first, and then fails. It keeps a note of all that it has finished. Is the item written again when the event is tried again?',
  },
  'predict.a-note-does-not-help-what-is-half-done.no': 'No, the note prevents it',
  'predict.a-note-does-not-help-what-is-half-done.each': 'Yes, with each retry',
  'predict.a-note-does-not-help-what-is-half-done.more': 'Yes, again and again without end',

  'lab.invocations.intro':
    'One request, followed down all four ways, up to the moment of the clock. Tries, waits and writes are read from the run.',
  'lab.invocations.send': 'Send a poison event now',
  'lab.invocations.notes': 'Functions keep a note of what they have finished',
  'lab.invocations.notes.help': 'From the start of the run. What is handed over twice is then recognised.',
  'lab.invocations.follow': 'Follow',
  'lab.invocations.follow.poison': 'The poison event',
  'lab.invocations.follow.neighbour': 'The one before it',
  'lab.invocations.follow.newest': 'The newest',
  'lab.invocations.following.poison': 'Request {n}, poison, sent at {time}.',
  'lab.invocations.following.healthy': 'Request {n}, healthy, sent at {time}.',
  'lab.invocations.nothing': 'Nothing has been sent yet. Play, or send a poison event.',
  'lab.invocations.lane.call': { neutral: 'Called: somebody waits', aws: 'Synchronous: RequestResponse' },
  'lab.invocations.lane.event': { neutral: 'Handed over: an event', aws: 'Asynchronous: Event' },
  'lab.invocations.lane.batch': { neutral: 'Fetched from a queue', aws: 'Event source mapping: SQS' },
  'lab.invocations.lane.record': { neutral: 'Read from a stream', aws: 'Event source mapping: Kinesis' },
  'lab.invocations.chart': '{lane}: {tries} {tries|try|tries}, {failed} failed. {state}',
  'lab.invocations.axis.sent': 'sent',
  'lab.invocations.axis.now': 'now, {time} later',
  'lab.invocations.waited.done': 'The site waited {time} until it was done, and so did the person who sent it.',
  'lab.invocations.waited.taken': 'The site waited {time} to hear that it was taken over.',
  'lab.invocations.waited.error': 'The site waited {time} and got the error: {reason}. So did the person who sent it.',
  'lab.invocations.waited.left': 'The site was gone after {time}, before it had an answer.',
  'lab.invocations.waited.not-yet': 'The site waits for an answer.',
  'lab.invocations.try.failed': 'Try {n}, after {at}: failed after {time}, {reason}',
  'lab.invocations.try.done': 'Try {n}, after {at}: went well in {time}',
  'lab.invocations.try.running': 'Try {n}, after {at}: runs',
  'lab.invocations.tries': 'Tries so far: {n}',
  'lab.invocations.tries.last': 'Tries so far: {n}, of which the last {shown} are listed',
  'lab.invocations.copies': 'It came {n} {n|time|times}.',
  'lab.invocations.no-tries': 'Not tried yet.',
  'lab.invocations.state.coming': 'Not there yet',
  'lab.invocations.state.left': 'Nobody waits for it any more: the site is gone',
  'lab.invocations.state.unsent': 'Never came down this way: the site was gone before',
  'lab.invocations.state.running': 'Runs now',
  'lab.invocations.state.answered': 'Done, and the caller knows it',
  'lab.invocations.state.error': 'The caller has the error. Nobody tries it again',
  'lab.invocations.state.done': 'Done',
  'lab.invocations.state.done.told': 'Done, and told where success is told',
  'lab.invocations.state.put-aside': {
    neutral: 'Given up, and kept with the dead letters ({reason})',
    aws: 'Given up, and kept in the dead-letter queue ({reason})',
  },
  'lab.invocations.state.destination': 'Given up, and told to its destination ({reason})',
  'lab.invocations.state.dropped': 'Given up, and gone ({reason})',
  'lab.invocations.state.call.waiting': 'The caller waits',
  'lab.invocations.state.event.waiting': {
    neutral: 'Waits in the queue of the function',
    aws: 'Waits in the internal queue of Lambda',
  },
  'lab.invocations.state.event.next': 'Waits, and is tried again in {time}',
  'lab.invocations.state.batch.waiting': {
    neutral: 'Waits in the queue',
    aws: 'Waits in SQS',
  },
  'lab.invocations.state.batch.held': 'Fetched; seen again in {time} if nobody deletes it',
  'lab.invocations.state.record.waiting': 'In the shard, {time} old',
  'lab.invocations.state.record.blocks': 'Blocks its shard, {time} old',
  'lab.invocations.settings': 'Settings',
  'lab.invocations.call.nothing': 'Nothing to set. What is to be done about an error is up to whoever calls.',
  'lab.invocations.retries': 'Retries',
  'lab.invocations.retries.unlimited': 'No limit',
  'lab.invocations.wait': 'Wait before the first retry; twice as long before the second',
  'lab.invocations.age': 'Longest age of an event',
  'lab.invocations.given-up': 'What is given up',
  'lab.invocations.given-up.gone': 'is gone',
  'lab.invocations.given-up.dead-letter': {
    neutral: 'goes to dead letters',
    aws: 'goes to a dead-letter queue',
  },
  'lab.invocations.given-up.destination': 'is told to a destination',
  'lab.invocations.success': 'Tell of success, too',
  'lab.invocations.duplicates': 'Share that comes twice',
  'lab.invocations.batch-size': 'Batch, at most',
  'lab.invocations.window': 'Window of a batch',
  'lab.invocations.names': { neutral: 'The function names what failed', aws: 'ReportBatchItemFailures' },
  'lab.invocations.hidden': 'Hidden after it is fetched',
  'lab.invocations.receives': 'Fetched at most',
  'lab.invocations.times': '{n} {n|time|times}',
  'lab.invocations.bisect': { neutral: 'Split a batch that failed', aws: 'BisectBatchOnFunctionError' },
  'lab.invocations.tell-failure': 'Tell of records that are given up',
  'lab.invocations.from-start': 'Batches and destinations are set from the start of the run.',
  'lab.invocations.balance': 'What the account of this request says now',
  'lab.invocations.balance.way': 'Way',
  'lab.invocations.balance.writes': 'Writes',
  'lab.invocations.balance.recognised': 'Recognised as done',
  'lab.invocations.balance.set': '"Set to {n}"',
  'lab.invocations.balance.add': '"Add {n}"',
  'lab.invocations.balance.others': 'Other accounts written again',
  'lab.invocations.balance.note':
    'Writes are counted in the run. The balances are worked out: the amount itself if each write sets it, the amount times the writes if each adds it.',
  'lab.invocations.balance.wrong': '{n}, too much',

  'omitted.function-invocations':
    'What stands in the accounts is not modelled, only how often each item was written; the balance is worked out from that. The site sends to all four in a row and does not try again by itself.',
} as const satisfies Words;
