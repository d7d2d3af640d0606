/** One honest word for how a run is doing: each rule by itself. */
import { describe, expect, it } from 'vitest';
import { type StateWord, stateWordAt } from '../../src/compare/state-word.ts';
import type { TopologyNode } from '../../src/models/topology.ts';
import { planOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import {
  type ComponentColumns,
  componentColumns,
  type RunColumn,
  runColumns,
  type Series,
} from '../../src/scenario/samples.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { architectureIds, type StageId, stages } from '../../src/stages/catalogue.ts';
import { crashTarget } from '../panels/time/crash-target.ts';
import { runStateOf } from '../panels/time/run-state-of.ts';
import { nodeOf } from '../support/tell.ts';

type Numbers = Record<string, number>;

/** A run that stands still: these numbers, all the time, but for the refusals, which count up from `refusedFrom` on. */
function standing(
  stage: StageId,
  run: Partial<Record<RunColumn, number>>,
  components: Record<string, Numbers>,
  refusedAt: number | null = null,
) {
  const plan = planOf(newScenario(stage));
  const length = 101;
  const column = (value: number): Float64Array => new Float64Array(length).fill(value);
  const series: Series = {
    firstIndex: 0,
    length,
    everySeconds: 1,
    run: Object.fromEntries(runColumns.map((name) => [name, column(run[name] ?? 0)])) as Series['run'],
    components: plan.nodes.map(({ id, kind }) => {
      const columns = componentColumns[kind].map((name) => [name, column(components[id]?.[name] ?? 0)]);
      return { kind, ...Object.fromEntries(columns) } as ComponentColumns;
    }),
  };
  if (refusedAt !== null) series.run.refused.fill(1, refusedAt);
  return { plan, series };
}

const wordOf = ({ plan, series }: ReturnType<typeof standing>, t = 50, interventions: readonly Intervention[] = []) =>
  stateWordAt(plan, series, interventions, t);

const crash = (target: string, atSeconds: number, untilSeconds = 100): Intervention => ({
  kind: 'fault',
  fault: 'crash',
  target,
  atSeconds,
  untilSeconds,
});

describe('the monolith', () => {
  it('is down when it has crashed', () => {
    expect(wordOf(standing('monolith', { open: 0 }, { monolith: { crashed: 1 } }))).toBe('down');
  });

  it('is down, too, while it starts: nobody can upload', () => {
    expect(wordOf(standing('monolith', {}, { monolith: { starting: 1 } }))).toBe('down');
  });

  it('refuses for ten seconds after somebody was refused', () => {
    const run = standing('monolith', { open: 5 }, { monolith: { inService: 1, busySlots: 4 } }, 45);
    expect(wordOf(run, 44)).toBe('working');
    expect(wordOf(run, 45)).toBe('refusing');
    expect(wordOf(run, 54)).toBe('refusing');
    expect(wordOf(run, 55)).toBe('working');
  });

  it('catches up while more wait than are being worked on', () => {
    expect(wordOf(standing('monolith', { open: 9 }, { monolith: { inService: 1, busySlots: 4, backlog: 5 } }))).toBe(
      'catching-up',
    );
    expect(wordOf(standing('monolith', { open: 8 }, { monolith: { inService: 1, busySlots: 4, backlog: 4 } }))).toBe(
      'working',
    );
  });

  it('idles and is billed when nobody uploads', () => {
    expect(wordOf(standing('monolith', { open: 0 }, { monolith: { inService: 1 } }))).toBe('idle');
  });
});

describe('the queued architecture', () => {
  const upload = { inService: 2 };

  it('works on while processing is down, and nobody notices', () => {
    const run = standing('queued', { open: 30 }, { upload, fleet: { crashed: 3 }, queue: { visible: 30 } });
    expect(wordOf(run)).toBe('nobody-notices');
  });

  it('lets videos wait once the oldest message is older than a minute', () => {
    const aged = (oldestAgeSeconds: number) =>
      standing('queued', { open: 30 }, { upload, fleet: { crashed: 3 }, queue: { visible: 30, oldestAgeSeconds } });
    expect(wordOf(aged(60))).toBe('nobody-notices');
    expect(wordOf(aged(61))).toBe('videos-wait');
  });

  it('does not call it waiting while somebody works, however old the oldest message is', () => {
    const components = { upload, fleet: { inService: 3, busySlots: 3 }, queue: { visible: 9, oldestAgeSeconds: 90 } };
    expect(wordOf(standing('queued', { open: 12 }, components))).toBe('catching-up');
  });

  it('is down from the very moment of a crash of the upload tier, before a sample shows it', () => {
    const run = standing('queued', { open: 3 }, { upload, fleet: { crashed: 3 } });
    const crashes = [crash('step:process', 20), crash('step:upload', 50.1)];
    expect(wordOf(run, 50.05, crashes)).toBe('nobody-notices');
    expect(wordOf(run, 50.1, crashes)).toBe('down');
  });

  it('knows that processing is down where no instance was there to crash', () => {
    const run = standing('queued', { open: 0 }, { upload });
    expect(wordOf(run, 50, [crash('step:process', 50)])).toBe('nobody-notices');
    expect(wordOf(run, 50, [crash('fleet', 20, 50)])).toBe('idle');
  });

  it('is not said to go unnoticed while people are refused', () => {
    const run = standing('queued', { open: 30 }, { upload, fleet: { crashed: 3 } }, 45);
    expect(wordOf(run, 50)).toBe('refusing');
  });

  it('is down when its upload tier is', () => {
    expect(wordOf(standing('queued', { open: 3 }, { upload: { crashed: 2 }, fleet: { inService: 3 } }))).toBe('down');
  });

  it('starts while messages wait for the first instances', () => {
    expect(wordOf(standing('queued', { open: 2 }, { upload, fleet: { starting: 2 }, queue: { visible: 2 } }))).toBe(
      'starting',
    );
  });

  it('catches up while the queue is longer than what is being worked on', () => {
    const components = { upload, fleet: { inService: 3, busySlots: 3 }, queue: { visible: 12, inFlight: 3 } };
    expect(wordOf(standing('queued', { open: 15 }, components))).toBe('catching-up');
  });

  it('idles at night, because its upload tier stays', () => {
    expect(wordOf(standing('queued', { open: 0 }, { upload }))).toBe('idle');
  });
});

describe('the tiers', () => {
  const tiers = {
    upload: { inService: 1 },
    process: { inService: 1 },
    store: { inService: 1 },
    manage: { inService: 1 },
  };

  it('are down as soon as any of them is, before anybody was refused', () => {
    for (const tier of Object.keys(tiers)) {
      expect(wordOf(standing('tiers', { open: 3 }, { ...tiers, [tier]: { crashed: 1 } })), tier).toBe('down');
    }
  });

  it('have lost an instance, and are not down, while others do its work', () => {
    const pair = { inService: 1, crashed: 1 };
    expect(wordOf(standing('load-balanced', { open: 3 }, { ...tiers, process: pair }))).toBe('instance-lost');
    expect(wordOf(standing('load-balanced', { open: 3 }, { ...tiers, process: { crashed: 2 } }))).toBe('down');
  });
});

describe('an upload that was accepted', () => {
  const counting = (column: 'lost' | 'deadLettered') => {
    const run = standing('queued', { open: 3 }, { upload: { inService: 2 }, fleet: { inService: 3, busySlots: 3 } });
    run.series.run[column].fill(1, 45);
    return run;
  };

  it('is said to be lost, or put aside, for ten seconds', () => {
    expect([44, 45, 54, 55].map((t) => wordOf(counting('lost'), t))).toEqual([
      'working',
      'losing',
      'losing',
      'working',
    ]);
    expect(wordOf(counting('deadLettered'), 50)).toBe('dead-letters');
  });

  it('stays lost while what lost it lasts, and what was lost before is no word about it', () => {
    const down = standing('queued', { open: 3 }, { upload: { inService: 2 }, fleet: { crashed: 3 } });
    down.series.run.lost.fill(1, 45);
    const during = [crash('step:process', 40)];
    expect([44, 45, 54, 55, 99].map((t) => wordOf(down, t, during))).toEqual([
      'nobody-notices',
      'losing',
      'losing',
      'videos-lost',
      'videos-lost',
    ]);
    expect(wordOf(down, 80, [crash('step:process', 60)])).toBe('nobody-notices');
    const aside = standing('queued', { open: 3 }, { upload: { inService: 2 }, fleet: { crashed: 3 } });
    aside.series.run.deadLettered.fill(1, 45);
    expect(wordOf(aside, 60, during)).toBe('videos-lost');
  });

  it('that lies with the dead letters is not said to wait, however old it is', () => {
    const letters = { 'dead-letters': { visible: 4, oldestAgeSeconds: 90 } };
    expect(wordOf(standing('serverless', { open: 0 }, letters), 50, [crash('step:process', 40)])).toBe(
      'nobody-notices',
    );
  });

  it('that is lost because nobody processes for long is not said to wait in a real run', () => {
    const interventions = [crash('step:process', 100, 300)];
    for (const stage of ['event-driven', 'serverless'] as const) {
      const { scenario, series } = runStateOf(newScenario(stage, { interventions }));
      expect(stateWordAt(planOf(scenario), series as Series, interventions, 297), stage).toBe('videos-lost');
    }
  });

  it('that lies with the dead letters keeps nobody busy', () => {
    const run = standing('serverless', { open: 0 }, { 'dead-letters': { visible: 40 } });
    expect(wordOf(run)).toBe('asleep');
    const working = standing('serverless', { open: 1 }, { 'dead-letters': { visible: 40 }, store: { busy: 1 } });
    expect(wordOf(working)).toBe('working');
  });
});

describe('what fails or stands still', () => {
  const upload = { inService: 2 };
  const fleet = { inService: 3, busySlots: 3 };
  const paying = (working: number, wasted: number) => {
    const run = standing('queued', { accepted: 9, watchable: 3, open: 6 }, { upload, fleet });
    run.series.run.workingUsd.fill(working, 45);
    run.series.run.wastedUsd.fill(wasted, 45);
    return run;
  };

  it('fails while more is paid for work that failed than for work that did not, for twenty seconds', () => {
    expect([44, 45, 64, 65].map((t) => wordOf(paying(1, 2), t))).toEqual(['working', 'failing', 'failing', 'working']);
    expect(wordOf(paying(2, 1))).toBe('working');
    // What had been paid for work that fails in the end is taken off.
    expect(wordOf(paying(-1, 1))).toBe('failing');
  });

  it('stands still once nobody has processed what was accepted for thirty seconds, though instances are there', () => {
    const still = (processing: Numbers) =>
      standing('queued', { accepted: 9, watchable: 3, open: 6 }, { upload, fleet: processing, queue: { visible: 6 } });
    expect(wordOf(still({ inService: 3 }))).toBe('stands-still');
    expect(wordOf(still({ inService: 3, busySlots: 1 }))).not.toBe('stands-still');
    expect(wordOf(still({ starting: 1 }))).toBe('starting');
    expect(wordOf(still({ inService: 3 }), 29)).toBe('catching-up');
    const moving = still({ inService: 3 });
    moving.series.run.watchable.fill(4, 45);
    expect(wordOf(moving)).toBe('catching-up');
  });

  it('is out of reach, whatever it does, while nobody gets through', () => {
    const outage: Intervention = {
      kind: 'fault',
      fault: 'thundering-herd',
      target: 'kind:client',
      atSeconds: 40,
      untilSeconds: 60,
    };
    const run = standing('queued', { open: 0 }, { upload });
    expect([39, 40, 59, 60].map((t) => wordOf(run, t, [outage]))).toEqual([
      'idle',
      'unreachable',
      'unreachable',
      'idle',
    ]);
  });
});

/** What it is called when processing goes down, or, where nothing processes, the first function. */
const whenDown: Readonly<Partial<Record<StageId, StateWord>>> = {
  monolith: 'down',
  tiers: 'down',
  'tiers-on-one-server': 'down',
  'load-balanced': 'down',
  queued: 'nobody-notices',
  'queued-steps': 'nobody-notices',
  microservices: 'nobody-notices',
  'microservices-1': 'nobody-notices',
  'microservices-2': 'nobody-notices',
  'microservices-3': 'nobody-notices',
  'microservices-4': 'nobody-notices',
  'event-driven': 'nobody-notices',
  'event-driven-1': 'nobody-notices',
  'event-driven-2': 'nobody-notices',
  'event-driven-3': 'nobody-notices',
  'event-driven-4': 'nobody-notices',
  serverless: 'nobody-notices',
  'serverless-gateway': 'nobody-notices',
  'serverless-application': 'down',
  'file-processing': 'nobody-notices',
  'database-trigger': 'down',
  'serverless-cron': 'nobody-notices',
  'real-time-stream': 'nobody-notices',
};
const healthy: readonly StateWord[] = [
  'idle',
  'asleep',
  'working',
  'catching-up',
  'starting',
  'cold-start',
  'trying-again',
];

describe.each(architectureIds)('a real run of %s', (stage) => {
  const nodes: readonly TopologyNode[] = stages[stage].nodes;
  const hasInstances = nodes.some(({ kind }) => kind === 'instance-group');

  function wordsOf(interventions: readonly Intervention[]): StateWord[] {
    const { scenario, series } = runStateOf(newScenario(stage, { interventions }));
    const plan = planOf(scenario);
    return Array.from({ length: 300 }, (_, t) => stateWordAt(plan, series as Series, interventions, t));
  }

  it('is never called anything but healthy while nothing is broken, and rests at night', () => {
    const words = wordsOf([]);
    expect(words.filter((word) => !healthy.includes(word))).toEqual([]);
    expect(words[299]).toBe(hasInstances && stage !== 'queued-steps' ? 'idle' : 'asleep');
  });

  it('is called what people notice of a crash, from its moment on', () => {
    const words = wordsOf([crash(crashTarget(stage), 100, 170)]);
    expect(healthy).toContain(words[99]);
    expect(words[100]).toBe(whenDown[stage]);
    expect(healthy).not.toContain(words[169]);
    expect(healthy).toContain(words[190]);
  });
});

describe('an architecture without instances', () => {
  const nodes = [
    nodeOf('bucket', 'masters'),
    nodeOf('function', 'transcode', { steps: [{ step: 'process', work: [] }] }),
    nodeOf('client', 'users', { sends: 'uploads' }),
  ];
  const wordOfFunction = (numbers: Numbers, open: number, interventions: readonly Intervention[] = []) => {
    const column = (value: number): Float64Array => new Float64Array(101).fill(value);
    const series: Series = {
      firstIndex: 0,
      length: 101,
      everySeconds: 1,
      run: Object.fromEntries(runColumns.map((name) => [name, column(name === 'open' ? open : 0)])) as Series['run'],
      components: nodes.map(({ kind }) => {
        const columns = componentColumns[kind].map((name) => [
          name,
          column(kind === 'function' ? (numbers[name] ?? 0) : 0),
        ]);
        return { kind, ...Object.fromEntries(columns) } as ComponentColumns;
      }),
    };
    return stateWordAt({ nodes, links: [] }, series, interventions, 50);
  };

  it('has nothing that runs, and is not down, while no environment exists or a warm one waits', () => {
    expect(wordOfFunction({}, 0)).toBe('asleep');
    expect(wordOfFunction({ idle: 2 }, 0)).toBe('asleep');
  });

  it('works, or catches up when more waits than is worked on', () => {
    expect(wordOfFunction({ busy: 3 }, 3)).toBe('working');
    expect(wordOfFunction({ busy: 3, waiting: 9 }, 12)).toBe('catching-up');
  });

  it('starts cold while no environment is ready, and works as soon as one is', () => {
    expect(wordOfFunction({ starting: 2 }, 2)).toBe('cold-start');
    expect(wordOfFunction({ starting: 2, busy: 1 }, 3)).toBe('working');
  });

  it('waits for the next try when events wait and nothing runs', () => {
    expect(wordOfFunction({ waiting: 4 }, 4)).toBe('trying-again');
  });

  it('lets nobody notice when its function is down', () => {
    expect(wordOfFunction({ waiting: 4 }, 4, [crash('transcode', 40)])).toBe('nobody-notices');
  });
});
