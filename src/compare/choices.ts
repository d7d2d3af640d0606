/** What can stand side by side, in groups as a reader finds it, and what a choice makes of the list. Pure. */
import { takesUploads } from '../panels/time/run-curves.ts';
import { nodesOf } from '../scenario/create-simulation.ts';
import { newScenario } from '../scenario/new-scenario.ts';
import { architectureIds, isOnBench, ladderIds, type StageId, stageIds, stages, useIds } from '../stages/catalogue.ts';
import { COMPARED, isVariantId, stageOf, variantOf } from '../stores/run-ids.ts';
import type { ComparedId } from '../stores/session.ts';
import type { TextKey } from '../text/text.ts';

export interface ChoiceGroup {
  label: TextKey & `picker.group.${string}`;
  stages: readonly StageId[];
}

/** Only where people upload is there something to compare. */
function hasUploads(stage: StageId): boolean {
  return takesUploads(nodesOf(newScenario(stage)));
}

const ladder = ladderIds.filter(hasUploads);
const uses = useIds.filter(hasUploads);
const isForm = (stage: StageId): boolean =>
  !(ladder as readonly StageId[]).includes(stage) && !(useIds as readonly StageId[]).includes(stage);

export const choiceGroups: readonly ChoiceGroup[] = [
  { label: 'picker.group.ladder', stages: ladder },
  { label: 'picker.group.forms', stages: architectureIds.filter((stage) => isForm(stage) && hasUploads(stage)) },
  { label: 'picker.group.uses', stages: uses },
  { label: 'picker.group.benches', stages: stageIds.filter((stage) => isOnBench(stage) && hasUploads(stage)) },
];

/** All stages of the ladder, as small pictures. */
export const allSeven: readonly ComparedId[] = ladder;

/** The second settings that a place offers: of all architectures that stand there. */
export function secondsAmong(compared: readonly ComparedId[]): ComparedId[] {
  return [...new Set(compared.map(stageOf))].map(variantOf);
}

/** The list with another one in a place; one that stands elsewhere already changes places with it. */
export function replaced(compared: readonly ComparedId[], place: number, id: ComparedId): ComparedId[] {
  const before = compared[place];
  if (before === undefined) throw new RangeError(`there is no place ${place} among ${compared.length}`);
  return compared.map((each, index) => (index === place ? id : each === id ? before : each));
}

/** The list without what stands in a place. */
export function without(compared: readonly ComparedId[], place: number): ComparedId[] {
  return compared.filter((_, index) => index !== place);
}

/** The list with one more: the next step of the ladder after the last that is there, or the first that is not there yet. */
export function withNext(compared: readonly ComparedId[]): ComparedId[] {
  if (compared.length >= COMPARED.most) return [...compared];
  const rung = Math.max(...compared.map((id) => stages[stageOf(id)].rung));
  const free = ladder.filter((stage) => !compared.includes(stage));
  const next = free.find((stage) => stages[stage].rung > rung) ?? free[0];
  return next === undefined ? [...compared] : [...compared, next];
}

/** Whether what stands in a place can get its second setting beside it. */
export function canHaveSecond(compared: readonly ComparedId[], place: number): boolean {
  const id = compared[place];
  if (id === undefined || isVariantId(id) || compared.length >= COMPARED.most) return false;
  return !compared.includes(variantOf(stageOf(id)));
}

/** The list with the second setting of what stands in a place right after it. */
export function withSecond(compared: readonly ComparedId[], place: number): ComparedId[] {
  if (!canHaveSecond(compared, place)) return [...compared];
  return compared.flatMap((id, index) => (index === place ? [id, variantOf(stageOf(id))] : [id]));
}
