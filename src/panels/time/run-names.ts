/** The names of runs in sentences. */
import type { StageScenario } from '../../scenario/scenario.ts';
import type { RunId } from '../../stores/session.ts';
import { text, type Vocabulary } from '../../text/text.ts';
import { runName } from '../names.ts';

/** The name of a run, for sentences that are made outside of the page's parts. */
export function nameOfRun(vocabulary: Vocabulary, { id, scenario }: { id: RunId; scenario: StageScenario }): string {
  return runName((key, ...args) => text(vocabulary, key, ...args), { id, stage: scenario.stage });
}

/** Puts a run's name before a sentence, unless it begins with that very name: the monolith's only part is called so too. */
export function ofRun(vocabulary: Vocabulary, name: string, sentence: string): string {
  if (sentence.startsWith(`${name}:`)) return sentence;
  return text(vocabulary, 'time.log.of', { architecture: name, sentence });
}
