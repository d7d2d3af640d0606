/** The two futures of a run that part at one fault: whether it is that fault alone, what differs most, and the sentence. */
import { describe, expect, it } from 'vitest';
import {
  differenceAt,
  differenceSentence,
  type FaultChange,
  faultChange,
  knownUntil,
} from '../../../src/panels/faults/with-without.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { createReport } from '../../../src/scenario/report.ts';
import type { Series } from '../../../src/scenario/samples.ts';
import type { FaultIntervention, Intervention, StageScenario } from '../../../src/scenario/scenario.ts';
import { runStateOf } from '../time/run-state-of.ts';

const crash: FaultIntervention = {
  kind: 'fault',
  fault: 'crash',
  target: 'step:process',
  atSeconds: 100,
  untilSeconds: 200,
};
const monolith = (...interventions: Intervention[]): StageScenario => newScenario('monolith', { interventions });

function seriesOf(scenario: StageScenario): Series {
  const { series } = runStateOf(scenario);
  if (series === null) throw new Error('nothing was sampled');
  return series;
}

describe('what tells two futures apart', () => {
  const upload = { kind: 'upload', atSeconds: 3 } as const;

  it('is a fault that came, went or became another', () => {
    expect(faultChange(monolith(upload), monolith(upload, crash))).toEqual({ kind: 'added', fault: crash });
    expect(faultChange(monolith(crash, upload), monolith(upload))).toEqual({ kind: 'removed', fault: crash });
    const longer = { ...crash, untilSeconds: 250 };
    expect(faultChange(monolith(crash), monolith(longer))).toEqual({ kind: 'changed', fault: longer, was: crash });
  });

  it('is nothing to speak of where anything else differs too', () => {
    expect(faultChange(monolith(), monolith(crash, upload))).toBeNull();
    expect(faultChange(monolith(upload), monolith(crash))).toBeNull();
    expect(faultChange(monolith(), monolith(upload))).toBeNull();
    expect(faultChange(monolith(), monolith())).toBeNull();
    expect(faultChange(monolith(), { ...monolith(crash), seed: 7 })).toBeNull();
    const other = { ...crash, fault: 'slow-down' } as const;
    expect(faultChange(monolith(crash), monolith(other))).toBeNull();
    expect(faultChange(monolith(), monolith(crash, { ...crash, atSeconds: 250, untilSeconds: 260 }))).toBeNull();
  });
});

describe('the difference', () => {
  const [without, withIt] = [seriesOf(monolith()), seriesOf(monolith(crash))];

  it('is what the reports of both runs say, at the end', () => {
    const [a, b] = [createReport(monolith()).uploads, createReport(monolith(crash)).uploads];
    const most = differenceAt(withIt, without, 300);
    expect(most).not.toBeNull();
    if (most === null) return;
    expect(['accepted', 'refused']).toContain(most.counted);
    expect(most.more).toBe(a[most.counted] - b[most.counted]);
    for (const counted of ['accepted', 'watchable', 'refused'] as const) {
      expect(Math.abs(most.more)).toBeGreaterThanOrEqual(Math.abs(a[counted] - b[counted]));
    }
  });

  it('is none before the futures part, and of a future with itself', () => {
    expect(differenceAt(withIt, without, 99)).toBeNull();
    expect(differenceAt(withIt, withIt, 300)).toBeNull();
    expect(differenceAt(withIt, without, 150)).not.toBeNull();
  });

  it('counts dead letters as lost', () => {
    const [dead, well] = [copyOf(without), copyOf(without)];
    dead.run.deadLettered.fill(40);
    expect(differenceAt(well, dead, 300)).toEqual({ counted: 'lost', more: 40 });
  });

  it('is told of what differs most', () => {
    const pale = copyOf(without);
    pale.run.accepted = without.run.accepted.map((n) => n - 2);
    pale.run.refused = without.run.refused.map((n) => n + 5);
    pale.run.watchable = without.run.watchable.map((n) => n - 3);
    expect(differenceAt(without, pale, 300)).toEqual({ counted: 'refused', more: 5 });
  });

  it('is known as far as the samples go', () => {
    expect(knownUntil(without)).toBe(300);
  });
});

function copyOf(series: Series): Series {
  return { ...series, run: { ...series.run, deadLettered: series.run.deadLettered.slice() } };
}

describe('the sentence', () => {
  const added: FaultChange = { kind: 'added', fault: crash };
  const removed: FaultChange = { kind: 'removed', fault: crash };
  const changed: FaultChange = { kind: 'changed', fault: crash };

  it('says what would have been without a fault that is there', () => {
    expect(differenceSentence('neutral', added, { counted: 'accepted', more: 431 }, 'end')).toBe(
      'Without the crash 431 more uploads would have been accepted by the end of the run.',
    );
    expect(differenceSentence('neutral', added, { counted: 'refused', more: -1 }, 'now')).toBe(
      'Without the crash 1 fewer upload would have been refused by this moment.',
    );
  });

  it('says what has been without one that was lifted out', () => {
    expect(differenceSentence('neutral', removed, { counted: 'accepted', more: -431 }, 'end')).toBe(
      'Without the crash 431 more uploads have been accepted by the end of the run.',
    );
    expect(differenceSentence('neutral', removed, { counted: 'watchable', more: 1 }, 'end')).toBe(
      'Without the crash 1 fewer upload has become watchable by the end of the run.',
    );
  });

  it('says what would have been had a fault stayed as it was', () => {
    expect(differenceSentence('neutral', changed, { counted: 'lost', more: 2 }, 'end')).toBe(
      'With the crash as it was before, 2 more uploads would have been lost by the end of the run.',
    );
  });

  it('says that nothing differs rather than nothing', () => {
    expect(differenceSentence('neutral', added, null, 'end')).toBe(
      'Without the crash as many uploads would have been accepted, watchable, refused and lost by the end of the run.',
    );
  });
});
