/** Parameters of the people who upload. */
import type { Parameters } from '../parameters.ts';

export const clientParameters = {
  arrivals: {
    type: 'choice',
    options: ['none', 'poisson', 'steady', 'times', 'recorded'],
    classroom: 'poisson',
    real: 'poisson',
    source: 'Our choice: many people who know nothing of one another arrive as a Poisson process.',
  },
  ratePerSecond: {
    type: 'number',
    unit: '1/s',
    min: 0,
    max: 1000,
    scale: 'log',
    turnable: true,
    classroom: 0.4,
    real: 0.4,
    source: 'Our choice.',
  },
  times: {
    type: 'shaped',
    shape: 'seconds',
    classroom: [],
    real: [],
    source: 'Our choice. Used when arrivals is "times".',
  },
  recording: {
    type: 'shaped',
    shape: 'recording',
    classroom: null,
    real: null,
    source:
      'From a file of the reader. Used when arrivals is "recorded": the rate is ratePerSecond times the factor of the moment.',
  },
  videoMinutes: {
    type: 'shaped',
    shape: 'distribution',
    classroom: { kind: 'lognormal', mean: 4, variation: 0.5 },
    real: { kind: 'lognormal', mean: 4, variation: 0.5 },
    source: 'Our choice: most videos are a few minutes long, some far longer.',
  },
  masterMegabytesPerMinute: {
    type: 'number',
    unit: 'MB/min',
    min: 1,
    max: 10_000,
    classroom: 330,
    real: 330,
    source: 'Our choice: 4K at about 44 Mbit/s, as recommended for uploads to video sites.',
  },
} as const satisfies Parameters;
