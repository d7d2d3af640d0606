/** Draws what a component of each kind is doing, without words: shapes that are known from the large picture. */
import type { ComponentKind } from '../../models/registry.ts';
import type { ComponentView, ViewOf } from '../../playback/view.ts';
import type { WithInstances } from '../../playback/views/instances.ts';
import type { Box } from '../geometry.ts';
import type { Shape } from '../layout.ts';
import { chipGrid } from '../nodes/chip-sizes.ts';
import { type InstanceState, restingIn, stateOf } from '../nodes/group-summary.ts';

/** Colours, from the tokens of the page. */
export interface MiniStyle {
  ink: string;
  quiet: string;
  surface: string;
  border: string;
  link: string;
  accent: string;
  accentSoft: string;
  waiting: string;
  waitingSoft: string;
  done: string;
  doneSoft: string;
  failed: string;
  failedSoft: string;
  starting: string;
  startingSoft: string;
  idle: string;
  idleSoft: string;
}

/** What a painter knows of the component. */
export interface Painted {
  box: Box;
  shape: Shape;
  slotsPerInstance: number;
}

type Pen = CanvasRenderingContext2D;
type Painter<K extends ComponentKind> = (pen: Pen, view: ViewOf<K>, painted: Painted, style: MiniStyle) => void;

