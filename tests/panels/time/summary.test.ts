/** What is read out: how things stand, and what has changed. */
import { describe, expect, it } from 'vitest';
import { summaryAt } from '../../../src/panels/time/summary.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { runStateOf } from './run-state-of.ts';

const interventions = [
  { kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 100, untilSeconds: 150 },
] as const;
const monolith = runStateOf({ ...newScenario('monolith'), interventions });
const queued = runStateOf({ ...newScenario('queued'), interventions });

/** What is said at `to` after `from` has been told. */
function since(from: number, to: number, runs = [queued]): string {
  return summaryAt('neutral', runs, to, summaryAt('neutral', runs, from, null).standing).sentence;
}

describe('how things stand', () => {
  it('is said in one breath with the time', () => {
    const { sentence, standing } = summaryAt('neutral', [queued], 140, null);
    const [now] = standing.runs;
    expect(now?.waiting).toBeGreaterThan(10);
    expect(sentence).toBe(
      `At 2 minutes 20 seconds. ${now?.accepted} accepted, 0 refused, ${now?.waiting} waiting, ` +
        `${now?.watchable} watchable, 0 instances processing.`,
    );
  });

  it('is said of each architecture by name', () => {
    const { sentence } = summaryAt('neutral', [monolith, queued], 140, null);
    expect(sentence).toMatch(
      /^At 2 minutes 20 seconds\. Monolith: \d+ accepted, \d+ refused, .+\. Queued: \d+ accepted, 0 refused, .+\.$/,
    );
  });

  it('adds up: all uploads started are accounted for', () => {
    const [now] = summaryAt('neutral', [queued], 140, null).standing.runs;
    const { run, everySeconds } = queued.series ?? {};
    const started = run?.started[Math.floor(140 / (everySeconds ?? 1))];
    expect((now?.watchable ?? 0) + (now?.refused ?? 0) + (now?.lost ?? 0) + (now?.waiting ?? 0)).toBe(started);
  });

  it('can be said before anything is known', () => {
    const unknown = { ...queued, series: null, notable: [] };
    expect(summaryAt('neutral', [unknown], 0, null).sentence).toBe(
      'At 0 seconds. 0 accepted, 0 refused, 0 waiting, 0 watchable, 0 instances processing.',
    );
  });
});

describe('what has changed', () => {
  it('is told by events of note and by what was added, not by what stands', () => {
    const sentence = since(99, 101);
    expect(sentence).toMatch(/^Processing fleet: down from now on/);
    expect(sentence).toMatch(/\. Processing fleet: \d instances? crashed/);
    expect(sentence).not.toContain('At ');
  });

  it('tells each event once: after the moment that was told, and up to now', () => {
    expect(since(100, 101)).not.toContain('down from now on');
    expect(since(99, 100)).toContain('down from now on');
  });

  it('counts the events beyond the last two', () => {
    expect(since(80, 160)).toMatch(/^\d+ more events of note\. Processing fleet: .+\. Processing fleet: /);
  });

  it('is nothing where nothing has changed', () => {
    expect(since(280, 285)).toBe('');
    expect(since(140, 140)).toBe('');
  });

  it('leaves out the architecture in which nothing has changed', () => {
    const sentence = since(112, 118, [monolith, queued]);
    expect(sentence).toMatch(/^Monolith: \d+ more refused/);
    expect(sentence).toContain('Queued: ');
    expect(since(285, 290, [monolith, queued])).toBe('');
  });

  it('says how things stand after a jump back', () => {
    const { standing } = summaryAt('neutral', [queued], 140, null);
    expect(summaryAt('neutral', [queued], 20, standing).sentence).toMatch(/^At 20 seconds\. /);
  });

  it('says how things stand when other architectures are on screen than before', () => {
    const { standing } = summaryAt('neutral', [queued], 140, null);
    expect(summaryAt('neutral', [monolith, queued], 150, standing).sentence).toMatch(/^At 2 minutes 30 seconds\. /);
  });
});
