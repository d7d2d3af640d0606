import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { MiniCanvas } from '../../src/canvas/MiniCanvas.tsx';
import { StageCanvas } from '../../src/canvas/StageCanvas.tsx';
import { seconds } from '../../src/engine/time.ts';
import { OBJECT, OPERATION, STEP } from '../../src/models/facts.ts';
import { REASON } from '../../src/models/reasons.ts';
import type { Frame } from '../../src/playback/director.ts';
import type { ItemView } from '../../src/playback/views/queue-view.ts';
import { VocabularyContext } from '../../src/ui/use-text.ts';
import { groupIn, hopsOf, instance, job, NOW, type Shown, showCanvas } from './show-canvas.tsx';

const MONOLITH = 1;
const QUEUE = 3;
const FLEET = 4;

let shown: Shown;
afterEach(() => shown.remove());

const node = (name: string) => page.getByRole('group', { name, exact: true });

function queueItem(item: number, more: Partial<ItemView> = {}): [number, ItemView] {
  return [
    item,
    { item, upload: item, since: NOW - seconds(41), receiveCount: 0, visibleAgainAt: -1, isDelayed: false, ...more },
  ];
}

describe('a fleet', () => {
  it('shows each instance as it is, in words and not only in colour', async () => {
    shown = showCanvas('queued', (frame) => {
      const fleet = groupIn(frame, FLEET);
      fleet.desired = 5;
      fleet.instances = [
        instance(0, { jobs: [job({ makes: OBJECT['720p'] })] }),
        instance(1),
        instance(2, { phase: 'starting', since: NOW - seconds(2), until: NOW + seconds(6) }),
        instance(3, { phase: 'crashed' }),
        instance(4, { phase: 'draining', jobs: [job({ step: STEP.store, makes: 0 })] }),
      ];
    });
    const fleet = node('Processing fleet');
    await expect.element(fleet).toHaveTextContent('min 0 desired 5 max 1337');
    await expect.element(fleet.getByRole('button', { name: 'Instance 0: working, 720p' })).toHaveTextContent('720p');
    await expect.element(fleet.getByRole('button', { name: 'Instance 1: idle' })).toHaveTextContent('idle');
    await expect.element(fleet.getByRole('button', { name: 'Instance 2: starting' })).toHaveTextContent('6starting');
    await expect.element(fleet.getByRole('button', { name: 'Instance 3: crashed' })).toHaveTextContent('crashed');
    await expect.element(fleet.getByRole('button', { name: 'Instance 4: draining' })).toHaveTextContent('draining');
    await expect.element(fleet).toHaveTextContent('1 starting, 1 working, 1 idle, 1 draining, 1 crashed');
  });

  it('says that nothing is there and nothing is billed', async () => {
    shown = showCanvas('queued', () => {});
    await expect.element(node('Processing fleet')).toHaveTextContent('no instances, no cost');
  });

  it('counts instances that are too many for chips', async () => {
    shown = showCanvas('queued', (frame) => {
      groupIn(frame, FLEET).instances = Array.from({ length: 1337 }, (_, id) =>
        instance(id, id < 1000 ? { jobs: [job()] } : {}),
      );
    });
    await expect.element(node('Processing fleet')).toHaveTextContent('1,000 working, 337 idle');
    expect(node('Processing fleet').getByRole('button').elements()).toHaveLength(0);
  });
});

describe('a queue', () => {
  it('shows its depth, what is in flight, how long the oldest has waited, and the dead letters', async () => {
    shown = showCanvas('queued', (frame) => {
      const queue = frame.view[QUEUE];
      if (queue?.kind !== 'queue') throw new Error('no queue');
      queue.items = new Map([
        queueItem(0, { visibleAgainAt: NOW + seconds(30), receiveCount: 1 }),
        queueItem(1),
        queueItem(2, { since: NOW - seconds(3) }),
      ]);
      Object.assign(queue, { visible: 2, inFlight: 1, deadLetters: [{ upload: 9, at: 0 }], deadLettered: 1 });
    });
    const queue = node('Queue');
    await expect.element(queue.getByTitle('messages waiting')).toHaveTextContent(/^2$/);
    await expect.element(queue).toHaveTextContent('1 in flight · oldest 41 s');
    await expect.element(queue).toHaveTextContent('Dead letters1');
  });
});

