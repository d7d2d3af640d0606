/** What people do when nobody answers, or the answer is an error: documented behaviour, case by case. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import type { ClientReport } from '../../src/metrics/client-figures.ts';
import type { FactKind } from '../../src/models/facts.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import { createReport } from '../../src/scenario/report.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { factsOf } from '../support/facts.ts';
import { aScenario, group, lasting, people } from '../support/small-scenario.ts';

type ClientParams = NonNullable<Parameters<typeof people>[0]>;

interface Setting {
  client: ClientParams;
  /** How long the one server works on an upload; it refuses whoever would have to wait for one of its slots. */
  workSeconds?: number;
  slots?: number;
  /** While it is down it refuses at once. */
  downFrom?: number;
  downUntil?: number;
  durationSeconds?: number;
}

function scenarioOf({ client, workSeconds = 1, slots = 1, downFrom, downUntil, durationSeconds = 60 }: Setting) {
  const server = group('server', {
    slotsPerInstance: slots,
    backlogLimit: 0,
    restartSeconds: 0,
    steps: [{ step: 'process', work: [lasting(workSeconds)] }],
  });
  const crash: Intervention = {
    kind: 'fault',
    fault: 'crash',
    target: 'server',
    atSeconds: downFrom ?? 0,
    ...(downUntil === undefined ? {} : { untilSeconds: downUntil }),
  };
  return aScenario([people(client), server], ['people server'], {
    durationSeconds,
    interventions: downFrom === undefined ? [] : [crash],
  });
}

const clientIn = (scenario: Parameters<typeof createReport>[0]): ClientReport =>
  createReport(scenario).components.find(({ kind }) => kind === 'client') as unknown as ClientReport;

const tried: readonly FactKind[] = [
  'upload.started',
  'upload.accepted',
  'upload.refused',
  'request.retried',
  'request.timed-out',
  'retry.withheld',
  'circuit.opened',
  'circuit.half-opened',
  'circuit.closed',
];

/** What the people see and do, each line without the length and size of the video. */
function seen(setting: Setting): string[] {
  return factsOf(scenarioOf(setting), { at: 'people', only: tried }).map((line) => line.replace(/ 60 s 60 MB.*/, ''));
}

const fixed = { retries: 'fixed', attempts: 3, retryBaseSeconds: 2 } as const;

describe('patience', () => {
  it('waits as long as it takes where there is no time-out', () => {
    expect(seen({ client: { times: [0] }, workSeconds: 50 })).toEqual([
      '0.000 people upload.started upload 0',
      '50.200 people upload.accepted upload 0',
    ]);
  });

  it('gives up after the time-out, and the work goes on for nobody', () => {
    expect(seen({ client: { times: [0], timeoutSeconds: 3 }, workSeconds: 5 })).toEqual([
      '0.000 people upload.started upload 0',
      '3.000 people request.timed-out upload upload 0 after 3.000',
      '3.000 people upload.refused upload 0 because timed-out',
    ]);
    const server = factsOf(scenarioOf({ client: { times: [0], timeoutSeconds: 3 }, workSeconds: 5 }), {
      at: 'server',
      only: ['job.finished'],
    });
    expect(server).toEqual(['5.100 server job.finished upload 0 instance 0 job 0']);
  });

  it('hears nothing of an answer that is on its way when the time-out ends', () => {
    expect(seen({ client: { times: [0], timeoutSeconds: 2.15 }, workSeconds: 2 })).toEqual([
      '0.000 people upload.started upload 0',
      '2.150 people request.timed-out upload upload 0 after 2.150',
    ]);
  });
});

