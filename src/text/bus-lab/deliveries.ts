/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const busDeliveriesWords = {
  'stage.bus-deliveries': 'Deliveries',
  'stage.bus-deliveries.title': 'Each target for itself',
  'stage.bus-deliveries.line': 'One that fails is tried again while the others go on',
  'node.partner': 'Partner',
  'node.partner.what':
    'A service of somebody else, on machines of its own. It is called over the network, and answers when it is done.',
  'node.mail': 'Mail',
  'node.mail.what': 'Writes to whoever uploaded.',
  'story.bus-deliveries.what': {
    neutral:
      'Each upload is an event, and four rules match it. So four copies set out: to processing, to a partner outside, to mail, and to a queue for audit. Each copy goes its own way, on its own clock.',
    aws: 'Each upload is an event, and four rules match it. So EventBridge makes four copies: for two Lambda functions, for an HTTP endpoint of a partner, and for an SQS queue. Each copy goes its own way, on its own clock.',
  },
  'story.bus-deliveries.what.scene': 'Watch four copies of each event',
  'story.bus-deliveries.isolated':
    'Now the partner goes down. Its copies fail and are tried again, and their lane fills with crosses. Look at the other three: processing, mail and audit get theirs as fast as ever.',
  'story.bus-deliveries.isolated.scene': 'Take the partner down',
  'story.bus-deliveries.backoff':
    'A copy that failed waits before it is tried again: anything between nothing and a bound. The bound starts at {base} s and doubles from try to try, up to {cap} s, so a target that is down for long is asked less and less often. The chance in it keeps copies that failed together from coming back together.',
  'story.bus-deliveries.given-up': {
    neutral:
      'Nobody tries for ever. After {tries} retries, or when it is {s} s old, a copy is given up, whichever comes first. Then it lies with the dead letters of its target, with the reason. Without other settings a real bus tries for a day.',
    aws: 'Nobody tries for ever. After {tries} retries, or when it is {s} s old, a copy is given up, whichever comes first. Then it lies in the dead-letter queue of its target, with the reason. Without other settings EventBridge tries for a day.',
  },
  'story.bus-deliveries.given-up.scene': 'Keep it down until copies are given up',
  'story.bus-deliveries.dropped':
    'Dead letters are a choice, for each target. The partner has none now, and is still down. What is given up is dropped: gone, without a trace but the count.',
  'story.bus-deliveries.dropped.scene': 'Take the dead letters away',
  'story.bus-deliveries.permission': {
    neutral:
      'Mail has lost the permission to be called by the bus. No waiting mends that, so its copies are not tried again. They go to the dead letters at once.',
    aws: 'The resource policy of the mail function no longer lets EventBridge in. No waiting mends that, so its copies are not tried again. They go to the dead-letter queue at once.',
  },
  'story.bus-deliveries.permission.scene': 'Take a permission away',
  'claim.one-failing-target-holds-up-no-other':
    'One failing target holds up no other: deliveries are tried again {n} times, and a video is ready in {s}, where it was {before} without the fault.',
  'claim.one-failing-target-holds-up-no-other.foil':
    'Where the bus may deliver little more each second than the copies need, the retries of one take the turns of all.',
  'predict.one-failing-target-holds-up-no-other':
    'The partner is down for minutes, and its copies are tried again every second. How long until a video can be watched?',
  'predict.one-failing-target-holds-up-no-other.same': 'As long as ever',
  'predict.one-failing-target-holds-up-no-other.slower': 'Longer: the retries are in the way',
  'predict.one-failing-target-holds-up-no-other.never': 'For ever: an event must reach all its targets first',
  'claim.retries-outlast-an-outage':
    'Retries outlast a short outage: deliveries are tried again {n} times, and no copy is given up.',
  'claim.retries-outlast-an-outage.foil': 'With one retry only, copies are given up while the target is still down.',
  'predict.retries-outlast-an-outage':
    'The partner is down for a moment, and a copy may be tried again many times. How many copies are given up?',
  'predict.retries-outlast-an-outage.none': 'None',
  'predict.retries-outlast-an-outage.some': 'Those that failed while it was down',
  'claim.longer-waits-ask-less-often':
    'Waits that grow ask less often: {n} retries, where {before} are made if it is tried again every second or sooner.',
  'claim.longer-waits-ask-less-often.foil': 'Where waits do not grow, nothing is spared.',
  'predict.longer-waits-ask-less-often':
    'The partner is down for minutes. Waits that double are held against waits of a second at most. How many retries are left?',
  'predict.longer-waits-ask-less-often.same': 'About as many',
  'predict.longer-waits-ask-less-often.half': 'About half of them',
  'predict.longer-waits-ask-less-often.few': 'A quarter of them or less',
  'claim.dead-letters-keep-what-is-given-up':
    'Dead letters keep what is given up: {n} copies that the partner never took lie there, and none is dropped.',
  'claim.dead-letters-keep-what-is-given-up.foil': 'Without dead letters for the partner, its copies are dropped.',
  'predict.dead-letters-keep-what-is-given-up':
    'The partner is down for longer than the bus is willing to try. What becomes of its copies?',
  'predict.dead-letters-keep-what-is-given-up.kept': 'They lie with the dead letters',
  'predict.dead-letters-keep-what-is-given-up.gone': 'Some of them are dropped',
  'claim.a-missing-permission-is-not-tried-again':
    'A missing permission is not tried again: {n} copies go to the dead letters at their first try.',
  'claim.a-missing-permission-is-not-tried-again.foil': 'A target that is down is tried again and again.',
  'predict.a-missing-permission-is-not-tried-again':
    'Mail no longer lets the bus in. How often is a copy tried again before it is given up?',
  'predict.a-missing-permission-is-not-tried-again.at-once': 'Not once',
  'predict.a-missing-permission-is-not-tried-again.tried': 'As often as the bus tries any other',
  'omitted.bus-deliveries':
    'The real service says that it waits longer from retry to retry, with some chance in it, and gives no numbers: base and cap are our choice. Where it is told nothing else it tries again up to 185 times within 24 hours, and it can be told no less than a minute: here it is less, so that the end is seen. What lies with the dead letters is not sent again here. The partner is one place; limits on calls to it are not modelled.',
  'lab.bus-deliveries.window': 'How far back',
  'lab.bus-deliveries.window.minute': 'Last minute',
  'lab.bus-deliveries.window.run': 'Whole run',
  'lab.bus-deliveries.legend.done': 'delivered',
  'lab.bus-deliveries.legend.failed': 'a try that failed',
  'lab.bus-deliveries.legend.wait': 'waits; dashed: still to wait',
  'lab.bus-deliveries.legend.kept': 'given up, with the dead letters',
  'lab.bus-deliveries.legend.dropped': 'given up, dropped',
  'lab.bus-deliveries.trouble.process': 'Not allowed in',
  'lab.bus-deliveries.trouble.partner': 'Down',
  'lab.bus-deliveries.trouble.mail': 'Not allowed in',
  'lab.bus-deliveries.trouble.audit': 'Way is cut',
  'lab.bus-deliveries.keeps': 'Dead letters',
  'lab.bus-deliveries.delivered': 'delivered',
  'lab.bus-deliveries.p50': 'half within',
  'lab.bus-deliveries.p95': '95% within',
  'lab.bus-deliveries.latency.what':
    'From the event to the answer of the target, of the copies delivered so far. Measured by the run.',
  'lab.bus-deliveries.retried': 'retries',
  'lab.bus-deliveries.kept': 'dead letters',
  'lab.bus-deliveries.dropped': 'dropped',
  'lab.bus-deliveries.line': '{name}: deliveries and tries by time',
  'lab.bus-deliveries.hidden': '{n} older {n|copy is|copies are} not drawn.',
  'lab.bus-deliveries.waiting': 'Upload {upload}: tried {n} {n|time|times}, {age} old.',
  'lab.bus-deliveries.waiting.next': 'Next try in {next}.',
  'lab.bus-deliveries.waiting.is-tried': 'It is being tried right now.',
  'lab.bus-deliveries.waiting.due': 'Its time has come; it waits for its turn.',
  'lab.bus-deliveries.waiting.last': 'No more tries: by the next one it would be too old.',
  'lab.bus-deliveries.waiting.until': 'Given up in {left}.',
  'lab.bus-deliveries.waiting.left': 'Left: {n} {n|try|tries}, {left}.',
  'lab.bus-deliveries.waiting.more': 'And {n} more that wait.',
  'lab.bus-deliveries.backoff': 'How long it waits before it tries again',
  'lab.bus-deliveries.backoff.what':
    'Each dot is a wait of this run, by how often the copy had been tried. The dashed line is worked out: the base, doubled with each try, up to the cap. A wait is anything below it.',
  'lab.bus-deliveries.backoff.plot':
    'Waits by number of tries: {n} measured, below a bound that doubles from {base} to {cap}.',
  'lab.bus-deliveries.backoff.plot.flat': 'Waits by number of tries: {n} measured, below a bound of {cap}.',
  'lab.bus-deliveries.backoff.flat':
    'The base of {base} is longer than the cap of {cap}: the cap holds from the first wait on, and nothing doubles.',
  'lab.bus-deliveries.backoff.form': 'base × 2^(tries − 1), at most the cap',
  'lab.bus-deliveries.backoff.table': 'The same in figures',
  'lab.bus-deliveries.backoff.after': 'Tries',
  'lab.bus-deliveries.backoff.bound': 'Bound',
  'lab.bus-deliveries.backoff.n': 'Waits',
  'lab.bus-deliveries.backoff.range': 'Shortest and longest',
  'lab.bus-deliveries.backoff.mean': 'Mean',
  'lab.bus-deliveries.backoff.none': 'Nothing has been tried again yet.',
} as const satisfies Words;
