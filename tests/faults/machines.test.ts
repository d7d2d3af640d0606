/** What faults do to machines: each shows in a run with it, not in the run without it, and is over when it is over. */
import { describe, expect, it } from 'vitest';
import { kindsStruckBy } from '../../src/faults/catalogue.ts';
import { type Fault, faults } from '../../src/models/facts.ts';
import type { ScalingPolicy, ScheduledScaling, StepScaling } from '../../src/models/parameters.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import type { StageId } from '../../src/stages/catalogue.ts';
import { factsOf } from '../support/facts.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';
import {
  countOf,
  type Future,
  goesOnFromCopy,
  type Injected,
  notWatchable,
  play,
  struck,
  withAndWithout,
} from '../support/with-and-without.ts';

/** Of the report of one component. */
function groupIn({ report }: Future, id: string) {
  const found = report.components.find((each) => each.id === id);
  if (found?.kind !== 'instance-group') throw new Error(`there is no group "${id}"`);
  return found;
}

describe('in a stage, with the fault and without it:', () => {
  const during = { atSeconds: 60, untilSeconds: 120 } as const;

  interface Effect {
    stage: StageId;
    fault: Injected;
    says: string;
    shows(future: Future): boolean;
  }

  const effects: Partial<Record<Fault, Effect>> = {
    crash: {
      stage: 'tiers',
      fault: { fault: 'crash', target: 'step:process', ...during },
      says: 'nobody gets through a tier that is down',
      shows: ({ report }) => (report.uploads.refusedByReason['dependency-failed'] ?? 0) > 20,
    },
    'instance-loss': {
      stage: 'load-balanced',
      fault: { fault: 'instance-loss', target: 'step:process', ...during },
      says: 'a few uploads fail until another instance has taken over',
      shows: ({ report: { uploads } }) => uploads.refused > 0 && uploads.refused < 5,
    },
    'zone-loss': {
      stage: 'load-balanced',
      fault: { fault: 'zone-loss', target: 'zone:a', ...during },
      says: 'every tier loses an instance, and replaces it in the other zone',
      shows: (future) =>
        ['upload', 'process', 'store', 'manage'].every((tier) =>
          future
            .facts({ at: tier, only: ['instance.launched'] })
            .some((line) => line.includes('zone 1 in place of another')),
        ),
    },
    'memory-leak': {
      stage: 'monolith',
      fault: { fault: 'memory-leak', target: 'step:process', strength: 2, ...during },
      says: 'the process goes down again and again with all that it is at',
      shows: (future) =>
        countOf(future, 'instance.crashed', 60, 120) >= 3 &&
        (future.report.uploads.refusedByReason['connection-reset'] ?? 0) >= 3,
    },
    'slow-down': {
      stage: 'queued',
      fault: { fault: 'slow-down', target: 'step:process', strength: 10, ...during },
      says: 'videos are watchable much later, and nobody is refused',
      shows: ({ report }) => (report.untilWatchable.p95Seconds as number) > 60 && report.uploads.refused === 0,
    },
    'error-share': {
      stage: 'tiers',
      fault: { fault: 'error-share', target: 'step:process', strength: 0.5, ...during },
      says: 'work fails, and whoever waits for it is refused',
      shows: (future) => (groupIn(future, 'process').requestsFailedByReason['work-failed'] ?? 0) > 5,
    },
    'bad-deployment': {
      stage: 'load-balanced',
      fault: { fault: 'bad-deployment', target: 'step:process', strength: 0.5, ...during },
      says: 'instances are started again and again, and none of them comes into service',
      shows: (future) => countOf(future, 'instance.crashed', 60, 120) >= 10,
    },
    'stuck-at-zero': {
      stage: 'queued',
      fault: { fault: 'stuck-at-zero', target: 'step:process', ...during },
      says: 'messages wait, and nobody is launched to work on them',
      shows: (future) =>
        countOf(future, 'message.queued', 61, 120) > 20 && countOf(future, 'instance.launched', 60, 120) === 0,
    },
  };

  it('there is an effect to be seen of every fault that groups know', () => {
    const known = faults.filter((fault) => kindsStruckBy(fault).includes('instance-group'));
    expect(Object.keys(effects)).toEqual(known);
  });

  it.each(Object.values(effects).map((each) => [each.fault.fault, each.says, each] as const))(
    '%s: %s',
    (_fault, _says, { stage, fault, shows }) => {
      const { with: struckRun, without } = withAndWithout(newScenario(stage), fault);
      expect({ with: shows(struckRun), without: shows(without) }).toEqual({ with: true, without: false });
    },
  );

  it.each(Object.values(effects).map((each) => [each.fault.fault, each] as const))(
    '%s is over when it is over: a copy made meanwhile goes on alike, and later uploads are watchable as ever',
    (_fault, { stage, fault }) => {
      // People who come until the end.
      const users = { arrivals: 'poisson', ratePerSecond: 0.25 };
      const scenario = struck(newScenario(stage, { parameters: { users } }), fault);
      expect(goesOnFromCopy(scenario, 90)).toBe(true);
      expect(notWatchable(play(scenario), 200, 260)).toEqual([]);
    },
  );
});