describe('a monolith', () => {
  const busy = (frame: Frame): void => {
    const group = groupIn(frame, MONOLITH);
    group.instances = [
      instance(0, { jobs: [job({ makes: OBJECT['480p'] }), job({ job: 1, step: STEP.upload, makes: 0 })] }),
    ];
    group.backlog = new Map([[3, { upload: 14, since: NOW }]]);
  };

  it('shows which step has how much work, its slots and its waiting line', async () => {
    shown = showCanvas('monolith', busy);
    const box = node('Monolith');
    await expect.element(box).toHaveTextContent('2 of 4 slots taken');
    await expect.element(box).toHaveTextContent('Upload1');
    await expect.element(box).toHaveTextContent('Process1480p');
    await expect.element(box).toHaveTextContent('1 of 8 waiting for a slot');
  });

  it('says what a crash means, and which fault is on', async () => {
    shown = showCanvas('monolith', (frame) => {
      groupIn(frame, MONOLITH).instances = [instance(0, { phase: 'crashed' })];
    });
    await expect.element(node('Monolith')).toHaveTextContent('crashed, everything stops');
    expect(document.querySelectorAll('.fault-badge')).toHaveLength(0);
    shown.strike({ fault: 'crash', target: 'step:process' });
    await expect.poll(() => document.querySelector('.fault-badge')?.textContent).toBe('Crash');
  });

  it('says that it idles and is billed', async () => {
    shown = showCanvas('monolith', (frame) => {
      groupIn(frame, MONOLITH).instances = [instance(0)];
    });
    await expect.element(node('Monolith')).toHaveTextContent('idle, billed');
  });

  it('has fewer words where the window is small', async () => {
    shown = showCanvas('monolith', busy, { width: 390, height: 400 });
    await expect.element(node('Monolith')).toHaveTextContent('2/4');
    await expect.element(node('Monolith')).not.toHaveTextContent('slots taken');
  });
});

describe('the line before a monolith', () => {
  it('outlines the upload that is followed, as a queue does', async () => {
    shown = showCanvas('monolith', (frame) => {
      groupIn(frame, MONOLITH).backlog = new Map([7, 8, 9].map((upload) => [upload, { upload, since: NOW }]));
    });
    await expect.element(node('Monolith')).toHaveTextContent('3 of 8 waiting');
    const outlined = () => document.querySelector('.places--waiting .token-followed')?.getAttribute('x') ?? null;
    expect(outlined()).toBe(null);
    shown.session.follow(8);
    await expect.poll(outlined).toBe('11');
    shown.session.follow(12);
    await expect.poll(outlined).toBe(null);
  });
});

describe('the legend', () => {
  it('explains every sign of a picture with a queue', async () => {
    shown = showCanvas('queued', () => {});
    const words = ['in transit', 'waiting', 'in flight', 'done', 'failed', 'starting', 'working', 'idle, billed'];
    for (const word of [...words, 'draining', 'asks for work', 'yours']) {
      await expect.element(page.getByRole('listitem').filter({ hasText: new RegExp(`^${word}$`) })).toBeVisible();
    }
  });

  it('says how far the picture may be behind, once that can be seen', async () => {
    shown = showCanvas('monolith', (frame) => {
      frame.lagSeconds = 0.4;
    });
    const line = page.getByText(/^The picture may be up to/);
    await expect.element(page.getByText('yours')).toBeVisible();
    await expect.element(line).not.toBeInTheDocument();
    shown.show((frame) => {
      frame.lagSeconds = 2.3;
    });
    await expect.element(line).toHaveTextContent('up to 3 s behind the lanes');
  });

  it('opens away from the waiting line where the window is small', async () => {
    shown = showCanvas('monolith', () => {}, { width: 470, height: 218 }, true);
    await page.getByText('Legend').click();
    await expect.element(page.getByText('yours')).toBeInTheDocument();
    const legend = document.querySelector('.legend')?.getBoundingClientRect() as DOMRect;
    const waiting = document.querySelector('.host-foot')?.getBoundingClientRect() as DOMRect;
    expect(legend.height).toBeGreaterThan(100);
    expect(legend.right).toBeLessThanOrEqual(waiting.left);
  });
});

/** Names of components that are not to be read to their ends. */
function cutOff(): (string | null)[] {
  const names = [...document.querySelectorAll('.face-name')];
  return names.filter((name) => name.scrollWidth > name.clientWidth).map((name) => name.textContent);
}

