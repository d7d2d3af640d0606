/** "Which should I choose?" in words: questions, answers, reasons. */
import type { Words } from './words.ts';

export const chooseWords = {
  'choose.title': 'Which should I choose?',
  'choose.lead': 'Think of one piece of work in your own system. Leave out what you do not know.',
  'choose.none': 'Answer one question, and the advice begins. It changes as you answer more.',
  'choose.advice': 'Then choose',
  'choose.so-far': '{n} of {of} answered',
  'choose.because': 'Because',
  'choose.price': 'The price',
  'choose.also': 'Close behind: {name}',
  'choose.fit': 'How well each fits',
  'choose.best': 'fits best',
  'choose.prove': 'Prove it',
  'choose.prove.what': 'Prove it: {reason}',
  'choose.show': 'Show me',
  'choose.again': 'Start over',

  'choose.answer': 'Must the caller have the answer now?',
  'choose.answer.now': 'Yes, the result itself',
  'choose.answer.receipt': 'No, “we have it” is enough',
  'choose.wait': 'May work wait?',
  'choose.wait.no': 'No, it begins at once',
  'choose.wait.minute': 'A minute or so',
  'choose.wait.long': 'As long as it takes',
  'choose.spikes': 'How spiky is it?',
  'choose.spikes.steady': 'Steady',
  'choose.spikes.daily': 'Day and night',
  'choose.spikes.bursts': 'Sudden bursts',
  'choose.rarity': 'How rare is it?',
  'choose.rarity.always': 'All the time',
  'choose.rarity.sometimes': 'Quiet for hours',
  'choose.rarity.rare': 'A few times a day',
  'choose.parties': 'How many parties take part?',
  'choose.parties.one': 'One',
  'choose.parties.few': 'A few',
  'choose.parties.many': 'Many, and more to come',

  'choose.reason.monolith.now':
    'Whoever asks gets the finished result in the answer: upload waits until everything is done.',
  'choose.reason.monolith.steady': 'With steady traffic a machine that is always busy is cheaper than functions.',
  'choose.reason.monolith.soon': 'Work begins at once. Behind a queue it waits for a machine to start.',
  'choose.reason.monolith.one-machine': 'One machine to run and to pay for. Four tiers idle four times.',
  'choose.reason.monolith.busy': 'A machine that always has work is cheaper than functions.',
  'choose.reason.monolith.at-once':
    'There is nothing between a person and the work: what a queue costs in waiting is saved.',
  'choose.reason.monolith.price': 'It fails together: while it is down, nobody can even upload.',

  'choose.reason.tiers.apart': 'Each party has a machine of its own: when one goes down, the others stay up.',
  'choose.reason.tiers.taller': 'The step that computes most gets a larger machine, and the others do not.',
  'choose.reason.tiers.four-fates':
    'Each step is on a machine of its own: when one goes down, the other three stay up.',
  'choose.reason.tiers.price': 'It is still coupled: with one tier down, every upload fails.',

  'choose.reason.load-balanced.wider':
    'When more people come, each tier grows wider, and the caller still has the answer at once.',
  'choose.reason.load-balanced.one-lost': 'Losing one instance is survived.',
  'choose.reason.load-balanced.tier':
    'More processing is more instances of processing only, not a second copy of everything.',
  'choose.reason.load-balanced.room': 'There is room to grow: from one instance of a tier to many.',
  'choose.reason.load-balanced.price': 'It never goes back to nothing: somebody has to be there to answer.',

  'choose.reason.queued.receipt': 'Upload says yes and does not care whether processing is up.',
  'choose.reason.queued.wait': 'What may wait is safe in the queue: nothing is lost while processing is down.',
  'choose.reason.queued.fleet': 'The fleet grows with the queue, and goes back to nothing with it.',
  'choose.reason.queued.idle': 'A fleet with nothing to do costs nothing.',
  'choose.reason.queued.poison': 'A video that cannot be processed is put aside and blocks nobody.',
  'choose.reason.queued.kept': 'What was accepted is kept until somebody can do it.',
  'choose.reason.queued.price': 'Waiting: the first in the queue waits for a machine to start.',

  'choose.reason.microservices.own': 'Each party has its service and its queue, and any of them may be down.',
  'choose.reason.microservices.together': 'Services of their own do their part at the same time.',
  'choose.reason.microservices.alone': 'One service may be down without the others.',
  'choose.reason.microservices.price': 'Queues grow faster than services: every pair of partners wants one.',

  'choose.reason.event-driven.consumer': 'A new party is a rule; no producer is changed for it.',
  'choose.reason.event-driven.rules':
    'With many parties the picture stays clear: rules grow as the services do, queues with their square.',
  'choose.reason.event-driven.dormant': 'A consumer that hears of nothing costs nothing.',
  'choose.reason.event-driven.retry': 'A failure is an event too, and causes its own retry.',
  'choose.reason.event-driven.told': 'Nobody polls: whoever is to hear of something is told.',
  'choose.reason.event-driven.price':
    'What causes its own retry has to be counted, or what can never be done goes round for ever.',

  'choose.reason.serverless.rare': 'Traffic is rare, and functions cost nothing in between.',
  'choose.reason.serverless.burst': 'A burst is no matter: environments start as they are needed.',
  'choose.reason.serverless.now':
    'The result itself comes from a function that is called through a gateway, as in the use “Serverless application”. Whoever comes first waits for a cold start.',
  'choose.reason.serverless.soon': 'Work begins at once, for as many people as there are.',
  'choose.reason.serverless.night': 'When nobody comes, nothing runs.',
  'choose.reason.serverless.again': 'What fails is tried again by the service.',
  'choose.reason.serverless.price': 'When traffic is steady, a machine that is always busy is cheaper.',
} as const satisfies Words;
