/**
 * "Which should I choose?": five questions, and the stage that their answers speak for, with the claims that show why.
 * Each answer speaks for or against each stage by points, our choice; most points win, and of equals the one that comes
 * first on the ladder, because it is simpler. Words stand under `choose.<question>`, `choose.<question>.<answer>` and
 * `choose.reason.<id>`.
 */
import { type LadderId, ladderIds } from '../stages/catalogue.ts';
import type { ClaimId } from './catalogue.ts';

/** The questions in the order in which they are asked, each with its answers. */
export const questions = {
  /** Must the caller have the answer now? */
  answer: ['now', 'receipt'],
  /** May work wait? */
  wait: ['no', 'minute', 'long'],
  /** How spiky is the traffic? */
  spikes: ['steady', 'daily', 'bursts'],
  /** How rare is it? */
  rarity: ['always', 'sometimes', 'rare'],
  /** How many parties take part? */
  parties: ['one', 'few', 'many'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type QuestionId = keyof typeof questions;
export type AnswerOf<Q extends QuestionId> = (typeof questions)[Q][number];

export const questionIds = Object.keys(questions) as QuestionId[];

/** What was answered so far. */
export type Answers = { readonly [Q in QuestionId]?: AnswerOf<Q> };

export interface Reason {
  id: string;
  /** What shows it. */
  claim: ClaimId;
}

export interface Advice {
  stage: LadderId;
  /** Two to four, the most particular first. */
  reasons: readonly Reason[];
  /** What has to be taken with it. */
  price: Reason;
  /** What comes next, if it is close. */
  also: LadderId | null;
  /** How well each stage fits what was answered, from 0 to 1; 1 for the one that is advised. */
  fit: Readonly<Record<LadderId, number>>;
}

type Points = Readonly<Record<LadderId, number>>;

const points: { readonly [Q in QuestionId]: Readonly<Record<AnswerOf<Q>, Points>> } = {
  answer: {
    // A function answers only where somebody calls it; on the stage itself nobody does.
    now: p(2, 2, 3, -5, -4, -6, 0),
    receipt: p(0, -1, -1, 2, 1, 2, 2),
  },
  wait: {
    no: p(0, 0, 2, -2, -1, 1, 3),
    minute: p(0, 0, 0, 2, 1, 1, 1),
    long: p(0, 0, 0, 3, 1, 1, 0),
  },
  spikes: {
    steady: p(2, 3, 1, 0, 1, -1, -2),
    daily: p(-1, -1, 2, 2, 1, 1, 1),
    bursts: p(-3, -3, -1, 3, 1, 2, 3),
  },
  rarity: {
    always: p(1, 1, 1, 0, 1, 0, -2),
    sometimes: p(0, -1, -1, 2, 0, 1, 1),
    rare: p(0, -2, -3, 1, -2, 2, 4),
  },
  parties: {
    one: p(3, 0, 1, 1, -3, -2, 1),
    few: p(-2, 2, 1, 1, 4, 1, 0),
    many: p(-4, -2, -1, -1, 2, 5, 1),
  },
};

/** Points in the order of the ladder, from simple to far apart. */
function p(...each: readonly [number, number, number, number, number, number, number]): Points {
  return Object.fromEntries(ladderIds.map((stage, index) => [stage, each[index]])) as Points;
}

interface Case extends Reason {
  /** Holds where one of the answers to each of these questions was given; without any, always. */
  when?: { readonly [Q in QuestionId]?: readonly AnswerOf<Q>[] };
}

interface Pleading {
  reasons: readonly Case[];
  price: Reason;
}

const pleadings: Readonly<Record<LadderId, Pleading>> = {
  monolith: {
    reasons: [
      { id: 'monolith.now', claim: 'waits-for-everything', when: { answer: ['now'] } },
      { id: 'monolith.steady', claim: 'instances-win-when-traffic-is-steady', when: { spikes: ['steady'] } },
      { id: 'monolith.soon', claim: 'waiting-is-the-price', when: { wait: ['no'] } },
      { id: 'monolith.one-machine', claim: 'four-machines-idle' },
      { id: 'monolith.busy', claim: 'instances-win-when-traffic-is-steady', when: { rarity: ['always'] } },
      { id: 'monolith.at-once', claim: 'waiting-is-the-price' },
    ],
    price: { id: 'monolith.price', claim: 'fails-together' },
  },
  tiers: {
    reasons: [
      { id: 'tiers.apart', claim: 'one-machine-is-one-fate', when: { parties: ['few', 'many'] } },
      { id: 'tiers.taller', claim: 'taller-where-it-computes' },
      { id: 'tiers.four-fates', claim: 'one-machine-is-one-fate' },
    ],
    price: { id: 'tiers.price', claim: 'still-fails-together' },
  },
  'load-balanced': {
    reasons: [
      { id: 'load-balanced.wider', claim: 'grows-wider', when: { spikes: ['daily', 'bursts'] } },
      { id: 'load-balanced.one-lost', claim: 'losing-one-is-survived' },
      { id: 'load-balanced.tier', claim: 'scales-together' },
      { id: 'load-balanced.room', claim: 'grows-wider' },
    ],
    price: { id: 'load-balanced.price', claim: 'cannot-reach-zero' },
  },
  queued: {
    reasons: [
      { id: 'queued.receipt', claim: 'upload-does-not-care', when: { answer: ['receipt'] } },
      { id: 'queued.wait', claim: 'nothing-is-lost-while-down', when: { wait: ['minute', 'long'] } },
      { id: 'queued.fleet', claim: 'fleet-from-nothing-to-nothing', when: { spikes: ['daily', 'bursts'] } },
      { id: 'queued.idle', claim: 'idle-costs-nothing', when: { rarity: ['sometimes', 'rare'] } },
      { id: 'queued.poison', claim: 'poison-ends-in-dead-letters' },
      { id: 'queued.kept', claim: 'nothing-is-lost-while-down' },
    ],
    price: { id: 'queued.price', claim: 'waiting-is-the-price' },
  },
  microservices: {
    reasons: [
      { id: 'microservices.own', claim: 'one-service-may-be-down', when: { parties: ['few', 'many'] } },
      { id: 'microservices.together', claim: 'renditions-at-the-same-time' },
      { id: 'microservices.alone', claim: 'one-service-may-be-down' },
    ],
    price: { id: 'microservices.price', claim: 'queues-grow-with-the-square' },
  },
  'event-driven': {
    reasons: [
      { id: 'event-driven.consumer', claim: 'a-new-consumer-changes-no-producer', when: { parties: ['few', 'many'] } },
      { id: 'event-driven.rules', claim: 'rules-do-not-grow-with-the-square', when: { parties: ['many'] } },
      { id: 'event-driven.dormant', claim: 'dormant-consumers-cost-nothing', when: { rarity: ['sometimes', 'rare'] } },
      { id: 'event-driven.retry', claim: 'a-failed-upload-retries-itself' },
      { id: 'event-driven.told', claim: 'nobody-polls' },
    ],
    price: { id: 'event-driven.price', claim: 'poison-does-not-go-round-for-ever' },
  },
  serverless: {
    reasons: [
      { id: 'serverless.now', claim: 'a-cold-start-is-felt-at-the-door', when: { answer: ['now'] } },
      { id: 'serverless.rare', claim: 'functions-win-when-traffic-is-rare', when: { rarity: ['sometimes', 'rare'] } },
      { id: 'serverless.burst', claim: 'a-burst-is-no-matter', when: { spikes: ['daily', 'bursts'] } },
      { id: 'serverless.soon', claim: 'a-burst-is-no-matter', when: { wait: ['no'] } },
      { id: 'serverless.night', claim: 'nothing-runs-at-night' },
      { id: 'serverless.again', claim: 'tried-again-by-the-service' },
    ],
    price: { id: 'serverless.price', claim: 'instances-win-when-traffic-is-steady' },
  },
};

/** Most reasons that are given; more are not read. Our choice. */
const MOST_REASONS = 4;
/** What is fewer points behind than this is named too. Our choice. */
const CLOSE = 3;

/** What the answers speak for; null before anything was answered. */
export function advise(answers: Answers): Advice | null {
  if (questionIds.every((question) => answers[question] === undefined)) return null;
  const scores = scoresOf(answers);
  // Sorting is stable: of equals the one that comes first on the ladder stays first.
  const [stage, next] = [...ladderIds].sort((a, b) => scores[b] - scores[a]) as [LadderId, LadderId];
  const { reasons, price } = pleadings[stage];
  const least = Math.min(...Object.values(scores));
  const span = scores[stage] - least;
  const fit = ladderIds.map((each) => [each, span === 0 ? 1 : (scores[each] - least) / span]);
  return {
    stage,
    reasons: distinct(reasons.filter((each) => holds(each, answers))).slice(0, MOST_REASONS),
    price,
    also: scores[stage] - scores[next] < CLOSE ? next : null,
    fit: Object.fromEntries(fit) as Advice['fit'],
  };
}

function scoresOf(answers: Answers): Record<LadderId, number> {
  const given = questionIds.flatMap((question) => {
    const answer = answers[question];
    return answer === undefined ? [] : [(points[question] as Readonly<Record<string, Points>>)[answer] as Points];
  });
  const scores = ladderIds.map((stage) => [stage, given.reduce((sum, each) => sum + each[stage], 0)]);
  return Object.fromEntries(scores) as Record<LadderId, number>;
}

function holds({ when = {} }: Case, answers: Answers): boolean {
  return questionIds.every((question) => {
    const wanted = when[question] as readonly string[] | undefined;
    const given = answers[question];
    return wanted === undefined || (given !== undefined && wanted.includes(given));
  });
}

/** Each claim once: the more particular reason comes first in the lists. */
function distinct(reasons: readonly Case[]): readonly Reason[] {
  const claims = new Set<ClaimId>();
  return reasons.flatMap(({ id, claim }) => {
    if (claims.has(claim)) return [];
    claims.add(claim);
    return [{ id, claim }];
  });
}