/** `servers` with requests at these times. */
function servers(params: Parameters<typeof group>[1], faultsOf: readonly Injected[], times: number[] = [], rest = {}) {
  const some = { minimum: 0, maximum: 9, restartSeconds: 3, ...params };
  return struck(aScenario([people({ times }), group('servers', some)], ['people servers'], rest), ...faultsOf);
}

const from2to20 = { target: 'servers', atSeconds: 2, untilSeconds: 20 } as const;
const comings = [
  'instance.launched',
  'instance.in-service',
  'instance.crashed',
  'instance.gone',
  'instance.unhealthy',
] as const;
const ends = ['upload.watchable', 'upload.refused', 'upload.lost'] as const;
const later = (second: number) => (line: string) => Number.parseFloat(line) > second;

describe('the loss of a zone', () => {
  const zoneA: Injected = { fault: 'zone-loss', target: 'zone:a', atSeconds: 2, untilSeconds: 20 };
  const lives = (params: Parameters<typeof group>[1], faultsOf = [zoneA], interventions: Intervention[] = []) =>
    factsOf(servers({ zones: 2, desired: 4, ...params }, faultsOf, [], { interventions }), { only: comings }).filter(
      later(1),
    );

  it('takes down what is there, and it restarts when the zone is back', () => {
    expect(lives({})).toEqual([
      '2.000 servers instance.crashed instance 0 with 0 jobs',
      '2.000 servers instance.crashed instance 2 with 0 jobs',
      '20.000 servers instance.launched instance 0 in service at 23.000 restarted',
      '20.000 servers instance.launched instance 2 in service at 23.000 restarted',
      '23.000 servers instance.in-service instance 0',
      '23.000 servers instance.in-service instance 2',
    ]);
  });

  it('has what is down replaced elsewhere, and then nothing restarts', () => {
    expect(lives({ desired: 2, replaceUnhealthy: 'yes', healthCheckPeriodSeconds: 5 })).toEqual([
      '2.000 servers instance.crashed instance 0 with 0 jobs',
      '5.000 servers instance.unhealthy instance 0',
      '5.000 servers instance.gone instance 0',
      '5.000 servers instance.launched instance 2 in service at 15.000 zone 1 in place of another',
      '15.000 servers instance.in-service instance 2',
    ]);
  });

  it('lets nothing be launched there, so that what scales out goes to the others', () => {
    const more: Intervention = { kind: 'set', target: 'servers', parameter: 'desired', value: 5, atSeconds: 3 };
    expect(lives({ desired: 3 }, [zoneA], [more]).filter((line) => line.includes('launched'))).toEqual([
      '3.000 servers instance.launched instance 3 in service at 13.000 zone 1',
      '3.000 servers instance.launched instance 4 in service at 13.000 zone 1',
      '20.000 servers instance.launched instance 0 in service at 23.000 restarted',
      '20.000 servers instance.launched instance 2 in service at 23.000 restarted',
    ]);
  });

  it('of the only zone lets nothing be launched at all until it is back', () => {
    const lines = lives({ zones: 1, desired: 1, replaceUnhealthy: 'yes', healthCheckPeriodSeconds: 5 });
    expect(lines).toEqual([
      '2.000 servers instance.crashed instance 0 with 0 jobs',
      '5.000 servers instance.unhealthy instance 0',
      '5.000 servers instance.gone instance 0',
      '20.000 servers instance.launched instance 1 in service at 30.000',
      '30.000 servers instance.in-service instance 1',
    ]);
  });

  it('brings to nothing what was launched there before', () => {
    const one: Intervention = { kind: 'set', target: 'servers', parameter: 'desired', value: 1, atSeconds: 1.5 };
    expect(lives({ desired: 0 }, [zoneA], [one])).toEqual([
      '1.500 servers instance.launched instance 0 in service at 11.500',
      '3.500 servers instance.crashed instance 0 with 0 jobs',
      '20.000 servers instance.launched instance 0 in service at 23.000 restarted',
      '23.000 servers instance.in-service instance 0',
    ]);
  });

  it('is no repair of a crash, nor the other way round', () => {
    const crash: Injected = { fault: 'crash', target: 'servers', atSeconds: 4, untilSeconds: 10 };
    expect(lives({ desired: 2 }, [zoneA, crash]).filter(later(4))).toEqual([
      '10.000 servers instance.launched instance 1 in service at 13.000 zone 1 restarted',
      '13.000 servers instance.in-service instance 1',
      '20.000 servers instance.launched instance 0 in service at 23.000 restarted',
      '23.000 servers instance.in-service instance 0',
    ]);
  });

  it('means something only to groups that have instances there', () => {
    const zoneC: Injected = { ...zoneA, target: 'zone:c' };
    expect(() => play(servers({ zones: 2, desired: 2 }, [zoneC]))).toThrow('zone');
  });
});

