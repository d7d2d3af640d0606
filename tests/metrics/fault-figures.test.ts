/** Who suffers from a fault, who notices, and how long it takes: by hand-made facts, and in whole runs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { FaultFigures } from '../../src/metrics/fault-figures.ts';
import type { FaultReport } from '../../src/metrics/fault-report.ts';
import { FAULT, type Fault, OPERATION } from '../../src/models/facts.ts';
import { REASON } from '../../src/models/reasons.ts';
import { createSimulation, planOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { createReport, faultsOf } from '../../src/scenario/report.ts';
import type { FaultIntervention } from '../../src/scenario/scenario.ts';
import type { StageId } from '../../src/stages/catalogue.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';
import { nodeOf, type Told, tell } from '../support/tell.ts';

/** people → web → work */
const nodes = [nodeOf('client', 'people'), nodeOf('instance-group', 'web'), nodeOf('instance-group', 'work')];
const links = [
  { from: 0, to: 1, latency: 0 },
  { from: 1, to: 2, latency: 0 },
];
const [PEOPLE, WEB, WORK] = [0, 1, 2];

/** What came, by 300 s, of a crash of `work` from 100 to 130 s, amid these facts. */
function crash(...facts: readonly Told[]): FaultReport {
  return outcomeOf({ facts });
}

interface Given {
  facts: readonly Told[];
  fault?: Fault;
  /** Null: it lasts. */
  ends?: number | null;
  struck?: number;
  at?: number;
}

function outcomeOf({ facts, fault = 'crash', ends = 130, struck = WORK, at = 300 }: Given): FaultReport {
  const figures = new FaultFigures(nodes, links);
  const c = FAULT[fault];
  const all: Told[] = [...facts, [100, 'fault.began', { component: struck, subject: 0, c }]];
  if (ends !== null) all.push([ends, 'fault.ended', { component: struck, subject: 0, c }]);
  // The fault comes before what else happens at its moment.
  const isFault = ([, kind]: Told): number => (kind.startsWith('fault.') ? 0 : 1);
  tell(figures, ...all.toSorted((x, y) => x[0] - y[0] || isFault(x) - isFault(y)));
  const asked = { intervention: 0, fault, began: seconds(100), ends: ends === null ? null : seconds(ends) };
  return figures.report({ ...asked, components: [struck], links: [] }, seconds(at), new Set());
}

/** The work on something fails at `web` at each of these seconds. */
const failing = (...at: readonly number[]): Told[] =>
  at.map((second) => [second, 'job.failed', { component: WEB, upload: 0, c: REASON['dependency-failed'] }]);

const refused = (...at: readonly number[]): Told[] =>
  at.map((second, upload) => [second, 'upload.refused', { component: PEOPLE, upload, c: REASON['dependency-failed'] }]);

