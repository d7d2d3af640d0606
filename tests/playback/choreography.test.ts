/** When what happened is shown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds, toSeconds } from '../../src/engine/time.ts';
import { FACT, type FactKind, factKinds, operations } from '../../src/models/facts.ts';
import type { WorldLink, WorldPlan } from '../../src/models/world.ts';
import {
  Choreography,
  HOP_WALL_SECONDS,
  MOST_LAG_SECONDS,
  PATH_LAG_WALL_SECONDS,
  READABLE_WALL_SECONDS,
} from '../../src/playback/choreography.ts';
import { carriesNews } from '../../src/playback/news.ts';
import { SPEEDS } from '../../src/playback/pacer.ts';
import type { Reel } from '../../src/playback/reel.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { Intervention, Scenario } from '../../src/scenario/scenario.ts';
import { stageIds } from '../../src/stages/catalogue.ts';
import { recordRun, reelOf } from '../support/recorded-run.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';

interface Shown {
  plan: WorldPlan;
  reel: Reel;
  choreography: Choreography;
}

function show(scenario: Scenario, speed: number): Shown {
  const { plan, chunks, end } = recordRun(scenario);
  const reel = reelOf(chunks);
  const choreography = new Choreography(reel, plan.nodes, plan.links, speed);
  choreography.extendTo(end + choreography.longestLag);
  return { plan, reel, choreography };
}

const kindOf = ({ reel }: Shown, row: number): FactKind => factKinds[reel.facts.kind[row] as number] as FactKind;
const at = (column: ArrayLike<number>, row: number): number => column[row] as number;
const rowsOf = ({ reel }: Shown): number[] => [...Array(reel.facts.length).keys()];

/** Where a message goes. */
function receiver({ plan, reel }: Shown, row: number): number {
  const way = at(reel.facts.b, row);
  const { from, to } = plan.links[way >> 1] as WorldLink;
  return way % 2 === 1 ? from : to;
}

const endOf = ({ choreography }: Shown, row: number): number =>
  choreography.shownAt(row) + at(choreography.hopTime, row);

/** The picture of a run in lines: `1.600 to 2.200 front → queue send` for a hop, `2.200 queue message.queued` for a fact. */
function linesOf(shown: Shown, wanted: readonly FactKind[], upload?: number): string[] {
  const { plan, reel, choreography } = shown;
  const name = (index: number): string => plan.nodes[index]?.id ?? '';
  const time = (t: number): string => toSeconds(t).toFixed(2);
  return [...choreography.order.subarray(0, choreography.ordered)].flatMap((row) => {
    const kind = kindOf(shown, row);
    if (!wanted.includes(kind) || (upload !== undefined && reel.facts.upload[row] !== upload)) return [];
    const where = name(at(reel.facts.component, row));
    const start = time(choreography.shownAt(row));
    if (kind !== 'message.sent') return [`${start} ${where} ${kind}`];
    if (!carriesNews(reel.facts, row)) return [];
    const operation = operations[at(reel.facts.c, row) & 255];
    const answer = at(reel.facts.b, row) % 2 === 1 ? 'answer to ' : '';
    return [`${start} to ${time(endOf(shown, row))} ${where} → ${name(receiver(shown, row))} ${answer}${operation}`];
  });
}

const process = (work: number) => ({ step: 'process', work: [lasting(work)] }) as const;
const crash: Intervention = { kind: 'fault', fault: 'crash', target: 'servers', atSeconds: 3 };

/** People whose uploads take no time at the front, which leaves a message; workers take it from there. */
function throughAQueue(times: number[], work: number, rest: { interventions?: Intervention[] } = {}) {
  const put = { to: 'bucket', operation: 'put', object: 'master' } as const;
  const nodes = [
    people({ times }),
    group('front', {
      slotsPerInstance: 9,
      steps: [{ step: 'upload', work: [], after: [put, { to: 'queue', operation: 'send' }] }],
    }),
    component('bucket', 'bucket', { latency: { kind: 'constant', value: 0 } }),
    component('queue', 'queue'),
    group('workers', {
      queue: 'queue',
      steps: [
        {
          step: 'process',
          before: [{ to: 'bucket', operation: 'get', object: 'master' }],
          work: [lasting(work)],
          after: [put, put, { to: 'table', operation: 'write' }],
        },
      ],
    }),
    component('table', 'table', { latency: { kind: 'constant', value: 0 } }),
  ];
  const links = ['people front', 'front bucket', 'front queue', 'workers queue', 'workers bucket', 'workers table'];
  return aScenario(nodes, links, { latencyMs: 10, durationSeconds: 30, ...rest });
}

