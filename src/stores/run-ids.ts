/** What can stand side by side, and how the second setting of an architecture is told from the first. */
import { isStageId, type StageId } from '../stages/catalogue.ts';
import type { ComparedId, VariantId } from './session.ts';

/** What stands side by side at first. Our choice: one from below, one from above. */
export const firstCompared: readonly ComparedId[] = ['monolith', 'queued'];
/** How many can stand side by side; more than `large` of them as small pictures. */
export const COMPARED = { least: 2, large: 4, most: 7 } as const;

/** What marks the second setting. */
const SECOND = '~b';

/** The second setting of a stage. */
export function variantOf(stage: StageId): VariantId {
  return `${stage}${SECOND}`;
}

/** The architecture that is meant, in whichever setting. */
export function stageOf(id: ComparedId): StageId {
  return (isVariantId(id) ? id.slice(0, -SECOND.length) : id) as StageId;
}

export function isVariantId(id: string): id is VariantId {
  return id.endsWith(SECOND) && isStageId(id.slice(0, -SECOND.length));
}

export function isComparedId(id: string): id is ComparedId {
  return isStageId(id) || isVariantId(id);
}