describe('what is given up only later', () => {
  const tried = (at: number, upload: number, subject = 0): Told => [
    at,
    'invocation.retried',
    { component: WEB, upload, subject, c: REASON['dependency-failed'] },
  ];
  const putAside = (at: number, upload: number): Told => [
    at,
    'upload.dead-lettered',
    { component: WEB, upload, c: REASON['retries-exhausted'] },
  ];
  const through: Told[] = [
    [200, 'upload.started', { component: PEOPLE, upload: 9 }],
    [201, 'upload.accepted', { component: PEOPLE, upload: 9 }],
    [205, 'upload.watchable', { component: WORK, upload: 9 }],
  ];

  it('is its doing if it had failed before the fault was got over', () => {
    const report = crash(
      [90, 'upload.started', { component: PEOPLE, upload: 7 }],
      tried(110, 7),
      putAside(190, 7),
      ...through,
    );
    expect(report).toMatchObject({ lost: 1, recoveredSeconds: 90, caughtUpSeconds: 90 });
  });

  it('is not if it had not failed by then, or fails because of another fault', () => {
    expect(crash(tried(180, 7), putAside(190, 7), ...through)).toMatchObject({ lost: 0, recoveredSeconds: 0 });
    const another: Told[] = [[185, 'fault.began', { component: WEB, subject: 1, c: FAULT.crash }]];
    expect(crash(tried(110, 7), ...another, tried(186, 7), putAside(190, 7), ...through)).toMatchObject({ lost: 0 });
  });

  it('is told of uploads that are still tried again at the end', () => {
    const accepted: Told = [95, 'upload.accepted', { component: PEOPLE, upload: 7 }];
    expect(crash(accepted, tried(110, 7)).unfinished).toBe(1);
    expect(crash(accepted, tried(110, 7), putAside(190, 7)).unfinished).toBe(0);
    expect(crash(accepted).unfinished).toBe(0);
  });

  it('is counted where it is no upload too, and is no upload', () => {
    const dropped = (at: number, upload: number, subject: number): Told => [
      at,
      'invocation.dropped',
      { component: WEB, upload, subject, c: REASON['retries-exhausted'] },
    ];
    expect(crash(dropped(110, -1, 3))).toMatchObject({ givenUp: 1, lost: 0, recoveredSeconds: 0 });
    expect(crash(tried(110, -1, 3), dropped(190, -1, 3)).givenUp).toBe(1);
    expect(crash(tried(110, -1, 3), dropped(190, -1, 4)).givenUp).toBe(0);
    expect(crash(dropped(110, 3, 3)).givenUp).toBe(0);
  });
});

describe('a fault', () => {
  it('that changes nothing harms nobody and is noticed by nobody', () => {
    expect(crash()).toEqual({
      intervention: 0,
      fault: 'crash',
      beganSeconds: 100,
      endedSeconds: 30,
      struck: ['work'],
      suffering: [],
      detectedSeconds: null,
      detectedBy: null,
      recoveredSeconds: 0,
      caughtUpSeconds: 30,
      refused: 0,
      lost: 0,
      unfinished: 0,
      givenUp: 0,
    });
  });

  it('that has not begun says nothing yet', () => {
    const asked = { intervention: 3, fault: 'crash', began: seconds(400), ends: null, components: [WORK], links: [] };
    const report = new FaultFigures(nodes, links).report({ ...asked, fault: 'crash' }, seconds(300), new Set());
    expect(report).toMatchObject({ intervention: 3, struck: ['work'], endedSeconds: null, recoveredSeconds: null });
    expect(report).toMatchObject({ detectedSeconds: null, caughtUpSeconds: null, suffering: [] });
  });
});

