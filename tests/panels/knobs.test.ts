/** The knobs: drawn from the declarations, and only where they do something. */
import { describe, expect, it } from 'vitest';
import { componentKinds } from '../../src/models/registry.ts';
import type { WorldNode } from '../../src/models/world.ts';
import { declarationOf, type Knob, knobsOf, rangeOf, usualKnobs } from '../../src/panels/knobs/knobs.ts';
import { nodesOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { stageIds } from '../../src/stages/catalogue.ts';

function node(stage: 'monolith' | 'queued', id: string): WorldNode {
  const found = nodesOf(newScenario(stage)).find((each) => each.id === id);
  if (!found) throw new Error(`${stage} has no ${id}`);
  return found;
}

const names = (knobs: readonly Knob[]): string[] => knobs.map(({ parameter }) => parameter);

describe('the knobs of a component', () => {
  it('are the parameters of a queue that can be turned while it runs', () => {
    expect(names(knobsOf(node('queued', 'queue')))).toEqual([
      'visibilityTimeoutSeconds',
      'maxReceiveCount',
      'redriveRatePerSecond',
      'receiveWaitSeconds',
      'retentionSeconds',
      'inFlightLimit',
      'duplicateShare',
      'outOfOrderShare',
    ]);
  });

  it('leave the waiting line out where nobody waits, and the wanted number where a policy sets it', () => {
    const fleet = names(knobsOf(node('queued', 'fleet')));
    expect(fleet).toContain('cooldownSeconds');
    expect(fleet).not.toContain('backlogLimit');
    expect(fleet).not.toContain('desired');
  });

  it('leave the cooldown out where nothing scales', () => {
    const monolith = names(knobsOf(node('monolith', 'monolith')));
    expect(monolith).toContain('backlogLimit');
    expect(monolith).toContain('desired');
    expect(monolith).not.toContain('cooldownSeconds');
  });

  it('leave out what tells of notifications where a bucket notifies nobody', () => {
    expect(names(knobsOf(node('queued', 'bucket')))).toEqual(['writeLimitPerSecond', 'readLimitPerSecond']);
  });

  it.each([
    [{}, ['ratePerSecond', 'timeoutSeconds', 'breakerFailures', 'poisonShare']],
    [{ arrivals: 'closed' }, ['population', 'timeoutSeconds', 'breakerFailures', 'poisonShare']],
    [
      { arrivals: 'spike', retries: 'fixed' },
      [
        'ratePerSecond',
        'spikeAtSeconds',
        'spikeLastsSeconds',
        'spikeFactor',
        'timeoutSeconds',
        'attempts',
        'retryBaseSeconds',
        'breakerFailures',
        'poisonShare',
      ],
    ],
  ])('of people with %j are those that mean something to them', (params, expected) => {
    const users = node('queued', 'users');
    expect(names(knobsOf({ ...users, params: { ...users.params, ...params } }))).toEqual(expected);
  });

  it('are always parameters that exist and can be turned', () => {
    for (const kind of componentKinds) {
      for (const knob of knobsOf({ id: 'one', kind, params: {} })) expect(() => declarationOf(knob)).not.toThrow();
    }
  });
});

describe('the usual knobs', () => {
  it('exist in the architectures that show them', () => {
    for (const screen of [...stageIds, 'compare'] as const) {
      const stages = screen === 'compare' ? stageIds : [screen];
      for (const knob of usualKnobs[screen]) {
        const everywhere = stages.flatMap((stage) => nodesOf(newScenario(stage)));
        expect(everywhere).toContainEqual(expect.objectContaining({ id: knob.component, kind: knob.kind }));
        expect(() => declarationOf(knob)).not.toThrow();
      }
    }
  });
});

describe('the range of a slider', () => {
  const traffic: Knob = { component: 'users', kind: 'client', parameter: 'ratePerSecond' };
  const seats: Knob = { component: 'fleet', kind: 'instance-group', parameter: 'maximum' };

  it('is narrower than what is allowed, where that is finer', () => {
    expect(rangeOf(traffic, 0.4)).toEqual({ min: 0, max: 20, log: true, least: 0.01 });
  });

  it('is wide enough for a value that came with a link', () => {
    expect(rangeOf(traffic, 300).max).toBe(300);
  });

  it('is a few minutes for times, and logarithmic where it is large, if nothing better is known', () => {
    const patience: Knob = { component: 'users', kind: 'client', parameter: 'timeoutSeconds' };
    expect(rangeOf(patience, 3)).toEqual({ min: 0, max: 600, log: true, least: 1 });
    const account: Knob = { component: 'transcode', kind: 'function', parameter: 'accountConcurrency' };
    expect(rangeOf(account, 1000)).toEqual({ min: 1, max: 100_000, log: true, integer: true, least: 1 });
  });

  it('keeps whole numbers whole', () => {
    expect(rangeOf(seats, 5)).toEqual({ min: 0, max: 1337, log: true, integer: true });
  });
});
