/** What can be shown: the name of each screen, and where it stands on the ladder. */
import { claimOf } from '../lessons/catalogue.ts';
import { isLadderId, type LadderId, type StageId, stages, storyOf } from '../stages/catalogue.ts';
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

/** The rung of the ladder on which an architecture stands. The uses of functions are all examples of the last. */
function rungOf(stage: StageId): LadderId {
  const story = storyOf(stage);
  return isLadderId(story) ? story : 'serverless';
}

/** The rung that is lit: that of the architecture shown, or of the claim that is proved; none elsewhere. */
export function rungShown({ screen, claim }: Pick<SessionState, 'screen' | 'claim'>): LadderId | null {
  if (isStage(screen)) return rungOf(screen);
  const proved = screen === 'proof' && claim !== null ? claimOf(claim) : undefined;
  return proved ? rungOf(proved.stage) : null;
}