describe('a part suffers', () => {
  it('if something fails there from the beginning of a fault until it is got over', () => {
    expect(crash(...failing(101)).suffering).toEqual(['web']);
    expect(crash(...failing(99)).suffering).toEqual([]);
    expect(crash(...failing(150)).suffering).toEqual(['web']);
    expect(crash(...failing(150.1)).suffering).toEqual([]);
  });

  it('longer where uploads still end badly when the fault has ended', () => {
    expect(crash(...refused(140), ...failing(155)).suffering).toEqual(['web']);
  });

  it('only if it fails more than twice as often as in the minute before', () => {
    // 6 in the 60 s before, so more than 12 a minute: within the 50 s until it is got over, more than 10.
    const before = failing(45, 55, 65, 75, 85, 95);
    const since = [101, 106, 111, 116, 121, 126, 131, 136, 141, 146];
    expect(crash(...before, ...failing(...since)).suffering).toEqual([]);
    expect(crash(...before, ...failing(...since, 149)).suffering).toEqual(['web']);
  });

  it('not if it was struck itself, and not if it is people, whose errors are counted as refused', () => {
    const report = crash(
      [101, 'job.failed', { component: WORK, c: REASON['connection-reset'] }],
      [101, 'request.given-up', { component: PEOPLE, c: REASON['dependency-failed'] }],
    );
    expect(report.suffering).toEqual([]);
  });

  it('from one fault, and not from another while that strikes it itself', () => {
    const own = FAULT['error-share'];
    const errors = (from: number, until: number): Told[] => [
      [from, 'fault.began', { component: WEB, subject: 1, c: own }],
      [until, 'fault.ended', { component: WEB, subject: 1, c: own }],
    ];
    expect(crash(...errors(95, 120), ...failing(110)).suffering).toEqual([]);
    expect(crash(...errors(95, 120), ...failing(110)).detectedBy).toBeNull();
    expect(crash(...errors(95, 120), ...failing(121)).suffering).toEqual(['web']);
  });

  it('not if requests merely wait there', () => {
    expect(crash([101, 'request.waiting', { component: WEB, b: 50 }]).suffering).toEqual([]);
  });

  it('if a call of it is answered with a failure, unless it only asked after somebody’s health', () => {
    const answer = (operation: number): Told => [
      101,
      'message.sent',
      { component: WORK, a: seconds(103), b: 3, c: operation + 256 * REASON['connection-refused'] },
    ];
    const report = crash(answer(OPERATION.put));
    expect(report.suffering).toEqual(['web']);
    expect(report).toMatchObject({ detectedSeconds: 3, detectedBy: { component: 'web', fact: 'message.sent' } });
    expect(crash(answer(OPERATION.check)).suffering).toEqual([]);
  });

  it('on this side of a link that is cut only: nothing has reached the other', () => {
    const c = OPERATION.put + 256 * REASON['link-cut'];
    const facts: Told[] = [[101, 'message.sent', { component: WORK, a: seconds(101), b: 3, c }]];
    expect(outcomeOf({ facts, struck: PEOPLE, fault: 'traffic-surge' }).suffering).toEqual(['web']);
  });
});

describe('a fault is noticed', () => {
  it('by the first to whom something happens elsewhere', () => {
    const report = crash(...failing(104), [103, 'circuit.opened', { component: PEOPLE, a: 5 }], ...refused(105));
    expect(report).toMatchObject({ detectedSeconds: 3, detectedBy: { component: 'people', fact: 'circuit.opened' } });
  });

  it('by what watches over the struck part, but not by its own failing', () => {
    const failed: Told = [100, 'job.failed', { component: WORK, c: REASON['connection-reset'] }];
    expect(crash(failed).detectedBy).toBeNull();
    expect(crash(failed, [109, 'instance.launched', { component: WORK, subject: 4, c: 2 }])).toMatchObject({
      detectedSeconds: 9,
      detectedBy: { component: 'work', fact: 'instance.launched' },
    });
    expect(crash(failed, [109, 'instance.launched', { component: WORK, subject: 4, c: 0 }]).detectedBy).toBeNull();
  });

  it('by a policy that scales, not by hands that do', () => {
    expect(crash([110, 'desired.changed', { component: WORK, a: 4, b: 2, c: 130 }]).detectedSeconds).toBe(10);
    expect(crash([110, 'desired.changed', { component: WORK, a: 4, b: 2, c: -1 }]).detectedSeconds).toBeNull();
  });

  it('not by what goes on all the time', () => {
    expect(crash(...failing(60, 110, 111)).detectedSeconds).toBeNull();
    expect(crash(...failing(30, 110, 111)).detectedSeconds).toBe(10);
  });

  it('by people who see an error, even if it strikes them', () => {
    const report = outcomeOf({ facts: refused(107), fault: 'traffic-surge', struck: PEOPLE });
    expect(report).toMatchObject({ detectedSeconds: 7, detectedBy: { component: 'people', fact: 'upload.refused' } });
  });
});

