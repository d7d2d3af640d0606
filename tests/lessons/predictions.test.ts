/** What a reader is asked before a proof: of its answers exactly one comes about, and what is drawn is there to be laid over it. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { claims } from '../../src/lessons/catalogue.ts';
import type { ChoicePrediction, Claim, CurvePrediction, Outcome, Reports } from '../../src/lessons/claim.ts';
import { judge } from '../../src/lessons/claim.ts';
import { createSimulation, planOf } from '../../src/scenario/create-simulation.ts';
import { createReport } from '../../src/scenario/report.ts';
import { RunObserver } from '../../src/scenario/run-observer.ts';
import { componentColumns, runColumns, type Samples } from '../../src/scenario/samples.ts';
import type { StageScenario } from '../../src/scenario/scenario.ts';
import { storyIds, storyOf } from '../../src/stages/catalogue.ts';
import { catalogue } from '../../src/text/catalogue.ts';
import { isTextKey, textOf } from '../../src/text/text.ts';

type Predicted<P> = Claim & { prediction: P };

/** Names that are written with digits and are no figures. */
const NAMES = /\b(4K|480p|720p|1080p|S3|EC2)\b/g;

const byId = claims.map((claim) => [claim.id, claim] as const);
const choices = claims.flatMap((claim) =>
  claim.prediction.kind === 'choice' ? [[claim.id, claim as Predicted<ChoicePrediction>] as const] : [],
);
const curves = claims.flatMap((claim) =>
  claim.prediction.kind === 'curve' ? [[claim.id, claim as Predicted<CurvePrediction>] as const] : [],
);

const reports = new Map<string, Reports>();

/** What its runs and those of its foil give, each of them run once for all tests of this file. */
function reportsOf({ id, scenario, against, foil }: Claim): Reports {
  const known = reports.get(id);
  if (known) return known;
  const made: Reports = {
    claim: createReport(scenario),
    foil: createReport(foil.scenario),
    ...(against ? { against: createReport(against) } : {}),
    ...(foil.against ? { foilAgainst: createReport(foil.against) } : {}),
  };
  reports.set(id, made);
  return made;
}

/** Outcomes that come about on the claim's own run, and on its foil. */
function comeAbout(claim: Predicted<ChoicePrediction>): { claim: string[]; foil: string[] } {
  const held = claim.prediction.outcomes.map(({ id, when }: Outcome) => {
    const result = judge({ ...claim, condition: when }, reportsOf(claim));
    return { id, claim: result.claim.holds, foil: result.foil.holds };
  });
  const idsOf = (which: 'claim' | 'foil') => held.filter((each) => each[which]).map(({ id }) => id);
  return { claim: idsOf('claim'), foil: idsOf('foil') };
}

/** What the page samples of a run. */
function samplesOf(scenario: StageScenario): Samples {
  const { nodes, links } = planOf(scenario);
  const observer = new RunObserver(nodes, links, scenario.durationSeconds);
  const end = seconds(scenario.durationSeconds);
  createSimulation(scenario, observer).runUntil(end);
  observer.advanceTo(end);
  return observer.takeSamples();
}

const keysOf = ({ id, prediction }: Claim): string[] => [
  `predict.${id}`,
  ...(prediction.kind === 'choice' ? prediction.outcomes.map((outcome) => `predict.${id}.${outcome.id}`) : []),
];

describe('a prediction', () => {
  it.each(byId)('has words for the question and for each answer, with nothing to fill in: %s', (_, claim) => {
    const keys = keysOf(claim);
    expect(keys.filter((key) => !isTextKey(key))).toEqual([]);
    for (const vocabulary of ['neutral', 'aws'] as const) {
      const words = keys.map((key) => textOf(vocabulary, key));
      const [question = '', ...answers] = words;
      expect(words.filter((each) => /[{}\d]/.test(each.replace(NAMES, '')))).toEqual([]);
      expect(new Set(answers).size).toBe(answers.length);
      expect(answers.filter((answer) => answer.length > 80)).toEqual([]);
      expect(question).toMatch(claim.prediction.kind === 'curve' ? /\bDraw\b.*\.$/ : /\?$/);
    }
  });

  it('is asked in no words that no claim stands for', () => {
    const written = Object.keys(catalogue).filter((key) => key.startsWith('predict.'));
    const meant = new Set(claims.flatMap(keysOf));
    expect(written.filter((key) => !meant.has(key))).toEqual([]);
  });

  it('is a choice for most, and a curve for one claim at least of each stage of the ladder', () => {
    expect(choices.length).toBeGreaterThan(claims.length / 2);
    const drawn = new Set(curves.map(([, { stage }]) => storyOf(stage)));
    expect(storyIds.slice(0, 7).filter((id) => !drawn.has(id))).toEqual([]);
  });
});

describe('a choice', () => {
  it.each(choices)('is between two to four outcomes with names of their own: %s', (_, { prediction: { outcomes } }) => {
    expect(outcomes.length).toBeGreaterThanOrEqual(2);
    expect(outcomes.length).toBeLessThanOrEqual(4);
    expect(new Set(outcomes.map(({ id }) => id)).size).toBe(outcomes.length);
    expect(new Set(outcomes.map(({ when }) => JSON.stringify(when))).size).toBe(outcomes.length);
    expect(outcomes.filter(({ when }) => when.length === 0)).toEqual([]);
  });

  it.each(choices)('has exactly one outcome that comes about, and judging the claim tells which: %s', (_, claim) => {
    const { claim: own } = comeAbout(claim);
    expect(own).toHaveLength(1);
    expect(judge(claim, reportsOf(claim)).outcome).toBe(own[0]);
  });

  it.each(choices)('does not come about on the foil as it does on the claim: %s', (_, claim) => {
    const { claim: own, foil } = comeAbout(claim);
    expect(foil.length).toBeLessThanOrEqual(1);
    expect(foil).not.toEqual(own);
  });
});

describe('a curve', () => {
  it.each(curves)('is drawn of something that is sampled, and is more than nothing at some time: %s', (_, claim) => {
    const { series } = claim.prediction;
    const samples = samplesOf(claim.scenario);
    if (!('of' in series)) {
      expect(runColumns).toContain(series.column);
      expect(Math.max(...samples.run[series.column])).toBeGreaterThan(0);
      return;
    }
    const index = planOf(claim.scenario).nodes.findIndex(({ id }) => id === series.of);
    expect(index).toBeGreaterThanOrEqual(0);
    const columns = samples.components[index] as Samples['components'][number];
    expect(componentColumns[columns.kind]).toContain(series.column);
    const column = (columns as unknown as Record<string, Float64Array>)[series.column] as Float64Array;
    expect(Math.max(...column)).toBeGreaterThan(0);
  });
});