describe('in a small window', () => {
  it.each([
    ['monolith', { width: 470, height: 218 }],
    ['monolith', { width: 390, height: 338 }],
    ['queued', { width: 470, height: 218 }],
    ['queued', { width: 548, height: 375 }],
    ['queued', { width: 390, height: 338 }],
  ] as const)('nothing lies on the nodes: %s, %o', async (stage, size) => {
    shown = showCanvas(stage, () => {}, size, true);
    await expect.element(node('Uploaders')).toBeVisible();
    const boxes = (selector: string) => [...document.querySelectorAll(selector)].map((e) => e.getBoundingClientRect());
    const above = [...boxes('.legend'), ...boxes('.canvas-controls'), ...boxes('.react-flow__attribution')];
    expect(above.length).toBeGreaterThanOrEqual(2);
    for (const a of above) {
      for (const b of [...boxes('.react-flow__node'), ...boxes('.annex')]) {
        const isApart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(isApart).toBe(true);
      }
    }
  });

  it('names of components are not cut off', async () => {
    shown = showCanvas('queued', () => {}, { width: 470, height: 218 }, true);
    await expect.element(node('Metadata')).toBeVisible();
    await expect.poll(cutOff).toEqual([]);
  });

  it.each([
    'load-balanced',
    'queued-steps',
    'microservices',
    'event-driven',
    'serverless-gateway',
    'database-trigger',
  ] as const)('names of components are not cut off where there are many either: %s', async (stage) => {
    for (const [vocabulary, size] of [
      ['neutral', { width: 800, height: 560 }],
      ['neutral', { width: 700, height: 400 }],
      ['aws', { width: 800, height: 560 }],
      ['aws', { width: 700, height: 400 }],
    ] as const) {
      shown = showCanvas(
        stage,
        () => {},
        size,
        true,
        (isCompact) => (
          <VocabularyContext value={vocabulary}>
            <StageCanvas compact={isCompact} />
          </VocabularyContext>
        ),
      );
      await expect.poll(() => document.querySelectorAll('.face-name').length).toBeGreaterThan(3);
      // The face of the page comes a moment later; the one that stands in for it is wider.
      await expect.poll(cutOff).toEqual([]);
      shown.remove();
    }
    shown = showCanvas(stage, () => {});
  });

  it('of a phone the only button shows everything again, and only where not everything is shown', async () => {
    await page.viewport(390, 700);
    shown = showCanvas('queued', () => {}, { width: 390, height: 338 }, true);
    await expect.element(node('Uploaders')).toBeVisible();
    const buttons = () => [...document.querySelectorAll('.canvas-controls button')].map((e) => e.ariaLabel);
    expect(buttons()).toEqual([]);
    const pane = document.querySelector('.react-flow__pane') as Element;
    const at = { clientX: 20, clientY: 200, bubbles: true, view: window };
    pane.dispatchEvent(new MouseEvent('mousedown', at));
    window.dispatchEvent(new MouseEvent('mousemove', { ...at, clientX: 80 }));
    window.dispatchEvent(new MouseEvent('mouseup', { ...at, clientX: 80 }));
    await expect.poll(buttons).toEqual(['Show everything']);
    await page.getByRole('button', { name: 'Show everything' }).click();
    await expect.poll(buttons).toEqual([]);
  });
});

describe('people', () => {
  it('are shown with the rate of the moment and how it went for them', async () => {
    shown = showCanvas('queued', (frame) => {
      const people = frame.view[0];
      Object.assign(people ?? {}, { started: 14, accepted: 8, refused: 4, waiting: 2 });
    });
    const users = node('Uploaders');
    await expect.element(users).toHaveTextContent('0.44 uploads/s');
    await expect.element(users).toHaveTextContent('8 accepted');
    await expect.element(users).toHaveTextContent('4 refused');
    await expect.element(users).toHaveTextContent('2 waiting for an answer');
  });
});

