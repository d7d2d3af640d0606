/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

const what = {
  person: 'Somebody who asks this service for something, now and then.',
  service: 'Answers whoever asks it, tells those who want to know, and hears what others tell.',
  queue: 'Holds what one service tells one other, until that one takes it.',
} as const;

const components = {
  'node.person-1': 'Person 1',
  'node.person-1.what': what.person,
  'node.person-2': 'Person 2',
  'node.person-2.what': what.person,
  'node.person-3': 'Person 3',
  'node.person-3.what': what.person,
  'node.person-4': 'Person 4',
  'node.person-4.what': what.person,
  'node.service-1': 'Service 1',
  'node.service-1.what': what.service,
  'node.service-2': 'Service 2',
  'node.service-2.what': what.service,
  'node.service-3': 'Service 3',
  'node.service-3.what': what.service,
  'node.service-4': 'Service 4',
  'node.service-4.what': what.service,
  'node.queue-1-for-2': '1 to 2',
  'node.queue-1-for-2.what': what.queue,
  'node.queue-1-for-3': '1 to 3',
  'node.queue-1-for-3.what': what.queue,
  'node.queue-1-for-4': '1 to 4',
  'node.queue-1-for-4.what': what.queue,
  'node.queue-2-for-1': '2 to 1',
  'node.queue-2-for-1.what': what.queue,
  'node.queue-2-for-3': '2 to 3',
  'node.queue-2-for-3.what': what.queue,
  'node.queue-2-for-4': '2 to 4',
  'node.queue-2-for-4.what': what.queue,
  'node.queue-3-for-1': '3 to 1',
  'node.queue-3-for-1.what': what.queue,
  'node.queue-3-for-2': '3 to 2',
  'node.queue-3-for-2.what': what.queue,
  'node.queue-3-for-4': '3 to 4',
  'node.queue-3-for-4.what': what.queue,
  'node.queue-4-for-1': '4 to 1',
  'node.queue-4-for-1.what': what.queue,
  'node.queue-4-for-2': '4 to 2',
  'node.queue-4-for-2.what': what.queue,
  'node.queue-4-for-3': '4 to 3',
  'node.queue-4-for-3.what': what.queue,
} as const satisfies Words;

const story = {
  'story.bus-connections.queues': {
    neutral:
      'Four services, and each wants to hear what every other has done. With queues there is one for each pair and each direction. Whoever tells something has the address of every queue that it fills, and sends the same thing again and again.',
    aws: 'Four services, and each wants to hear what every other has done. With SQS there is a queue for each pair and each direction. Whoever tells something has the address of every queue that it fills, and sends the same thing again and again.',
  },
  'story.bus-connections.queues.scene': 'Show the queues',
  'story.bus-connections.bus': {
    neutral:
      'The same services with the same people, on a bus. Each tells the bus, once, what it has done, and knows no other address. What each wants to hear stands in one rule, and the rule is its own business.',
    aws: 'The same services with the same people, on an EventBridge bus. Each publishes once what it has done, and knows no other address. What each wants to hear stands in the pattern of one rule, and the rule is its own business.',
  },
  'story.bus-connections.bus.scene': 'Show the bus',
  'story.bus-connections.fewer': {
    neutral:
      'Here is the same with one service fewer. Go from here to four again: every program that was there gets one queue more to fill. Who must be changed for a newcomer is everybody who tells it something.',
    aws: 'Here is the same with one service fewer. Go from here to four again: every function that was there gets one SQS queue more to fill. Who must be changed for a newcomer is everybody who tells it something.',
  },
  'story.bus-connections.fewer.scene': 'Queues with one service fewer',
  'story.bus-connections.chain':
    'It is not always so. Where each tells only the next, queues grow as slowly as rules do, and a queue between two that belong together is the simpler thing. Turn the switch of the instrument to a chain, and see both lines lie together.',
  'story.bus-connections.price':
    'The bus has a price too. Everything hangs on one thing in the middle, what follows from what can be read in no program, and a copy comes a moment later than a message would. What a program must not know, somebody must know: read the rules.',
  'story.bus-connections.price.scene': 'Follow an event through the bus',
} as const satisfies Words;

