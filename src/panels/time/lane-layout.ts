/** Which lanes there are and where each lies, from top to bottom. Pure; px. */

/** What is shown in a lane. `uploads` has one for each run. */
export type LaneId = 'waiting' | 'instances' | 'uploads' | 'faults';

export interface LanePlace {
  id: LaneId;
  /** Number of the run whose uploads these are; 0 for the others. */
  run: number;
  /** Upper edge of its words. On a phone they stand above the lane, else beside it. */
  labelY: number;
  /** Height that its words may take. */
  labelHeight: number;
  /** Upper edge and height of what is drawn. */
  y: number;
  height: number;
}

export interface LaneLayout {
  lanes: LanePlace[];
  /** Upper edge of the axis under the lanes. */
  axisY: number;
  height: number;
}

/** Sizes in rem. Our choice: three lines of small print beside a lane and its gap; on a phone one line above it. */
const LANE = 2.625;
const LANE_ON_PHONE = 1.75;
const LABEL_ON_PHONE = 1.25;
const FAULT_ROW = 1.125;
const GAP = 0.5;
const AXIS = 1.625;

/**
 * @param runs how many runs share the lanes
 * @param faultRows how many faults last at the same time, at most
 * @param rem px in one rem
 */
export function laneLayout(runs: number, faultRows: number, isPhone: boolean, rem: number): LaneLayout {
  const ids: { id: LaneId; run: number }[] = [
    { id: 'waiting', run: 0 },
    { id: 'instances', run: 0 },
    ...Array.from({ length: runs }, (_, run) => ({ id: 'uploads' as const, run })),
    { id: 'faults', run: 0 },
  ];
  let y = 0;
  const lanes = ids.map(({ id, run }): LanePlace => {
    const labelY = y;
    // On a phone the words of the faults stand in their bars.
    if (isPhone && id !== 'faults') y += LABEL_ON_PHONE * rem;
    const height = rem * (id === 'faults' ? FAULT_ROW * Math.max(1, faultRows) : isPhone ? LANE_ON_PHONE : LANE);
    const labelHeight = isPhone && id !== 'faults' ? LABEL_ON_PHONE * rem : height + GAP * rem;
    const place = { id, run, labelY, labelHeight, y, height };
    y += height + GAP * rem;
    return place;
  });
  return { lanes, axisY: y, height: y + AXIS * rem };
}