const longestLagAt = (speed: number) => seconds(Math.min(PATH_LAG_WALL_SECONDS * speed, MOST_LAG_SECONDS));

describe('the story of an upload', () => {
  it('goes from hop to hop, and each component shows what happens when the hop has arrived', () => {
    const shown = show(throughAQueue([1], 5), 1);
    expect(
      linesOf(shown, [
        'upload.started',
        'message.sent',
        'job.began',
        'object.stored',
        'message.queued',
        'message.received',
        'upload.accepted',
        'step.began',
        'step.finished',
        'item.written',
        'message.deleted',
        'job.finished',
      ]),
    ).toEqual([
      '1.00 people upload.started',
      '1.00 to 1.60 people → front upload',
      '1.60 front job.began',
      '1.60 to 2.20 front → bucket put',
      '2.20 bucket object.stored',
      '2.21 to 2.62 front → queue send',
      '2.62 queue message.queued',
      '2.62 queue message.received',
      '2.62 to 2.83 queue → workers answer to receive',
      '2.63 to 2.84 front → people answer to upload',
      '2.63 front job.finished',
      '2.83 workers job.began',
      '2.84 people upload.accepted',
      '2.84 to 2.95 bucket → workers answer to get',
      '2.95 workers step.began',
      '6.07 workers step.finished',
      '6.07 to 6.67 workers → bucket put',
      '6.27 to 6.87 workers → bucket put',
      '6.67 bucket object.stored',
      '6.87 bucket object.stored',
      '6.88 to 7.48 workers → table write',
      '7.48 table item.written',
      '7.50 queue message.deleted',
      '7.51 workers job.finished',
    ]);
  });

  it('stretches no message that only asks or confirms', () => {
    const shown = show(throughAQueue([1], 5), 0.1);
    const hops = rowsOf(shown).filter((row) => kindOf(shown, row) === 'message.sent');
    const others = hops.filter((row) => !carriesNews(shown.reel.facts, row));
    expect(new Set(others.map((row) => at(shown.choreography.hopTime, row)))).toEqual(new Set([seconds(0.01)]));
  });

  it('never keeps the next job out of a slot: what is left to be shown of the last one gives way', () => {
    // One slot, three seconds of work, three uploads at once: the second comes while the first is still being stored.
    const shown = show(throughAQueue([1, 1, 1], 3), 2);
    const ofWorkers = (upload: number) =>
      linesOf(shown, ['job.began', 'job.finished'], upload).filter((line) => line.includes('workers'));
    const times = [0, 1, 2].flatMap((upload) => ofWorkers(upload).map((line) => line.split(' ')[0]));
    expect(times).toEqual(['4.63', '5.42', '5.42', '8.48', '8.48', '13.61']);
  });

  it('shows work for at least half of its time', () => {
    const shown = show(throughAQueue([1], 2), 10);
    const [began, finished] = linesOf(shown, ['step.began', 'step.finished']).map((line) => Number.parseFloat(line));
    expect((finished as number) - (began as number)).toBeCloseTo(1);
  });
});

describe('an instance', () => {
  const down = (interventions: Intervention[], speed = 1) =>
    show(
      aScenario([people({ times: [0.5, 2.9] }), group('servers', { steps: [process(2)] })], ['people servers'], {
        interventions,
        latencyMs: 10,
        durationSeconds: 20,
      }),
      speed,
    );
  const life = ['instance.crashed', 'instance.gone', 'job.began', 'job.finished', 'job.failed'] as const;

  it('crashes at once in the picture, even before the work that went down with it is shown', () => {
    expect(linesOf(down([crash]), life)).toEqual([
      '1.10 servers job.began',
      '2.51 servers job.finished',
      '3.00 servers instance.crashed',
      '3.50 servers job.began',
      '3.50 servers job.failed',
    ]);
  });

  it('goes only when the last of its work was shown', () => {
    const none: Intervention[] = (['minimum', 'desired'] as const).map((parameter) => ({
      kind: 'set',
      target: 'servers',
      parameter,
      value: 0,
      atSeconds: 2.6,
    }));
    const gone = (speed: number) =>
      linesOf(
        show(
          aScenario([people({ times: [0.5] }), group('servers', { steps: [process(0.1)] })], ['people servers'], {
            interventions: none,
            latencyMs: 10,
            durationSeconds: 20,
          }),
          speed,
        ),
        ['instance.draining', 'instance.gone', 'job.finished'],
      );
    expect(gone(1)).toEqual([
      '1.15 servers job.finished',
      '2.60 servers instance.draining',
      '2.60 servers instance.gone',
    ]);
    expect(gone(10)).toEqual([
      '3.55 servers job.finished',
      '3.55 servers instance.draining',
      '3.55 servers instance.gone',
    ]);
  });
});

