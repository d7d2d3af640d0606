/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

const components = {
  'node.default-bus': 'Default bus',
  'node.default-bus.what': 'Every account has it from the start. Services and the clock tell it what happens.',
  'node.film-bus': { neutral: 'Bus of the films', aws: 'Custom bus: films' },
  'node.film-bus.what': 'A bus of its own for all that has to do with films.',
  'node.click-bus': { neutral: 'Bus of the clicks', aws: 'Custom bus: clicks' },
  'node.click-bus.what': 'A bus of its own for clicks, of which there are many.',
  'node.notice': 'Notice',
  'node.notice.what': 'Tells a person that the largest rendition of a film is ready.',
  'node.inventory': 'Inventory',
  'node.inventory.what': 'Keeps a list of what lies in the store.',
} as const satisfies Words;

const story = {
  'story.bus-buses.default': {
    neutral:
      'Every account has one bus from the start, the default bus. What services tell comes there by itself: here, that an object was created, and that a machine has changed its state. The clock tells there too, by rules with a schedule. Nobody has to publish any of this.',
    aws: 'Every account has a default EventBridge bus in each Region. What AWS services tell comes there by itself: here, that S3 has created an object, or an EC2 instance changed its state. Rules with a schedule stand there too. Nobody has to call PutEvents for any of this.',
  },
  'story.bus-buses.default.scene': 'Show the three buses',
  'story.bus-buses.own': {
    neutral:
      'What the parts of an application tell goes to buses of its own: films here, clicks there. Whoever writes a rule for films is never asked about a click. Rights, an archive and the limits of rules hold for each bus by itself.',
    aws: 'What the parts of an application tell goes to custom buses, by PutEvents: films here, clicks there. Whoever writes a rule for films is never asked about a click. A resource policy, an archive and the quota of rules hold for each bus by itself.',
  },
  'story.bus-buses.own.scene': 'Follow a click',
  'story.bus-buses.forward': {
    neutral:
      'Buses know nothing of each other. A rule of one bus can have another bus as a target: so the bus of the films hears of objects that were created. Turn that rule off with the instrument, and the search hears of nothing more.',
    aws: 'EventBridge buses know nothing of each other. A rule of one bus can have another bus as a target, in the same account or another one: so the bus of the films hears of objects that were created. Turn that rule off with the instrument, and the search hears of nothing more.',
  },
  'story.bus-buses.forward.scene': 'Watch what is handed on',
  'story.bus-buses.one': {
    neutral:
      'Once there was one bus only, and everybody was on it. The same events, the same rules: every click is now held against every rule about films, and each event of a film against the rule about clicks. Nothing is lost by it, but everybody is in the way of everybody. There was no archive either, and no bus of a partner.',
    aws: 'CloudWatch Events had one bus only, and everybody was on it. The same events, the same rules: every click is now held against every rule about films, and each event of a film against the rule about clicks. Nothing is lost by it, but everybody is in the way of everybody. There was no archive either, and no bus of a partner.',
  },
  'story.bus-buses.one.scene': 'Put everything on one bus',
} as const satisfies Words;

const claims = {
  'claim.one-bus-asks-every-rule':
    'On one bus for all, every event is held against every rule: {n} times, where it would be {own} times on buses of their own.',
  'claim.one-bus-asks-every-rule.foil': 'On buses of their own, a click is held against the one rule about clicks.',
  'predict.one-bus-asks-every-rule':
    'The same events and the same rules, on one bus instead of three. How often is an event held against a rule?',
  'predict.one-bus-asks-every-rule.fewer': 'Less often',
  'predict.one-bus-asks-every-rule.same': 'As often, or a little more often',
  'predict.one-bus-asks-every-rule.more': 'More than twice as often',
  'claim.a-bus-hears-another-by-a-rule':
    'One bus hears of another by a rule and by nothing else: {n} objects were handed on from the default bus.',
  'claim.a-bus-hears-another-by-a-rule.foil': 'Without that rule the objects are told on the default bus only.',
  'predict.a-bus-hears-another-by-a-rule':
    'The store tells the default bus of each object, and a rule there has the bus of the films as a target. Who hears?',
  'predict.a-bus-hears-another-by-a-rule.both': 'Rules of both buses',
  'predict.a-bus-hears-another-by-a-rule.first': 'Only rules of the default bus',
  'predict.a-bus-hears-another-by-a-rule.second': 'Only rules of the bus of the films',
  'claim.what-services-tell-is-free':
    'What services and the clock tell costs nothing: the default bus took {n} events, for {usd}.',
  'claim.what-services-tell-is-free.foil': 'Where people click on the same bus, each click is paid for.',
  'predict.what-services-tell-is-free':
    'To the default bus come only events of services, of objects and of machines, and the minutes of the clock. What does it cost?',
  'predict.what-services-tell-is-free.nothing': 'Nothing',
  'predict.what-services-tell-is-free.little': 'A little for each event',
} as const satisfies Words;

