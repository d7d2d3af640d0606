/** The river as a function of what came along the bus, the time and the speed. */
import { beforeAll, describe, expect, it } from 'vitest';
import { seconds } from '../../../src/engine/time.ts';
import { busOf } from '../../../src/labs/bus-lab/bus.ts';
import { BusPasses, countedUntil } from '../../../src/labs/bus-lab/bus-passes.ts';
import { envelopeOfPass, whyOf } from '../../../src/labs/bus-lab/event-json.ts';
import { beside, choiceOf, placeOf } from '../../../src/labs/bus-lab/river/choice.ts';
import { nearestDot, placedDots } from '../../../src/labs/bus-lab/river/draw-flow.ts';
import {
  BRANCH_WALL_SECONDS,
  eventsFor,
  FLOW_WALL_SECONDS,
  flowAt,
  MOUTH,
  postAt,
} from '../../../src/labs/bus-lab/river/flow.ts';
import { postsOf, programsChanged, usualRateOf, withListener } from '../../../src/labs/bus-lab/river/listeners.ts';
import { copyPlace, eventPlace, riverLayout } from '../../../src/labs/bus-lab/river/river-layout.ts';
import { eventTypes } from '../../../src/models/facts.ts';
import { Reel } from '../../../src/playback/reel.ts';
import { nodesOf } from '../../../src/scenario/create-simulation.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { createReport } from '../../../src/scenario/report.ts';
import type { StageScenario } from '../../../src/scenario/scenario.ts';
import { riverRules, rulesAtFirst } from '../../../src/stages/bus-lab/river.ts';
import { type RecordedRun, recordRun, reelOf } from '../../support/recorded-run.ts';

const COMES_SECONDS = 100;
const scenario: StageScenario = newScenario('bus-river', {
  interventions: [
    {
      kind: 'set',
      target: 'lab-bus',
      parameter: 'rules',
      value: withListener(rulesAtFirst, 'search', true),
      atSeconds: COMES_SECONDS,
    },
  ],
});
const bus = busOf(scenario);
const posts = postsOf(riverRules);
const END = seconds(scenario.durationSeconds);
let run: RecordedRun;
let passes: BusPasses;
let reel: Reel;

const passesOf = (of: Reel): BusPasses => {
  const made = new BusPasses(of, bus.index, (number, at) => bus.rulesAt(at)[number]?.name ?? '');
  made.update();
  return made;
};

beforeAll(() => {
  run = recordRun(scenario);
  reel = reelOf(run.chunks);
  passes = passesOf(reel);
});

describe('what came along the bus', () => {
  it('is counted as the report counts it', () => {
    const report = createReport(scenario).components.find(({ id }) => id === 'lab-bus');
    if (report?.kind !== 'event-bus') throw new Error('no bus');
    const counts = countedUntil(passes, END);
    expect(counts).toMatchObject({ published: report.published, unmatched: report.unmatched, replayed: 0 });
    const copies = report.rules.reduce((sum, { matched }) => sum + matched, 0);
    expect([...counts.byRule.values()].reduce((sum, n) => sum + n, 0)).toBe(copies);
    expect(counts.byPublisher.get(bus.indexOf('uploaders'))).toBe(report.rules[1]?.matched);
  });

  it('has the names of the rules as they stood then, though the numbers of rules have changed since', () => {
    const videos = passes.all.filter(({ event }) => eventTypes[event] === 'video-ready');
    const heard = videos.filter(({ rules }) => rules.includes('search'));
    expect(heard.length).toBeGreaterThan(10);
    expect(heard.every(({ at }) => at >= seconds(COMES_SECONDS))).toBe(true);
    expect(videos.filter(({ at, rules }) => at >= seconds(COMES_SECONDS) && rules.length === 0)).toEqual([]);
    const clicks = passes.all.filter(({ event }) => eventTypes[event] === 'clicked');
    expect(clicks.every(({ rules }) => rules.join() === 'statistics')).toBe(true);
  });

  it('comes to the same chunk by chunk, and is read anew where the future is another', () => {
    const growing = new Reel();
    const live = passesOf(growing);
    for (const chunk of run.chunks) {
      growing.add(chunk);
      live.update();
    }
    expect(live.all).toEqual(passes.all);
    growing.truncate(10);
    live.update();
    expect(live.all.length).toBe(passes.placeAt(growing.recordedUntil));
    for (const chunk of run.chunks.slice(10)) growing.add(chunk);
    live.update();
    expect(live.all).toEqual(passes.all);
  });
});