describe('recovery', () => {
  it('has come when the last upload was refused before a calm of 20 s', () => {
    expect(crash(...refused(101, 128, 140))).toMatchObject({ recoveredSeconds: 40, refused: 3, lost: 0 });
    expect(crash(...refused(101, 128, 151))).toMatchObject({ recoveredSeconds: 28, refused: 2 });
  });

  it('counts what was lost, and what lies in dead letters', () => {
    const report = crash(
      [105, 'upload.lost', { component: WORK, upload: 1, c: REASON['crashed-after-accepting'] }],
      [106, 'upload.dead-lettered', { component: WORK, upload: 2, c: REASON['too-many-receives'] }],
    );
    expect(report).toMatchObject({ recoveredSeconds: 6, refused: 0, lost: 2 });
  });

  it('is not known while uploads are refused to the end', () => {
    expect(outcomeOf({ facts: refused(101, 281), ends: null })).toMatchObject({
      recoveredSeconds: null,
      endedSeconds: null,
    });
    expect(outcomeOf({ facts: refused(101, 279), ends: null }).recoveredSeconds).toBe(179);
  });

  it('does not wait for those who are refused anyway', () => {
    // 6 a minute before, so twice as many, 4 in 20 s, are none too many.
    const always = Array.from({ length: 30 }, (_, i) => i * 10 + 5);
    expect(crash(...refused(...always)).recoveredSeconds).toBe(0);
    // At 103 there are 3 more among the last 20 s, with 95, 115 … 5 since it began at 115.
    const report = crash(...refused(...always.filter((at) => at < 102), 101, 102, 103, 105, 115, 125, 135));
    expect(report).toMatchObject({ recoveredSeconds: 15, refused: 5 });
  });
});

describe('recovery needs somebody who got through', () => {
  const started = (upload: number, at: number): Told => [at, 'upload.started', { component: PEOPLE, upload, a: 60 }];
  const refusal = (upload: number, at: number): Told => [
    at,
    'upload.refused',
    { component: PEOPLE, upload, c: REASON['connection-refused'] },
  ];
  const accepted = (upload: number, at: number): Told => [at, 'upload.accepted', { component: PEOPLE, upload }];
  const watchable = (upload: number, at: number): Told => [at, 'upload.watchable', { component: WORK, upload }];

  it('and has not come because nobody comes any more', () => {
    const facts = [started(0, 90), started(1, 105), refusal(1, 106), watchable(0, 110)];
    expect(outcomeOf({ facts, ends: null }).recoveredSeconds).toBeNull();
    expect(outcomeOf({ facts, ends: 130 }).recoveredSeconds).toBeNull();
    expect(crash(...facts, started(2, 140), watchable(2, 150)).recoveredSeconds).toBe(6);
  });

  it('and not if all that came since is stuck, though nobody was refused', () => {
    const facts = [started(0, 90), accepted(0, 91), started(1, 105), accepted(1, 106), watchable(0, 107)];
    expect(outcomeOf({ facts, ends: null }).recoveredSeconds).toBeNull();
    expect(outcomeOf({ facts: [...facts, watchable(1, 120)], ends: null }).recoveredSeconds).toBe(0);
  });

  it('and not if, while it lasts, for a minute nothing that was accepted became watchable', () => {
    const through = [started(1, 105), accepted(1, 106), watchable(1, 120)];
    const stuck = (at: number): Told[] => [started(2, at), accepted(2, at)];
    expect(outcomeOf({ facts: [...through, ...stuck(239)], ends: null }).recoveredSeconds).toBeNull();
    expect(outcomeOf({ facts: [...through, ...stuck(241)], ends: null }).recoveredSeconds).toBe(0);
  });

  it('unless no upload came at all while it lasted', () => {
    expect(outcomeOf({ facts: [started(0, 50), watchable(0, 60)], ends: null }).recoveredSeconds).toBe(0);
    expect(crash(started(0, 140)).recoveredSeconds).toBe(0);
  });
});

