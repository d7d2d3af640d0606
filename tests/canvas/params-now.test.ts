import { describe, expect, it } from 'vitest';
import { leadsTo, numberIn, paramsNow, uploadsPerSecond } from '../../src/canvas/params-now.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { classroomTraffic } from '../../src/stages/classroom-traffic.ts';
import { rules, searchRule } from '../../src/stages/event-driven.ts';

const FLEET = 4;

describe('the parameters at a moment', () => {
  const scenario = newScenario('queued', {
    parameters: { fleet: { slotsPerInstance: 2 } },
    interventions: [{ kind: 'set', target: 'fleet', parameter: 'maximum', value: 12, atSeconds: 60 }],
  });

  it('are those of stage and scenario', () => {
    const params = paramsNow(scenario, FLEET, 0);
    expect(numberIn(params, 'slotsPerInstance')).toBe(2);
    expect(numberIn(params, 'maximum')).toBe(1337);
  });

  it('change from the moment at which somebody turns one, where it was turned', () => {
    expect(numberIn(paramsNow(scenario, FLEET, 59.9), 'maximum')).toBe(1337);
    expect(numberIn(paramsNow(scenario, FLEET, 60), 'maximum')).toBe(12);
    expect(numberIn(paramsNow(scenario, 1, 60), 'maximum')).toBe(2);
  });

  it('follow a target that names a step', () => {
    const byStep = newScenario('queued', {
      interventions: [{ kind: 'set', target: 'step:process', parameter: 'maximum', value: 5, atSeconds: 0 }],
    });
    expect(numberIn(paramsNow(byStep, FLEET, 1), 'maximum')).toBe(5);
  });
});

describe('the rate of uploads', () => {
  it('goes up and down as recorded, and is nothing after the last bin', () => {
    const params = { arrivals: 'recorded', ratePerSecond: 0.4, recording: classroomTraffic };
    expect(uploadsPerSecond(params, 0)).toBeCloseTo(0.12);
    expect(uploadsPerSecond(params, 7 * 15)).toBeCloseTo(0.52);
    expect(uploadsPerSecond(params, 10_000)).toBe(0);
  });

  it('is the set one where traffic is even', () => {
    expect(uploadsPerSecond({ arrivals: 'poisson', ratePerSecond: 3 }, 50)).toBe(3);
    expect(uploadsPerSecond({ arrivals: 'none', ratePerSecond: 3 }, 50)).toBe(0);
  });

  it('is unknown where uploads come at given times', () => {
    expect(uploadsPerSecond({ arrivals: 'times', ratePerSecond: 3 }, 0)).toBeNull();
  });
});

describe('the rules of a bus', () => {
  const BUS = 3;
  const scenario = newScenario('event-driven', {
    interventions: [{ kind: 'set', target: 'bus', parameter: 'rules', value: [...rules, searchRule], atSeconds: 60 }],
  });

  it('lead to somebody only from the moment at which they are there', () => {
    expect(leadsTo(paramsNow(scenario, BUS, 59), 'search')).toBe(false);
    expect(leadsTo(paramsNow(scenario, BUS, 60), 'search')).toBe(true);
    expect(leadsTo(paramsNow(scenario, BUS, 60), 'thumbnails')).toBe(false);
    expect(leadsTo(paramsNow(scenario, BUS, 0), 'store')).toBe(true);
  });

  it('lead nowhere while they are switched off', () => {
    expect(leadsTo({ rules: [{ ...searchRule, enabled: false }] }, 'search')).toBe(false);
  });
});
