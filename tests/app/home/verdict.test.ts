/** What the front page says of the burst: which part of it is on, and what came of it. */
import { describe, expect, it } from 'vitest';
import { verdictText } from '../../../src/app/home/Caption.tsx';
import { MARKS_A_ROW, markPaths, marksOf } from '../../../src/app/home/marks.ts';
import { burstTimes, fromWhichOn, partAt, verdictOf } from '../../../src/app/home/verdict.ts';
import { seconds } from '../../../src/engine/time.ts';
import { type Figures, figuresAt } from '../../../src/panels/figures.ts';
import { createSimulation, planOf } from '../../../src/scenario/create-simulation.ts';
import { RunObserver } from '../../../src/scenario/run-observer.ts';
import { appendSamples, type Series } from '../../../src/scenario/samples.ts';
import { type LadderId, ladderIds } from '../../../src/stages/catalogue.ts';
import { burst } from '../../../src/stores/fixed-runs.ts';
import { text } from '../../../src/text/text.ts';
import type { Say } from '../../../src/ui/use-text.ts';

const say: Say = (key, ...args) => text('neutral', key, ...args);

function seriesOf(stage: LadderId): Series {
  const scenario = burst(stage);
  const { nodes, links } = planOf(scenario);
  const observer = new RunObserver(nodes, links, scenario.durationSeconds);
  const end = seconds(scenario.durationSeconds);
  createSimulation(scenario, observer).runUntil(end);
  observer.advanceTo(end);
  return appendSamples(null, observer.takeSamples());
}

const all = ladderIds.map(seriesOf);
const figuresOfAll = (tSeconds: number): Figures[] => all.map((series) => figuresAt(series, tSeconds) as Figures);

describe('the burst', () => {
  it('has its parts one after another', () => {
    const { from, last, end } = burstTimes;
    expect([0, from - 0.1, from, last - 0.1, last, end - 0.1, end].map(partAt)).toEqual([
      'before',
      'before',
      'burst',
      'burst',
      'after',
      'after',
      'end',
    ]);
  });

  it('is as the words say: at first all keep up, then some are turned away, at last nobody comes', () => {
    const { from, last, end } = burstTimes;
    for (const { refused } of figuresOfAll(from)) expect(refused).toBe(0);
    expect(figuresOfAll(last).some(({ refused }) => refused > 0)).toBe(true);
    expect(figuresOfAll(last).map(({ started }) => started)).toEqual(figuresOfAll(end).map(({ started }) => started));
  });

  it('brings the same people to all seven, and all have their outcome at the end', () => {
    const atEnd = figuresOfAll(burstTimes.end);
    expect(new Set(atEnd.map(({ started }) => started)).size).toBe(1);
    expect(atEnd.map(({ waiting }) => waiting)).toEqual(ladderIds.map(() => 0));
  });
});

describe('the verdict', () => {
  it('says what was measured', () => {
    const figures = figuresOfAll(burstTimes.end);
    const verdict = verdictOf(figures);
    if (!verdict) throw new Error('no verdict');
    const [monolith] = figures as [Figures];
    expect(verdict.most).toMatchObject({ stage: 'monolith', refused: monolith.refused, started: monolith.started });
    expect(fromWhichOn(verdict.kind)).toBe('queued');
    expect(verdictText(verdict, say)).toMatch(
      new RegExp(
        `^The monolith turned ${monolith.refused} of ${monolith.started} people away. From Queued on, nobody was turned away. ` +
          'Now that nobody comes, an hour costs \\$\\d.* with the load-balanced tiers, and \\$0.* with the functions.$',
      ),
    );
  });

  it('waits until all seven are measured', () => {
    const figures = figuresOfAll(burstTimes.end);
    expect(verdictOf([...figures.slice(0, 6), null])).toBeNull();
  });

  it('does not say that somebody was turned away where nobody was', () => {
    const figures = figuresOfAll(burstTimes.from);
    const verdict = verdictOf(figures);
    if (!verdict) throw new Error('no verdict');
    expect(verdictText(verdict, say)).toMatch(/^Nobody was turned away. Now/);
  });

  it('counts those that turned nobody away where they are not the upper end of the ladder', () => {
    expect(fromWhichOn(['monolith', 'serverless'])).toBeNull();
    expect(fromWhichOn(['event-driven', 'serverless'])).toBe('event-driven');
    expect(fromWhichOn([])).toBeNull();
  });
});

describe('the marks', () => {
  it('are one for each upload of the burst, at any time', () => {
    const { started: total } = figuresOfAll(burstTimes.end)[0] as Figures;
    for (let t = 0; t <= burstTimes.end; t += 5) {
      for (const figures of figuresOfAll(t)) {
        const counts = Object.values(marksOf(figures, total));
        expect(Math.min(...counts)).toBeGreaterThanOrEqual(0);
        expect(counts.reduce((sum, each) => sum + each, 0)).toBe(total);
      }
    }
  });

  it('stand in rows, what failed at the end', () => {
    const counts = { watchable: MARKS_A_ROW, waiting: 0, 'under-way': 0, 'to-come': 0, failed: 1 };
    const [watchable, , , , failed] = markPaths(counts);
    expect(watchable?.path.match(/M/g)).toHaveLength(MARKS_A_ROW);
    expect(failed).toMatchObject({ kind: 'failed' });
    expect(failed?.path).toMatch(/^M6 18m/);
  });
});
