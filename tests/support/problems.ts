/** What `parseScenario` says of an input, as sentences; none if the input is a valid scenario. */
import { parseScenario, sentenceOf } from '../../src/scenario/schema.ts';

export function problemsOf(input: unknown): string[] {
  const parsed = parseScenario(input);
  return parsed.ok ? [] : parsed.problems.map(sentenceOf);
}
