/**
 * The door of the one input: whatever comes in, a valid scenario with every default filled in goes out, or everything
 * that is wrong with it. Nothing is ignored in silence.
 */
import type { TopologyNode } from '../models/topology.ts';
import { stageIds } from '../stages/catalogue.ts';
import { anyOf } from '../text/wording.ts';
import { architectureOf } from './architecture.ts';
import { checkFlow } from './check-flow.ts';
import { checkInterventions } from './check-interventions.ts';
import { checkParameters, checkValues } from './check-parameters.ts';
import { checkIds, checkTopology } from './check-topology.ts';
import { Draft } from './draft.ts';
import { defaultsOf } from './new-scenario.ts';
import { plainData } from './plain-data.ts';
import type { Problem } from './problem.ts';
import type { Scenario } from './scenario.ts';
import { scenarioRule } from './scenario-rules.ts';

export type { Problem } from './problem.ts';

/** `more` counts the problems that are not listed: beyond the first hundred, or the first ten items of a list. */
export type Parsed = { ok: true; scenario: Scenario } | { ok: false; problems: Problem[]; more: number };

/** Checks the newest shape of a scenario. For text, which may be of an older version, see `decodeScenario`. */
export function parseScenario(input: unknown): Parsed {
  const plain = plainData(input);
  const draft = new Draft(plain.value);
  for (const { path, problem } of plain.problems) draft.add(path, problem);
  if (plain.isTooMuch) return { ok: false, problems: draft.problems, more: draft.more };

  draft.check(scenarioRule, []);
  checkStageOrTopology(draft);
  checkIds(draft);
  const architecture = architectureOf(draft);
  if (architecture !== null) {
    if (draft.keysAt().includes('topology')) checkTopology(draft, architecture);
    checkParameters(draft, architecture);
    checkValues(draft, architecture);
    checkFlow(draft, architecture);
  }
  checkInterventions(draft, architecture);

  if (draft.problems.length > 0) return { ok: false, problems: draft.problems, more: draft.more };
  return { ok: true, scenario: complete(draft.value as Written) };
}

/** A problem as a sentence without its full stop: "parameters.queue.maxReceiveCount is 0; allowed is a number …". */
export function sentenceOf({ path, value, allowed }: Problem): string {
  return `${path === '' ? 'the scenario' : path} is ${value}; allowed is ${allowed}`;
}

function checkStageOrTopology(draft: Draft): void {
  const keys = draft.keysAt();
  const both = keys.includes('stage') && keys.includes('topology');
  if (both) draft.report(['topology'], 'nothing beside stage: a scenario has one or the other');
  else if (!keys.includes('stage') && !keys.includes('topology') && !draft.isWrong([])) {
    draft.report(['stage'], `a stage (${anyOf(stageIds)}), or a topology in its place`);
  }
}

/** A scenario as it may be written: valid, with parts left out that have a default. */
type Written = Partial<Scenario> & { $schema?: string; topology?: WrittenTopology };
type WrittenTopology = { nodes: (Omit<TopologyNode, 'at'> & Partial<Pick<TopologyNode, 'at'>>)[] };

function complete({ $schema: _, ...written }: Written): Scenario {
  const whole = { ...defaultsOf('stage' in written ? written.stage : undefined), ...written };
  const { topology } = written;
  if (topology === undefined) return whole as Scenario;
  const nodes = topology.nodes.map((node, n) => ({ ...node, at: node.at ?? placeFor(n) }));
  return { ...whole, topology: { ...topology, nodes } } as Scenario;
}

/** Nodes in a row of the picture, and how far apart, where a topology does not say. Our choice. */
const NODES_IN_A_ROW = 5;
const COLUMN_WIDTH = 260;
const ROW_HEIGHT = 220;

function placeFor(n: number): [number, number] {
  return [(n % NODES_IN_A_ROW) * COLUMN_WIDTH, Math.floor(n / NODES_IN_A_ROW) * ROW_HEIGHT];
}