describe('the flow', () => {
  const settings = (t: number, speed = 1, isStepped = false) => ({ posts, t: seconds(t), speed, isStepped });

  it('is the same at a moment, from wherever one comes', () => {
    expect(flowAt(passes, settings(120))).toEqual(flowAt(passesOf(reel), settings(120)));
  });

  it('moves with the time and with nothing else: half the way after half the time, at any speed', () => {
    const first = passes.all[0];
    if (!first) throw new Error('nothing came');
    for (const speed of [0.5, 2, 10]) {
      const t = first.at / 1e6 + (FLOW_WALL_SECONDS * speed) / 2;
      const dot = flowAt(passes, settings(t, speed)).dots.find((each) => each.kind === 'event' && each.pass === first);
      expect(dot?.progress).toBeCloseTo(0.5, 5);
    }
  });

  it('lets a copy branch off at the post of each rule that took the event, when the event passes it', () => {
    const pass = passes.all.find(({ rules }) => rules.includes('process') && rules.includes('thumbnails'));
    if (!pass) throw new Error('no upload came');
    for (const rule of ['process', 'thumbnails']) {
      const passesPost = pass.at / 1e6 + postAt(posts.indexOf(rule), posts.length) * FLOW_WALL_SECONDS;
      const copies = (t: number) =>
        flowAt(passes, settings(t)).dots.filter((dot) => dot.kind === 'copy' && dot.rule === rule && dot.pass === pass);
      expect(copies(passesPost - 0.01)).toEqual([]);
      expect(copies(passesPost + BRANCH_WALL_SECONDS / 2)[0]?.progress).toBeCloseTo(0.5, 5);
      expect(copies(passesPost + BRANCH_WALL_SECONDS + 0.01)).toEqual([]);
    }
  });

  it('fades what no rule took, from the first post on, and nothing else', () => {
    const strengths = new Map<boolean, number[]>([
      [true, []],
      [false, []],
    ]);
    for (let t = 5; t < 300; t += 0.5) {
      for (const dot of flowAt(passes, settings(t)).dots) {
        if (dot.kind === 'event') strengths.get(dot.pass.rules.length > 0)?.push(dot.strength);
      }
    }
    expect(new Set(strengths.get(true))).toEqual(new Set([1]));
    const faded = strengths.get(false) ?? [];
    expect(Math.max(...faded)).toBe(1);
    expect(Math.min(...faded)).toBeLessThan(0.25);
    expect(Math.min(...faded)).toBeGreaterThanOrEqual(0.15);
  });

  it('steps from station to station where motion is to be spared', () => {
    const stations = [0, MOUTH, ...posts.map((_, place) => postAt(place, posts.length)), 1];
    for (let t = 10; t < 100; t += 0.7) {
      for (const { kind, progress } of flowAt(passes, settings(t, 2, true)).dots) {
        expect(kind === 'event' ? stations : [0, 1]).toContain(progress);
      }
    }
  });

  it('lets a dot stand for more events the more there are, and always shows the trickle', () => {
    expect([1, 24, 25, 48, 49, 120, 121, 240, 241].map(eventsFor)).toEqual([1, 1, 2, 2, 5, 5, 10, 10, 20]);
    const { dots, eventsPerDot } = flowAt(passes, settings(290, 1000));
    const clickers = bus.indexOf('clickers');
    expect(eventsPerDot.get(clickers)).toBeGreaterThan(1);
    expect(eventsPerDot.get(bus.indexOf('machines'))).toBeLessThan(eventsPerDot.get(clickers) ?? 0);
    const events = dots.filter(({ kind }) => kind === 'event');
    for (const id of ['clickers', 'uploaders', 'players', 'machines', 'process']) {
      const shown = events.filter(({ pass }) => pass.from === bus.indexOf(id)).length;
      expect(shown).toBeGreaterThan(0);
      expect(shown).toBeLessThanOrEqual(24);
    }
  });
});