describe('two losses of an instance', () => {
  it('each last for their own time', () => {
    const first: Injected = { fault: 'instance-loss', target: 'servers', atSeconds: 2, untilSeconds: 5 };
    const second: Injected = { fault: 'instance-loss', target: 'servers', atSeconds: 3, untilSeconds: 9 };
    const lines = factsOf(servers({ desired: 2 }, [first, second]), {
      only: ['instance.crashed', 'instance.in-service'],
    });
    expect(lines.filter(later(1))).toEqual([
      '2.000 servers instance.crashed instance 0 with 0 jobs',
      '3.000 servers instance.crashed instance 1 with 0 jobs',
      '8.000 servers instance.in-service instance 0',
      '12.000 servers instance.in-service instance 1',
    ]);
  });
});

describe('a memory leak', () => {
  const leak: Injected = { fault: 'memory-leak', strength: 2, ...from2to20 };
  const crashes = (params: Parameters<typeof group>[1], times: number[], leaks = leak) =>
    factsOf(servers(params, [leaks], times), { only: ['instance.crashed', 'instance.in-service', ...ends] }).filter(
      later(1),
    );

  it('kills the process with all it is at, as work begins for which no memory is left, and it is started again', () => {
    // Two are done at 5.1 and 5.2; the fourth begins beside the third.
    expect(crashes({ slotsPerInstance: 4 }, [3, 3.1, 4, 6, 12])).toEqual([
      '5.100 servers upload.watchable upload 0',
      '5.200 servers upload.watchable upload 1',
      '6.100 servers upload.watchable upload 2',
      '6.100 servers instance.crashed instance 0 with 1 jobs',
      '6.200 people upload.refused upload 3 because connection-reset',
      '9.100 servers instance.in-service instance 0',
      '14.100 servers upload.watchable upload 4',
    ]);
  });

  it('takes down what is at work beside it', () => {
    const lines = crashes({ slotsPerInstance: 4 }, [3, 3.1, 5, 6]);
    expect(lines.slice(2, 5)).toEqual([
      '6.100 servers instance.crashed instance 0 with 2 jobs',
      '6.200 people upload.refused upload 2 because connection-reset',
      '6.200 people upload.refused upload 3 because connection-reset',
    ]);
  });

  it('counts from its own beginning, and again from each start of the process', () => {
    // Three before it began, two that are no trouble, one too many; then two, and one too many again.
    const times = [0, 0.1, 0.2, 3, 5.5, 8, 12, 14.1, 16.5];
    const lines = crashes({ slotsPerInstance: 4 }, times, { ...leak, atSeconds: 2.5 });
    expect(lines.filter((line) => line.includes('crashed'))).toEqual([
      '8.100 servers instance.crashed instance 0 with 1 jobs',
      '16.600 servers instance.crashed instance 0 with 1 jobs',
    ]);
  });

  it('does nothing more when it is over', () => {
    expect(crashes({ slotsPerInstance: 4 }, [3, 3.1, 21]).at(-1)).toBe('23.100 servers upload.watchable upload 2');
  });

  it('is of a process: its machine is not replaced, and is paid for as one that runs on', () => {
    const params = { replaceUnhealthy: 'yes', healthCheckPeriodSeconds: 1, slotsPerInstance: 4 } as const;
    const { with: leaking, without } = withAndWithout(servers(params, [], [3, 5.5, 8, 12, 14.1, 16.5]), leak);
    expect(leaking.facts({ only: ['instance.crashed'] })).toHaveLength(2);
    expect(leaking.facts({ only: ['instance.unhealthy'] })).toEqual([]);
    expect(leaking.report.bill.totalUsd).toBeCloseTo(without.report.bill.totalUsd, 9);
  });

  it('leaves the messages of a queue to be seen again', () => {
    const scenario = aScenario(
      [
        people({ times: [0, 0, 0] }),
        group('front', {
          slotsPerInstance: 4,
          steps: [{ step: 'upload', work: [], after: [{ to: 'jobs', operation: 'send' }] }],
        }),
        component('jobs', 'queue', { visibilityTimeoutSeconds: 10 }),
        group('servers', { queue: 'jobs', restartSeconds: 3 }),
      ],
      ['people front', 'front jobs', 'servers jobs'],
    );
    const { with: leaking, without } = withAndWithout(scenario, {
      fault: 'memory-leak',
      strength: 2,
      target: 'servers',
      atSeconds: 0,
    });
    const reappeared = (future: Future) => future.facts({ only: ['message.reappeared'] }).length;
    expect([reappeared(leaking), reappeared(without)]).toEqual([1, 0]);
    expect(leaking.report.uploads.watchable).toBe(3);
  });
});

