/** Why something failed, in words: by a name, in 16 characters for a badge, what happened, and what would help. */
import type { Words } from './words.ts';

export const reasonWords = {
  'reason.none': 'no failure',
  'reason.none.short': 'no failure',
  'reason.none.what': 'It went well.',
  'reason.none.remedy': 'Nothing to do.',

  // Nobody answers
  'reason.connection-refused': 'connection refused',
  'reason.connection-refused.short': 'refused',
  'reason.connection-refused.what': 'Nothing took the connection at that address, so it was refused at once.',
  'reason.connection-refused.remedy': {
    neutral: 'A second instance that does not go down with the first; or a caller that does not need this one at all.',
    aws: 'A second instance in another Availability Zone that does not go down with the first; or a caller that does not need this one at all.',
  },
  'reason.connection-reset': 'connection reset',
  'reason.connection-reset.short': 'cut off by crash',
  'reason.connection-reset.what': 'The instance that was working on it went down, and the connection with it.',
  'reason.connection-reset.remedy':
    'Shorter work while somebody waits: take the request in, keep it safe, and do the long part afterwards.',
  'reason.timed-out': 'no answer in time',
  'reason.timed-out.short': 'no answer',
  'reason.timed-out.what': 'The caller waited for as long as it is ready to, and hung up.',
  'reason.timed-out.remedy':
    'Do less while somebody waits; or wait longer than the work takes. Trying again at once makes a slow service slower.',
  'reason.circuit-open': 'not even tried',
  'reason.circuit-open.short': 'not even tried',
  'reason.circuit-open.what':
    'So many tries had failed in a row that the caller stopped asking for a while: its circuit breaker was open.',
  'reason.circuit-open.remedy': 'Nothing on this side: it spares a service in trouble. Mend what made the tries fail.',

  // Too much at once
  'reason.backlog-full': 'too many waiting',
  'reason.backlog-full.short': 'too many waiting',
  'reason.backlog-full.what': 'Every slot was taken and the line of waiting requests was full.',
  'reason.backlog-full.remedy': {
    neutral: 'More capacity; or a queue, which takes in what comes and lets it wait.',
    aws: 'More capacity; or an SQS queue, which takes in what comes and lets it wait.',
  },
  'reason.waited-too-long': 'waited too long for a slot',
  'reason.waited-too-long.short': 'waited too long',
  'reason.waited-too-long.what': 'It stood in the line of waiting requests for longer than a request may.',
  'reason.waited-too-long.remedy': 'More slots or more instances; or work that nobody waits for.',
  'reason.throttled': 'too many requests',
  'reason.throttled.short': 'throttled',
  'reason.throttled.what': 'More requests came in a second than the service takes (HTTP 429).',
  'reason.throttled.remedy':
    'Try again later, with a growing wait and some chance in it; ask for a higher limit; or let what comes wait in a queue.',
  'reason.concurrency-limit': { neutral: 'too many at work', aws: 'concurrency limit' },
  'reason.concurrency-limit.short': 'too many at work',
  'reason.concurrency-limit.what': {
    neutral: 'As many environments were at work as the function may have.',
    aws: 'As many environments were at work as the Lambda function may have: its reserved concurrency, or what is left of the account.',
  },
  'reason.concurrency-limit.remedy': {
    neutral: 'A higher limit; shorter work; or a queue in front, which waits instead of failing.',
    aws: 'A higher limit; shorter work; or an SQS queue in front, which waits instead of failing.',
  },
  'reason.scaling-rate': 'growing too fast',
  'reason.scaling-rate.short': 'growing too fast',
  'reason.scaling-rate.what': {
    neutral: 'More environments were wanted at once than a function may start in so short a time.',
    aws: 'More environments were wanted at once than Lambda starts for one function in ten seconds.',
  },
  'reason.scaling-rate.remedy': 'A gentler rise; environments kept ready; or a queue in front that takes the peak.',
  'reason.in-flight-limit': 'too many in flight',
  'reason.in-flight-limit.short': 'too many out',
  'reason.in-flight-limit.what': 'As many messages were out with somebody as the queue allows.',
  'reason.in-flight-limit.remedy': 'Delete what is done; shorten the work; or use several queues.',

  // Through a load balancer or a gateway
  'reason.bad-gateway': 'bad gateway (502)',
  'reason.bad-gateway.short': 'bad gateway',
  'reason.bad-gateway.what':
    'What stands behind the address refused the connection, or hung up before it had answered.',
  'reason.bad-gateway.remedy':
    'Health checks that notice sooner; and time to finish for those that are taken out of service.',
  'reason.no-target': 'nobody there (503)',
  'reason.no-target.short': 'nobody there',
  'reason.no-target.what': {
    neutral: 'The load balancer knew of no instance that it could have passed the request on to.',
    aws: 'No target was registered with the Application Load Balancer.',
  },
  'reason.no-target.remedy': 'At least one instance that is always there; a load balancer cannot wait for the first.',
  'reason.gateway-time-out': 'gateway time-out (504)',
  'reason.gateway-time-out.short': 'gateway time-out',
  'reason.gateway-time-out.what': 'What stands behind the address did not answer in the time that is allowed here.',
  'reason.gateway-time-out.remedy':
    'Answer first and work afterwards: keep the request safe, say yes, and let a queue or an event cause the rest.',

  // The work itself
  'reason.dependency-failed': 'something it needs failed',
  'reason.dependency-failed.short': 'call failed',
  'reason.dependency-failed.what': 'A call that this work needed came back with an error.',
  'reason.dependency-failed.remedy':
    'Fewer calls that must succeed while somebody waits; or trying again later from a queue.',
  'reason.work-failed': 'the work failed',
  'reason.work-failed.short': 'work failed',
  'reason.work-failed.what': 'The work itself ended in an error.',
  'reason.work-failed.remedy':
    'Try again: what failed by chance will go well the next time. If it fails always, mend it.',
  'reason.poison-message': 'cannot be worked on',
  'reason.poison-message.short': 'poison',
  'reason.poison-message.what':
    'Something is wrong with this very message: the work on it fails, however often it is tried.',
  'reason.poison-message.remedy':
    'Put it aside after a few tries, as a dead letter, so that it does not hold up or use up anything.',
  'reason.function-timed-out': 'ran too long',
  'reason.function-timed-out.short': 'ran too long',
  'reason.function-timed-out.what': {
    neutral: 'The function had not finished when its time was over, and was stopped with everything it was at.',
    aws: 'The Lambda function had not finished when its time-out was over, and was stopped with everything it was at.',
  },
  'reason.function-timed-out.remedy': {
    neutral: 'More memory, which brings more processor; smaller pieces of work; or a service without such a limit.',
    aws: 'More memory, which brings more vCPU; smaller pieces of work; or a service without the limit of 15 minutes.',
  },
  'reason.crashed-after-accepting': 'lost in a crash',
  'reason.crashed-after-accepting.short': 'lost in a crash',
  'reason.crashed-after-accepting.what':
    'The instance went down after it had said yes, and nothing else knew of the upload.',
  'reason.crashed-after-accepting.remedy':
    'Keep it somewhere safe before saying yes: the master in a store and a message in a queue.',
  'reason.object-missing': 'not found (404)',
  'reason.object-missing.short': 'not found',
  'reason.object-missing.what': 'What was asked for is not there.',
  'reason.object-missing.remedy': 'Store it before telling anybody where it is.',

  // Who may do what
  'reason.execution-role-missing': 'may not do this',
  'reason.execution-role-missing.short': 'may not do this',
  'reason.execution-role-missing.what': {
    neutral: 'The one that calls has no permission for this call.',
    aws: 'The execution role of the caller does not allow the call.',
  },
  'reason.execution-role-missing.remedy': {
    neutral: 'Give the caller the permission for exactly this.',
    aws: 'Add exactly this action and resource to the execution role.',
  },
  'reason.resource-policy-missing': 'may not be called',
  'reason.resource-policy-missing.short': 'may not be asked',
  'reason.resource-policy-missing.what': {
    neutral: 'The one that is called does not allow this caller.',
    aws: 'The resource-based policy of the one that is called does not allow this caller.',
  },
  'reason.resource-policy-missing.remedy': {
    neutral: 'Let the one that is called name this caller as allowed.',
    aws: 'Add a statement for this caller to the resource-based policy.',
  },
  'reason.gateway-not-let-in': 'internal server error (500)',
  'reason.gateway-not-let-in.short': 'error 500',
  'reason.gateway-not-let-in.what': {
    neutral: 'The function behind the gateway does not name the gateway as somebody who may call it.',
    aws: 'API Gateway may not invoke the Lambda function: its resource-based policy has no statement for it.',
  },
  'reason.gateway-not-let-in.remedy': {
    neutral: 'Let the function name the gateway as allowed.',
    aws: 'Add a statement for apigateway.amazonaws.com to the resource-based policy of the function.',
  },
  'reason.no-way-out': 'no way out',
  'reason.no-way-out.short': 'no way out',
  'reason.no-way-out.what': {
    neutral: 'The function stands in a private network, out of which nothing leads to the one it calls.',
    aws: 'The Lambda function is in a VPC from which nothing leads to the service it calls.',
  },
  'reason.no-way-out.remedy': {
    neutral: 'A gateway out of the private network, or a direct way from it to the service.',
    aws: 'A NAT gateway, or a VPC endpoint for the service.',
  },
  'reason.no-way-in': 'no way in',
  'reason.no-way-in.short': 'no way in',
  'reason.no-way-in.what': {
    neutral: 'The one it calls has an address in a private network only, and the function stands outside of it.',
    aws: 'The one it calls has an address in a VPC only, and the Lambda function is not attached to that.',
  },
  'reason.no-way-in.remedy': {
    neutral: 'Put the function into the private network; and see to a way out if it calls others too.',
    aws: 'Attach the Lambda function to the VPC; and see to a NAT gateway if it calls others too.',
  },

  // Struck by a fault
  'reason.link-cut': 'no connection',
  'reason.link-cut.short': 'no connection',
  'reason.link-cut.what': 'Nothing gets through between the two: the link was cut on the way there or on the way back.',
  'reason.link-cut.remedy':
    'A second way there; or something in between that keeps what is to be said until the link is back.',
  'reason.write-refused': 'takes no writes',
  'reason.write-refused.short': 'takes no writes',
  'reason.write-refused.what': 'The store can be read, and refused what was to be written.',
  'reason.write-refused.remedy': {
    neutral: 'Keep the work in a queue and try again later, until the store takes writes again.',
    aws: 'Keep the work in an SQS queue and try again later, until the store takes writes again.',
  },

  // Between parties that do not wait for one another
  'reason.too-many-receives': 'tried too often',
  'reason.too-many-receives.short': 'tried too often',
  'reason.too-many-receives.what': {
    neutral: 'Its message came back more often than the queue allows, and was put aside as a dead letter.',
    aws: 'Its message was received more often than maxReceiveCount allows, and was moved to the dead-letter queue.',
  },
  'reason.too-many-receives.remedy': {
    neutral:
      'Find out what the work fails on; then put the message back. A longer visibility timeout helps where the work was merely slow.',
    aws: 'Find out what the work fails on; then redrive the message. A longer visibility timeout helps where the work was merely slow.',
  },
  'reason.retention-ended': 'kept too long',
  'reason.retention-ended.short': 'kept too long',
  'reason.retention-ended.what': 'Nobody had fetched it when its time of retention was over, so it was thrown away.',
  'reason.retention-ended.remedy': 'Readers that keep up; or a longer time of retention.',
  'reason.retries-exhausted': 'all tries failed',
  'reason.retries-exhausted.short': 'all tries failed',
  'reason.retries-exhausted.what': 'It was tried as often as is allowed, and failed every time.',
  'reason.retries-exhausted.remedy':
    'A place for dead letters, so that it is not lost; and a look at what it fails on.',
  'reason.too-old': 'tried too long',
  'reason.too-old.short': 'tried too long',
  'reason.too-old.what': 'It had been tried for as long as is allowed when it was given up.',
  'reason.too-old.remedy': 'A place for dead letters, so that it is not lost; or a longer time.',
  'reason.target-missing': 'nobody by that name',
  'reason.target-missing.short': 'no such target',
  'reason.target-missing.what': 'The one that it was for does not exist.',
  'reason.target-missing.remedy': 'Name one that exists, and take away rules for those that are gone.',
  'reason.no-rule-matched': 'no rule matched',
  'reason.no-rule-matched.short': 'no rule matched',
  'reason.no-rule-matched.what': 'No rule of the bus matched the event, so nobody was told.',
  'reason.no-rule-matched.remedy':
    'Hold the pattern against a real event: one wrong letter is enough to match nothing.',
  'reason.no-subscriber': 'nobody subscribes',
  'reason.no-subscriber.short': 'no subscriber',
  'reason.no-subscriber.what': 'It was published, and nobody subscribes to it.',
  'reason.no-subscriber.remedy': 'Subscribe before publishing: what nobody hears is gone.',
  'reason.nobody-took-over': 'passed on to nobody',
  'reason.nobody-took-over.short': 'nobody went on',
  'reason.nobody-took-over.what': 'The work ended here before every step was done, and nobody was told to go on.',
  'reason.nobody-took-over.remedy': 'Tell somebody: a call, a message in a queue, or an event with a rule for it.',
} as const satisfies Words;