const claims = {
  'claim.connections-rules-grow-with-services':
    'On a bus one service more is one rule more: {after} instead of {before}, though everybody hears of everybody.',
  'claim.connections-rules-grow-with-services.foil': 'With queues it is two more for each service that was there.',
  'predict.connections-rules-grow-with-services':
    'A service joins those on a bus, and wants to hear of all, as all of it. What becomes of the number of rules?',
  'predict.connections-rules-grow-with-services.one': 'One more',
  'predict.connections-rules-grow-with-services.pair': 'One more for each service that was there',
  'predict.connections-rules-grow-with-services.double': 'Twice as many, or more',
  'claim.connections-queues-change-everybody':
    'With queues, whoever is there must be changed for a newcomer: {n} programs get a line more.',
  'claim.connections-queues-change-everybody.foil': 'On a bus no program is changed: the newcomer brings a rule.',
  'predict.connections-queues-change-everybody':
    'A service joins those that tell each other by queues, and wants to hear of all. How many programs must be changed?',
  'predict.connections-queues-change-everybody.none': 'None',
  'predict.connections-queues-change-everybody.one': 'One',
  'predict.connections-queues-change-everybody.all': 'All that were there',
} as const satisfies Words;

const instrument = {
  'lab.bus-connections.services': 'Services',
  'lab.bus-connections.n': '{n} services',
  'lab.bus-connections.talk': 'Who tells whom',
  'lab.bus-connections.talk.everybody': 'Everybody all others',
  'lab.bus-connections.talk.chain': 'Each the next',
  'lab.bus-connections.queues': { neutral: 'Queues', aws: 'SQS queues' },
  'lab.bus-connections.bus': { neutral: 'Bus', aws: 'EventBridge bus' },
  'lab.bus-connections.drawing.queues':
    '{n} services around, and {queues} {queues|queue|queues} between them, one for each that tells another.',
  'lab.bus-connections.drawing.bus':
    '{n} services around one bus, with {rules} {rules|rule|rules}, and {links} {links|link|links}, those from the people and both ways counted.',
  'lab.bus-connections.table': 'What it takes, counted in both architectures as they are made for {n} services.',
  'lab.bus-connections.row.queues': 'Queues',
  'lab.bus-connections.row.rules': 'Rules',
  'lab.bus-connections.row.links': 'Links, those from the people and both ways counted',
  'lab.bus-connections.row.addresses': 'Addresses that one who tells must know, at most',
  'lab.bus-connections.row.known': 'Addresses that all who tell know, together',
  'lab.bus-connections.row.sends': 'Sent for one thing that is told, at most',
  'lab.bus-connections.row.changed': 'Programs touched when a service is added',
  'lab.bus-connections.row.brought': 'Queues and rules that it brings',
  'lab.bus-connections.last': 'No more are drawn than these; one more is counted all the same.',
  'lab.bus-connections.curve': 'Queues and rules by number of services',
  'lab.bus-connections.curve.read': 'With {n} services: {queues} {queues|queue|queues}; or {rules} {rules|rule|rules}.',
  'lab.bus-connections.curve.form.everybody':
    'Queues are n × (n − 1), rules are n: the points are counted, the lines are these formulas.',
  'lab.bus-connections.curve.form.chain':
    'Queues are n − 1, and so are rules: the points are counted, the lines are this formula.',
  'lab.bus-connections.axis': 'services',
  'lab.bus-connections.compare': 'Run both side by side',
  'lab.bus-connections.compare.what': 'With four services, everybody telling all others: the same people ask, in both.',
} as const satisfies Words;

export const busConnectionsWords = {
  'stage.bus-connections': 'Queues or a bus',
  'stage.bus-connections.title': 'Who must know whom',
  'stage.bus-connections.line': 'Connect the same services both ways, and count',
  'stage.bus-connections-queues': 'Queues or a bus: queues',
  'stage.bus-connections-queues.title': 'A queue for every pair',
  'stage.bus-connections-queues.line': 'Whoever tells something knows all who listen',
  'stage.bus-connections-3': 'Queues or a bus: three on a bus',
  'stage.bus-connections-3.title': 'A bus, and one service fewer',
  'stage.bus-connections-3.line': 'Before the last service came',
  'stage.bus-connections-queues-3': 'Queues or a bus: three with queues',
  'stage.bus-connections-queues-3.title': 'Queues, and one service fewer',
  'stage.bus-connections-queues-3.line': 'Before the last service came',
  'form.bus-connections': 'Bus',
  'form.bus-connections-queues': 'Queues',
  'form.bus-connections-3': 'Bus, three',
  'form.bus-connections-queues-3': 'Queues, three',
  ...components,
  ...story,
  ...claims,
  ...instrument,
  'omitted.bus-connections':
    'Links are counted, not what they are worth: who may send to which queue, how large a message may be, what each costs. A topic, which stands between a queue and a bus, is left out here.',
} as const satisfies Words;