describe('where uploads are refused already, a fault is blamed', () => {
  const always = refused(...Array.from({ length: 30 }, (_, i) => i * 10 + 5));
  const unheardOf: Told[] = [120, 170].map((at, i) => [
    at,
    'upload.refused',
    { component: PEOPLE, upload: 100 + i, c: REASON['connection-refused'] },
  ]);

  it('for each that is refused for a reason that there was not before', () => {
    expect(outcomeOf({ facts: always, ends: 180 })).toMatchObject({ recoveredSeconds: 0, detectedSeconds: null });
    const report = outcomeOf({ facts: [...always, ...unheardOf], ends: 180 });
    expect(report).toMatchObject({ recoveredSeconds: 70, detectedSeconds: 20 });
    expect(report.detectedBy).toEqual({ component: 'people', fact: 'upload.refused' });
  });

  it('in a monolith that turns people away for want of room', () => {
    const base = newScenario('monolith', { seed: 7, durationSeconds: 300 });
    const crashed: FaultIntervention = {
      kind: 'fault',
      fault: 'crash',
      target: 'step:process',
      atSeconds: 90,
      untilSeconds: 110,
    };
    const scenario = {
      ...base,
      parameters: { monolith: { slotsPerInstance: 1, backlogLimit: 2 } },
      interventions: [crashed],
    };
    const { faults, uploads } = createReport(scenario);
    const without = createReport({ ...scenario, interventions: [] });
    expect(without.uploads.refused).toBeGreaterThan(5);
    expect(uploads.refusedByReason['connection-refused']).toBeGreaterThan(3);
    expect(faults[0]?.detectedSeconds).toBeLessThan(30);
    // People are turned away until the machine has started again, and for want of room as before.
    expect(faults[0]?.recoveredSeconds).toBeGreaterThan(15);
    expect(faults[0]?.refused).toBeGreaterThanOrEqual(uploads.refusedByReason['connection-refused'] ?? 0);
  });
});

describe('a fault that lasts to the end', () => {
  it.each(['monolith', 'tiers', 'queued', 'microservices'] as const)(
    'is not got over in %s, where processing stays down',
    (stage) => {
      const crashed: FaultIntervention = { kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 150 };
      const { faults } = createReport(newScenario(stage, { seed: 7, durationSeconds: 300, interventions: [crashed] }));
      for (const fault of faults) expect(fault).toMatchObject({ recoveredSeconds: null, caughtUpSeconds: null });
    },
  );
});

describe('the work is caught up with', () => {
  const accepted = (upload: number, at: number): Told => [at, 'upload.accepted', { component: PEOPLE, upload }];
  const watchable = (upload: number, at: number): Told => [at, 'upload.watchable', { component: WORK, upload }];

  it('when no more uploads are accepted and unfinished than at most in the minute before', () => {
    // Two at once before; four at the end of the fault; the second of these is done at 145.
    const before = [accepted(0, 80), accepted(1, 81), watchable(0, 85), watchable(1, 86)];
    const since = [accepted(2, 101), accepted(3, 102), accepted(4, 103), accepted(5, 104)];
    const later = [watchable(2, 140), watchable(3, 145), watchable(4, 160)];
    expect(crash(...before, ...since, ...later).caughtUpSeconds).toBe(45);
    expect(crash(...before, ...since, watchable(2, 140)).caughtUpSeconds).toBeNull();
  });

  it('at once if there never were more, but not while the fault lasts', () => {
    expect(crash().caughtUpSeconds).toBe(30);
    expect(outcomeOf({ facts: [], ends: null }).caughtUpSeconds).toBeNull();
  });

  it('remembers for a minute how many there were', () => {
    const many = [accepted(0, 10), accepted(1, 11), accepted(2, 12)];
    const one = [watchable(0, 13), watchable(1, 13)];
    // The three of 12 s are forgotten at 100 s: only the one that has lain there since counts.
    expect(crash(...many, ...one, accepted(3, 101), watchable(3, 150)).caughtUpSeconds).toBe(50);
    const latest = [accepted(4, 70), accepted(5, 71), watchable(4, 72), watchable(5, 73)];
    expect(crash(...many, ...one, ...latest, accepted(3, 101), watchable(3, 150)).caughtUpSeconds).toBe(30);
  });

  it('counts dead letters that are opened again', () => {
    const dead: Told = [25, 'upload.dead-lettered', { component: WORK, upload: 0, c: REASON['too-many-receives'] }];
    const again: Told = [120, 'upload.reopened', { component: WORK, upload: 0 }];
    expect(crash(accepted(0, 20), dead, again, watchable(0, 137)).caughtUpSeconds).toBe(37);
  });
});