const instrument = {
  'lab.bus-buses.when': 'Then and now',
  'lab.bus-buses.when.now': 'Now: buses of its own',
  'lab.bus-buses.when.then': 'Then: one bus for all',
  'lab.bus-buses.then.what': {
    neutral:
      'As it was until {date}: one bus in an account. Own events could be put there, beside those of the services; there were no other buses, none of partners, and no archive.',
    aws: 'As it was in CloudWatch Events until {date}: one bus in an account and Region. PutEvents was there, beside the events of the services; there were no custom or partner buses, and no archive.',
  },
  'lab.bus-buses.now.what': {
    neutral:
      'The default bus for what services and the clock tell, and buses of its own for what the application tells.',
    aws: 'The default bus for AWS services and schedules, custom buses for PutEvents, and partner buses, which are left out here.',
  },
  'lab.bus-buses.counts': 'Counted in the run, up to the moment that is shown',
  'lab.bus-buses.counts.none': 'The run has not begun yet.',
  'lab.bus-buses.bus': 'Bus',
  'lab.bus-buses.rules': 'Rules with a pattern',
  'lab.bus-buses.published': 'Events',
  'lab.bus-buses.checks': 'Held against a rule',
  'lab.bus-buses.unmatched': 'Heard by nobody',
  'lab.bus-buses.all': 'All buses',
  'lab.bus-buses.checks.what':
    'Held against a rule: events of the bus times its rules with a pattern that are on. A real bus asks more cleverly; what counts is who is in the way of whom.',
  'lab.bus-buses.whole': 'The whole run, both ways',
  'lab.bus-buses.whole.running': 'Both are being run in the background.',
  'lab.bus-buses.whole.failed': 'The runs came to nothing: {why}',
  'lab.bus-buses.whole.result':
    'To the end: {own} times on buses of their own, {one} times on one bus, for the same people.',
  'lab.bus-buses.compare': 'Run both side by side',
  'lab.bus-buses.forward': 'Hand objects on to the bus of the films',
  'lab.bus-buses.forward.help': 'A rule of the default bus with another bus as its target.',
  'lab.bus-buses.forward.heard': 'So far the search has heard of {n} {n|object|objects}.',
  'lab.bus-buses.forward.then': 'With one bus there is nowhere to hand anything on to.',
  'lab.bus-buses.try': 'Who may put what on which bus',
  'lab.bus-buses.try.what': 'Try it: the architecture is changed in the background, checked, and run where it can be.',
  'lab.bus-buses.try.who': 'What is told',
  'lab.bus-buses.try.where': 'On which bus',
  'lab.bus-buses.try.film': 'A film is there, told by the application',
  'lab.bus-buses.try.object': {
    neutral: 'An object was created, told by the store',
    aws: 'Object created, told by S3',
  },
  'lab.bus-buses.try.clock': 'A minute has passed, told by the clock',
  'lab.bus-buses.try.default': 'Default bus',
  'lab.bus-buses.try.custom': { neutral: 'A bus of its own', aws: 'A custom bus' },
  'lab.bus-buses.try.second': 'A second default bus',
  'lab.bus-buses.try.go': 'Try',
  'lab.bus-buses.try.refused': 'It cannot be. The check of the architecture says:',
  'lab.bus-buses.try.came':
    'It works: in a run of {s} seconds {n} {n|event|events} came to the bus, and {m} {m|was|were} taken by a rule.',
  'lab.bus-buses.try.why.film': {
    neutral:
      'An application may publish on any bus that lets it. On the default bus its events mix with all that services tell.',
    aws: 'PutEvents may name any bus that lets it, and means the default bus where it names none. There its events mix with those of all AWS services.',
  },
  'lab.bus-buses.try.why.object': {
    neutral: 'Services tell the default bus of their account. From there a rule can hand their events on.',
    aws: 'AWS services tell the default bus of their account and Region. From there a rule can hand their events on.',
  },
  'lab.bus-buses.try.why.second': {
    neutral: 'An account has one default bus, and it is there from the start. All others are its own.',
    aws: 'An account has one default bus in each Region, and it is there from the start. All others are custom buses.',
  },
  'lab.bus-buses.try.why.clock': {
    neutral:
      'Rules with a schedule stand on the default bus. A scheduler of its own, a separate service, is not bound to a bus.',
    aws: 'Rules with a schedule stand on the default bus. EventBridge Scheduler, a service of its own, is not bound to a bus.',
  },
} as const satisfies Words;

export const busBusesWords = {
  'stage.bus-buses': 'Buses',
  'stage.bus-buses.title': 'The default bus and your own',
  'stage.bus-buses.line': 'Events of the services on one, your own on another',
  'stage.bus-buses-one': 'Buses: one for all',
  'stage.bus-buses-one.title': 'One bus for everybody',
  'stage.bus-buses-one.line': 'All rules see all that is told',
  'form.bus-buses': 'Three buses',
  'form.bus-buses-one': 'One bus, as before',
  ...components,
  ...story,
  ...claims,
  ...instrument,
  'omitted.bus-buses': {
    neutral:
      'Buses of partners, buses of other accounts and of other regions, and who may put events on which bus: here everybody may. An event that is handed on has a new envelope here, and keeps its own in the real service. That refuses own events that say they come from a service. What the store tells of objects is free here; the provider lists it apart, as events of data that are to be switched on.',
    aws: 'Partner buses, buses of other accounts and Regions, and resource policies of buses: here everybody may call PutEvents. An event that is handed on to another bus gets a new id here; in EventBridge it keeps its own. The real service refuses own events whose source begins with aws. What S3 tells of objects is free here; the price list of EventBridge has it apart from the free ones, as opt-in data events.',
  },
} as const satisfies Words;
