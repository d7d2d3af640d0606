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
  /** Where the function and the database stand: nothing leads straight from there to the internet. */
  subnet: Box;
  /** Where a gateway out has to stand: its way leads on through the gate of the network. */
  publicSubnet: Box;
  /** In the wall of the network, to the internet. */
  gate: Box;
  gateName: { x: number; y: number };
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
  subnet: box(14, 34, 352, 240),
  publicSubnet: box(374, 34, 116, 240),
  gate: box(491, 78, 10, 56),
  gateName: { x: 518, y: 160 },
  outside: box(512, 6, 242, 278),
  functionInside: box(24, 64, 176, 84),
  interfaces: box(242, 64, 112, 84),
  gateway: box(380, 72, 104, 68),
  database: box(154, 190, 200, 68),
  records: box(530, 72, 206, 68),
  functionOutside: box(530, 182, 206, 84),
};

export const narrowMap: MapLayout = {
  width: 340,
  height: 586,
  outside: box(4, 4, 332, 196),
  network: box(4, 212, 332, 370),
  publicSubnet: box(12, 240, 316, 84),
  subnet: box(12, 332, 316, 242),
  gate: box(230, 207, 56, 10),
  gateName: { x: 136, y: 231 },
  records: box(70, 30, 200, 64),
  functionOutside: box(70, 108, 200, 84),
  gateway: box(200, 264, 116, 52),
  functionInside: box(24, 364, 132, 96),
  interfaces: box(200, 368, 112, 88),
  database: box(70, 492, 200, 64),
};

/** From this width on, in px, the parts stand side by side. */
export const WIDE_FROM = 620;
