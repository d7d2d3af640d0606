/** What can be shown: the name of each screen, and where it stands on the ladder. */
import { claimOf } from '../lessons/catalogue.ts';
import {
  isBenchId,
  isLadderId,
  type LabId,
  type LadderId,
  labOf,
  type StageId,
  stages,
  storyOf,
} from '../stages/catalogue.ts';
import type { Screen, SessionState } from '../stores/session.ts';
import type { Say } from '../ui/use-text.ts';

/** The name of a screen in words. */
export function screenName(screen: Screen, say: Say): string {
  return isStage(screen) ? say(`stage.${screen}`) : say(`screen.${screen}`);
}

/** What the screen is about, in one line. */
export function screenLine(screen: Screen, say: Say): string {
  return isStage(screen) ? say(`stage.${screen}.line`) : say(`screen.${screen}.line`);
}

/** Whether this screen shows one architecture. */
export function isStage(screen: Screen): screen is StageId {
  return Object.hasOwn(stages, screen);
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

/** The lab that is shown, by one of its benches or by the claim of one that is proved; null elsewhere. */
export function labShown({ screen, claim }: Pick<SessionState, 'screen' | 'claim'>): LabId | null {
  const proved = screen === 'proof' && claim !== null ? claimOf(claim)?.stage : undefined;
  const stage = isStage(screen) ? screen : proved;
  const story = stage && storyOf(stage);
  return story && isBenchId(story) ? labOf(story) : null;
}

/** The rung that is lit: that of the architecture shown, or of the claim that is proved; none elsewhere. */
export function rungShown({ screen, claim }: Pick<SessionState, 'screen' | 'claim'>): LadderId | null {
  if (isStage(screen)) return rungOf(screen);
  const proved = screen === 'proof' && claim !== null ? claimOf(claim) : undefined;
  return proved ? rungOf(proved.stage) : null;
}
