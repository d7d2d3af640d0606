/** All stages, in the order of the ladder. */
import { monolith } from './monolith.ts';
import { queued } from './queued.ts';
import type { Stage } from './stage.ts';

export const stages = { monolith, queued } as const satisfies Record<string, Stage>;

export type StageId = keyof typeof stages;

export const stageIds = Object.keys(stages) as StageId[];
