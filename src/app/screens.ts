/** What can be shown, in the order of the ladder; its place is also its key. */

import { stageIds } from '../stages/catalogue.ts';
import type { Screen } from '../stores/session.ts';
import type { TextKey } from '../text/text.ts';

export const screens: readonly Screen[] = [...stageIds, 'compare'];

export const screenName = {
  monolith: 'screen.monolith',
  queued: 'screen.queued',
  compare: 'screen.compare',
} as const satisfies Record<Screen, TextKey>;