describe('retries', () => {
  it.each([
    ['none: the first failure is final', { retries: 'none' }, []],
    ['fixed: the same pause each time, three tries in all', fixed, [2, 2]],
    [
      'exponential: the pause doubles',
      { retries: 'exponential', attempts: 5, retryBaseSeconds: 1, retryCapSeconds: 100 },
      [1, 2, 4, 8],
    ],
    [
      'cap: pauses do not grow beyond it',
      { retries: 'exponential', attempts: 6, retryBaseSeconds: 1, retryCapSeconds: 3 },
      [1, 2, 3, 3, 3],
    ],
  ] as const)('%s', (_, params, pauses) => {
    // Down for good: each try is refused 0.2 s after it was sent.
    const lines = seen({ client: { times: [0], ...params }, downFrom: 0 });
    const retried = lines.filter((line) => line.includes('request.retried'));
    let at = 0;
    expect(retried).toHaveLength(pauses.length);
    for (const [n, pause] of pauses.entries()) {
      at += 0.2;
      expect(retried[n]).toContain(`${at.toFixed(3)} people request.retried upload 0`);
      expect(retried[n]).toContain(`b ${Math.round((at + pause) * 1e6)}`);
      at += pause;
    }
    expect(lines.at(-1)).toBe(`${(at + 0.2).toFixed(3)} people upload.refused upload 0 because connection-refused`);
  });

  it('full jitter: each pause is a random part of the doubling one', () => {
    const client = {
      arrivals: 'steady',
      ratePerSecond: 10,
      retries: 'exponential-jitter',
      attempts: 2,
      retryBaseSeconds: 4,
    } as const;
    const pauses = factsOf(scenarioOf({ client, downFrom: 0 }), { only: ['request.retried'] }).map((line) => {
      const [, at, until] = line.match(/^([\d.]+) .* b (\d+)/) as RegExpMatchArray;
      return Number(until) / 1e6 - Number(at);
    });
    expect(pauses.length).toBeGreaterThan(500);
    expect(Math.min(...pauses)).toBeLessThan(0.1);
    expect(Math.max(...pauses)).toBeGreaterThan(3.9);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(4);
    expect(pauses.reduce((sum, each) => sum + each, 0) / pauses.length).toBeCloseTo(2, 0);
  });

  it('bring an upload through a short outage that it would else be refused by', () => {
    const outage = { downFrom: 0, downUntil: 3 };
    expect(seen({ client: { times: [0] }, ...outage }).at(-1)).toContain('upload.refused');
    expect(seen({ client: { times: [0], ...fixed }, ...outage }).at(-1)).toBe('5.600 people upload.accepted upload 0');
  });

  it('count their number in the message that is sent again', () => {
    const sent = factsOf(scenarioOf({ client: { times: [0], ...fixed }, downFrom: 0 }), {
      at: 'people',
      only: ['message.sent'],
    });
    expect(sent.map((line) => line.replace(/ arrives.*/, ''))).toEqual([
      '0.000 people message.sent upload upload 0 to server',
      '2.200 people message.sent try 2 of upload upload 0 to server',
      '4.400 people message.sent try 3 of upload upload 0 to server',
    ]);
  });

  it('multiply the traffic on a server that is too slow: everything is tried again, nothing gets through', () => {
    const sentTo = (client: ClientParams): number =>
      factsOf(scenarioOf({ client, workSeconds: 5 }), { at: 'people', only: ['message.sent'] }).length;
    const impatient = { arrivals: 'steady', ratePerSecond: 1, timeoutSeconds: 2 } as const;
    const once = sentTo(impatient);
    expect(sentTo({ ...impatient, ...fixed, retryBaseSeconds: 0.5 })).toBeGreaterThan(2.8 * once);
  });
});

describe('what only the server knows', () => {
  it('changes nothing for the person: tries go on though the upload became watchable, and the last one ends in an error', () => {
    const client = { times: [0], timeoutSeconds: 2, ...fixed, attempts: 5, retryBaseSeconds: 5 };
    const setting = { client, workSeconds: 6, slots: 9 };
    const sent = factsOf(scenarioOf(setting), { at: 'people', only: ['message.sent'] });
    expect(sent).toHaveLength(5);
    const report = createReport(scenarioOf(setting));
    expect(report.uploads).toMatchObject({ watchable: 1, refused: 0, open: 0 });
    expect(clientIn(scenarioOf(setting))).toMatchObject({ uploadsRefused: 1, uploadsUnanswered: 0 });
  });
});

