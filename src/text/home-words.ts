/** The front page in words. */
import type { Words } from './words.ts';

export const homeWords = {
  'home.title': 'One burst of uploads, seven architectures',
  'home.lead':
    'A site where people upload videos, built in seven ways. Each picture is a simulation that runs now, and all seven meet the same people.',
  'home.lead.short': 'A site built in seven ways, under the same uploads.',
  'home.begin': 'Begin with the monolith',
  'home.compare': 'Compare',
  'home.choose': 'Which should I choose?',
  'home.choose.what':
    'Five questions about your own traffic lead to one of the seven, with reasons that you can see run.',
  'home.choose.ask': 'Ask me',

  'home.play': 'Play',
  'home.pause': 'Pause',
  'home.again': 'Again',
  'home.time': 'Time of the burst',
  'home.burst': '{n} {n|upload|uploads}, {peak} at the peak',
  'home.nobody': 'then nobody',
  'home.burst.whole': '{n} {n|upload|uploads}, {peak} at the peak, then nobody',

  'home.legend': 'Each mark is one upload',
  'home.mark.watchable': 'can be watched',
  'home.mark.waiting': 'accepted, waits',
  'home.mark.under-way': 'no answer yet',
  'home.mark.failed': 'turned away',

  'home.part.before': 'A few people upload a video each. All seven keep up.',
  'home.part.burst': 'More people come than one machine can bear. Who is turned away, and who waits?',
  'home.part.after': 'Nobody comes any more. What is still there, and still paid for?',
  'home.verdict.away': '{who} turned {n} of {of} people away.',
  'home.verdict.nobody': 'From {name} on, nobody was turned away.',
  'home.verdict.some': '{n} of the seven turned nobody away.',
  'home.verdict.all': 'Nobody was turned away.',
  'home.verdict.cost': 'Now that nobody comes, an hour costs {dearUsd} with {dear}, and {cheapUsd} with {cheap}.',

  // In the middle of a sentence, or capitalised at its beginning.
  'home.subject.monolith': 'the monolith',
  'home.subject.tiers': 'the tiers',
  'home.subject.load-balanced': 'the load-balanced tiers',
  'home.subject.queued': 'the queue',
  'home.subject.microservices': 'the microservices',
  'home.subject.event-driven': 'the event bus',
  'home.subject.serverless': 'the functions',

  'home.line.monolith': 'One machine does everything',
  'home.line.tiers': 'Each step calls the next, and waits',
  'home.line.load-balanced': 'Many machines at one address',
  'home.line.queued': 'Work waits, people do not',
  'home.line.microservices': 'A queue between every two',
  'home.line.event-driven': 'One router, and rules',
  'home.line.serverless': 'There only while there is work',

  'home.accepted': 'accepted',
  'home.refused': 'refused',
  'home.watchable': 'watchable',
  'home.lost': 'lost',
  'home.perHour': 'costs an hour',
  'home.idle': 'paid for idling',

  'home.against': 'Set them against each other',
  'home.against.what': 'The same people, the same faults, the same prices: what differs is the architecture.',
  'home.labs': 'Two labs',
  'home.labs.what': 'One thing taken apart on benches of its own, each with something to work beside its picture.',
  'home.uses': 'Five uses of functions',
  'home.uses.what': 'Small stages of their own, each around one function.',
  'home.about': 'What this is',
  'home.about.1': 'It all runs in your browser. There is no account, nothing to install, and nothing is sent anywhere.',
  'home.about.2':
    'Nothing is staged. Every dot is a message, every figure was measured in the run that you see, and every claim of a story can be proved by one.',
  'home.about.3':
    'Break something, turn a knob, go back in time, and share the moment: whoever opens your link sees the same run.',
} as const satisfies Words;