describe('in the stages, a crash of processing', () => {
  const intervention: FaultIntervention = {
    kind: 'fault',
    fault: 'crash',
    target: 'step:process',
    atSeconds: 60,
    untilSeconds: 90,
  };
  const run = (stage: StageId, ...interventions: FaultIntervention[]) =>
    createReport(newScenario(stage, { seed: 7, durationSeconds: 300, interventions }));

  it('makes upload suffer and people see errors where tiers wait for one another', () => {
    const { faults, uploads, losses } = run('tiers', intervention);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ struck: ['process'], suffering: ['upload'], endedSeconds: 30, lost: 0 });
    expect(faults[0]).toMatchObject({ detectedBy: { component: 'upload', fact: 'job.failed' } });
    // Nothing waits any more, but nobody has caught up as long as people are refused.
    expect(faults[0]?.caughtUpSeconds).toBe(faults[0]?.recoveredSeconds);
    expect(faults[0]?.refused).toBe(uploads.refused);
    expect(uploads.refused).toBeGreaterThan(5);
    expect(faults[0]?.recoveredSeconds).toBeGreaterThan(25);
    expect(losses).toEqual([
      { component: 'users', outcome: 'refused', reason: 'dependency-failed', uploads: uploads.refused },
    ]);
  });

  it('harms nobody behind a queue, and is caught up with later', () => {
    const { faults, losses } = run('queued', intervention);
    expect(faults[0]).toMatchObject({ struck: ['fleet'], suffering: [], recoveredSeconds: 0, refused: 0, lost: 0 });
    expect(faults[0]?.caughtUpSeconds).toBeGreaterThan(35);
    expect(losses).toEqual([]);
  });

  it('reaches the load balancers and who waits behind them', () => {
    const { faults } = run('load-balanced', intervention);
    expect(faults[0]?.suffering).toEqual(['lb-upload', 'upload', 'lb-process']);
  });

  it('is told apart from another of the same kind', () => {
    const { faults } = run('tiers', { ...intervention, atSeconds: 200, untilSeconds: 210 }, intervention);
    expect(faults.map(({ intervention: number, beganSeconds }) => [number, beganSeconds])).toEqual([
      [0, 200],
      [1, 60],
    ]);
    expect(faults[1]?.refused).toBeGreaterThan(faults[0]?.refused as number);
  });

  it('on the way to processing strikes no component', () => {
    const { faults } = run('tiers', { ...intervention, fault: 'cut-link', target: 'into:process' });
    expect(faults[0]).toMatchObject({ struck: [], suffering: ['upload'] });
  });
});

it('the figures of faults go separate ways after a copy, and the same way if told the same', () => {
  fc.assert(
    fc.property(scenarioArbitrary, fc.double({ min: 0, max: 1, noNaN: true }), (scenario, part) => {
      const plan = planOf(scenario);
      const end = seconds(scenario.durationSeconds);
      const whole = new FaultFigures(plan.nodes, plan.links);
      const reports = (figures: FaultFigures): FaultReport[] => {
        const taken = new Set<unknown>();
        return faultsOf(scenario).map((asked) => figures.report(asked, end, taken));
      };
      const world = createSimulation(scenario, whole);
      world.runUntil(Math.round(end * part));
      const branch = whole.copy();
      const before = reports(whole);
      const later = world.copy();
      later.observe(branch);
      later.runUntil(end);
      expect(reports(whole)).toEqual(before);
      world.runUntil(end);
      expect(reports(branch)).toEqual(reports(whole));
    }),
    { numRuns: 30 },
  );
});