describe('a retry budget', () => {
  it('pays 5 for each retry and makes none that it cannot pay', () => {
    const lines = seen({
      client: { times: [0, 1, 2], ...fixed, retryBaseSeconds: 0.1, attempts: 2, retryBudgetTokens: 12 },
      downFrom: 0,
    });
    expect(lines.filter((line) => line.includes('retr'))).toEqual([
      expect.stringContaining('request.retried upload 0'),
      expect.stringContaining('request.retried upload 1'),
      expect.stringContaining('retry.withheld upload 2 a 2'),
    ]);
  });

  it('pays 10 for a retry after a time-out', () => {
    const client = { times: [0, 5], ...fixed, attempts: 2, timeoutSeconds: 1, retryBudgetTokens: 19 };
    const lines = seen({ client, workSeconds: 30, slots: 9 });
    expect(lines.filter((line) => line.includes('retr'))).toEqual([
      expect.stringContaining('request.retried upload 0'),
      expect.stringContaining('retry.withheld upload 1 a 9'),
    ]);
  });

  it('gets back what a retry took when that retry goes well', () => {
    const crash = (atSeconds: number, untilSeconds: number): Intervention => ({
      kind: 'fault',
      fault: 'crash',
      target: 'server',
      atSeconds,
      untilSeconds,
    });
    const client = { times: [0, 20], ...fixed, attempts: 2, retryBaseSeconds: 2, retryBudgetTokens: 5 };
    const scenario = { ...scenarioOf({ client }), interventions: [crash(0, 1), crash(19, 21)] };
    const lines = factsOf(scenario, { at: 'people', only: ['request.retried', 'retry.withheld', 'upload.accepted'] });
    expect(lines.map((line) => line.replace(/ subject.*/, ''))).toEqual([
      '0.200 people request.retried upload 0',
      '3.400 people upload.accepted upload 0',
      '20.200 people request.retried upload 1',
      '23.400 people upload.accepted upload 1',
    ]);
  });

  it('gets 1 back for each success, and never holds more than it began with', () => {
    const times = Array.from({ length: 10 }, (_, n) => 10 + 2 * n);
    const client = {
      times: [0, ...times, 40, 41, 42],
      ...fixed,
      retryBaseSeconds: 0.1,
      attempts: 2,
      retryBudgetTokens: 7,
    };
    // Down at first and again from 39 s on; in between ten uploads go well: 7 - 5 + 10 is cut to 7.
    const crash = (atSeconds: number, untilSeconds: number): Intervention => ({
      kind: 'fault',
      fault: 'crash',
      target: 'server',
      atSeconds,
      untilSeconds,
    });
    const scenario = { ...scenarioOf({ client, workSeconds: 1 }), interventions: [crash(0, 5), crash(39, 60)] };
    const lines = factsOf(scenario, { only: ['request.retried', 'retry.withheld'] });
    expect(lines.map((line) => line.replace(/ subject.*/, ''))).toEqual([
      '0.200 people request.retried upload 0',
      '40.200 people request.retried upload 11',
      expect.stringMatching(/^41.200 people retry.withheld upload 12 a 2/),
      expect.stringMatching(/^42.200 people retry.withheld upload 13 a 2/),
    ]);
  });
});

describe('a circuit breaker', () => {
  const client = { arrivals: 'steady', ratePerSecond: 1, breakerFailures: 3, breakerOpenSeconds: 5 } as const;

  it('opens after failures in a row, refuses at once, lets one through to try, and closes when that goes well', () => {
    expect(
      seen({ client, workSeconds: 0.1, downFrom: 0, downUntil: 9, durationSeconds: 16 }).filter(
        (line) => !line.includes('started'),
      ),
    ).toEqual([
      '1.200 people upload.refused upload 0 because connection-refused',
      '2.200 people upload.refused upload 1 because connection-refused',
      '3.200 people circuit.opened a 3',
      '3.200 people upload.refused upload 2 because connection-refused',
      ...[3, 4, 5, 6, 7].map((n) => `${n + 1}.000 people upload.refused upload ${n} because circuit-open`),
      '9.000 people circuit.half-opened a 3',
      '9.300 people circuit.closed',
      '9.300 people upload.accepted upload 8',
      ...[9, 10, 11, 12, 13, 14].map((n) => `${n + 1}.300 people upload.accepted upload ${n}`),
    ]);
  });

  it('is not closed by a late success of a request from before it opened', () => {
    // The first is worked on for four seconds; the others are refused meanwhile.
    const slow = {
      client: { ...client, times: [0, 0.5, 1, 1.5, 4.5], arrivals: 'times' as const, breakerOpenSeconds: 30 },
      workSeconds: 4,
    };
    const lines = seen(slow).filter((line) => !line.includes('started'));
    expect(lines.slice(-4)).toEqual([
      '1.700 people circuit.opened a 3',
      '1.700 people upload.refused upload 3 because backlog-full',
      '4.200 people upload.accepted upload 0',
      '4.500 people upload.refused upload 4 because circuit-open',
    ]);
  });

  it('is closed at once when it is turned off', () => {
    const off: Intervention = { kind: 'set', target: 'people', parameter: 'breakerFailures', value: 0, atSeconds: 4 };
    const scenario = scenarioOf({ client, downFrom: 0, durationSeconds: 20 });
    const lines = factsOf(
      { ...scenario, interventions: [...scenario.interventions, off] },
      { at: 'people', only: ['circuit.opened', 'circuit.closed', 'message.sent'] },
    );
    expect(lines.filter((line) => line.includes('circuit'))).toEqual([
      '3.200 people circuit.opened a 3',
      '4.000 people circuit.closed',
    ]);
    expect(lines.at(-1)).toContain('20.000 people message.sent');
  });

  it('opens again when the one that was let through fails', () => {
    const lines = seen({ client, downFrom: 0, durationSeconds: 16 }).filter((line) => line.includes('circuit.'));
    expect(lines).toEqual([
      '3.200 people circuit.opened a 3',
      '9.000 people circuit.half-opened a 3',
      '9.200 people circuit.opened a 4',
      '15.000 people circuit.half-opened a 4',
      '15.200 people circuit.opened a 5',
    ]);
  });
});

