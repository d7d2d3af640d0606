/** Name and one line of help of every parameter of a client. */
import type { Words } from '../words.ts';

export const clientParameterWords = {
  'parameter.client.sends': 'What they send',
  'parameter.client.sends.help':
    'Videos, or events that belong to no video: clicks, errors, and changes of state of instances.',
  'parameter.client.arrivals': 'How they come',
  'parameter.client.arrivals.help':
    'By chance one after another, at a steady beat, with a spike, like a day, at given times, as recorded in a file, or each person again once answered (closed).',
  'parameter.client.ratePerSecond': 'Traffic',
  'parameter.client.ratePerSecond.help':
    'Uploads per second on average. Traffic that goes up and down like a day is a multiple of this.',
  'parameter.client.startsAtSeconds': 'First after',
  'parameter.client.startsAtSeconds.help': 'Nobody comes before this second. For a steady beat it is the phase.',
  'parameter.client.spikeAtSeconds': 'Spike begins',
  'parameter.client.spikeAtSeconds.help': 'Second at which the spike of traffic begins.',
  'parameter.client.spikeLastsSeconds': 'Spike lasts',
  'parameter.client.spikeLastsSeconds.help': 'How long the spike of traffic lasts.',
  'parameter.client.spikeFactor': 'Height of the spike',
  'parameter.client.spikeFactor.help': 'How many times as much traffic comes during the spike.',
  'parameter.client.dayLengthSeconds': 'Length of a day',
  'parameter.client.dayLengthSeconds.help':
    'How long one day of daily traffic takes: few uploads at night, most in the evening.',
  'parameter.client.times': 'Times of uploads',
  'parameter.client.times.help': 'One upload at each of these seconds.',
  'parameter.client.recording': 'Recorded traffic',
  'parameter.client.recording.help': 'How the traffic goes up and down, as multiples of the set rate.',
  'parameter.client.population': 'People',
  'parameter.client.population.help':
    'How many people there are when each waits for an answer before the next upload (closed).',
  'parameter.client.thinkTime': 'Time to think',
  'parameter.client.thinkTime.help': 'In seconds, from an answer to the same person’s next upload (closed).',
  'parameter.client.timeoutSeconds': 'Patience',
  'parameter.client.timeoutSeconds.help': {
    neutral: 'How long a person waits for an answer before giving up on the request; 0 is for ever.',
    aws: 'Read time-out of the client (SDK default 60 s): how long it waits for an answer; 0 is for ever.',
  },
  'parameter.client.retries': 'Retries',
  'parameter.client.retries.help':
    'Whether a failed request is tried again: after a fixed pause, after pauses that double, or after a random part of them (full jitter).',
  'parameter.client.attempts': 'Tries',
  'parameter.client.attempts.help': 'How often a request is tried in all, the first time included.',
  'parameter.client.retryBaseSeconds': 'First pause',
  'parameter.client.retryBaseSeconds.help': 'Pause before the first retry; it doubles from one to the next.',
  'parameter.client.retryCapSeconds': 'Longest pause',
  'parameter.client.retryCapSeconds.help': 'Pauses between retries do not grow beyond this.',
  'parameter.client.retryBudgetTokens': 'Retry budget',
  'parameter.client.retryBudgetTokens.help':
    'Tokens for retries: each takes 5 (10 after a time-out) and gives them back if it goes well; a first try that goes well gives 1. Without enough there is no retry. 0 is no budget: every retry is made.',
  'parameter.client.breakerFailures': 'Circuit breaker',
  'parameter.client.breakerFailures.help':
    'After this many failures in a row no request is sent for a while. 0 is no breaker.',
  'parameter.client.breakerOpenSeconds': 'Breaker stays open',
  'parameter.client.breakerOpenSeconds.help': 'How long no request is sent; then one may try.',
  'parameter.client.videoMinutes': 'Length of a video',
  'parameter.client.videoMinutes.help': 'In minutes. Processing takes longer for longer videos.',
  'parameter.client.masterMegabytesPerMinute': 'Size of a 4K master',
  'parameter.client.masterMegabytesPerMinute.help': 'Megabytes for each minute of video.',
  'parameter.client.poisonShare': 'Poison videos',
  'parameter.client.poisonShare.help': 'Share of the videos that cannot be processed, however often that is tried.',
} as const satisfies Words;