describe('with the keyboard', () => {
  it('components are reached in reading order, say what they do, and are picked with Enter', async () => {
    shown = showCanvas('queued', () => {});
    await expect.element(node('Metadata')).toBeVisible();
    const order: (string | null)[] = [];
    for (let i = 0; i < 6; i += 1) {
      await userEvent.keyboard('{Tab}');
      order.push(document.activeElement?.getAttribute('aria-label') ?? null);
      if (i === 3) {
        await expect.element(page.getByRole('tooltip')).toHaveTextContent('0 messages wait, 0 in flight.');
        await userEvent.keyboard('{Enter}');
      }
    }
    expect(order).toEqual(['Uploaders', 'Upload', 'Object store', 'Queue', 'Processing fleet', 'Metadata']);
    expect(shown.session.state.getState().selection).toEqual({
      kind: 'component',
      run: 'queued',
      component: 'queue',
    });
  });

  it('an instance is picked from its group, and arrows walk through the instances', async () => {
    shown = showCanvas('queued', (frame) => {
      groupIn(frame, FLEET).instances = [instance(7), instance(8)];
    });
    const first = page.getByRole('button', { name: 'Instance 7: idle' });
    await first.click();
    const selected = { kind: 'instance', run: 'queued', component: 'fleet' };
    expect(shown.session.state.getState().selection).toEqual({ ...selected, instance: 7 });
    await userEvent.keyboard('{ArrowRight}');
    await userEvent.keyboard('{Enter}');
    expect(shown.session.state.getState().selection).toEqual({ ...selected, instance: 8 });
  });

  it('the focus stays with the group when the instance that had it goes', async () => {
    const fleetOf = (ids: number[]) => (frame: Frame) => {
      groupIn(frame, FLEET).instances = ids.map((id) => instance(id));
    };
    shown = showCanvas('queued', fleetOf([7]));
    await page.getByRole('button', { name: 'Instance 7: idle' }).click();
    shown.show(fleetOf([]));
    await expect.element(node('Processing fleet')).toHaveFocus();
  });
});

describe('messages', () => {
  /** Half way from the people to what they call. */
  const failed = {
    link: 0,
    back: 1,
    position: 0.5,
    upload: 34,
    messageId: 5,
    operation: OPERATION.upload,
    reason: REASON['connection-refused'],
    sentAt: seconds(99),
  };

  /** The middle of the first link, on the screen. */
  function middleOfFirstLink(): { clientX: number; clientY: number } {
    const link = document.querySelector('.link')?.getBoundingClientRect();
    if (!link) throw new Error('no link is drawn');
    return { clientX: link.x + link.width / 2, clientY: link.y };
  }

  function pointAtFirstLink(): void {
    const pane = document.querySelector('.react-flow__pane') as HTMLElement;
    pane.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, ...middleOfFirstLink() }));
  }

  it('say what they are, where they go and why they failed, where one points', async () => {
    shown = showCanvas('monolith', (frame) => {
      frame.hops = hopsOf([failed]);
    });
    await expect.element(node('Monolith')).toBeVisible();
    await expect
      .poll(() => {
        pointAtFirstLink();
        return document.querySelector('[role=tooltip]')?.textContent;
      })
      .toContain('Answer to: Upload: connection refused');
    const tooltip = page.getByRole('tooltip');
    await expect.element(tooltip).toHaveTextContent('From Monolith to Uploaders.');
    await expect.element(tooltip).toHaveTextContent('Upload 34.');
    await expect.element(tooltip).toHaveTextContent('Sent at 01:39.0.');
  });

  it('are followed by a click', async () => {
    shown = showCanvas('monolith', (frame) => {
      frame.hops = hopsOf([failed]);
    });
    await expect.element(node('Monolith')).toBeVisible();
    await expect
      .poll(() => {
        pointAtFirstLink();
        return document.querySelector('[role=tooltip]');
      })
      .not.toBeNull();
    document
      .querySelector('.react-flow__pane')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true, ...middleOfFirstLink() }));
    expect(shown.session.state.getState().follow).toBe(34);
    await expect.element(page.getByText('your video')).toBeVisible();
  });

  it('are told as a flow where they are too many', async () => {
    shown = showCanvas('queued', (frame) => {
      frame.messagesPerDot = 5;
      frame.flows.isFlowing[2 * 2] = 1;
      frame.flows.perWallSecond[2 * 2] = 150;
    });
    await expect.element(page.getByText('30/s')).toBeVisible();
    await expect.element(page.getByText('one dot = 5 messages')).toBeVisible();
    await expect.element(page.getByText('band = too many for dots')).toBeVisible();
  });
});

