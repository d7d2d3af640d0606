/** The passages that tell how to prevent a failure, and the way there. */
import { type Failure, type Remedy, remedyOf } from '../../lessons/remedies.ts';
import { isStageId, storyOf } from '../../stages/catalogue.ts';
import type { Session } from '../../stores/session.ts';

/** Said of what was tried again and again while nobody waited for it. */
const triedInVain: readonly Failure[] = ['retries-exhausted', 'too-old', 'too-many-receives'];
/** What is told against these is not to let anybody wait for the work; there nobody does. */
const whileSomebodyWaits: readonly Failure[] = ['connection-refused', 'connection-reset', 'timed-out', 'link-cut'];

/** What helps against what was told, then against what it began with; one passage of each story at the most. */
export function remediesFor(reason: Failure, began: Failure): Remedy[] {
  const [told, first] = [remedyOf(reason), remedyOf(began)];
  const isInVain = triedInVain.includes(reason);
  if (isInVain && whileSomebodyWaits.includes(began)) return [told];
  if (told.story !== first.story) return [told, first];
  // That it was tried in vain says less than what it failed on.
  return [isInVain ? first : told];
}

/**
 * Shows the story that a passage belongs to, in the form that is on screen if it is one of its own, and turns to the
 * passage. The story has to be there first, so that it sees that somebody turned to it.
 */
export function openRemedy(session: Session, { story, passage }: Remedy): void {
  const { screen } = session.state.getState();
  const isThere = isStageId(screen) && storyOf(screen) === story;
  if (!isThere) session.show(story);
  queueMicrotask(() => session.turnTo(story, passage));
}
