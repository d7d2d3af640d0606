/** What lies in the archive, what comes out of it again, and what that does to those who listen. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../../src/engine/time.ts';
import {
  archiveAt,
  doingsOf,
  forgottenUntil,
  heardBy,
  heldWithin,
  type Keeping,
  keepingAt,
  overtook,
  replayOf,
  withEnd,
} from '../../../src/labs/bus-lab/archive/kept.ts';
import { keptOf, LONG_SECONDS, withKept } from '../../../src/labs/bus-lab/archive/settings.ts';
import { busOf } from '../../../src/labs/bus-lab/bus.ts';
import { BusCopies } from '../../../src/labs/bus-lab/bus-copies.ts';
import { BusPasses } from '../../../src/labs/bus-lab/bus-passes.ts';
import { envelopeOfPass } from '../../../src/labs/bus-lab/event-json.ts';
import type { JsonObject } from '../../../src/models/json.ts';
import type { BusArchive, BusReplay } from '../../../src/models/parameters.ts';
import { newScenario, type Overrides } from '../../../src/scenario/new-scenario.ts';
import { createReport } from '../../../src/scenario/report.ts';
import type { Intervention, StageScenario } from '../../../src/scenario/scenario.ts';
import { parseScenario } from '../../../src/scenario/schema.ts';
import { archiveRules, latecomerRule } from '../../../src/stages/bus-lab/archive.ts';
import { recordRun, reelOf } from '../../support/recorded-run.ts';

const END = seconds(newScenario('bus-archive').durationSeconds);

function read(overrides: Overrides) {
  const scenario: StageScenario = newScenario('bus-archive', overrides);
  const reel = reelOf(recordRun(scenario).chunks);
  const bus = busOf(scenario);
  const passes = new BusPasses(reel, bus.index, (number, at) => bus.rulesAt(at)[number]?.name ?? '');
  const copies = new BusCopies(reel, { ...bus, bus: bus.index, idOf: (index) => bus.nodes[index]?.id ?? '' });
  passes.update();
  copies.update();
  const report = createReport(scenario).components.find(({ id }) => id === 'lab-bus');
  if (report?.kind !== 'event-bus') throw new Error('no bus');
  return { bus, reel, passes: passes.all, copies: copies.all, report };
}

const withReplay = (replay: BusReplay, more: object = {}) => ({
  parameters: { 'lab-bus': { replays: [replay], ...more } },
});
const setArchive = (atSeconds: number, value: BusArchive): Intervention => ({
  kind: 'set',
  target: 'lab-bus',
  parameter: 'archive',
  value,
  atSeconds,
});
const toAll: BusReplay = { atSeconds: 155, fromSeconds: 30, toSeconds: 120 };

const countOf = (kept: readonly { keeping: Keeping }[], wanted: Keeping): number =>
  kept.filter(({ keeping }) => keeping === wanted).length;

describe('the archive', () => {
  it('has what came, but for what is still on its way there', () => {
    const { bus, passes, report } = read({});
    const kept = keepingAt(bus, passes, END);
    expect(kept).toHaveLength(report.published);
    expect(countOf(kept, 'forgotten') + countOf(kept, 'not-kept')).toBe(0);
    // On its way for ten seconds, as the bench is set.
    expect(kept.every(({ pass, keeping }) => (keeping === 'on-its-way') === pass.at >= END - seconds(10))).toBe(true);
    expect(countOf(kept, 'on-its-way')).toBeGreaterThan(0);
    expect(keepingAt(bus, passes, 0)).toEqual([]);
  });

  it('forgets what is older than its retention, as a replay of everything shows', () => {
    const everything = { atSeconds: 200, fromSeconds: 0, toSeconds: 200 };
    const { bus, passes } = read(withReplay(everything, { archive: { retentionSeconds: 60 } }));
    const kept = keepingAt(bus, passes, seconds(200)).filter(({ keeping }) => keeping === 'kept');
    const again = passes.filter(({ replay }) => replay >= 0).map(({ number }) => number);
    expect(again).toEqual(kept.map(({ pass }) => pass.number));
    expect(again.length).toBeGreaterThan(5);
    expect(again.length).toBeLessThan(30);
  });

  it('does not remember again what it was once told to forget', () => {
    const interventions = [setArchive(100, { retentionSeconds: 20 }), setArchive(120, { retentionSeconds: 0 })];
    const { bus, passes } = read({ interventions, ...withReplay({ atSeconds: 200, fromSeconds: 0, toSeconds: 150 }) });
    expect(forgottenUntil(bus, seconds(99))).toBeLessThan(0);
    expect(forgottenUntil(bus, seconds(110))).toBe(seconds(90));
    expect(forgottenUntil(bus, seconds(250))).toBe(seconds(100));
    const again = passes.filter(({ replay }) => replay >= 0).map(({ number }) => number);
    const kept = keepingAt(bus, passes, seconds(200)).filter(
      ({ pass, keeping }) => keeping === 'kept' && pass.at < seconds(150),
    );
    expect(again).toEqual(kept.map(({ pass }) => pass.number));
    expect(again.length).toBeGreaterThan(3);
  });

  it('keeps only what its pattern takes: long videos, or everything', () => {
    const { bus, reel, passes, report } = read({ parameters: { 'lab-bus': { archive: withKept('long', 0) } } });
    const kept = keepingAt(bus, passes, END);
    expect(countOf(kept, 'not-kept')).toBe(report.published - report.archived);
    expect(report.archived).toBeGreaterThan(10);
    expect(report.archived).toBeLessThan(report.published - 10);
    for (const { pass, keeping } of kept) {
      const { detail } = envelopeOfPass(pass, bus, reel);
      const isLong = Number((detail as JsonObject)['length-seconds']) >= LONG_SECONDS;
      expect(keeping !== 'not-kept').toBe(isLong);
    }
    expect([keptOf(withKept('long', 5)), keptOf(withKept('all', 5)), keptOf(null)]).toEqual(['long', 'all', 'all']);
    expect(archiveAt(bus.scenario, bus.index, 0)).toEqual(withKept('long', 0));
  });
});

describe('a replay', () => {
  it('is marked on the events that come again, in the event and on the copies', () => {
    const { bus, reel, passes, copies, report } = read(withReplay(toAll));
    const again = passes.filter(({ replay }) => replay === 0);
    expect(again).toHaveLength(report.replayed);
    expect(again.length).toBeGreaterThan(15);
    for (const pass of again) {
      const first = passes.find(({ number, replay }) => number === pass.number && replay < 0);
      expect(pass).toMatchObject({ upload: first?.upload, from: first?.from, rules: ['catalogue', 'bonus'] });
      const envelope = envelopeOfPass(pass, bus, reel);
      const { 'replay-name': name, ...rest } = envelope;
      expect(name).toBe('replay-0');
      expect(rest).toEqual(first && envelopeOfPass(first, bus, reel));
    }
    const replayed = copies.filter(({ replay }) => replay === 0);
    expect(replayed).toHaveLength(again.length * 2);
    expect(replayed.every(({ at }) => at >= seconds(toAll.atSeconds))).toBe(true);
    expect(copies.filter(({ at, replay }) => replay < 0 && at > seconds(200)).length).toBeGreaterThan(10);
  });

  it('does not keep the order, and does to those who listen what it does', () => {
    const { bus, reel, copies } = read(withReplay(toAll));
    const before = seconds(toAll.atSeconds);
    const [catalogue, bonus] = [heardBy(copies, 'catalogue', END), heardBy(copies, 'bonus', END)];
    expect(catalogue.again).toBe(bonus.again);
    expect(catalogue.overtook).toBeGreaterThan(catalogue.again / 4);
    expect(heardBy(copies, 'catalogue', before)).toMatchObject({ again: 0, overtook: 0 });
    const doings = (id: string, t: number) => doingsOf(reel, bus.indexOf(id), t);
    expect(doings('catalogue', END).recognised).toBe(catalogue.again);
    expect(doings('entries', END).writtenAgain).toBe(0);
    expect(doings('accounts', END).writtenAgain).toBe(bonus.again);
    expect(doings('accounts', before).writtenAgain).toBe(0);
    expect(doings('bonus', END).doneTwice).toBe(bonus.again);
  });

  it('to one rule reaches nobody else', () => {
    const rules = [...archiveRules, latecomerRule];
    const { copies } = read(withReplay({ ...toAll, rule: 'search' }, { rules }));
    expect(copies.filter(({ replay }) => replay >= 0).every(({ to }) => to === 'search')).toBe(true);
    expect(heardBy(copies, 'search', END).again).toBeGreaterThan(10);
  });

  it('that is asked for by the form is a valid one, and brings what was chosen', () => {
    for (const nowSeconds of [0.2, 33.333, 154.97, 299.5]) {
      const range = heldWithin({ fromSeconds: 0, toSeconds: Number.POSITIVE_INFINITY }, nowSeconds);
      const replay = replayOf(range, nowSeconds > 100 ? 'bonus' : null, nowSeconds);
      expect(replay.atSeconds).toBeGreaterThan(nowSeconds);
      const turn: Intervention = {
        kind: 'set',
        target: 'lab-bus',
        parameter: 'replays',
        value: [replay],
        atSeconds: nowSeconds,
      };
      const scenario = newScenario('bus-archive', { interventions: [turn] });
      expect(parseScenario(scenario)).toEqual({ ok: true, scenario });
    }
    const turn = (nowSeconds: number): Intervention => ({
      kind: 'set',
      target: 'lab-bus',
      parameter: 'replays',
      value: [replayOf({ fromSeconds: 20, toSeconds: 80 }, null, nowSeconds)],
      atSeconds: nowSeconds,
    });
    const { passes } = read({ interventions: [turn(123.456)] });
    const meant = passes.filter(({ at, replay }) => replay < 0 && at >= seconds(20) && at < seconds(80));
    expect(passes.filter(({ replay }) => replay >= 0).map(({ number }) => number)).toEqual(
      meant.map(({ number }) => number),
    );
  });
});

describe('the range', () => {
  const range = { fromSeconds: 20, toSeconds: 60 };

  it('is never turned round, and never reaches beyond what has been', () => {
    expect(withEnd(range, 'from', 30, 100)).toEqual({ fromSeconds: 30, toSeconds: 60 });
    expect(withEnd(range, 'from', 75, 100)).toEqual({ fromSeconds: 59, toSeconds: 60 });
    expect(withEnd(range, 'from', -5, 100)).toEqual({ fromSeconds: 0, toSeconds: 60 });
    expect(withEnd(range, 'to', 130, 100)).toEqual({ fromSeconds: 20, toSeconds: 100 });
    expect(withEnd(range, 'to', 3, 100)).toEqual({ fromSeconds: 20, toSeconds: 21 });
  });

  it('is held within what has been where one goes back in time', () => {
    expect(heldWithin(range, 40)).toEqual({ fromSeconds: 20, toSeconds: 40 });
    expect(heldWithin(range, 10)).toEqual({ fromSeconds: 9, toSeconds: 10 });
    expect(heldWithin(range, 0)).toEqual({ fromSeconds: 0, toSeconds: 0 });
    expect(heldWithin(range, 200)).toEqual(range);
  });
});

it.each([
  [[], 0],
  [[1, 2, 3], 0],
  [[2, 1, 3], 1],
  [[3, 2, 1], 2],
  [[5, 1, 2, 3], 1],
])('of copies that arrived as %j, %i came before an older one', (arrived, n) => {
  expect(overtook(arrived)).toBe(n);
});
