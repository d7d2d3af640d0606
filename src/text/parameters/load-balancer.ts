/** Name and one line of help of every parameter of a load balancer. */
import type { Words } from '../words.ts';

export const loadBalancerParameterWords = {
  'parameter.load-balancer.algorithm': { neutral: 'Who is next', aws: 'Routing algorithm' },
  'parameter.load-balancer.algorithm.help':
    'Targets in turn, or the one with the fewest requests under way, or any by chance. In turn, a slow target piles up work.',
  'parameter.load-balancer.crossZone': { neutral: 'Across zones', aws: 'Cross-zone load balancing' },
  'parameter.load-balancer.crossZone.help': {
    neutral: 'On: all targets share alike. Off: each zone gets the same share, however many targets it has.',
    aws: 'On: all targets share alike. Off: each Availability Zone gets the same share, however many targets it has.',
  },
  'parameter.load-balancer.healthCheckIntervalSeconds': {
    neutral: 'Time between checks',
    aws: 'Health check interval',
  },
  'parameter.load-balancer.healthCheckIntervalSeconds.help':
    'How often every target is asked whether it is well. A dead one gets requests until it has failed several checks.',
  'parameter.load-balancer.healthCheckPhaseSeconds': { neutral: 'First check', aws: 'First health check' },
  'parameter.load-balancer.healthCheckPhaseSeconds.help': 'When after the start the first round of checks is.',
  'parameter.load-balancer.healthCheckTimeoutSeconds': {
    neutral: 'Patience with a check',
    aws: 'Health check timeout',
  },
  'parameter.load-balancer.healthCheckTimeoutSeconds.help':
    'A target that has not answered a check by then has failed it. Less than the time between checks.',
  'parameter.load-balancer.healthyThreshold': { neutral: 'Checks to be healthy again', aws: 'Healthy threshold' },
  'parameter.load-balancer.healthyThreshold.help':
    'An unhealthy target gets requests again after as many passed checks in a row. A new one needs only one.',
  'parameter.load-balancer.unhealthyThreshold': { neutral: 'Checks to be unhealthy', aws: 'Unhealthy threshold' },
  'parameter.load-balancer.unhealthyThreshold.help':
    'A target gets no more requests after as many failed checks in a row.',
  'parameter.load-balancer.connectTimeoutSeconds': { neutral: 'Patience to connect', aws: 'Connect timeout' },
  'parameter.load-balancer.connectTimeoutSeconds.help':
    'A target that does not even take the connection: the caller is told so (504) after this time.',
  'parameter.load-balancer.idleTimeoutSeconds': { neutral: 'Patience for an answer', aws: 'Idle timeout' },
  'parameter.load-balancer.idleTimeoutSeconds.help':
    'A target that took the request and stays silent: the caller is told so (504) after this time.',
  'parameter.load-balancer.deregistrationDelaySeconds': { neutral: 'Time to finish', aws: 'Deregistration delay' },
  'parameter.load-balancer.deregistrationDelaySeconds.help':
    'How long a target that is taken away may finish what it is at. What is open then ends in an error (502).',
  'parameter.load-balancer.slowStartSeconds': 'Slow start',
  'parameter.load-balancer.slowStartSeconds.help':
    'Over this time the share of a new target rises to that of the others. At 0 it gets its full share at once.',
} as const satisfies Words;
