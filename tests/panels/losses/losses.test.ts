/** What went wrong up to a moment: how many, why, and where it began. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../../src/engine/time.ts';
import { type TraceColumns, TraceRecorder, traceColumns } from '../../../src/engine/trace.ts';
import { FACT, type FactKind } from '../../../src/models/facts.ts';
import { REASON, type Reason } from '../../../src/models/reasons.ts';
import { LossBook } from '../../../src/panels/losses/losses.ts';
import { createSimulation, nodesOf } from '../../../src/scenario/create-simulation.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { createReport } from '../../../src/scenario/report.ts';
import type { FaultIntervention, StageScenario } from '../../../src/scenario/scenario.ts';
import type { StageId } from '../../../src/stages/catalogue.ts';

const END = seconds(300);

function broken(stage: StageId, fault: FaultIntervention['fault'], target: string): StageScenario {
  return newScenario(stage, { interventions: [{ kind: 'fault', fault, target, atSeconds: 100, untilSeconds: 200 }] });
}

function reelOf(scenario: StageScenario) {
  const recorder = new TraceRecorder();
  createSimulation(scenario, recorder).runUntil(END);
  return { facts: recorder.columns, generation: 0 };
}

/** Each loss as a line: how uploads ended, why, and where that began. */
function linesAt(scenario: StageScenario, t = END): string[] {
  const nodes = nodesOf(scenario);
  const book = new LossBook(reelOf(scenario));
  return book
    .at(t)
    .map(({ outcome, reason, origin }) => `${outcome}, ${reason}, ${nodes[origin.component]?.id}: ${origin.reason}`);
}

describe('what went wrong', () => {
  it('is told where it began, and not where it was heard of', () => {
    expect(linesAt(broken('tiers', 'crash', 'step:process'))).toContain(
      'refused, dependency-failed, process: connection-refused',
    );
    expect(linesAt(broken('load-balanced', 'crash', 'step:store'))).toContain(
      'refused, dependency-failed, lb-store: no-target',
    );
  });

  it('is told at the far end of a link that is cut', () => {
    expect(linesAt(broken('tiers', 'cut-link', 'link:process>store'))).toContain(
      'refused, dependency-failed, store: link-cut',
    );
    expect(linesAt(broken('tiers', 'cut-link', 'into:upload'))).toEqual(['refused, link-cut, upload: link-cut']);
  });

  it('says of what was tried in vain what it failed on', () => {
    expect(linesAt(broken('event-driven', 'crash', 'step:store'))).toEqual([
      'lost, retries-exhausted, store: connection-reset',
    ]);
  });

  it('is nothing before the fault, more and more while it lasts, and the same again after going back', () => {
    const book = new LossBook(reelOf(broken('tiers', 'crash', 'step:process')));
    const sum = (t: number) => book.at(seconds(t)).reduce((all, { uploads }) => all + uploads, 0);
    const [before, soon, late, back, again] = [sum(99), sum(130), sum(250), sum(99), sum(130)];
    expect([before, back]).toEqual([0, 0]);
    expect(soon).toBeGreaterThan(0);
    expect(late).toBeGreaterThan(soon);
    expect(again).toBe(soon);
  });

  it.each([
    ['tiers', 'crash', 'step:process'],
    ['queued', 'crash', 'step:upload'],
    ['event-driven', 'crash', 'step:store'],
    ['serverless', 'crash', 'step:process'],
  ] as const)(
    'is as many of each kind and reason as the report of the run counts: %s, %s of %s',
    (stage, fault, target) => {
      const scenario = broken(stage, fault, target);
      const counts: Record<string, number> = {};
      for (const { outcome, reason, uploads } of new LossBook(reelOf(scenario)).at(END)) {
        counts[`${outcome} ${reason}`] = (counts[`${outcome} ${reason}`] ?? 0) + uploads;
      }
      const { uploads } = createReport(scenario);
      const reported = Object.fromEntries(
        [
          ['refused', uploads.refusedByReason] as const,
          ['lost', uploads.lostByReason] as const,
          ['dead-lettered', uploads.deadLetteredByReason] as const,
        ].flatMap(([outcome, by]) => Object.entries(by).map(([reason, n]) => [`${outcome} ${reason}`, n])),
      );
      expect(Object.keys(counts).length).toBeGreaterThan(0);
      expect(counts).toEqual(reported);
    },
  );

  it('has begun in the work itself if that failed anew, and not where a try before failed', () => {
    const book = new LossBook(
      told(
        [1, 'job.failed', 3, 7, 'work-failed'],
        [2, 'job.failed', 4, 7, 'work-failed'],
        [3, 'invocation.dropped', 4, 7, 'retries-exhausted'],
        [3, 'upload.lost', 4, 7, 'retries-exhausted'],
      ),
    );
    expect(book.at(END)).toEqual([
      {
        outcome: 'lost',
        reason: 'retries-exhausted',
        origin: { component: 4, reason: 'work-failed' },
        uploads: 1,
        lastUpload: 7,
      },
    ]);
  });

  it('is taken back where a dead letter is taken up again', () => {
    const book = new LossBook(
      told(
        [1, 'upload.dead-lettered', 2, 7, 'too-many-receives'],
        [2, 'upload.dead-lettered', 2, 8, 'too-many-receives'],
        [3, 'upload.reopened', 2, 7, 'none'],
      ),
    );
    expect(book.at(seconds(2)).map(({ uploads }) => uploads)).toEqual([2]);
    expect(book.at(seconds(3)).map(({ uploads }) => uploads)).toEqual([1]);
    expect(book.endOf(7, seconds(2))?.reason).toBe('too-many-receives');
    expect(book.endOf(7, seconds(3))).toBeNull();
    expect(book.at(seconds(2)).map(({ uploads }) => uploads)).toEqual([2]);
  });

  it('goes on as facts come in, and begins anew where the run was changed', () => {
    const reel = told([1, 'upload.lost', 2, 7, 'work-failed'], [2, 'upload.lost', 2, 8, 'work-failed']);
    const all = reel.facts.length;
    reel.facts.length = 1;
    const book = new LossBook(reel);
    expect(book.at(END).map(({ uploads }) => uploads)).toEqual([1]);
    reel.facts.length = all;
    expect(book.at(END).map(({ uploads }) => uploads)).toEqual([2]);
    reel.facts.length = 0;
    reel.generation += 1;
    expect(book.at(END)).toEqual([]);
  });
});

type Told = [t: number, kind: FactKind, component: number, upload: number, reason: Reason];

function told(...rows: Told[]): { facts: TraceColumns; generation: number } {
  const facts = traceColumns(rows.length);
  facts.length = rows.length;
  rows.forEach(([t, kind, component, upload, reason], row) => {
    facts.at[row] = seconds(t);
    facts.kind[row] = FACT[kind];
    facts.component[row] = component;
    facts.upload[row] = upload;
    facts.c[row] = REASON[reason];
  });
  return { facts, generation: 0 };
}
