/** A load balancer and a real instance group: what they tell each other, and what becomes of requests when instances go. */
import { describe, expect, it } from 'vitest';
import type { FactKind } from '../../src/models/facts.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { factsOf } from '../support/facts.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';

type BalancerParams = Parameters<typeof component<'load-balancer'>>[2];
type GroupParams = Parameters<typeof group>[1];

interface Case {
  times: readonly number[];
  balancer?: BalancerParams;
  servers?: GroupParams;
  interventions?: readonly Intervention[];
  durationSeconds?: number;
}

function scenarioOf({ times, balancer = {}, servers = {}, interventions = [], durationSeconds = 60 }: Case) {
  const nodes = [
    people({ times }),
    component('balancer', 'load-balancer', balancer),
    group('servers', { loadBalancer: 'balancer', minimum: 0, maximum: 3, desired: 2, ...servers }),
  ];
  return aScenario(nodes, ['people balancer', 'balancer servers'], { durationSeconds, interventions });
}

const tell = (each: Case, at: string, only: readonly FactKind[]): string[] => factsOf(scenarioOf(each), { at, only });

const outcomes: readonly FactKind[] = ['upload.accepted', 'upload.refused'];
const crash = (atSeconds: number, untilSeconds: number): Intervention => ({
  kind: 'fault',
  fault: 'crash',
  target: 'servers',
  atSeconds,
  untilSeconds,
});
const desired = (value: number, atSeconds: number): Intervention => ({
  kind: 'set',
  target: 'servers',
  parameter: 'desired',
  value,
  atSeconds,
});

describe('load balancer and instance group', () => {
  it('sends a request to an instance that the load balancer chose, where it waits for a slot of that very instance', () => {
    const each: Case = { times: [1, 1, 1], servers: { steps: [{ step: 'process', work: [lasting(4)] }] } };
    expect(tell(each, 'servers', ['job.began', 'request.waiting'])).toEqual([
      '1.200 servers job.began upload 0 instance 0 job 0',
      '1.200 servers job.began upload 1 instance 1 job 1',
      '1.200 servers request.waiting upload 2 as number 1',
      '5.200 servers job.began upload 2 instance 0 job 0',
    ]);
  });

  it('answers 503 at zero instances, and serves once the first one is up and has passed a check', () => {
    const each: Case = {
      times: [1, 20],
      servers: { desired: 0, pendingSeconds: 2, bootSeconds: 8 },
      interventions: [desired(1, 5)],
    };
    expect(tell(each, 'people', outcomes)).toEqual([
      '1.200 people upload.refused upload 0 because no-target',
      '22.400 people upload.accepted upload 1',
    ]);
    expect(tell(each, 'balancer', ['target.registered', 'target.healthy'])).toEqual([
      '15.000 balancer target.registered servers instance 0',
      '15.200 balancer target.healthy servers instance 0',
    ]);
  });

  it('takes an instance away only when the load balancer has nothing open there', () => {
    const each: Case = { times: [3, 3.5, 5], interventions: [desired(1, 4), desired(0, 6)] };
    expect(tell(each, 'balancer', ['target.deregistered', 'target.drained'])).toEqual([
      '4.000 balancer target.deregistered servers instance 0 with 1 under way',
      '5.300 balancer target.drained servers instance 0',
      '6.000 balancer target.deregistered servers instance 1 with 1 under way',
      '7.800 balancer target.drained servers instance 1',
    ]);
    expect(tell(each, 'servers', ['instance.gone'])).toEqual([
      '5.300 servers instance.gone instance 0',
      '7.800 servers instance.gone instance 1',
    ]);
    expect(tell(each, 'people', outcomes).filter((line) => line.includes('refused'))).toEqual([]);
  });

  it('answers 502 to what is open at the end of the delay, when the instance goes and works on it no more', () => {
    const each: Case = {
      times: [1],
      balancer: { deregistrationDelaySeconds: 3 },
      servers: { desired: 1, steps: [{ step: 'process', work: [lasting(20)] }] },
      interventions: [desired(0, 2)],
    };
    expect(tell(each, 'people', outcomes)).toEqual(['5.100 people upload.refused upload 0 because bad-gateway']);
    expect(tell(each, 'servers', ['job.failed', 'instance.gone'])).toEqual([
      '5.000 servers job.failed upload 0 instance 0 job 0 because connection-reset',
      '5.000 servers instance.gone instance 0',
    ]);
  });

  it('tells who is down and silent by who took the request: 504 after the short wait or the long one', () => {
    const each: Case = {
      times: [1, 3],
      balancer: { connectTimeoutSeconds: 4, idleTimeoutSeconds: 15 },
      servers: { desired: 1, whenDown: 'silent' },
      interventions: [crash(2, 50)],
    };
    expect(tell(each, 'people', outcomes)).toEqual([
      '7.200 people upload.refused upload 1 because gateway-time-out',
      '16.200 people upload.refused upload 0 because gateway-time-out',
    ]);
  });

  it('finds an instance well again after a repair, without being told', () => {
    const each: Case = {
      times: [1],
      servers: { restartSeconds: 1 },
      interventions: [crash(2, 20)],
      durationSeconds: 40,
    };
    expect(tell(each, 'balancer', ['target.registered', 'target.unhealthy', 'target.healthy']).slice(4)).toEqual([
      '10.200 balancer target.unhealthy servers instance 0',
      '10.200 balancer target.unhealthy servers instance 1',
      '30.200 balancer target.healthy servers instance 0',
      '30.200 balancer target.healthy servers instance 1',
    ]);
  });

  it('registers what is launched in place of the unhealthy, and lets go of those', () => {
    const each: Case = {
      times: [],
      balancer: {},
      servers: { desired: 1, replaceUnhealthy: 'yes', healthCheckPeriodSeconds: 10, pendingSeconds: 1, bootSeconds: 2 },
      interventions: [crash(2, 11)],
      durationSeconds: 20,
    };
    expect(
      tell(each, 'balancer', ['target.registered', 'target.deregistered', 'target.drained', 'target.healthy']),
    ).toEqual([
      '0.000 balancer target.registered servers instance 0',
      '0.200 balancer target.healthy servers instance 0',
      '10.000 balancer target.deregistered servers instance 0',
      '10.000 balancer target.drained servers instance 0',
      '13.000 balancer target.registered servers instance 1',
      '13.200 balancer target.healthy servers instance 1',
    ]);
  });
});
