import { describe, expect, it } from 'vitest';
import { drawMessages, type MessageStyle, type Surface } from '../../../src/canvas/message-layer/draw-messages.ts';
import { type PlacedMessages, placedMessages } from '../../../src/canvas/message-layer/place-messages.ts';
import { type Mark, marks } from '../../../src/canvas/travels.ts';

const style: MessageStyle = {
  colours: {
    note: 'note',
    poll: 'poll',
    transit: 'transit',
    retried: 'retried',
    waiting: 'waiting',
    done: 'done',
    failed: 'failed',
  },
  halo: 'halo',
  ink: 'ink',
};

function placedOf(looks: readonly Mark[]): PlacedMessages {
  const placed = placedMessages();
  placed.length = looks.length;
  placed.x = Float32Array.from(looks.keys());
  placed.y = new Float32Array(looks.length);
  placed.mark = Uint8Array.from(looks.map((look) => marks.indexOf(look)));
  return placed;
}

/** A surface that notes what was painted in which colour. */
function recorder() {
  const painted: string[] = [];
  let arcs = 0;
  let lines = 0;
  const surface: Surface = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 0,
    lineCap: 'butt',
    beginPath() {
      arcs = 0;
      lines = 0;
    },
    moveTo() {},
    lineTo() {
      lines += 1;
    },
    arc() {
      arcs += 1;
    },
    fill() {
      painted.push(`fill ${String(surface.fillStyle)} ${arcs}`);
    },
    stroke() {
      painted.push(`stroke ${String(surface.strokeStyle)} ${arcs + lines}`);
    },
    fillRect() {
      painted.push(`rect ${String(surface.fillStyle)}`);
    },
  };
  return { surface, painted };
}

describe('drawing messages', () => {
  it('gives each meaning its colour and shape, in one pass each', () => {
    const { surface, painted } = recorder();
    drawMessages(surface, placedOf(['transit', 'waiting', 'transit', 'done', 'failed', 'poll']), style, [], 1);
    expect(painted).toEqual([
      'fill halo 6',
      'stroke poll 1',
      'fill transit 2',
      'rect waiting',
      'fill done 1',
      'stroke failed 2',
    ]);
  });

  it('puts a ring round what is followed', () => {
    const { surface, painted } = recorder();
    drawMessages(surface, placedOf(['transit', 'done']), style, [1], 1);
    expect(painted.at(-1)).toBe('stroke ink 1');
  });

  it('paints nothing where nothing is on its way', () => {
    const { surface, painted } = recorder();
    drawMessages(surface, placedOf([]), style, [], 1);
    expect(painted.filter((each) => !each.startsWith('fill halo'))).toEqual([]);
  });

  it('uses only rectangles for crowds, and leaves none out', () => {
    const { surface, painted } = recorder();
    const crowd = Array.from({ length: 2000 }, (_, row): Mark => (row % 2 === 0 ? 'waiting' : 'transit'));
    drawMessages(surface, placedOf(crowd), style, [], 1);
    expect(painted.every((each) => each.startsWith('rect'))).toBe(true);
    expect(painted.filter((each) => each === 'rect waiting')).toHaveLength(1000);
    expect(painted.filter((each) => each === 'rect transit').length).toBeGreaterThanOrEqual(1000);
  });
});