describe('closed loop', () => {
  const closed = { arrivals: 'closed', population: 2, thinkTime: { kind: 'constant', value: 3 } } as const;

  it('lets each person think, upload, and wait for the answer before thinking again', () => {
    const scenario = aScenario(
      [people(closed), group('server', { slotsPerInstance: 2, steps: [{ step: 'process', work: [lasting(1)] }] })],
      ['people server'],
      { durationSeconds: 12 },
    );
    expect(factsOf(scenario, { only: ['upload.started'] }).map((line) => line.split(' ')[0])).toEqual([
      '3.000',
      '3.000',
      '7.200',
      '7.200',
      '11.400',
      '11.400',
    ]);
  });

  it('has as many people as before when somebody uploads by hand besides', () => {
    const scenario = aScenario(
      [
        people({ ...closed, population: 1 }),
        group('server', { slotsPerInstance: 9, steps: [{ step: 'process', work: [lasting(1)] }] }),
      ],
      ['people server'],
      { durationSeconds: 12, interventions: [{ kind: 'upload', atSeconds: 1 }] },
    );
    const starts = factsOf(scenario, { only: ['upload.started'] }).map((line) => line.split(' ')[0]);
    expect(starts).toEqual(['1.000', '3.000', '7.200', '11.400']);
  });

  it('goes on with clicks as with uploads', () => {
    const scenario = aScenario(
      [
        people({ ...closed, population: 1, sends: 'clicks' }),
        group('server', { steps: [{ step: 'process', work: [lasting(1)] }] }),
      ],
      ['people server'],
      { durationSeconds: 12 },
    );
    expect(factsOf(scenario, { only: ['event.raised'] }).map((line) => line.split(' ')[0])).toEqual([
      '3.000',
      '7.200',
      '11.400',
    ]);
  });

  it('lets people come and go when their number is turned', () => {
    const turn = (atSeconds: number, value: number): Intervention => ({
      kind: 'set',
      target: 'people',
      parameter: 'population',
      value,
      atSeconds,
    });
    const scenario = {
      ...aScenario(
        [people(closed), group('server', { slotsPerInstance: 9, steps: [{ step: 'process', work: [lasting(1)] }] })],
        ['people server'],
        { durationSeconds: 24 },
      ),
      interventions: [turn(4, 3), turn(12, 1)],
    };
    const starts = factsOf(scenario, { only: ['upload.started'] }).map((line) => line.split(' ')[0]);
    // 7.200 and 11.400 are those who were there from the beginning, 7.000 the one who came at 4.
    expect(starts.join(' ')).toBe('3.000 3.000 7.000 7.200 7.200 11.200 11.400 11.400 15.600 19.800 24.000');
  });

  it('lets time pass even if nobody thinks and the answer comes at once', () => {
    const nobodyThinks = people({ ...closed, population: 1, thinkTime: { kind: 'constant', value: 0 } });
    const scenario = aScenario(
      [nobodyThinks, group('server', { steps: [{ step: 'process', work: [] }] })],
      ['people server'],
      {
        durationSeconds: 0.01,
        latencyMs: 0,
      },
    );
    expect(factsOf(scenario, { only: ['upload.started'] })).toHaveLength(10);
  });

  it('never has more requests under way than people, whatever the server does', () => {
    const world = createSimulation(
      aScenario(
        [people({ ...closed, population: 7, thinkTime: { kind: 'exponential', mean: 1 } }), group('server')],
        ['people server'],
        { durationSeconds: 100 },
      ),
    );
    let most = 0;
    while (world.stepUntil(seconds(100))) most = Math.max(most, world.uploads.totals[0] as number);
    expect(most).toBe(7);
  });
});

