/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const busArchiveWords = {
  'stage.bus-archive': 'Archive and replay',
  'stage.bus-archive.title': 'Yesterday once more',
  'stage.bus-archive.line': 'What was published is kept, and can be sent again',
  'node.catalogue': 'Catalogue',
  'node.catalogue.what': 'Sets the entry of each upload. It knows what it has done, so once more changes nothing.',
  'node.entries': { neutral: 'Entries', aws: 'DynamoDB table of entries' },
  'node.entries.what': 'The catalogue: an entry for each upload.',
  'node.bonus': 'Bonus',
  'node.bonus.what': 'Adds a bonus to the account of whoever uploaded. It does not know what it has done.',
  'node.accounts': { neutral: 'Accounts', aws: 'DynamoDB table of accounts' },
  'node.accounts.what': 'What was added for each upload.',
  'story.bus-archive.what': {
    neutral:
      'The bus keeps a copy of every event, in an archive. Nobody who publishes or listens notices. Below, each kept event stands on the line of its time.',
    aws: 'EventBridge keeps a copy of every event, in an archive of this bus. Nobody who publishes or listens notices. Below, each kept event stands on the line of its time.',
  },
  'story.bus-archive.what.scene': 'Watch the archive fill',
  'story.bus-archive.again':
    'A replay sends a range of time once more, to all rules or to one. It brings a minute of the past at a time, all at once. So the copies arrive in another order than the first time, and each says from which replay it comes.',
  'story.bus-archive.again.scene': 'Send a stretch of the past again',
  'story.bus-archive.twice':
    'What does it do to listen twice? The catalogue sets an entry and has a note of what is done, so nothing changes. The bonus adds to an account, so whoever uploaded gets it twice. Only those who can bear an event twice may be replayed to.',
  'story.bus-archive.twice.scene': 'See who does it twice',
  'story.bus-archive.latecomer':
    'Search comes late, with a rule of its own, and knows nothing of what was before. A replay to this rule alone sends it the whole past. Nobody else hears of it, and the bonus is not paid again.',
  'story.bus-archive.latecomer.scene': 'Send the past to search alone',
  'story.bus-archive.delay': {
    neutral:
      'An event is not in the archive at once: here it takes up to {s} s. A replay that asks for the very latest misses it. So wait a while before you send the recent past again.',
    aws: 'An event is not in the archive at once: here it takes up to {s} s, in EventBridge up to ten minutes. A replay that asks for the very latest misses it. So wait a while before you send the recent past again.',
  },
  'story.bus-archive.forgets':
    'An archive may forget. With a time of retention, what is older is gone, and no replay brings it back. It is the price of keeping less: storing is paid for by size and time.',
  'story.bus-archive.forgets.scene': 'Let the archive forget',
  'claim.a-newcomer-hears-of-the-past':
    'A newcomer hears of the past: search came late, was sent what was before, and has run for {n} of {of} uploads.',
  'claim.a-newcomer-hears-of-the-past.foil': 'Without a replay it knows only of what came after its rule.',
  'predict.a-newcomer-hears-of-the-past':
    'Search gets its rule late, and then a replay of all that was before. For how many uploads does it run?',
  'predict.a-newcomer-hears-of-the-past.none': 'For none: the past is past',
  'predict.a-newcomer-hears-of-the-past.since': 'For those since its rule',
  'predict.a-newcomer-hears-of-the-past.all': 'For nearly all there ever were',
  'claim.a-replay-adds-twice':
    'A replay adds twice: {n} events come again, {again} accounts get the bonus once more, and no entry of the catalogue is written a second time.',
  'claim.a-replay-adds-twice.foil': 'Replayed to the catalogue alone, it does no harm.',
  'predict.a-replay-adds-twice': 'A stretch of the past is sent to all rules once more. What is written a second time?',
  'predict.a-replay-adds-twice.neither': 'Nothing: replayed events are marked as such',
  'predict.a-replay-adds-twice.bonus': 'The bonus, and not the entries',
  'predict.a-replay-adds-twice.both': 'The bonus and the entries',
  'claim.what-is-forgotten-does-not-come-again':
    'What is forgotten does not come again: all of the past is asked for, and {n} of {of} events come.',
  'claim.what-is-forgotten-does-not-come-again.foil': 'An archive that keeps things for ever brings all that was.',
  'predict.what-is-forgotten-does-not-come-again':
    'The archive keeps an event for a minute. Then all of the past is asked for. How much of it comes?',
  'predict.what-is-forgotten-does-not-come-again.none': 'Nothing',
  'predict.what-is-forgotten-does-not-come-again.last': 'The last stretch of it',
  'predict.what-is-forgotten-does-not-come-again.all': 'All of it',
  'claim.a-replay-too-soon-misses-the-latest':
    'A replay too soon misses the latest: what was published just before is not in the archive yet, and nothing comes.',
  'claim.a-replay-too-soon-misses-the-latest.foil': 'Where events are in the archive at once, they come.',
  'predict.a-replay-too-soon-misses-the-latest':
    'An event takes a minute into the archive. The last half minute is asked for. What comes?',
  'predict.a-replay-too-soon-misses-the-latest.none': 'Nothing',
  'predict.a-replay-too-soon-misses-the-latest.those': 'What was published then',
  'omitted.bus-archive':
    'Retention is in days in the real service, here in seconds, so that it is seen. How fast a replay goes is our choice: a second between two minutes of the past. Here all events are of one size, and an event is either in the archive or not, after the same while for each.',
  'lab.bus-archive.row.kept': 'Came',
  'lab.bus-archive.row.again': 'Again',
  'lab.bus-archive.kept': 'in the archive: {n}',
  'lab.bus-archive.on-its-way': 'on its way there: {n}',
  'lab.bus-archive.forgotten': 'forgotten: {n}',
  'lab.bus-archive.not-kept': 'not kept: {n}',
  'lab.bus-archive.again': 'replayed: {n}',
  'lab.bus-archive.line': '{n} events by when they came, and {again} that came again',
  'lab.bus-archive.handle.from': 'Beginning of the range',
  'lab.bus-archive.handle.to': 'End of the range',
  'lab.bus-archive.chosen':
    'From {from} to {to}: {n} {n|event|events} in the archive. Drag the handles, or use the arrow keys.',
  'lab.bus-archive.for': 'For',
  'lab.bus-archive.for.all': 'all rules',
  'lab.bus-archive.replay': 'Replay now',
  'lab.bus-archive.asked': 'Replay at {at}, from {from} to {to}, for {whom}:',
  'lab.bus-archive.asked.later': 'still to come.',
  'lab.bus-archive.asked.came': '{n} {n|event came|events came} again.',
  'lab.bus-archive.heard': 'Who heard what, so far',
  'lab.bus-archive.heard.who': 'Listener',
  'lab.bus-archive.heard.first': 'new',
  'lab.bus-archive.heard.again': 'replayed',
  'lab.bus-archive.heard.overtook': 'of these out of order',
  'lab.bus-archive.heard.recognised': 'known already, left alone',
  'lab.bus-archive.heard.twice': 'written a second time',
  'lab.bus-archive.heard.what':
    'All of it is counted in this run. Out of order is a copy that arrives before one of an older event. A bonus that is written a second time is paid twice.',
  'lab.bus-archive.settings': 'The archive, from now on',
  'lab.bus-archive.keeps': 'Pattern',
  'lab.bus-archive.keeps.all': 'Everything',
  'lab.bus-archive.keeps.long': 'Long videos only',
  'lab.bus-archive.retention': 'Retention',
  'lab.bus-archive.retention.help': 'How long an event is kept. In the real service it is days.',
  'lab.bus-archive.retention.ever': 'for ever',
  'lab.bus-archive.delay': 'Time into the archive',
  'lab.bus-archive.delay.help': 'How long an event is on its way there. Holds from the start of the run.',
  'lab.bus-archive.latecomer': 'Search listens too',
  'lab.bus-archive.prices': 'What it costs, over the whole run',
  'lab.bus-archive.prices.what':
    'Lines of the bill of this run. An event that comes again is paid for like a new one; so is putting it into the archive, and keeping it there.',
  'lab.bus-archive.price.custom-events': 'Events published',
  'lab.bus-archive.price.archiving': 'Put into the archive, GB',
  'lab.bus-archive.price.storage': 'Kept there, GB-months',
  'lab.bus-archive.price.replayed-events': 'Events replayed',
} as const satisfies Words;