describe('a slow-down', () => {
  const works = (faultsOf: readonly Injected[], times: number[], params = {}) =>
    factsOf(servers({ slotsPerInstance: 4, ...params }, faultsOf, times), { only: ['step.began'] }).map((line) =>
      line.slice(0, line.indexOf(' ')).concat(' until', line.slice(line.lastIndexOf(' '))),
    );
  const slow: Injected = { fault: 'slow-down', strength: 5, target: 'servers', atSeconds: 2, untilSeconds: 6 };

  it('makes longer what begins while it lasts, and that only', () => {
    expect(works([slow], [1, 3, 7])).toEqual(['1.100 until 3.100', '3.100 until 13.100', '7.100 until 9.100']);
  });

  it('is of all the work, not only of what a faster machine would shorten', () => {
    const waiting = {
      steps: [{ step: 'process', work: [{ ...lasting(2), cpuShare: 0 }] }],
      instanceType: 'c5.2xlarge',
    } as const;
    expect(works([slow], [3], waiting)).toEqual(['3.100 until 13.100']);
  });

  it('multiplies with another one', () => {
    expect(works([slow, { ...slow, strength: 2 }], [3])).toEqual(['3.100 until 23.100']);
  });
});

describe('a share of errors', () => {
  const outcomes = (errorShare: number, strength: number, times: number[]) =>
    factsOf(servers({ slotsPerInstance: 9, errorShare }, [{ fault: 'error-share', strength, ...from2to20 }], times), {
      only: ends,
    });

  it('fails work that ends while it lasts', () => {
    expect(outcomes(0, 1, [1, 18.5])).toEqual([
      '3.200 people upload.refused upload 0 because work-failed',
      '20.600 servers upload.watchable upload 1',
    ]);
  });

  it('comes on top of what fails anyway', () => {
    const times = Array.from({ length: 1600 }, (_, place) => 3 + place * 0.01);
    const scenario = (errorShare: number) =>
      servers(
        { slotsPerInstance: 999, errorShare },
        [{ fault: 'error-share', strength: 0.5, ...from2to20, untilSeconds: 25 }],
        times,
      );
    const failed = (errorShare: number) => play(scenario(errorShare)).report.uploads.refused / times.length;
    // Half of them, and half of the other half; four standard deviations are 0.05 and 0.043.
    expect(Math.abs(failed(0) - 0.5)).toBeLessThan(0.05);
    expect(Math.abs(failed(0.5) - 0.75)).toBeLessThan(0.043);
  });
});

