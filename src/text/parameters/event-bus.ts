/** Name and one line of help of every parameter of an event bus. */
import type { Words } from '../words.ts';

export const eventBusParameterWords = {
  'parameter.event-bus.type': { neutral: 'Kind of bus', aws: 'Event bus' },
  'parameter.event-bus.type.help': {
    neutral: 'The default bus gets what the services tell, and follows schedules; others get what applications tell.',
    aws: 'The default bus gets the events of AWS services and follows schedules; a custom bus gets what you publish.',
  },
  'parameter.event-bus.rules': 'Rules',
  'parameter.event-bus.rules.help':
    'Which events each rule takes, or when it fires, and who gets a copy. An event goes to every rule that it matches.',
  'parameter.event-bus.archive': 'Archive',
  'parameter.event-bus.archive.help': 'What is kept of the events, and for how long, so that it can be replayed.',
  'parameter.event-bus.archiveDelaySeconds': 'Time into the archive',
  'parameter.event-bus.archiveDelaySeconds.help':
    'How long it may take an event into the archive. A replay brings nothing that came later than this before it.',
  'parameter.event-bus.replays': 'Replays',
  'parameter.event-bus.replays.help': 'What came between two times goes through the rules once more.',
  'parameter.event-bus.startsAt': 'Starts at',
  'parameter.event-bus.startsAt.help': 'The date and time of second 0 of the run, in UTC. Schedules go by it.',
  'parameter.event-bus.scheduleJitterSeconds': 'Lateness of schedules',
  'parameter.event-bus.scheduleJitterSeconds.help': 'By how much at most a schedule fires late within its minute.',
  'parameter.event-bus.latency': 'Delivery takes',
  'parameter.event-bus.latency.help': 'From the arrival of an event until the first try to deliver a copy.',
  'parameter.event-bus.maximumRetries': { neutral: 'Retries', aws: 'Maximum retry attempts' },
  'parameter.event-bus.maximumRetries.help': 'How often a delivery that failed is tried again.',
  'parameter.event-bus.maximumAgeSeconds': { neutral: 'Tries for', aws: 'Maximum event age' },
  'parameter.event-bus.maximumAgeSeconds.help': 'How long a delivery that failed is tried again.',
  'parameter.event-bus.retryBaseSeconds': 'First pause',
  'parameter.event-bus.retryBaseSeconds.help':
    'The longest pause before the first retry. It doubles from retry to retry; the real one is anything from 0 to it.',
  'parameter.event-bus.retryCapSeconds': 'Longest pause',
  'parameter.event-bus.retryCapSeconds.help': 'No pause between two tries is longer than this.',
  'parameter.event-bus.targetTimeoutSeconds': 'Patience with a target',
  'parameter.event-bus.targetTimeoutSeconds.help': 'A target that has not answered by then has failed.',
  'parameter.event-bus.deliveriesPerSecond': { neutral: 'Deliveries per second', aws: 'Invocations per second' },
  'parameter.event-bus.deliveriesPerSecond.help': 'What the bus delivers in a second at most; the rest is late.',
  'parameter.event-bus.duplicateShare': 'Share of duplicates',
  'parameter.event-bus.duplicateShare.help': 'Share of the copies that are delivered twice.',
} as const satisfies Words;