describe('what the story speaks of', () => {
  const lit = (selector: string) =>
    [...document.querySelectorAll(`${selector}.is-lit`)].map(
      (each) => each.closest('[data-id]')?.getAttribute('data-id') ?? null,
    );
  const opacityOf = (id: string) => {
    const face = document.querySelector(`.react-flow__node[data-id="${id}"] .component`);
    return face ? getComputedStyle(face).opacity : null;
  };

  it('is ringed, its links are thick, and all else steps back', async () => {
    shown = showCanvas('queued', () => {});
    await expect.element(node('Queue')).toBeVisible();
    expect(lit('.component')).toEqual([]);
    expect(opacityOf('users')).toBe('1');
    // The fleet asks the queue: the story may name the link the other way round.
    shown.session.highlight({ components: ['queue', 'fleet'], links: [['queue', 'fleet']] });
    await expect.poll(() => lit('.component')).toEqual(['queue', 'fleet']);
    expect(lit('.link')).toEqual(['fleet to queue 3']);
    const ring = getComputedStyle(document.querySelector('.component.is-lit') as Element);
    expect(ring.outlineStyle).toBe('double');
    expect([opacityOf('queue'), opacityOf('users')]).toEqual(['1', '0.6']);
    shown.session.highlight(null);
    await expect.poll(() => opacityOf('users')).toBe('1');
  });

  it('dims nothing where none of it is in the picture', async () => {
    shown = showCanvas('monolith', () => {});
    await expect.element(node('Monolith')).toBeVisible();
    shown.session.highlight({ components: ['queue'], links: [] });
    await new Promise((done) => setTimeout(done, 100));
    expect(opacityOf('monolith')).toBe('1');
  });
});

describe('from one stage to the next', () => {
  const middleOf = (id: string) => {
    const box = document.querySelector(`.react-flow__node[data-id="${id}"]`)?.getBoundingClientRect();
    return box ? [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)] : null;
  };
  const distance = (a: readonly number[] | null, b: readonly number[]) =>
    Math.hypot(...(a ?? []).map((each, axis) => each - (b[axis] ?? 0)));
  const isGliding = () => document.querySelector('.stage-canvas')?.classList.contains('is-gliding');

  it('what is in both begins where it was, glides, and ends where it belongs; the rest comes and goes', async () => {
    shown = showCanvas('event-driven', () => {}, { width: 800, height: 560 });
    await expect.element(node('Event bus')).toBeVisible();
    const settled = ['users', 'process-480p', 'bus'].map(middleOf);
    shown.remove();

    shown = showCanvas('microservices', () => {}, { width: 800, height: 560 });
    await expect.poll(() => middleOf('queue-480p')).not.toBeNull();
    const before = middleOf('process-480p') ?? [0, 0];
    // The first picture of the new stage, however late a busy machine draws it.
    const first = new Promise<{ place: number[] | null; isGliding: boolean | undefined }>((seen) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('.react-flow__node[data-id="bus"]')) return;
        observer.disconnect();
        seen({ place: middleOf('process-480p'), isGliding: isGliding() });
      });
      observer.observe(document.body, { childList: true, subtree: true, attributes: true });
    });
    shown.goTo('event-driven');
    const { place, isGliding: wasGliding } = await first;
    expect(wasGliding).toBe(true);
    expect(distance(place, before)).toBeLessThan(distance(settled[1] ?? null, before) / 2);
    expect(middleOf('queue-480p')).toBeNull();
    await expect.poll(isGliding).toBe(false);
    // Half pixels are rounded one way or the other.
    for (const [at, id] of ['users', 'process-480p', 'bus'].entries()) {
      expect(distance(middleOf(id), settled[at] ?? [0, 0]), id).toBeLessThan(2);
    }
  });
});

describe('a small picture', () => {
  it('is drawn on one canvas that nobody can reach, and changes with the run', async () => {
    const busy = (frame: Frame): void => {
      const queue = frame.view[QUEUE];
      if (queue?.kind !== 'queue') throw new Error('no queue');
      queue.items = new Map(Array.from({ length: 30 }, (_, item) => queueItem(item)));
      queue.visible = 30;
    };
    shown = showCanvas(
      'queued',
      () => {},
      { width: 180, height: 200 },
      false,
      () => <MiniCanvas />,
    );
    await expect.poll(() => document.querySelector('.mini-canvas')).not.toBeNull();
    const canvas = document.querySelector('.mini-canvas') as HTMLCanvasElement;
    expect(canvas.getAttribute('aria-hidden')).toBe('true');
    expect(document.querySelectorAll('button, [tabindex]')).toHaveLength(0);
    await expect.poll(() => inked(canvas)).toBeGreaterThan(500);
    const empty = canvas.toDataURL();
    shown.show(busy);
    await expect.poll(() => canvas.toDataURL() !== empty).toBe(true);
  });

  /** Pixels that something is drawn on. */
  function inked(canvas: HTMLCanvasElement): number {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let count = 0;
    for (let i = 3; i < pixels.length; i += 4) if (pixels[i] !== 0) count += 1;
    return count;
  }
});

