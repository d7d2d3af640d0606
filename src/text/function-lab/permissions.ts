/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionPermissionsWords = {
  'stage.function-permissions': 'Who may',
  'stage.function-permissions.title': 'Two doors',
  'stage.function-permissions.line': 'What the function may do, and who may call it',

  'node.front-door': { neutral: 'Front door', aws: 'API Gateway' },
  'node.front-door.what': 'Passes the calls of people on to the function, and its answers back.',
  'node.photographers': 'Senders',
  'node.photographers.what': 'People who put a picture into the store, and go.',
  'node.photos': { neutral: 'Pictures', aws: 'S3 bucket' },
  'node.photos.what': {
    neutral: 'Tells the function of each new picture.',
    aws: 'Notifies Lambda of each new object.',
  },
  'node.askers': 'Askers',
  'node.askers.what': 'They are told that their message lies there, and go.',
  'node.inbox': { neutral: 'Requests', aws: 'SQS: requests' },
  'node.inbox.what': 'Calls nobody. The function comes and reads.',
  'node.outbox': { neutral: 'Results', aws: 'SQS: results' },
  'node.outbox.what': 'What is done lies here for somebody else to fetch, who is not in this picture.',

  'story.function-permissions.two-doors': {
    neutral:
      'A function has two doors. One says who may call it: the gateway, the store of pictures, the bus. The other says what it may do itself: write to the table, send to a queue, read from another one. Here all of that is allowed.',
    aws: 'A Lambda function has two doors. Its resource-based policy says who may invoke it: API Gateway, S3, EventBridge. Its execution role says what it may do itself: write to DynamoDB, send to SQS, read from another SQS queue. Here all of that is allowed.',
  },
  'story.function-permissions.two-doors.scene': {
    neutral: 'Both doors open',
    aws: 'Policy and role in full',
  },
  'story.function-permissions.turned-away': {
    neutral:
      'Take the entry for the gateway away. Whoever calls there is turned away, and sees an error at once. The function does not know of it: it does not run, and costs nothing.',
    aws: 'Take the statement for API Gateway away. Its call is denied, and whoever called there sees an error at once. The function does not know of it: it does not run, and costs nothing.',
  },
  'story.function-permissions.turned-away.scene': {
    neutral: 'Close the first door to the gateway',
    aws: 'Take away the statement for API Gateway',
  },
  'story.function-permissions.told-it-worked': {
    neutral:
      'Take the entry for the store of pictures away. Senders are told that it worked, because their picture lies there. The store calls in vain, tries again for a while, and gives up; nobody is told.',
    aws: 'Take the statement for S3 away. Senders are told that it worked, because their object lies there. The notification is denied, is tried again for a while, and is dropped; nobody is told.',
  },
  'story.function-permissions.told-it-worked.scene': {
    neutral: 'Close it to the store of pictures',
    aws: 'Take away the statement for S3',
  },
  'story.function-permissions.runs-in-vain': {
    neutral:
      'Now take away that the function may write to the table. It is called and it runs, up to the call that is denied, and then it fails. Every run is billed, and runs that nobody waits for are tried again before they are given up.',
    aws: 'Now take the statement for DynamoDB out of the execution role. The function is invoked and runs, up to the call that ends in AccessDenied, and then it fails. Every run is billed, and asynchronous events are tried again before they are dropped.',
  },
  'story.function-permissions.runs-in-vain.scene': {
    neutral: 'Close the second door to the table',
    aws: 'Take DynamoDB out of the role',
  },
  'story.function-permissions.reads-by-itself': {
    neutral:
      'The queue of requests calls nobody: the function has pollers that read it, in the name of its role. Here nobody at all may call, which the queue would not notice. But the role may not read either: messages stay in the queue, and no run and no error tells of it.',
    aws: 'SQS invokes nobody: an event source mapping reads the queue, in the name of the execution role. Here no policy lets anybody invoke, which the queue would not notice. But the role may not read either: messages stay in the queue, and no invocation and no error tells of it.',
  },
  'story.function-permissions.reads-by-itself.scene': {
    neutral: 'Let nobody call, and the role not read',
    aws: 'Empty policy, and no reading of SQS in the role',
  },

  'omitted.function-permissions': {
    neutral:
      'Permissions here are per link: one entry for each component. Conditions, denials, limits set from above, keys for encryption, and the doors that queues, tables and stores have of their own are left out. The people who call are let in by everybody else.',
    aws: 'Permissions here are per link: one statement for each component. Conditions are written down and not checked; explicit denials, permission boundaries, service control policies, KMS keys, and resource policies of queues, topics and buckets are left out. A caller in the same account could also be let in by a policy of its own.',
  },

  'claim.without-an-entry-it-never-runs': {
    neutral:
      'Whom no entry lets in is turned away: {n} people see an error, and the function neither runs nor costs anything.',
    aws: 'Whom no statement lets in is denied: {n} people see an error, and the function neither runs nor costs anything.',
  },
  'claim.without-an-entry-it-never-runs.foil': {
    neutral: 'With its callers let in and nothing allowed to itself, it runs, and fails.',
    aws: 'With its callers let in and an empty execution role, it runs, and fails.',
  },
  'predict.without-an-entry-it-never-runs': {
    neutral: 'Nobody is named as a caller of the function. What does the function do when somebody calls?',
    aws: 'The resource-based policy of the Lambda function lets nobody invoke it. What does the function do when API Gateway invokes it?',
  },
  'predict.without-an-entry-it-never-runs.never': 'Nothing: it never runs',
  'predict.without-an-entry-it-never-runs.fails': 'It runs, and ends in an error',
  'predict.without-an-entry-it-never-runs.works': {
    neutral: 'It runs as ever: the entry is only a record',
    aws: 'It runs as ever: the policy is only a record',
  },
  'claim.without-the-role-it-runs-in-vain': {
    neutral: 'A function that may do nothing runs all the same: it ran {n} times, each was billed, and each failed.',
    aws: 'A Lambda function with an empty execution role runs all the same: it ran {n} times, each was billed, and each failed.',
  },
  'claim.without-the-role-it-runs-in-vain.foil': {
    neutral: 'Where nobody may call it either, it does not run, and costs nothing.',
    aws: 'Where no policy lets anybody invoke it either, it does not run, and costs nothing.',
  },
  'predict.without-the-role-it-runs-in-vain': {
    neutral:
      'Callers are let in, but the function itself may write to nothing and send to nobody. What is on the bill?',
    aws: 'API Gateway may invoke the Lambda function, but its execution role allows nothing, neither DynamoDB nor SQS. What is on the bill?',
  },
  'predict.without-the-role-it-runs-in-vain.nothing': 'Nothing: it is stopped before it starts',
  'predict.without-the-role-it-runs-in-vain.billed': 'Every run, though each of them failed',
  'predict.without-the-role-it-runs-in-vain.some': 'Runs of which some went well',
  'claim.an-event-is-tried-in-vain-again': {
    neutral:
      'Nobody sees that a function may not do its work where nobody waits for it: {n} runs for {of} events, then they are given up.',
    aws: 'With an asynchronous invocation nobody sees AccessDenied: {n} runs for {of} events, then they are dropped.',
  },
  'claim.an-event-is-tried-in-vain-again.foil': {
    neutral: 'Where somebody waits, it fails once, and that person sees the error.',
    aws: 'Where API Gateway waits for the answer, it fails once, and that person sees the error.',
  },
  'predict.an-event-is-tried-in-vain-again': {
    neutral:
      'A picture is put into the store, the store calls the function, and the function may not write. How often does it run for one picture?',
    aws: 'A picture is put into S3, S3 invokes the Lambda function, and its execution role does not allow it to write to DynamoDB. How often does it run for one picture?',
  },
  'predict.an-event-is-tried-in-vain-again.never': 'Never',
  'predict.an-event-is-tried-in-vain-again.once': 'Once',
  'predict.an-event-is-tried-in-vain-again.again': 'More than once',
  'claim.a-mapping-asks-the-role': {
    neutral: 'A queue needs no entry: nobody may call the function, and it worked on {n} messages that it read itself.',
    aws: 'An event source mapping needs no resource policy: nobody may invoke the function, and it worked on {n} messages.',
  },
  'claim.a-mapping-asks-the-role.foil': {
    neutral: 'Where the function may not read the queue, messages stay there.',
    aws: 'Where the execution role may not read the queue, messages stay there.',
  },
  'predict.a-mapping-asks-the-role': {
    neutral: 'Nobody is named as a caller of the function. How many of the messages in its queue are worked on?',
    aws: 'The resource-based policy of the Lambda function lets nobody invoke it. How many of the messages in its SQS queue are worked on?',
  },
  'predict.a-mapping-asks-the-role.none': {
    neutral: 'None: the queue may not call it',
    aws: 'None: SQS may not invoke it',
  },
  'predict.a-mapping-asks-the-role.some': 'Some, less than half',
  'predict.a-mapping-asks-the-role.all': 'All, or nearly all',

  'lab.permissions.policy': { neutral: 'Who may call it', aws: 'Resource-based policy: who may invoke it' },
  'lab.permissions.policy.what': {
    neutral: 'The first door, at the function. It is asked about everybody who calls.',
    aws: 'The first door, at the function. It is asked about everybody who invokes it.',
  },
  'lab.permissions.policy.document': {
    neutral: 'Who may call it, written down as a policy',
    aws: 'The policy of the function',
  },
  'lab.permissions.role': { neutral: 'What it may do', aws: 'Execution role: what it may do' },
  'lab.permissions.role.what': {
    neutral: 'The second door, for all that the function does itself. Reading a queue is one of these things.',
    aws: 'The second door, for all that the function does itself. Reading for an event source mapping is one of these things.',
  },
  'lab.permissions.role.document': {
    neutral: 'What it may do, written down as a policy',
    aws: 'The policy of its execution role',
  },
  'lab.permissions.struck': 'A fault has taken all of this away. Repair it, and the entries count again.',
  'lab.permissions.entry.policy': { neutral: '{name} may call it', aws: '{name} may invoke it' },
  'lab.permissions.entry.role': 'It may write or send to: {name}',
  'lab.permissions.entry.mapping': 'It may read from: {name}',
  'lab.permissions.asked': {
    neutral: '{n} {n|call|calls} to the function, {denied} of them turned away.',
    aws: '{n} {n|call|calls} to Invoke, {denied} of them AccessDenied.',
  },
  'lab.permissions.called': {
    neutral: '{n} {n|call|calls}, {denied} of them not allowed; with that the run failed.',
    aws: '{n} {n|call|calls}, {denied} of them AccessDenied; with that the run failed.',
  },
  'lab.permissions.read': '{n} {n|message|messages} read.',
  'lab.permissions.seen.people':
    'Who saw it: {n} {n|person|people} saw an error at once, {accepted} {accepted|was|were} told that it worked.',
  'lab.permissions.seen.nobody':
    'Who saw it: nobody. {accepted} {accepted|person was|people were} told that it worked; {n} {n|notification was|notifications were} tried again and given up.',
  'lab.permissions.seen.given-up': 'Who saw it: nobody. {n} {n|event was|events were} given up.',
  'lab.permissions.seen.well': '{accepted} {accepted|person was|people were} told that it worked.',
  'lab.permissions.seen.queue': {
    neutral: '{n} {n|message lies|messages lie} in the queue.',
    aws: '{n} {n|message lies|messages lie} in SQS.',
  },
  'lab.permissions.seen.stays': {
    neutral: 'Who saw it: nobody. {n} {n|message lies|messages lie} in the queue.',
    aws: 'Who saw it: nobody. {n} {n|message lies|messages lie} in SQS.',
  },
  'lab.permissions.function': 'What the function did',
  'lab.permissions.measured': 'All figures are those of this run, up to the moment of the clock.',
  'lab.permissions.runs': 'Runs, all of them billed',
  'lab.permissions.denied-runs': { neutral: 'Failed: not allowed', aws: 'Failed: AccessDenied' },
  'lab.permissions.denied-runs.what': 'Runs that failed because the function was not allowed to do what came next.',
  'lab.permissions.retried': 'Events tried again',
  'lab.permissions.dropped': 'Events given up',
} as const satisfies Words;
