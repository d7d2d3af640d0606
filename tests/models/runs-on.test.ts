/** Groups on the machines of another: they cost nothing more, and go down when those go down. */
import { describe, expect, it } from 'vitest';
import { createReport } from '../../src/scenario/report.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { parseScenario, sentenceOf } from '../../src/scenario/schema.ts';
import { factsOf } from '../support/facts.ts';
import { aScenario, group, lasting, people } from '../support/small-scenario.ts';

const store = [{ step: 'store' as const, work: [lasting(1)] }];

function two(guest: Parameters<typeof group>[1], interventions: Intervention[] = []) {
  const call = { to: 'guest', operation: 'upload' as const };
  const steps = [{ step: 'process' as const, work: [lasting(1)], after: [call] }];
  const nodes = [people({ times: [1] }), group('host', { steps }), group('guest', { steps: store, ...guest })];
  return aScenario(nodes, ['people host', 'host guest'], { interventions });
}

const crashOf = (target: string): Intervention[] => [
  { kind: 'fault', fault: 'crash', target, atSeconds: 10, untilSeconds: 20 },
];
const crashes = { only: ['instance.crashed', 'instance.in-service'] } as const;
const whoCrashed = (target: string, guest: Parameters<typeof group>[1]) =>
  factsOf(two(guest, crashOf(target)), crashes)
    .filter((line) => Number.parseFloat(line) >= 10)
    .map((line) => line.split(' ').slice(0, 3).join(' '));

describe('a group on the machines of another', () => {
  it('goes down with them, and comes back when they are repaired', () => {
    expect(whoCrashed('host', { runsOn: 'host' })).toEqual([
      '10.000 host instance.crashed',
      '10.000 guest instance.crashed',
      '25.000 host instance.in-service',
      '25.000 guest instance.in-service',
    ]);
  });

  it('goes down by itself without taking them down', () => {
    expect(whoCrashed('guest', { runsOn: 'host' })).toEqual([
      '10.000 guest instance.crashed',
      '25.000 guest instance.in-service',
    ]);
  });

  it('does not go down with others where it has machines of its own', () => {
    expect(whoCrashed('host', {})).toEqual(['10.000 host instance.crashed', '25.000 host instance.in-service']);
  });

  it('costs nothing, while its machines cost what they cost', () => {
    const linesOf = (guest: Parameters<typeof group>[1]) => {
      const { lines, perHourAtEndUsd } = createReport(two(guest)).bill;
      return { components: [...new Set(lines.map(({ component }) => component))], perHourAtEndUsd };
    };
    const [shared, apart] = [linesOf({ runsOn: 'host' }), linesOf({})];
    expect([shared.components, apart.components]).toEqual([['host'], ['host', 'guest']]);
    expect(apart.perHourAtEndUsd / shared.perHourAtEndUsd).toBeCloseTo(2, 9);
  });

  it.each<[string, Parameters<typeof group>[1], string]>([
    ['runs on a group that is here', { runsOn: 'hots' }, 'runsOn is "hots"; allowed is'],
    [
      'runs on others, not on itself',
      { runsOn: 'guest' },
      'runsOn is "guest"; allowed is a group that has machines of its own',
    ],
    [
      'counts on the machines that there are',
      { runsOn: 'host', instanceType: 't3.micro' },
      'instanceType is "t3.micro"; allowed is "c5.large", because "guest" runs on the machines of "host"',
    ],
  ])('%s', (_, params, problem) => {
    const parsed = parseScenario(two(params));
    const problems = parsed.ok ? [] : parsed.problems.map(sentenceOf);
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });
});