describe('a fault', () => {
  const badges = () => [...document.querySelectorAll('.fault-badge')].map((badge) => badge.textContent);

  it('that takes one instance looks otherwise than one that takes all', async () => {
    const down =
      (...crashed: boolean[]) =>
      (frame: Frame) => {
        groupIn(frame, 4).instances = crashed.map((is, id) => instance(id, is ? { phase: 'crashed' } : {}));
      };
    shown = showCanvas('load-balanced', down(true, false));
    await expect.element(node('Processing')).toBeVisible();
    expect(document.querySelectorAll('.face--tier.is-failed')).toHaveLength(0);
    shown.show(down(true, true));
    await expect.poll(() => document.querySelectorAll('.face--tier.is-failed').length).toBe(1);
  });

  it('has its own sign, its name and its strength where it strikes, and nowhere else', async () => {
    shown = showCanvas('tiers', () => {}, { width: 900, height: 700 }, true);
    await expect.element(node('Processing')).toBeVisible();
    expect(badges()).toEqual([]);
    shown.strike({ fault: 'slow-down', target: 'step:process', strength: 4 }, { fault: 'crash', target: 'step:store' });
    await expect.poll(badges).toEqual(['Slow ×4', 'Crash']);
    const shapes = [...document.querySelectorAll('.fault-badge svg')].map((sign) => sign.innerHTML);
    expect(new Set(shapes).size).toBe(2);
    expect(node('Processing').element().querySelectorAll('.fault-badge')).toHaveLength(1);
  });

  it('says in words what lasts, and how strongly', async () => {
    shown = showCanvas('tiers', () => {}, { width: 900, height: 700 }, true);
    await expect.element(node('Processing')).toBeVisible();
    shown.strike({ fault: 'slow-down', target: 'step:process', strength: 4 });
    await expect.poll(badges).toHaveLength(1);
    node('Processing')
      .element()
      .dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
    await expect.element(page.getByRole('tooltip')).toHaveTextContent('Slow, ×4. Work that begins while it lasts');
  });

  it('of a link is drawn on the link and not on its ends', async () => {
    shown = showCanvas('tiers', () => {}, { width: 900, height: 700 }, true);
    await expect.element(node('Processing')).toBeVisible();
    shown.strike({ fault: 'cut-link', target: 'into:process' }, { fault: 'added-latency', target: 'into:store' });
    await expect.poll(() => document.querySelectorAll('.link-trouble--cut').length).toBe(1);
    expect(document.querySelector('.link-trouble--cut')?.textContent).toBe('Cut');
    expect(document.querySelector('.link-trouble--slow')?.textContent).toBe('+2 s');
    expect(badges()).toEqual([]);
    const [cut] = document.querySelectorAll('.link-trouble--cut .link-reach');
    cut?.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
    await expect.element(page.getByRole('tooltip')).toHaveTextContent('Link cut. No message gets through');
  });

  it('crosses out the rules that it strikes', async () => {
    shown = showCanvas('event-driven', () => {}, { width: 900, height: 700 });
    await expect.element(node('Search')).toBeVisible();
    const rules = document.querySelectorAll('.rail-rule').length;
    shown.strike({ fault: 'rule-mismatch', target: 'kind:event-bus' });
    await expect.poll(() => document.querySelectorAll('.rail-rule.is-struck').length).toBe(rules);
    shown.strike({ fault: 'rule-mismatch', target: 'rule:bus/manage' });
    await expect.poll(() => document.querySelectorAll('.rail-rule.is-struck').length).toBe(1);
  });

  it('marks and counts who suffers from it elsewhere', async () => {
    shown = showCanvas('tiers', () => {}, { width: 900, height: 700 }, true);
    await expect.element(node('Processing')).toBeVisible();
    expect(document.querySelectorAll('.suffers, .suffering-count')).toHaveLength(0);
    shown.show((frame) => {
      frame.suffering = [1];
    });
    await expect.poll(() => node('Upload').element().querySelectorAll('.suffers').length).toBe(1);
    expect(document.querySelectorAll('.suffers')).toHaveLength(1);
    expect(document.querySelector('.suffering-count')?.textContent).toBe('1 of 4 parts suffers');
  });

  it('leaves the number and the reason of the uploads that were lost, where they were', async () => {
    shown = showCanvas('tiers', (frame) => {
      (frame.view[2] as Frame['view'][number]).losses.counts.set(256 + REASON['crashed-after-accepting'], 12);
    });
    await expect.element(node('Processing')).toBeVisible();
    await expect.poll(() => document.querySelectorAll('.losses').length).toBe(1);
    expect(node('Processing').element().querySelector('.losses')?.textContent).toContain('12');
  });

  it('shows in which zone each instance is where there are several', async () => {
    shown = showCanvas('load-balanced', (frame) => {
      groupIn(frame, 4).instances = [instance(0), instance(1, { zone: 1 })];
    });
    await expect.element(node('Processing')).toBeVisible();
    const letters = () => [...document.querySelectorAll('.chip-zone')].map((letter) => letter.textContent);
    await expect.poll(letters).toEqual(['a', 'b']);
    shown.strike({ fault: 'zone-loss', target: 'zone:b' });
    await expect.poll(() => document.querySelectorAll('.chip.is-lost').length).toBe(1);
    expect(document.querySelector('.chip.is-lost')?.textContent).toContain('b');
  });
});