describe('the picture of it', () => {
  const producers = ['clickers', 'uploaders', 'players', 'machines', 'process'];
  const layouts = [360, 560, 700, 820, 1200].map((width) => riverLayout(width, 16, producers, posts));
  const inside = ({ width, height }: { width: number; height: number }, place: { x: number; y: number } | null) =>
    place !== null && place.x >= 0 && place.x <= width && place.y >= 0 && place.y <= height;

  it('keeps everything inside, on a phone and on a wide screen', () => {
    for (const layout of layouts) {
      for (const id of producers) {
        for (let progress = 0; progress <= 1; progress += 0.05) {
          expect(inside(layout, eventPlace(layout, id, progress))).toBe(true);
        }
      }
      for (const { name, label } of layout.posts) {
        expect(inside(layout, copyPlace(layout, name, 1))).toBe(true);
        expect(inside(layout, label)).toBe(true);
      }
    }
    expect(layouts.map(({ isUpright }) => isUpright)).toEqual([true, true, false, false, false]);
  });

  it('lets an event pass each post when its progress says so', () => {
    for (const layout of layouts) {
      layout.posts.forEach(({ foot }, place) => {
        const event = eventPlace(layout, 'players', postAt(place, posts.length));
        const along = layout.isUpright ? [event?.y, foot.y] : [event?.x, foot.x];
        expect(along[0]).toBeCloseTo(along[1] ?? -1, 3);
      });
    }
  });

  it('does not jump where a tributary comes into the river', () => {
    for (const layout of layouts) {
      const before = eventPlace(layout, 'clickers', MOUTH - 1e-6);
      const after = eventPlace(layout, 'clickers', MOUTH);
      expect(before?.x).toBeCloseTo(after?.x ?? -1, 1);
      expect(before?.y).toBeCloseTo(after?.y ?? -1, 1);
    }
  });

  it('finds the dot that was meant, and none where there is none near', () => {
    const [layout] = layouts as [(typeof layouts)[number]];
    const flow = flowAt(passes, { posts, t: seconds(60), speed: 5, isStepped: false });
    const placed = placedDots(flow, layout, (component) => bus.nodes[component]?.id ?? '');
    expect(placed.length).toBeGreaterThan(3);
    for (const { x, y } of placed) expect(nearestDot(placed, x + 1, y, 3)).not.toBeNull();
    expect(nearestDot(placed, -500, -500, 30)).toBeNull();
  });
});

describe('an event that was picked', () => {
  it('is told with its JSON, its upload in it', () => {
    const pass = passes.all.find(({ event }) => eventTypes[event] === 'upload-complete');
    if (!pass) throw new Error('no upload came');
    expect(envelopeOfPass(pass, bus, reel)).toMatchObject({
      id: `lab-bus-${pass.number}`,
      'detail-type': 'upload-complete',
      source: 'decoupled.uploaders',
      detail: { upload: pass.upload, object: 'master', megabytes: expect.any(Number) },
    });
  });

  it('is held against every rule as the bus did, and each says by which field', () => {
    for (const pass of passes.all.slice(0, 60)) {
      const envelope = envelopeOfPass(pass, bus, reel);
      const whys = bus.rulesAt(pass.at).map((rule) => whyOf(rule, envelope));
      expect(whys.filter(({ matches }) => matches).map(({ rule }) => rule)).toEqual(pass.rules);
      expect(whys.every(({ field, wanted }) => field === 'detail-type' && wanted !== '')).toBe(true);
    }
  });

  it('says nothing of a field where the rule asks for no event', () => {
    const [rule] = riverRules as [(typeof riverRules)[number]];
    expect(whyOf({ ...rule, enabled: false }, {})).toMatchObject({ matches: false, field: '' });
  });

  it('has an event before and one after it; none after the latest, and none is picked that is still to come', () => {
    const t = seconds(50);
    const { before: latest } = beside(passes, null, t);
    if (!latest) throw new Error('nothing came');
    const choice = choiceOf(latest);
    expect(latest.at).toBeLessThanOrEqual(t);
    expect(beside(passes, choice, t).after).toBeUndefined();
    expect(beside(passes, choice, END).after).toBeDefined();
    expect(placeOf(passes, choice, latest.at - 1)).toBe(-1);
  });
});

describe('those who come and go', () => {
  it('take their rule along and leave all others as they are', () => {
    const with3 = withListener(withListener(rulesAtFirst, 'audit', true), 'search', true);
    expect(with3.map(({ name }) => name)).toEqual([
      'statistics',
      'process',
      'thumbnails',
      'monitor',
      'search',
      'audit',
    ]);
    expect(withListener(withListener(with3, 'search', false), 'audit', false)).toEqual(rulesAtFirst);
    expect(usualRateOf('machines')).toBe(0.1);
    expect(usualRateOf('nobody')).toBe(0);
  });

  it('change the program of nobody; a program that is changed is counted', () => {
    const nodes = nodesOf(newScenario('bus-river'));
    expect(programsChanged(nodes, bus.nodes)).toBe(0);
    const other = nodes.map((node) =>
      node.id === 'audit' ? { ...node, params: { ...node.params, steps: [] } } : node,
    );
    expect(programsChanged(nodes, other)).toBe(1);
  });
});