describe('any run at any speed', () => {
  const anyRun = [scenarioArbitrary, fc.constantFrom(...SPEEDS)] as const;
  const check = (holds: (shown: Shown, speed: number) => void, numRuns = 60) =>
    fc.assert(
      fc.property(...anyRun, (scenario, speed) => holds(show(scenario, speed), speed)),
      { numRuns },
    );

  it('shows nothing before it happens, nor later than 2 s on the wall or 10 simulated seconds after it', () => {
    check((shown, speed) => {
      const { choreography, reel } = shown;
      const lags = rowsOf(shown).map((row) => choreography.shownAt(row) - at(reel.facts.at, row));
      const longest = longestLagAt(speed);
      expect(lags.filter((lag) => lag < 0 || lag > longest)).toEqual([]);
    });
  }, 60_000);

  it('shows everything once, in the order of the times at which it is shown, and of the trace where they are equal', () => {
    check((shown) => {
      const { choreography } = shown;
      const expected = rowsOf(shown).toSorted((a, b) => choreography.shownAt(a) - choreography.shownAt(b) || a - b);
      expect([...choreography.order.subarray(0, choreography.ordered)]).toEqual(expected);
    });
  }, 60_000);

  it('tells the story of an upload at a component in the order in which it happened', () => {
    check((shown) => {
      const { upload, component: where } = shown.reel.facts;
      const latest = new Map<string, number>();
      const breaches: number[] = [];
      for (const row of rowsOf(shown)) {
        if (at(upload, row) < 0 || isEnd(shown, row)) continue;
        const story = `${upload[row]} at ${where[row]}`;
        const time = shown.choreography.shownAt(row);
        if (time < (latest.get(story) ?? 0)) breaches.push(row);
        // Hops that go the same way in a row start before the confirmation of the one before is shown.
        if (kindOf(shown, row) !== 'message.sent') latest.set(story, time);
      }
      expect(breaches).toEqual([]);
    });
  }, 60_000);

  it('lets a hop arrive not before the message truly does, and no later than the longest lag allows', () => {
    check((shown, speed) => {
      const breaches: number[] = [];
      for (const row of rowsOf(shown)) {
        if (kindOf(shown, row) !== 'message.sent') continue;
        const arrives = at(shown.reel.facts.a, row);
        const lag = endOf(shown, row) - arrives;
        const latency = arrives - at(shown.reel.facts.at, row);
        const most = carriesNews(shown.reel.facts, row) ? seconds(HOP_WALL_SECONDS * speed) : 0;
        const isWell =
          lag >= 0 && lag <= longestLagAt(speed) && at(shown.choreography.hopTime, row) <= Math.max(latency, most);
        if (!isWell) breaches.push(row);
      }
      expect(breaches).toEqual([]);
    });
  }, 60_000);

  it('shows nothing of an upload at a component before the hop that brought it', () => {
    check((shown) => {
      const { upload, component: where, at: times } = shown.reel.facts;
      /** By story: what is still on its way, and when the last of what has truly arrived is shown to arrive. */
      const stories = new Map<string, { underWay: { arrives: number; end: number }[]; arrivedAt: number }>();
      const breaches: number[] = [];
      for (const row of rowsOf(shown)) {
        if (at(upload, row) < 0) continue;
        const isHop = kindOf(shown, row) === 'message.sent';
        const own = stories.get(`${upload[row]} at ${where[row]}`);
        if (own && !isHop && !isEnd(shown, row)) {
          const hasArrived = ({ arrives }: { arrives: number }): boolean => arrives <= at(times, row);
          own.arrivedAt = Math.max(own.arrivedAt, ...own.underWay.filter(hasArrived).map(({ end }) => end));
          own.underWay = own.underWay.filter((each) => !hasArrived(each));
          if (shown.choreography.shownAt(row) < own.arrivedAt) breaches.push(row);
        }
        if (!isHop) continue;
        const name = `${upload[row]} at ${receiver(shown, row)}`;
        const story = stories.get(name) ?? { underWay: [], arrivedAt: 0 };
        story.underWay.push({ arrives: at(shown.reel.facts.a, row), end: endOf(shown, row) });
        stories.set(name, story);
      }
      expect(breaches).toEqual([]);
    });
  }, 60_000);

  const overtaken = (shown: Shown): number[] => {
    const last = new Map<string, { start: number; end: number }>();
    return rowsOf(shown).filter((row) => {
      const { upload, b } = shown.reel.facts;
      if (kindOf(shown, row) !== 'message.sent' || at(upload, row) < 0) return false;
      if (!carriesNews(shown.reel.facts, row)) return false;
      const way = `${upload[row]} on ${b[row]}`;
      const before = last.get(way) ?? { start: 0, end: 0 };
      const now = { start: shown.choreography.shownAt(row), end: endOf(shown, row) };
      last.set(way, now);
      return now.start < before.start || now.end < before.end;
    });
  };

  it('lets no message of an upload overtake another on the same way', () => {
    check((shown) => {
      expect(overtaken(shown)).toEqual([]);
    });
  }, 60_000);

  it('lets none overtake where one upload is worked on twice at once', () => {
    // Once found by chance: what follows closely started later than what was told next at the same place.
    const parameters = {
      users: { arrivals: 'times', times: [0], videoMinutes: { kind: 'constant', value: 0 } },
      bucket: { latency: { kind: 'constant', value: 0 } },
      queue: { visibilityTimeoutSeconds: 0.05 },
      fleet: { slotsPerInstance: 2, evaluationPeriodSeconds: 0.5, bootSeconds: 0 },
    };
    expect(overtaken(show(newScenario('queued', { seed: 0, durationSeconds: 90, parameters }), 50))).toEqual([]);
  });

  it('shows up to any time the same, whether or not it is known what comes after', () => {
    fc.assert(
      fc.property(...anyRun, fc.nat(20), (scenario, speed, known) => {
        const { plan, chunks } = recordRun(scenario, 3);
        const few = chunks.slice(0, 1 + (known % chunks.length));
        const t = (few.at(-1) as (typeof few)[number]).to;
        const orders = [few, chunks].map((some) => {
          const choreography = new Choreography(reelOf(some), plan.nodes, plan.links, speed);
          choreography.extendTo(some.at(-1)?.to ?? 0);
          const shown = [...choreography.order.subarray(0, choreography.placeAt(t))];
          return shown.map((row) => [row, choreography.shownAt(row), choreography.hopTime[row]]);
        });
        expect(orders[0]).toEqual(orders[1]);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('comes to the same in one go and in small steps', () => {
    fc.assert(
      fc.property(...anyRun, fc.integer({ min: 1, max: 5_000_000 }), (scenario, speed, step) => {
        const { plan, chunks, end } = recordRun(scenario);
        const orders = [end, step].map((each) => {
          const choreography = new Choreography(reelOf(chunks), plan.nodes, plan.links, speed);
          for (let t = 0; t < end; t += Math.max(each, end / 1000)) choreography.extendTo(t);
          choreography.extendTo(end);
          return [...choreography.order.subarray(0, choreography.ordered)];
        });
        expect(orders[0]).toEqual(orders[1]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

/** The end of a job may give way to the next. */
function isEnd(shown: Shown, row: number): boolean {
  return ['job.finished', 'job.failed'].includes(kindOf(shown, row));
}

describe('the stages at the speed at which they play', () => {
  it.each(['monolith', 'queued'] as const)('leave nearly every hop of %s time to be seen', (stage) => {
    const shown = show(newScenario(stage), 5);
    const hops = rowsOf(shown).filter(
      (row) => shown.reel.facts.kind[row] === FACT['message.sent'] && carriesNews(shown.reel.facts, row),
    );
    const readable = hops.filter((row) => at(shown.choreography.hopTime, row) >= seconds(READABLE_WALL_SECONDS * 5));
    expect(readable.length / hops.length).toBeGreaterThan(0.9);
  });
});

describe('every architecture', () => {
  it.each(stageIds)('shows each fact of %s once, and none late: work that belongs to no upload, too', (stage) => {
    const shown = show(newScenario(stage), 5);
    const { reel, choreography } = shown;
    expect(choreography.ordered).toBe(reel.facts.length);
    const late = rowsOf(shown).filter((row) => {
      const lag = choreography.shownAt(row) - at(reel.facts.at, row);
      return lag < 0 || lag > choreography.longestLag;
    });
    expect(late).toEqual([]);
  });
});

describe('a speed', () => {
  it.each([0, -1, Number.NaN, 2001])('of %d is refused', (speed) => {
    const { plan, chunks } = recordRun(newScenario('monolith', { durationSeconds: 1 }));
    expect(() => new Choreography(reelOf(chunks), plan.nodes, plan.links, speed)).toThrow(
      `speed ${speed} is not above 0 and at most 2000`,
    );
  });
});
