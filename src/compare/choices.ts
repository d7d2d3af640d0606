/** What can stand side by side, in groups as a reader finds it, and what a choice makes of the list. Pure. */
import { takesUploads } from '../panels/time/run-curves.ts';
import { nodesOf } from '../scenario/create-simulation.ts';
import { newScenario } from '../scenario/new-scenario.ts';
import { ladderIds, type StageId, stageIds, stages, useIds } from '../stages/catalogue.ts';
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
  { label: 'picker.group.forms', stages: stageIds.filter((stage) => isForm(stage) && hasUploads(stage)) },
  { label: 'picker.group.uses', stages: uses },
];

/** The list with another stage in a place; one that stands elsewhere already changes places with it. */
export function replaced(compared: readonly StageId[], place: number, stage: StageId): StageId[] {
  const before = compared[place];
  if (before === undefined) throw new RangeError(`there is no place ${place} among ${compared.length}`);
  return compared.map((each, index) => (index === place ? stage : each === stage ? before : each));
}

/** The list without what stands in a place. */
export function without(compared: readonly StageId[], place: number): StageId[] {
  return compared.filter((_, index) => index !== place);
}

/** The list with one more: the next step of the ladder after the last that is there, or the first that is not there yet. */
export function withNext(compared: readonly StageId[]): StageId[] {
  const rung = Math.max(...compared.map((stage) => stages[stage].rung));
  const free = ladder.filter((stage) => !compared.includes(stage));
  const next = free.find((stage) => stages[stage].rung > rung) ?? free[0];
  return next === undefined ? [...compared] : [...compared, next];
}