describe('a bad deployment', () => {
  const bad = (strength: number): Injected => ({ fault: 'bad-deployment', strength, ...from2to20, untilSeconds: 10 });
  const lives = (params: Parameters<typeof group>[1], strength: number, interventions: Intervention[] = []) =>
    factsOf(servers({ desired: 4, ...params }, [bad(strength)], [], { interventions }), {
      only: ['instance.crashed', 'instance.in-service', 'instance.gone', 'instance.unhealthy'],
    }).filter(later(1));

  it('takes a share of the instances, rounded up, the oldest first, and starts them again and again in vain', () => {
    expect(lives({}, 0.3)).toEqual([
      '2.000 servers instance.crashed instance 0 with 0 jobs',
      '2.000 servers instance.crashed instance 1 with 0 jobs',
      '5.000 servers instance.crashed instance 0 with 0 jobs',
      '5.000 servers instance.crashed instance 1 with 0 jobs',
      '8.000 servers instance.crashed instance 0 with 0 jobs',
      '8.000 servers instance.crashed instance 1 with 0 jobs',
      // Rolled back at 10.
      '13.000 servers instance.in-service instance 0',
      '13.000 servers instance.in-service instance 1',
    ]);
  });

  it('is on everything that is launched while it lasts, and no more on what is launched later', () => {
    const set = (value: number, atSeconds: number): Intervention => ({
      kind: 'set',
      target: 'servers',
      parameter: 'desired',
      value,
      atSeconds,
    });
    const quick = { desired: 1, pendingSeconds: 1, bootSeconds: 2 };
    expect(lives(quick, 0.01, [set(2, 3), set(3, 11)]).filter((line) => !line.includes('instance 0'))).toEqual([
      '6.000 servers instance.crashed instance 1 with 0 jobs',
      '9.000 servers instance.crashed instance 1 with 0 jobs',
      '13.000 servers instance.in-service instance 1',
      '14.000 servers instance.in-service instance 2',
    ]);
  });

  it('does not go faster round than once a second, however fast a program starts', () => {
    const lines = lives({ desired: 1, restartSeconds: 0 }, 1);
    expect(lines.filter((line) => line.includes('crashed'))).toHaveLength(8);
    expect(lines.at(-1)).toBe('10.000 servers instance.in-service instance 0');
  });

  it('is nothing that a look at the machines finds: they run', () => {
    expect(lives({ replaceUnhealthy: 'yes', healthCheckPeriodSeconds: 1 }, 0.5).join()).not.toContain('unhealthy');
  });

  it('waits for the end of a crash, and a crash for its end', () => {
    const crash: Injected = { fault: 'crash', target: 'servers', atSeconds: 4, untilSeconds: 6 };
    const scenario = servers({ desired: 1 }, [bad(1), crash]);
    expect(factsOf(scenario, { only: ['instance.crashed', 'instance.in-service'] }).filter(later(1))).toEqual([
      '2.000 servers instance.crashed instance 0 with 0 jobs',
      '4.000 servers instance.crashed instance 0 with 0 jobs',
      // Restarted at 6 and at 9, in vain; rolled back at 10 while it is still starting.
      '9.000 servers instance.crashed instance 0 with 0 jobs',
      '13.000 servers instance.in-service instance 0',
    ]);
  });
});

