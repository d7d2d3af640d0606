/** The knobs: drawn from the declarations, and only where they do something. */
import { describe, expect, it } from 'vitest';
import { componentKinds } from '../../src/models/registry.ts';
import type { WorldNode } from '../../src/models/world.ts';
import {
  choiceOf,
  choicesOf,
  declarationOf,
  type Knob,
  knobsOf,
  MOST_KNOBS,
  rangeOf,
  usualKnobs,
} from '../../src/panels/knobs/knobs.ts';
import { optionWords } from '../../src/panels/knobs/value-words.ts';
import { nodesOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { parseScenario } from '../../src/scenario/schema.ts';
import { isOnBench, type StageId, stageIds } from '../../src/stages/catalogue.ts';
import { isTextKey } from '../../src/text/text.ts';
import { SLIDER_PLACES, valueAt } from '../../src/ui/slider-scale.ts';

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

/** Every stage by itself, and some side by side. */
const screens: readonly (readonly StageId[])[] = [
  ...stageIds.map((stage) => [stage]),
  ['monolith', 'queued'],
  ['load-balanced', 'queued', 'event-driven', 'serverless'],
];

describe('the usual knobs', () => {
  it.each(screens.map((screen) => [screen.join(), screen] as const))('of %s exist there, and are few', (_, screen) => {
    const everywhere = screen.flatMap((stage) => nodesOf(newScenario(stage)));
    const knobs = usualKnobs(screen);
    // A bench has its instrument to be turned at.
    expect(knobs.length).toBeGreaterThanOrEqual(screen.every(isOnBench) ? 1 : 2);
    expect(knobs.length).toBeLessThanOrEqual(MOST_KNOBS);
    for (const knob of knobs) {
      const node = everywhere.find(({ id, kind }) => id === knob.component && kind === knob.kind);
      expect(node).toBeDefined();
      if (choiceOf(knob, node?.params[knob.parameter]) === null) expect(() => declarationOf(knob)).not.toThrow();
      expect(isTextKey(`parameter.${knob.kind}.${knob.parameter}`)).toBe(true);
    }
  });

  it('begin with the traffic, where there is any', () => {
    expect(usualKnobs(['monolith'])[0]).toMatchObject({ component: 'users', parameter: 'ratePerSecond' });
    expect(usualKnobs(['real-time-stream'])[0]).toMatchObject({ component: 'viewers', parameter: 'ratePerSecond' });
    expect(names(usualKnobs(['serverless-cron']))).not.toContain('ratePerSecond');
  });

  it('are none where nothing can be changed', () => {
    expect(usualKnobs([])).toEqual([]);
  });
});

describe('what is chosen', () => {
  it.each(stageIds)('makes a scenario of %s that holds', (stage) => {
    const story = newScenario(stage);
    for (const knob of nodesOf(story).flatMap((each) => choicesOf(each, story))) {
      const { component, parameter } = knob;
      for (const value of choiceOf(knob, null) ?? []) {
        const parsed = parseScenario(newScenario(stage, { parameters: { [component]: { [parameter]: value } } }));
        expect(parsed.ok ? [] : [component, parameter, value, parsed.problems]).toEqual([]);
        expect(optionWords(knob, value, 'neutral')).not.toBe(String(value));
      }
    }
  });

  it('is no order for a queue that a bucket tells of objects, and one for the others', () => {
    const story = newScenario('queued-steps');
    const chosen = nodesOf(story).flatMap((each) => choicesOf(each, story));
    const ordered = chosen.flatMap(({ component, parameter }) => (parameter === 'type' ? [component] : []));
    expect(ordered).toEqual(['queue', 'store-queue', 'manage-queue']);
  });

  it('is no machine of one’s own for programs that share one', () => {
    expect(names(usualKnobs(['tiers']))).toContain('instanceType');
    expect(names(usualKnobs(['tiers-on-one-server']))).not.toContain('instanceType');
  });

  it('offers what stands there already', () => {
    const size: Knob = { component: 'process', kind: 'instance-group', parameter: 'instanceType' };
    expect(choiceOf(size, 'c5.large')).toEqual(['t3.small', 'c5.large', 'c5.xlarge', 'c5.2xlarge']);
    expect(choiceOf(size, 'm5.large')).toContain('m5.large');
  });
});

describe('what is turned', () => {
  /** Kept in order by the session, as one of them goes with the others. */
  const bounds = ['minimum', 'desired', 'maximum'];

  it.each(stageIds)('makes a scenario of %s that holds, from one end of every slider to the other', (stage) => {
    const story = newScenario(stage);
    for (const node of nodesOf(story)) {
      for (const knob of knobsOf(node).filter(({ parameter }) => !bounds.includes(parameter))) {
        const { component, parameter } = knob;
        const range = rangeOf(knob, Number(node.params[parameter]));
        for (const place of [0, SLIDER_PLACES / 2, SLIDER_PLACES]) {
          const value = valueAt(place, range);
          const made = [
            newScenario(stage, { parameters: { [component]: { [parameter]: value } } }),
            newScenario(stage, {
              interventions: [{ kind: 'set', target: component, parameter, value, atSeconds: 10 }],
            }),
          ];
          const problems = made.map(parseScenario).flatMap((parsed) => (parsed.ok ? [] : parsed.problems));
          expect(problems).toEqual([]);
        }
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