const painters: { readonly [K in ComponentKind]: Painter<K> } = {
  client(pen, { waiting }, { box }, style) {
    const middle = box.x + box.width / 2;
    const { height } = box;
    stroke(pen, style.ink, 1.6);
    pen.beginPath();
    pen.arc(middle, box.y + height * 0.3, height * 0.17, 0, 2 * Math.PI);
    pen.moveTo(box.x + 2, box.y + height * 0.92);
    pen.bezierCurveTo(
      box.x + 2,
      box.y + height * 0.48,
      box.x + box.width - 2,
      box.y + height * 0.48,
      box.x + box.width - 2,
      box.y + height * 0.92,
    );
    pen.stroke();
    line(pen, style.waiting, waiting, { x: box.x - 1, y: box.y + height + 2, width: box.width + 2, height: 8 });
  },
  'instance-group'(pen, view, painted, style) {
    const { box, shape } = painted;
    const { x, y, width, height } = box;
    const isDown = view.instances.length > 0 && view.instances.every(({ phase }) => phase === 'crashed');
    const isFleet = shape === 'fleet';
    frame(
      pen,
      box,
      isDown ? style.failedSoft : style.surface,
      isDown ? style.failed : style.border,
      isFleet ? [3, 2] : [],
    );
    if (shape === 'host') {
      hostCells(pen, view, box, style);
      if (isDown) cross(pen, style.failed, x + 8, y + 8, width - 16, height - 24, 3);
      line(pen, style.waiting, view.backlog.size, { x: x + 8, y: y + height - 12, width: width - 16, height: 7 });
      return;
    }
    const hasLine = !isFleet;
    chips(pen, view, { x: x + 4, y: y + 4, width: width - 8, height: height - 8 - (hasLine ? 5 : 0) }, style);
    if (hasLine)
      line(pen, style.waiting, view.backlog.size, { x: x + 4, y: y + height - 7, width: width - 8, height: 4 });
  },
  function(pen, view, { box }, style) {
    const isThere = view.instances.length > 0;
    frame(
      pen,
      box,
      isThere ? style.surface : 'transparent',
      isThere ? style.accent : style.quiet,
      isThere ? [] : [2, 2.5],
    );
    chips(pen, view, { x: box.x + 3, y: box.y + 3, width: box.width - 6, height: box.height - 6 }, style);
  },
  queue(pen, { visible, inFlight }, { box }, style) {
    tube(pen, box, visible > 0 ? style.waitingSoft : style.surface, visible > 0 ? style.waiting : style.border);
    tokens(pen, visible, inFlight, inside(box, 4), style);
  },
  stream(pen, { shards }, { box }, style) {
    const lanes = shards.slice(0, 3);
    const pitch = box.height / Math.max(1, lanes.length);
    lanes.forEach(({ kept }, number) => {
      const lane = { x: box.x, y: box.y + pitch * number, width: box.width, height: pitch - 1.5 };
      tube(pen, lane, kept > 0 ? style.waitingSoft : style.surface, style.border);
      tokens(pen, kept, 0, inside(lane, 1.5), style);
    });
  },
  bucket(pen, _, { box: { x, y, width, height } }, style) {
    stroke(pen, style.accent, 1.5);
    pen.fillStyle = style.accentSoft;
    pen.beginPath();
    pen.moveTo(x, y + 3);
    pen.lineTo(x + width * 0.16, y + height - 2);
    pen.quadraticCurveTo(x + width / 2, y + height + 3, x + width * 0.84, y + height - 2);
    pen.lineTo(x + width, y + 3);
    pen.fill();
    pen.stroke();
    ellipse(pen, x + width / 2, y + 3, width / 2, 3);
  },
  table(pen, _, { box: { x, y, width, height } }, style) {
    stroke(pen, style.accent, 1.5);
    pen.fillStyle = style.accentSoft;
    pen.beginPath();
    pen.moveTo(x, y + 3);
    pen.lineTo(x, y + height - 3);
    pen.bezierCurveTo(x, y + height + 1.5, x + width, y + height + 1.5, x + width, y + height - 3);
    pen.lineTo(x + width, y + 3);
    pen.fill();
    pen.stroke();
    ellipse(pen, x + width / 2, y + 3, width / 2, 3);
  },
  gateway(pen, _, { box: { x, y, width, height } }, style) {
    stroke(pen, style.ink, 1.5);
    pen.beginPath();
    pen.rect(x + 2, y, width - 4, height);
    pen.stroke();
    pen.fillStyle = style.accentSoft;
    pen.beginPath();
    pen.moveTo(x + 2, y);
    pen.lineTo(x + width * 0.6, y + height * 0.15);
    pen.lineTo(x + width * 0.6, y + height);
    pen.lineTo(x + 2, y + height);
    pen.closePath();
    pen.fill();
    pen.stroke();
  },
  'load-balancer'(pen, { targets }, { box: { x, y, width, height } }, style) {
    const middle = y + height / 2;
    const shown = targets.slice(0, 5);
    shown.forEach(({ state }, place) => {
      const end = y + ((place + 0.5) * height) / shown.length;
      const colour = state === 'healthy' ? style.done : state === 'unhealthy' ? style.failed : style.starting;
      stroke(pen, colour, 1.4);
      pen.beginPath();
      pen.moveTo(x + 6, middle);
      pen.lineTo(x + width - 5, end);
      pen.stroke();
      pen.fillStyle = colour;
      if (state === 'unhealthy') cross(pen, style.failed, x + width - 6, end - 2.5, 5, 5, 1.6);
      else pen.fillRect(x + width - 6, end - 2.5, 5, 5);
    });
    stroke(pen, style.accent, 1.6);
    pen.fillStyle = style.accentSoft;
    ellipse(pen, x + 5, middle, 4.5, 4.5);
  },
  topic(pen, _, { box: { x, y, width, height } }, style) {
    stroke(pen, style.accent, 1.6);
    pen.fillStyle = style.accentSoft;
    ellipse(pen, x + width / 2, y + height / 2, width / 2 - 2, height / 2 - 2);
  },
  'event-bus'(pen, _, { box: { x, y, width, height } }, style) {
    const middle = y + height / 2;
    stroke(pen, style.accent, 5);
    pen.lineCap = 'round';
    pen.beginPath();
    pen.moveTo(x + 3, middle);
    pen.lineTo(x + width - 3, middle);
    pen.stroke();
    pen.lineCap = 'butt';
  },
};

/** Draws a component as it is. */
export function paint(pen: Pen, view: ComponentView, painted: Painted, style: MiniStyle): void {
  (painters[view.kind] as Painter<ComponentKind>)(pen, view, painted, style);
  if ('faults' in view && view.faults > 0) {
    const { x, y, width } = painted.box;
    pen.fillStyle = style.failed;
    pen.beginPath();
    pen.arc(x + width, y, 5, 0, 2 * Math.PI);
    pen.fill();
    cross(pen, style.surface, x + width - 2, y - 2, 4, 4, 1.4);
  }
}

