/** Parameters of how many instances there are, and of the policies that turn that number. */
import type { Parameters } from '../parameters.ts';

/** Most instances a group may have: the course's own joke of a maximum, kept because everybody remembers it. */
export const MOST_INSTANCES = 1337;

const size = {
  minimum: {
    type: 'number',
    unit: 'instances',
    min: 0,
    max: MOST_INSTANCES,
    integer: true,
    turnable: true,
    classroom: 1,
    real: 1,
    source: 'Amazon EC2 Auto Scaling: 0 is allowed. Our choice.',
  },
  desired: {
    type: 'number',
    unit: 'instances',
    min: 0,
    max: MOST_INSTANCES,
    integer: true,
    turnable: true,
    classroom: 1,
    real: 1,
    source: 'How many there are at the start, or throughout without scaling. Our choice.',
  },
  maximum: {
    type: 'number',
    unit: 'instances',
    min: 0,
    max: MOST_INSTANCES,
    integer: true,
    turnable: true,
    classroom: 1,
    real: 1,
    source: 'Our choice.',
  },
} as const satisfies Parameters;

const policies = {
  scaling: {
    type: 'shaped',
    shape: 'scaling',
    classroom: [],
    real: [],
    source: 'Policies by which the number of instances is turned; none if it stays as it is set.',
  },
  evaluationPeriodSeconds: {
    type: 'number',
    unit: 's',
    min: 0.1,
    max: 3600,
    classroom: 2,
    real: 60,
    source: 'How often the policies look. Amazon CloudWatch gives one point a minute.',
  },
  evaluationPhaseSeconds: {
    type: 'number',
    unit: 's',
    min: 0,
    max: 3600,
    classroom: 0,
    real: 0,
    source: 'Our choice: when after the start the first evaluation is; 0 for one period after it.',
  },
  pointsToScaleOut: {
    type: 'number',
    unit: 'evaluations',
    min: 1,
    max: 60,
    integer: true,
    turnable: true,
    classroom: 1,
    real: 3,
    source: 'Amazon EC2 Auto Scaling, alarms of target tracking: 3 one-minute points above the target.',
  },
  pointsToScaleIn: {
    type: 'number',
    unit: 'evaluations',
    min: 1,
    max: 60,
    integer: true,
    turnable: true,
    classroom: 3,
    real: 15,
    source: 'Amazon EC2 Auto Scaling, alarms of target tracking: 15 one-minute points below the lower line.',
  },
  scaleInBelowShare: {
    type: 'number',
    unit: 'share',
    min: 0,
    max: 1,
    turnable: true,
    classroom: 0.9,
    real: 0.7,
    source:
      'The lower line as a part of the target: 70 % seen for the CPU of an Auto Scaling group, 90 % for containers.',
  },
  cooldownSeconds: {
    type: 'number',
    unit: 's',
    min: 0,
    max: 3600,
    turnable: true,
    classroom: 12,
    real: 0,
    source:
      'Amazon EC2 Auto Scaling: only simple scaling waits for the cooldown (300 s); step policies and target tracking do not. Our choice for a class: step policies wait, so that one change is seen before the next.',
  },
  terminationPolicy: {
    type: 'choice',
    options: ['idle-first', 'default', 'oldest', 'newest'],
    classroom: 'idle-first',
    real: 'default',
    source: 'Amazon EC2 Auto Scaling: Default, OldestInstance, NewestInstance. Idle first is our choice.',
  },
  protectAtWork: {
    type: 'choice',
    options: ['no', 'yes'],
    classroom: 'no',
    real: 'no',
    source: 'Amazon EC2 Auto Scaling: instance scale-in protection, off unless it is asked for.',
  },
} as const satisfies Parameters;

export const scalingParameters = { size, policies } as const;
