/** One instance goes down, and the others go on. */
import { expect, it } from 'vitest';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { factsOf } from '../support/facts.ts';
import { aScenario, component, group, people } from '../support/small-scenario.ts';

const loss: Intervention = { kind: 'fault', fault: 'instance-loss', target: 'servers', atSeconds: 2, untilSeconds: 10 };
const crash: Intervention = { kind: 'fault', fault: 'crash', target: 'servers', atSeconds: 5, untilSeconds: 20 };

function servers(times: number[], params: Parameters<typeof group>[1], interventions = [loss]) {
  const two = { minimum: 0, maximum: 9, desired: 2, restartSeconds: 3, ...params };
  return aScenario([people({ times }), group('servers', two)], ['people servers'], { interventions });
}

const ends = { only: ['upload.watchable', 'upload.refused', 'instance.crashed', 'instance.in-service'] } as const;
const after = (second: number) => (line: string) => Number.parseFloat(line) > second;

it('takes down the first of those in service with what it had in hand; the other works on', () => {
  expect(factsOf(servers([1, 1.1, 3], {}), ends).filter(after(1))).toEqual([
    '2.000 servers instance.crashed instance 0 with 1 jobs',
    '2.100 people upload.refused upload 0 because connection-reset',
    '3.200 servers upload.watchable upload 1',
    '5.200 servers upload.watchable upload 2',
    '13.000 servers instance.in-service instance 0',
  ]);
});

it('leaves nobody to answer where there was only one', () => {
  const lines = factsOf(servers([3], { desired: 1 }), ends).filter(after(2.5));
  expect(lines[0]).toBe('3.200 people upload.refused upload 0 because connection-refused');
});

it('is no repair of a crash that still lasts', () => {
  const lines = factsOf(servers([], {}, [loss, crash]), ends).filter(after(4));
  expect(lines).toEqual([
    '5.000 servers instance.crashed instance 1 with 0 jobs',
    '23.000 servers instance.in-service instance 0',
    '23.000 servers instance.in-service instance 1',
  ]);
});

it('means nothing to a group of which nothing is in service', () => {
  expect(factsOf(servers([], { desired: 0 }), ends)).toEqual([]);
});

it('is found out by the load balancer, and made good by replacement', () => {
  const nodes = [
    people({ times: [20, 21] }),
    component('balancer', 'load-balancer'),
    group('servers', { minimum: 2, desired: 2, maximum: 2, loadBalancer: 'balancer', replaceUnhealthy: 'yes' }),
  ];
  const lasting: Intervention = { kind: 'fault', fault: 'instance-loss', target: 'servers', atSeconds: 2 };
  const scenario = aScenario(nodes, ['people balancer', 'balancer servers'], { interventions: [lasting] });
  const lines = factsOf(scenario, {
    only: ['instance.unhealthy', 'instance.gone', 'upload.watchable', 'upload.refused'],
  });
  expect(lines.map((line) => line.split(' ').slice(2, 4).join(' '))).toEqual([
    'instance.unhealthy instance',
    'instance.gone instance',
    'upload.watchable upload',
    'upload.watchable upload',
  ]);
});