describe('the chips of a function', () => {
  it.each([
    ['compact', { width: 810, height: 590 }],
    ['small', { width: 340, height: 210 }],
  ] as const)('stay inside of its box and off its words, also while many come and go: %s', async (density, size) => {
    const of = (count: number) => (frame: Frame) => {
      for (const view of frame.view) {
        if (view.kind !== 'function') continue;
        view.instances = Array.from({ length: count }, (_, id) => instance(count * 1000 + id));
        view.errors = 7;
      }
    };
    shown = showCanvas('serverless', of(1), size, true);
    await expect.element(node('Managing')).toBeVisible();
    expect(document.querySelectorAll(`.stage-canvas--${density}`)).toHaveLength(1);
    for (const count of [2, 1, 4, 3, 9, 1, 5, 200, 12, 37, 1]) {
      shown.show(of(count));
      await expect
        .poll(() => document.querySelectorAll('.face--function :is(.field, .cells, .field-numbers)').length)
        .toBe(5);
      for (const face of document.querySelectorAll('.face--function')) {
        const box = face.getBoundingClientRect();
        const head = face.querySelector('.face-head')?.getBoundingClientRect() as DOMRect;
        const foot = face.querySelector('.face-foot')?.getBoundingClientRect() as DOMRect;
        expect(foot.bottom).toBeLessThanOrEqual(box.bottom);
        for (const chip of face.querySelectorAll('.chip, .cells, .field-numbers')) {
          const { left, right, top, bottom } = chip.getBoundingClientRect();
          expect(left).toBeGreaterThanOrEqual(box.left);
          expect(right).toBeLessThanOrEqual(box.right);
          expect(top).toBeGreaterThanOrEqual(head.bottom - 1);
          expect(bottom).toBeLessThanOrEqual(foot.top + 1);
        }
      }
    }
  });
});

describe('a link of a bus', () => {
  it('that no rule leads along is pale and says so', async () => {
    shown = showCanvas('event-driven', () => {}, { width: 810, height: 590 });
    await expect.element(node('Search')).toBeVisible();
    await expect.poll(() => document.querySelectorAll('.link--unused').length).toBe(2);
    const reach = document.querySelector('[data-link]') as Element;
    reach.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
    await expect.element(page.getByRole('tooltip')).toHaveTextContent('No rule leads here');
  });
});

describe('what the story does not speak of', () => {
  it('steps back, but not what is broken', async () => {
    shown = showCanvas('queued', (frame) => {
      groupIn(frame, FLEET).instances = [instance(0, { phase: 'crashed' })];
      groupIn(frame, FLEET).faults = 1;
    });
    await expect.element(node('Processing fleet')).toBeVisible();
    shown.session.highlight({ components: ['queue'], links: [] });
    const opacity = (id: string) =>
      getComputedStyle(document.querySelector(`.react-flow__node[data-id="${id}"] .component`) as Element).opacity;
    await expect.poll(() => opacity('bucket')).toBe('0.6');
    expect(opacity('fleet')).toBe('1');
  });
});