/** Rings that spread from the corner, as in the large picture: a part suffers from a fault elsewhere. */
export function paintSuffering(pen: Pen, { x, y }: Box, style: MiniStyle): void {
  pen.fillStyle = style.surface;
  stroke(pen, style.failed, 1.2);
  pen.beginPath();
  pen.arc(x, y, 6, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
  pen.fillStyle = style.failed;
  pen.beginPath();
  pen.arc(x - 2.5, y + 2.5, 1.2, 0, 2 * Math.PI);
  pen.fill();
  pen.beginPath();
  pen.arc(x - 2.5, y + 2.5, 3.6, -Math.PI / 2, 0);
  pen.moveTo(x - 2.5, y - 3.6);
  pen.arc(x - 2.5, y + 2.5, 6.1, -Math.PI / 2, 0);
  pen.stroke();
}

/** A link that is broken in the middle, with a cross in the gap; or a clock's hands where each message takes longer. */
export function paintLinkTrouble(pen: Pen, table: Float32Array, isCut: boolean, style: MiniStyle): void {
  const points = table.length / 2;
  const at = (point: number): [number, number] => [table[point * 2] as number, table[point * 2 + 1] as number];
  const middle = Math.floor(points / 2);
  const gap = isCut ? Math.ceil(points * 0.09) : 0;
  stroke(pen, style.failed, 1.4);
  pen.setLineDash(isCut ? [3, 2] : [1.5, 2]);
  pen.beginPath();
  pen.moveTo(...at(0));
  for (let point = 1; point <= middle - gap; point += 1) pen.lineTo(...at(point));
  pen.moveTo(...at(middle + gap));
  for (let point = middle + gap + 1; point < points; point += 1) pen.lineTo(...at(point));
  pen.stroke();
  pen.setLineDash([]);
  const [x, y] = at(middle);
  if (isCut) {
    cross(pen, style.failed, x - 3, y - 3, 6, 6, 1.8);
    return;
  }
  pen.fillStyle = style.surface;
  pen.beginPath();
  pen.arc(x, y, 4.5, 0, 2 * Math.PI);
  pen.fill();
  pen.moveTo(x, y - 2.6);
  pen.lineTo(x, y);
  pen.lineTo(x + 2, y + 1);
  pen.stroke();
}

function stroke(pen: Pen, colour: string, width: number): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
}

function ellipse(pen: Pen, x: number, y: number, rx: number, ry: number): void {
  pen.beginPath();
  pen.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
}

function frame(pen: Pen, { x, y, width, height }: Box, fill: string, border: string, dashes: number[]): void {
  pen.fillStyle = fill;
  stroke(pen, border, 1.4);
  pen.setLineDash(dashes);
  pen.beginPath();
  pen.roundRect(x, y, width, height, 4);
  pen.fill();
  pen.stroke();
  pen.setLineDash([]);
}

function tube(pen: Pen, { x, y, width, height }: Box, fill: string, border: string): void {
  pen.fillStyle = fill;
  stroke(pen, border, 1.4);
  pen.beginPath();
  pen.roundRect(x, y, width, height, height / 2);
  pen.fill();
  pen.stroke();
}

