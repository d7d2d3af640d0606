/** What can be shown: the name of each screen, and where it stands on the ladder. */
import { claimOf } from '../lessons/catalogue.ts';
import {
  benchesOf,
  isBenchId,
  isLadderId,
  isStageId,
  type LabId,
  type LadderId,
  labOf,
  type StageId,
  type StoryId,
  storyOf,
  useIds,
} from '../stages/catalogue.ts';
import type { Screen, SessionState } from '../stores/session.ts';
import type { Say } from '../ui/use-text.ts';

/** The name of a screen in words. */
export function screenName(screen: Screen, say: Say): string {
  return isStage(screen) ? say(`stage.${screen}`) : say(`screen.${screen}`);
}

/** The name of a screen where nothing else says in which lab it stands. */
export function wholeName(screen: Screen, say: Say): string {
  const name = screenName(screen, say);
  const story = isStage(screen) ? storyOf(screen) : null;
  return story !== null && isBenchId(story) ? say('app.bench', { name, lab: say(`lab.${labOf(story)}`) }) : name;
}

/** What the screen is about, in one line. */
export function screenLine(screen: Screen, say: Say): string {
  return isStage(screen) ? say(`stage.${screen}.line`) : say(`screen.${screen}.line`);
}

/** Whether this screen shows one architecture. */
export function isStage(screen: Screen): screen is StageId {
  return isStageId(screen);
}

/** The screens that set architectures against each other, in the order in which they stand in the header. */
export const comparing = ['compare', 'failures', 'costs'] as const satisfies readonly Screen[];

/** Whether the screen is a table of runs in the background: it has no clock of its own, and nothing to play. */
export function isTable(screen: Screen): boolean {
  return screen === 'failures' || screen === 'costs';
}

/** The rung of the ladder on which an architecture stands; a bench of a lab stands on none. The uses are examples of the last. */
function rungOf(stage: StageId): LadderId | null {
  const story = storyOf(stage);
  if (isLadderId(story)) return story;
  return isBenchId(story) ? null : 'serverless';
}

/** What stands in a lab, in order: its benches; in that of the functions then their typical uses. */
export function benchesIn(lab: LabId): readonly StoryId[] {
  return lab === 'function-lab' ? [...benchesOf(lab), ...useIds] : benchesOf(lab);
}

/** What is shown of a lab: the bench or the use, by itself or by a claim of it that is proved; null elsewhere. */
export function benchShown({ screen, claim }: Pick<SessionState, 'screen' | 'claim'>): StoryId | null {
  const proved = screen === 'proof' && claim !== null ? claimOf(claim)?.stage : undefined;
  const stage = isStage(screen) ? screen : proved;
  const story = stage && storyOf(stage);
  return story === undefined || isLadderId(story) ? null : story;
}

/** The lab that is shown; the typical uses of functions stand in theirs. Null elsewhere. */
export function labShown(state: Pick<SessionState, 'screen' | 'claim'>): LabId | null {
  const story = benchShown(state);
  if (story === null) return null;
  return isBenchId(story) ? labOf(story) : 'function-lab';
}

/** The rung that is lit: that of the architecture shown, or of the claim that is proved; none elsewhere. */
export function rungShown({ screen, claim }: Pick<SessionState, 'screen' | 'claim'>): LadderId | null {
  if (isStage(screen)) return rungOf(screen);
  const proved = screen === 'proof' && claim !== null ? claimOf(claim) : undefined;
  return proved ? rungOf(proved.stage) : null;
}