describe('a group that is stuck at zero', () => {
  const stuck: Injected = { fault: 'stuck-at-zero', ...from2to20 };
  const desires = ['desired.changed', 'instance.launched', 'instance.in-service', 'instance.gone'] as const;

  it('goes, and comes back to its desired count when the old settings hold again', () => {
    expect(factsOf(servers({ minimum: 1, desired: 2 }, [stuck]), { only: desires }).filter(later(1))).toEqual([
      '2.000 servers desired.changed from 2 to 0 by hand',
      '2.000 servers instance.gone instance 0',
      '2.000 servers instance.gone instance 1',
      '20.000 servers desired.changed from 0 to 2 by hand',
      '20.000 servers instance.launched instance 2 in service at 30.000',
      '20.000 servers instance.launched instance 3 in service at 30.000',
      '30.000 servers instance.in-service instance 2',
      '30.000 servers instance.in-service instance 3',
    ]);
  });

  it('lets those at work finish what they are at, and refuses what comes then', () => {
    const lines = factsOf(servers({}, [stuck], [1, 3]), { only: [...ends, 'instance.gone'] });
    expect(lines).toEqual([
      '3.100 servers upload.watchable upload 0',
      '3.100 servers instance.gone instance 0',
      '3.200 people upload.refused upload 1 because connection-refused',
    ]);
  });

  /** A group that is fed from a queue, in which a message lies from 3.2 s on. */
  function fed(scaling: readonly ScalingPolicy[], params: Parameters<typeof group>[1] = {}, faultsOf = [stuck]) {
    const nodes = [
      people({ times: [0, 3] }),
      group('front', {
        slotsPerInstance: 4,
        steps: [{ step: 'upload', work: [], after: [{ to: 'jobs', operation: 'send' }] }],
      }),
      component('jobs', 'queue'),
      group('servers', { queue: 'jobs', minimum: 0, desired: 0, maximum: 9, scaling, ...params }),
    ];
    return struck(aScenario(nodes, ['people front', 'front jobs', 'servers jobs']), ...faultsOf);
  }
  const steps: StepScaling = {
    kind: 'step',
    queue: 'jobs',
    metric: 'visible-and-in-flight',
    steps: [
      { from: 0, adjust: 'exact', instances: 0 },
      { from: 1, adjust: 'exact', instances: 2 },
    ],
  };

  it('does not wake although messages wait, and scales by its queue again when it is over', () => {
    // The first message wakes it at 2 s, before anything has begun to boot: it is struck a moment later.
    const scenario = fed([steps], {}, [{ ...stuck, atSeconds: 2.5 }]);
    const { facts } = play(scenario);
    expect(facts({ at: 'servers', only: ['desired.changed'] })).toEqual([
      '2.000 servers desired.changed from 0 to 2 at length 1',
      '2.500 servers desired.changed from 2 to 0 by hand',
      '20.000 servers desired.changed from 0 to 2 at length 2',
      '34.000 servers desired.changed from 2 to 0 at length 0',
    ]);
    expect(facts({ only: ['upload.watchable'] })).toHaveLength(2);
  });

  it('is brought to nothing while what was launched still warms up', () => {
    const warming = { warmUpSeconds: 30, pendingSeconds: 1, bootSeconds: 1, drainLimitSeconds: 0 };
    const scenario = fed([steps], warming, [{ ...stuck, atSeconds: 10 }]);
    const { facts } = play(scenario);
    expect(facts({ at: 'servers', only: ['instance.in-service', 'instance.gone'] }).slice(0, 4)).toEqual([
      '4.000 servers instance.in-service instance 0',
      '4.000 servers instance.in-service instance 1',
      '10.000 servers instance.gone instance 0',
      '10.000 servers instance.gone instance 1',
    ]);
    expect(
      facts({ at: 'servers', only: ['instance.launched'] })
        .filter(later(10))
        .filter((line) => !later(20)(line)),
    ).toEqual([]);
  });

  it('heeds no schedule, and those again that come when it is over', () => {
    const night: ScheduledScaling = {
      kind: 'scheduled',
      actions: [
        { atSeconds: 5, everySeconds: 10, desired: 3 },
        { atSeconds: 12, desired: 4 },
      ],
    };
    const lines = factsOf(servers({ desired: 1, scaling: [night] }, [stuck]), { only: ['desired.changed'] });
    expect(lines).toEqual([
      '2.000 servers desired.changed from 1 to 0 by hand',
      '20.000 servers desired.changed from 0 to 1 by hand',
      '25.000 servers desired.changed from 1 to 3 by schedule',
    ]);
  });

  it('is what comes of scaling by the utilisation of nobody: the policy itself would launch others while there is one', () => {
    // The same policy, set for good, with one instance left: it sees a load, and answers it.
    const byUse: ScalingPolicy = { kind: 'target-tracking', metric: 'utilisation', target: 60 };
    const times = Array.from({ length: 40 }, (_, place) => 1 + place);
    const launches = (minimum: number, desired: number) =>
      play(servers({ minimum, desired, scaling: [byUse] }, [], times))
        .facts({ only: ['instance.launched'] })
        .filter(later(1));
    expect(launches(1, 1).length).toBeGreaterThan(0);
    expect(launches(0, 0)).toEqual([]);
  });
});
