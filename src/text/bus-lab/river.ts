/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const busRiverWords = {
  'stage.bus-river': 'The river',
  'stage.bus-river.title': 'Events flow by, rules take copies',
  'stage.bus-river.line': 'Nobody knows who listens',
  'node.uploaders': 'People who upload',
  'node.uploaders.what': 'People who upload videos. Each upload is told to the bus.',
  'node.machines': { neutral: 'Machines', aws: 'EC2 instances' },
  'node.machines.what': 'Machines elsewhere. Each change of their state is an event.',
  'node.operations': 'Operations',
  'node.operations.what': 'Keeps an eye on machines, as soon as a rule tells it of them.',
  'story.bus-river.what': {
    neutral:
      'Four tell what happens: viewers click, people upload, players report errors, machines change their state. All of it goes into one bus, like water into a river. Nobody of the four knows who listens, and the river does not wait for anybody.',
    aws: 'Four tell what happens: viewers click, people upload, players report errors, EC2 instances change their state. All of it goes into one EventBridge bus, like water into a river. Nobody of the four knows who listens, and the bus does not wait for anybody.',
  },
  'story.bus-river.what.scene': 'Watch the river',
  'story.bus-river.copies': {
    neutral:
      'Along the river stand rules, like posts. Each has a pattern, and takes a copy of every event that fits. An upload fits two of them, so two copies branch off, to processing and to thumbnails. The event itself flows on.',
    aws: 'Along the bus stand rules. Each has an event pattern, and each event that matches goes to its targets as a copy. An upload matches two of them, so two copies branch off, to two Lambda functions. Neither knows of the other.',
  },
  'story.bus-river.copies.scene': 'Follow an upload',
  'story.bus-river.fades':
    'Machines tell of their state, and processing tells of each video that is ready. No rule asks for either, so these events fade and are gone. Whoever told them was answered that all is well, and never learns that nobody listened.',
  'story.bus-river.fades.scene': 'See events fade',
  'story.bus-river.comes':
    'Now search, operations and audit come, while everything runs: a rule for each. Audit takes whatever there is. From the next event on they get their copies, and nobody who tells something had to be changed.',
  'story.bus-river.comes.scene': 'Let three more listen',
  'story.bus-river.goes':
    'Those who tell something can fall silent too. Machines tell nothing any more, and operations just hears nothing: no error, no call into the void. Neither side was ever told of the other.',
  'story.bus-river.goes.scene': 'Let the machines fall silent',
  'claim.one-event-a-copy-for-each-rule':
    'One event, a copy for each rule: of {n} uploads, processing gets {process} and thumbnails get {thumbnails}.',
  'claim.one-event-a-copy-for-each-rule.foil': 'Without a rule for thumbnails they hear of no upload.',
  'predict.one-event-a-copy-for-each-rule':
    'Two rules match an upload, one for processing and one for thumbnails. What do thumbnails get?',
  'predict.one-event-a-copy-for-each-rule.share': 'A share: the two take turns',
  'predict.one-event-a-copy-for-each-rule.each': 'A copy of each upload',
  'predict.one-event-a-copy-for-each-rule.first': 'Nothing: the first rule has taken it',
  'claim.what-no-rule-matches-fades':
    'What no rule matches fades: {n} of {of} events reach nobody, and whoever told them sees no error.',
  'claim.what-no-rule-matches-fades.foil': 'With a rule for everything, nothing fades.',
  'predict.what-no-rule-matches-fades':
    'There is no rule for machines, and none for videos that are ready. How many of all events reach nobody?',
  'predict.what-no-rule-matches-fades.none': 'None: the bus keeps them until somebody asks',
  'predict.what-no-rule-matches-fades.some': 'Some, but less than half',
  'predict.what-no-rule-matches-fades.most': 'More than half',
  'claim.a-listener-comes-and-nobody-is-changed':
    'A listener comes while everything runs: audit gets {n} events, and {changed} others had to be changed for it.',
  'claim.a-listener-comes-and-nobody-is-changed.foil': 'Without its rule audit hears nothing at all.',
  'predict.a-listener-comes-and-nobody-is-changed':
    'After a third of the run audit gets a rule that takes everything. What does it hear?',
  'predict.a-listener-comes-and-nobody-is-changed.nothing': 'Nothing: producers must be told of it first',
  'predict.a-listener-comes-and-nobody-is-changed.rest': 'Everything from then on',
  'predict.a-listener-comes-and-nobody-is-changed.past': 'Everything, the past too',
  'omitted.bus-river':
    'Events are of one size, and so many a second as you like: the limit on publishing is not modelled. The changes of state are made up by a source; these machines do nothing else. How long a dot takes along the river is for the eye: copies are on their way within a fraction of a second.',
  'lab.bus-river.faded': '{n|has|have} faded',
  'lab.bus-river.legend.event': 'an event',
  'lab.bus-river.legend.copy': 'a copy for a target',
  'lab.bus-river.legend.fades': 'an event that no rule takes; it fades',
  'lab.bus-river.legend.dot':
    'A dot is one event, or as many as stands beside its producer. Counts are of the run up to this moment; dots take a while to float by.',
  'lab.bus-river.perDot': 'a dot is {n}',
  'lab.bus-river.noRule': 'no rule',
  'lab.bus-river.nothing': 'What is it, and why?',
  'lab.bus-river.pick': 'Pick an event or a rule on the river, or go from event to event with the buttons.',
  'lab.bus-river.before': 'The event before',
  'lab.bus-river.after': 'The event after',
  'lab.bus-river.event': 'Event {n}: {type}, from {from}, at {time}',
  'lab.bus-river.json': 'The event',
  'lab.bus-river.pattern': 'The pattern',
  'lab.bus-river.why.none': 'No rule took it. It fades, and its producer does not know.',
  'lab.bus-river.why.some': '{n} {n|rule|rules} took it: {n} {n|copy branches|copies branch} off.',
  'lab.bus-river.why.yes': 'takes it: {field} is {found}, and the rule asks for {wanted}.',
  'lab.bus-river.why.no': 'does not: {field} is {found}, and the rule asks for {wanted}.',
  'lab.bus-river.why.nothing': 'not there',
  'lab.bus-river.why.off': 'does not: it asks for no event just now.',
  'lab.bus-river.rule': 'Rule: {name}',
  'lab.bus-river.rule.what': 'Takes a copy of every event that fits this pattern, for: {targets}.',
  'lab.bus-river.rule.absent': 'It has no rule at this moment, and hears nothing.',
  'lab.bus-river.tellers': 'Who tells something',
  'lab.bus-river.listeners': 'Who listens',
  'lab.bus-river.said': '{telling} tell something, {listening} {listening|listens|listen}.',
  'lab.bus-river.changed': 'Others whose program had to be changed for it: {n}.',
} as const satisfies Words;
