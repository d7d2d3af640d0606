/** Name and one line of help of every parameter of a gateway. */
import type { Words } from '../words.ts';

export const gatewayParameterWords = {
  'parameter.gateway.type': { neutral: 'Kind of interface', aws: 'API type' },
  'parameter.gateway.type.help': {
    neutral: 'With all there is, or simple and cheaper. Only the price and the longest time-out differ.',
    aws: 'REST API or HTTP API. Here only the price and the longest integration timeout differ.',
  },
  'parameter.gateway.integrationTimeoutSeconds': { neutral: 'Patience for an answer', aws: 'Integration timeout' },
  'parameter.gateway.integrationTimeoutSeconds.help':
    'Whoever stands behind has this long to answer; then the caller sees an error (504), and the work goes on in vain.',
  'parameter.gateway.rateLimitPerSecond': { neutral: 'Requests a second', aws: 'Throttling rate' },
  'parameter.gateway.rateLimitPerSecond.help':
    'What comes faster in the long run is turned away (429). At 0 nothing comes in beyond the first burst.',
  'parameter.gateway.burst': { neutral: 'Requests at once', aws: 'Throttling burst' },
  'parameter.gateway.burst.help': 'As many may come at the same moment, after a time in which few came.',
  'parameter.gateway.event': 'Event',
  'parameter.gateway.event.help': {
    neutral: 'What a request tells, where a queue, a topic, a stream or an event bus takes it over.',
    aws: 'What a request tells, where SQS, SNS, Kinesis or EventBridge takes it over.',
  },
} as const satisfies Words;