function inside({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

function cross(pen: Pen, colour: string, x: number, y: number, width: number, height: number, thick: number): void {
  stroke(pen, colour, thick);
  pen.lineCap = 'round';
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x + width, y + height);
  pen.moveTo(x + width, y);
  pen.lineTo(x, y + height);
  pen.stroke();
  pen.lineCap = 'butt';
}

/** How much waits, as squares from the left; when they do not fit, the row is full. */
function line(pen: Pen, colour: string, n: number, { x, y, width, height }: Box): void {
  const side = Math.min(4, height);
  const pitch = side + 1;
  const most = Math.floor((width + 1) / pitch);
  pen.fillStyle = colour;
  for (let place = 0; place < Math.min(n, most); place += 1) pen.fillRect(x + place * pitch, y, side, side);
}

/** Messages in a tube, from the right: smaller as they get more, until the tube is full. */
function tokens(pen: Pen, visible: number, inFlight: number, { x, y, width, height }: Box, style: MiniStyle): void {
  const count = visible + inFlight;
  if (count === 0) return;
  const fits = (side: number) => Math.floor(width / (side + 1)) * Math.max(1, Math.floor(height / (side + 1)));
  const side = tokenSides.find((each) => each <= height && fits(each) >= count) ?? 2;
  const rows = Math.max(1, Math.floor(height / (side + 1)));
  const used = Math.min(rows, Math.ceil(count / Math.max(1, Math.floor(width / (side + 1)))));
  const top = y + (height - used * (side + 1) + 1) / 2;
  for (let place = 0; place < Math.min(count, fits(side)); place += 1) {
    const left = x + width - side - Math.floor(place / used) * (side + 1);
    const upper = top + (place % used) * (side + 1);
    // Those that somebody has in hand are the oldest, and hollow.
    if (place < inFlight) {
      stroke(pen, style.waiting, 1);
      pen.strokeRect(left + 0.5, upper + 0.5, side - 1, side - 1);
    } else {
      pen.fillStyle = style.waiting;
      pen.fillRect(left, upper, side, side);
    }
  }
}

/** Sides of tokens, largest first. Our choice. */
const tokenSides = [6, 4, 3, 2] as const;

/** Instances as small squares, each with the look of its state. */
function chips(pen: Pen, view: WithInstances, room: Box, style: MiniStyle): void {
  const { instances } = view;
  if (instances.length === 0) return;
  // The sizes are those of the large picture, drawn at a third.
  const grid = chipGrid(instances.length, { width: room.width * 3, height: room.height * 3 }, false);
  const pitch = (grid.width + grid.gap) / 3;
  const side = grid.width / 3;
  const rows = Math.ceil(instances.length / grid.columns);
  const left = room.x + (room.width - grid.columns * pitch + grid.gap / 3) / 2;
  const top = room.y + (room.height - rows * pitch + grid.gap / 3) / 2;
  instances.forEach((instance, place) => {
    const x = left + (place % grid.columns) * pitch;
    const y = top + Math.floor(place / grid.columns) * pitch;
    if (y + side > room.y + room.height + 1) return;
    chip(pen, stateOf(instance, restingIn(view, instance)), x, y, side, style);
  });
}

function chip(pen: Pen, state: InstanceState, x: number, y: number, side: number, style: MiniStyle): void {
  const [fill, border] = looks[state](style);
  pen.fillStyle = fill;
  stroke(pen, border, Math.min(1.4, side / 4));
  pen.setLineDash(state === 'starting' ? [2, 1.5] : state === 'draining' ? [1, 1] : []);
  pen.beginPath();
  pen.roundRect(x, y, side, side, side / 5);
  pen.fill();
  pen.stroke();
  pen.setLineDash([]);
  if (state === 'crashed')
    cross(pen, style.failed, x + side * 0.2, y + side * 0.2, side * 0.6, side * 0.6, Math.min(2, side / 4));
  if (state !== 'idle' || side < 7) return;
  pen.beginPath();
  pen.moveTo(x + side * 0.38, y + side * 0.3);
  pen.lineTo(x + side * 0.38, y + side * 0.7);
  pen.moveTo(x + side * 0.62, y + side * 0.3);
  pen.lineTo(x + side * 0.62, y + side * 0.7);
  pen.stroke();
}

const looks: Readonly<Record<InstanceState, (style: MiniStyle) => readonly [fill: string, border: string]>> = {
  starting: ({ startingSoft, starting }) => [startingSoft, starting],
  working: ({ done }) => [done, done],
  idle: ({ idleSoft, idle }) => [idleSoft, idle],
  warm: ({ surface, border }) => [surface, border],
  draining: ({ doneSoft, done }) => [doneSoft, done],
  crashed: ({ failedSoft, failed }) => [failedSoft, failed],
};

/** One box with four steps: each with a square for every piece of work at it; idle when there is none at any. */
function hostCells(pen: Pen, view: ViewOf<'instance-group'>, box: Box, style: MiniStyle): void {
  const byStep = [0, 0, 0, 0];
  for (const { jobs } of view.instances) {
    for (const { step } of jobs)
      byStep[Math.max(0, Math.min(3, step))] = (byStep[Math.max(0, Math.min(3, step))] as number) + 1;
  }
  const [first] = view.instances;
  const state = first ? stateOf(first) : 'warm';
  const room = { x: box.x + 7, y: box.y + 7, width: box.width - 14, height: box.height - 26 };
  const width = (room.width - 5) / 2;
  const height = (room.height - 5) / 2;
  byStep.forEach((jobs, step) => {
    const x = room.x + (step % 2) * (width + 5);
    const y = room.y + Math.floor(step / 2) * (height + 5);
    const isBusy = jobs > 0;
    const [fill, border] = looks[isBusy ? 'draining' : state === 'working' ? 'warm' : state](style);
    frame(pen, { x, y, width, height }, fill, border, state === 'starting' ? [3, 2] : []);
    pen.fillStyle = style.done;
    for (let job = 0; job < Math.min(jobs, 4); job += 1) {
      pen.fillRect(x + 5 + (job % 2) * 12, y + 5 + Math.floor(job / 2) * 12, 9, 9);
    }
  });
}