describe('what is sent', () => {
  it('is events without an upload for clicks; they too are tried again, and end well or in an error', () => {
    const only = ['event.raised', 'event.taken', 'request.retried', 'request.given-up', 'message.sent'] as const;
    const clicks = { sends: 'clicks', ...fixed, attempts: 2 } as const;
    const seenOf = (setting: Setting): string[] => factsOf(scenarioOf(setting), { at: 'people', only });
    expect(seenOf({ client: { ...clicks, times: [0] } })).toEqual([
      '0.000 people event.raised clicked',
      '0.000 people message.sent upload to server arrives 0.100',
      '1.200 people event.taken clicked',
    ]);
    expect(seenOf({ client: { ...clicks, times: [0] }, downFrom: 0 })).toEqual([
      '0.000 people event.raised clicked',
      '0.000 people message.sent upload to server arrives 0.100',
      expect.stringMatching(/^0.200 people request.retried/),
      '2.200 people message.sent try 2 of upload to server arrives 2.300',
      '2.400 people request.given-up after 2 tries because connection-refused',
    ]);
    const { traffic } = clientIn(scenarioOf({ client: { ...clicks, times: [0, 1] }, downFrom: 1, downUntil: 60 }));
    expect(traffic).toMatchObject({ arrived: 2, served: 0, refused: 2, retried: 2, atEnd: 0 });
  });

  it('is held back by an open circuit if it is clicks', () => {
    const client = { sends: 'clicks', arrivals: 'steady', ratePerSecond: 1, breakerFailures: 2 } as const;
    const sent = factsOf(scenarioOf({ client, downFrom: 0, durationSeconds: 10 }), {
      at: 'people',
      only: ['message.sent'],
    });
    expect(sent).toHaveLength(2);
  });

  it('is poison for about the share that was set', () => {
    const world = createSimulation(scenarioOf({ client: { arrivals: 'steady', ratePerSecond: 50, poisonShare: 0.2 } }));
    world.runUntil(seconds(60));
    const { count, marks } = world.uploads;
    const share = marks.subarray(0, count).reduce((sum, mark) => sum + (mark === 0 ? 0 : 1), 0) / count;
    expect(count).toBeGreaterThan(2900);
    expect(share).toBeGreaterThan(0.17);
    expect(share).toBeLessThan(0.23);
  });
});

describe('arrivals', () => {
  it('come ten times as fast during a spike', () => {
    const client = {
      arrivals: 'spike',
      ratePerSecond: 1,
      spikeAtSeconds: 10,
      spikeLastsSeconds: 10,
      spikeFactor: 10,
    } as const;
    const starts = factsOf(scenarioOf({ client, durationSeconds: 30 }), { only: ['upload.started'] }).map((line) =>
      Number(line.split(' ')[0]),
    );
    const during = starts.filter((at) => at >= 10 && at < 20).length;
    expect(during).toBeGreaterThan(70);
    expect(starts.length - during).toBeLessThan(40);
  });

  it('wait for the phase and then keep the period', () => {
    const client = { arrivals: 'steady', ratePerSecond: 0.5, startsAtSeconds: 3 } as const;
    const starts = factsOf(scenarioOf({ client, durationSeconds: 10 }), { only: ['upload.started'] }).map(
      (line) => line.split(' ')[0],
    );
    expect(starts).toEqual(['5.000', '7.000', '9.000']);
  });
});
