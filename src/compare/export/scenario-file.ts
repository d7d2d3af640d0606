/** A scenario as a file that people can read, and what becomes of the page when one is opened. */
import { decodeScenario, encodeScenario } from '../../scenario/codec.ts';
import type { Problem } from '../../scenario/problem.ts';
import type { Intervention, Scenario, StageScenario } from '../../scenario/scenario.ts';
import { parseScenario } from '../../scenario/schema.ts';
import { hasUsers, type StageId } from '../../stages/catalogue.ts';
import { declarationIn, hasClient, meansSomethingIn, sameTraffic } from '../../stores/scenario-edits.ts';
import { choiceGroups } from '../choices.ts';

/** The text of a scenario in lines; the same text that an address and the headless run take. */
export function scenarioText(scenario: Scenario): string {
  return `${JSON.stringify(JSON.parse(encodeScenario(scenario)), null, 2)}\n`;
}

export type OpenedFile =
  | { ok: true; scenario: StageScenario }
  | { ok: false; problems: readonly Problem[]; more: number };

/** The scenario of a file that can stand side by side with others, or what is wrong with it, by path. */
export function readScenario(text: string): OpenedFile {
  const parsed = decodeScenario(text);
  if (!parsed.ok) return { ok: false, problems: parsed.problems, more: parsed.more };
  const { scenario } = parsed;
  const stages = choiceGroups.flatMap((group): readonly StageId[] => group.stages);
  const refused = (path: string, value: string): OpenedFile => ({
    ok: false,
    problems: [{ path, value, allowed: `a stage that people upload to: ${stages.join(', ')}` }],
    more: 0,
  });
  if (!('stage' in scenario)) return refused('topology', 'an architecture that is written out');
  return stages.includes(scenario.stage) ? { ok: true, scenario } : refused('stage', `"${scenario.stage}"`);
}

/**
 * What a scenario that was opened makes of those of the other architectures: the same length, seed and traffic, and of
 * what is done to it all that means something there.
 */
export function besideOpened(opened: StageScenario): (old: StageScenario) => StageScenario {
  return (old) => {
    if (old.stage === opened.stage) return opened;
    if (!hasUsers(old.stage)) return old;
    const bare = sameTraffic(old.stage, opened);
    const made = { ...bare, interventions: opened.interventions.filter((each) => meansSomethingHere(bare, each)) };
    return parseScenario(made).ok ? made : { ...bare, interventions: made.interventions.filter(isFault) };
  };
}

function meansSomethingHere(scenario: StageScenario, each: Intervention): boolean {
  switch (each.kind) {
    case 'fault':
      return meansSomethingIn(scenario, each.fault, each.target);
    case 'set':
      return declarationIn(scenario, each.target, each.parameter) !== undefined;
    case 'upload':
      return hasClient(scenario);
  }
}

function isFault({ kind }: Intervention): boolean {
  return kind === 'fault';
}
