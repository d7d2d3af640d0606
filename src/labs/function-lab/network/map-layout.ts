/** Where the parts of the map stand, in px at their natural size: side by side, or on a phone one below another. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface MapLayout {
  width: number;
  height: number;
  outside: Box;
  network: Box;
  subnet: Box;
  functionInside: Box;
  functionOutside: Box;
  interfaces: Box;
  gateway: Box;
  database: Box;
  records: Box;
}

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

export const wideMap: MapLayout = {
  width: 760,
  height: 290,
  network: box(6, 6, 490, 278),
  subnet: box(18, 34, 466, 240),
  outside: box(512, 6, 242, 278),
  functionInside: box(32, 64, 176, 84),
  interfaces: box(234, 64, 112, 84),
  gateway: box(372, 72, 104, 68),
  database: box(190, 190, 200, 68),
  records: box(530, 72, 206, 68),
  functionOutside: box(530, 182, 206, 84),
};

export const narrowMap: MapLayout = {
  width: 340,
  height: 560,
  outside: box(4, 4, 332, 196),
  network: box(4, 212, 332, 344),
  subnet: box(12, 240, 316, 308),
  records: box(70, 30, 200, 64),
  functionOutside: box(70, 108, 200, 84),
  gateway: box(200, 268, 116, 52),
  functionInside: box(24, 352, 132, 96),
  interfaces: box(200, 356, 112, 88),
  database: box(70, 472, 200, 64),
};

/** From this width on, in px, the parts stand side by side. */
export const WIDE_FROM = 620;
