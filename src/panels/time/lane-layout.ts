/** Which lanes there are and where each lies, from top to bottom. Pure; px. */

/** What is shown in a lane. `uploads` has one for each run that takes any. */
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
/** The uploads of one of many: two lines of small print. */
const LANE_OF_MANY = 1.5;
const LANE_ON_PHONE = 1.75;
/** A line of small print beside a lane. */
const LINE = 0.9;
const LABEL_ON_PHONE = 1.25;
/** The names of many runs: three lines. */
const LABEL_OF_MANY_ON_PHONE = 2.875;
/** Lanes where so many share them that their names stand but once: a name and the legend of the uploads, and one line. */
const LANE_OF_MOST = 1.5;
const UPLOADS_OF_MOST = 1;
const GAP_OF_MOST = 0.125;
/** Where more share the lanes, the picture needs the room that names in each lane would take. Our choice. */
const MOST_NAMED_EVERYWHERE = 2;
/** As high as what is touched has to be at least, with 2 px between. */
export const FAULT_ROW = 1.625;
/** Rows of faults that are seen at once, and a bit of the next: it is scrolled to. Our choice: the picture needs its room. */
const MOST_FAULT_ROWS = 4;
const BIT_OF_A_ROW = 0.4;
const GAP = 0.5;
const AXIS = 1.625;

/** Width of a letter of small print in rem: about 0.55 of its size. */
export const LETTER_REM = 0.42;

/** What the layout depends on of a run. */
export interface LaneRun {
  name: string;
  hasUploads: boolean;
}

/** Longest name, in letters, that stands in half of the room beside a lane. Our choice, by eye. */
const SHORT_NAME = 14;

/** Whether the names of several runs are long: cut, they could not be told apart. */
export function areLong(names: readonly string[]): boolean {
  return names.length > 1 && names.some(({ length }) => length > SHORT_NAME);
}

/** Whether so many runs share the lanes that each gets less room. */
export function isCrowded(runs: number): boolean {
  return runs > 2;
}

/**
 * Whether so many runs share the lanes that each is named but once, with its line, where its uploads are: the names are
 * then the legend of the other lanes as well.
 */
export function areNamedOnce(shown: readonly Pick<LaneRun, 'hasUploads'>[]): boolean {
  return shown.length > MOST_NAMED_EVERYWHERE && shown.every(({ hasUploads }) => hasUploads);
}

/**
 * @param shown the runs that share the lanes
 * @param faultRows how many faults last at the same time, at most
 * @param rem px in one rem
 */
export function laneLayout(shown: readonly LaneRun[], faultRows: number, isPhone: boolean, rem: number): LaneLayout {
  const names = shown.map(({ name }) => name);
  const runs = names.length;
  const ids: { id: LaneId; run: number }[] = [
    { id: 'waiting', run: 0 },
    { id: 'instances', run: 0 },
    ...shown.flatMap(({ hasUploads }, run) => (hasUploads ? [{ id: 'uploads' as const, run }] : [])),
    { id: 'faults', run: 0 },
  ];
  let y = 0;
  const once = areNamedOnce(shown);
  const namesHigh = areLong(names) ? runs : isCrowded(runs) ? Math.ceil(runs / 2) : 0;
  const sharedHeight = namesHigh === 0 ? 0 : (1 + namesHigh) * LINE;
  const lanes = ids.map(({ id, run }): LanePlace => {
    const labelY = y;
    const isShared = !once && isCrowded(runs) && (id === 'waiting' || id === 'instances');
    const gap = once && id === 'uploads' ? GAP_OF_MOST : GAP;
    const hasLegend = once && id === 'instances';
    const labelOnPhone =
      rem *
      (isShared ? Math.max(LABEL_OF_MANY_ON_PHONE, sharedHeight) : hasLegend ? LABEL_ON_PHONE + LINE : LABEL_ON_PHONE);
    // On a phone the words of the faults stand in their bars.
    if (isPhone && id !== 'faults') y += labelOnPhone;
    const beside = once
      ? id === 'uploads'
        ? UPLOADS_OF_MOST
        : LANE_OF_MOST
      : isShared
        ? Math.max(LANE, sharedHeight - GAP)
        : id === 'uploads' && isCrowded(runs)
          ? LANE_OF_MANY
          : LANE;
    const lane = isPhone ? LANE_ON_PHONE : beside;
    const height = rem * (id === 'faults' ? FAULT_ROW * rowsSeen(faultRows) : lane);
    const labelHeight = isPhone && id !== 'faults' ? labelOnPhone : height + gap * rem;
    const place = { id, run, labelY, labelHeight, y, height };
    y += height + gap * rem;
    return place;
  });
  return { lanes, axisY: y, height: y + AXIS * rem };
}

function rowsSeen(faultRows: number): number {
  return faultRows > MOST_FAULT_ROWS ? MOST_FAULT_ROWS + BIT_OF_A_ROW : Math.max(1, faultRows);
}
