/** Stories speak of what is there, set scenes that can be set, and say no figure by heart. */
import { describe, expect, it } from 'vitest';
import { stories } from '../../src/lessons/catalogue.ts';
import type { Passage, Scene, Story } from '../../src/lessons/story.ts';
import type { Parameter } from '../../src/models/parameters.ts';
import { models } from '../../src/models/registry.ts';
import type { WorldNode } from '../../src/models/world.ts';
import { landmarksOf } from '../../src/panels/landmarks.ts';
import { withScene } from '../../src/panels/story/scene.ts';
import { SPEEDS } from '../../src/playback/pacer.ts';
import { nodesOf, planOf, topologyOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { createReport, type RunReport } from '../../src/scenario/report.ts';
import type { Intervention, StageScenario } from '../../src/scenario/scenario.ts';
import { parseScenario } from '../../src/scenario/schema.ts';
import { meansSomething } from '../../src/scenario/targets.ts';
import { formsOf, isBenchId, type StageId, storyIds } from '../../src/stages/catalogue.ts';
import { shortened } from '../../src/stores/scenario-edits.ts';
import { catalogue } from '../../src/text/catalogue.ts';
import { filledTextOf, isTextKey, textOf, type Vocabulary } from '../../src/text/text.ts';

const vocabularies: readonly Vocabulary[] = ['neutral', 'aws'];
/** Names that are written with digits and are no figures. */
const NAMES = /\b(4K|480p|720p|1080p|S3|EC2|Route 53|HTTP\/2)\b/g;
/** Names of Amazon's services, and words that only its manuals use. */
const AWS_NAMES =
  /\b(Amazon|AWS|EC2|S3|SQS|SNS|DynamoDB|Lambda|EventBridge|Kinesis|CloudWatch|API Gateway|ALB|Application Load Balancer|Auto Scaling|Availability Zone|FIFO)\b/;

const all = Object.entries(stories) as [string, Story][];
const passages = all.flatMap(([id, { passages: own }]) => own.map((each) => [`${id}.${each.id}`, id, each] as const));
const scenes = passages.flatMap(([key, id, { scene }]) =>
  scene === undefined ? [] : [[key, scene.form ?? (id as StageId), scene] as const],
);

/** The stage that is on screen with a passage, as far as the passage says. */
const shownBy = (id: string, { scene }: Passage): StageId => scene?.form ?? (id as StageId);
const nodes = (stage: StageId): WorldNode[] => nodesOf(newScenario(stage));

function valuesOf(id: string, { numbers = {} }: Passage): Record<string, unknown> {
  const known = nodes(id as StageId);
  return Object.fromEntries(
    Object.entries(numbers).map(([name, { component, parameter }]) => [
      name,
      known.find((node) => node.id === component)?.params[parameter],
    ]),
  );
}

/** Words as they are read, in either vocabulary, the figures of the stage in them. */
const read = (key: string, numbers: Record<string, unknown>): string[] =>
  vocabularies.map((vocabulary) => filledTextOf(vocabulary, key, numbers as Record<string, number>));

const placesIn = (form: string): string[] => [
  ...new Set([...form.matchAll(/\{([^}|]+)/g)].map(([, name]) => name as string)),
];

const withoutPlaces = (form: string): string => form.replace(/\{[^}]*\}/g, '');

/** Where the playhead of a scene stands, in seconds. */
function secondsOf(stage: StageId, { at = 'start' }: Scene): number | null | undefined {
  if (typeof at === 'number') return at;
  if (at === 'start') return 0;
  const landmarks = landmarksOf(newScenario(stage));
  return at === 'peak' ? landmarks?.peakSeconds : landmarks?.quietSeconds;
}

/** The scenario that a scene makes, its parameters set from the start, or turned where its playhead stands if they can be. */
function made(stage: StageId, scene: Scene, from: 'the start' | 'its moment'): StageScenario {
  const atSeconds = secondsOf(stage, scene) ?? 0;
  const known = nodes(stage);
  const parameters: Record<string, Record<string, unknown>> = {};
  const interventions: Intervention[] = (scene.faults ?? []).map((fault) => ({ kind: 'fault', ...fault, atSeconds }));
  for (const { component, parameter, value, atSeconds: own = atSeconds } of scene.set ?? []) {
    const node = known.find(({ id }) => id === component);
    const declared = node && (models[node.kind].parameters as Readonly<Record<string, Parameter>>)[parameter];
    const isTurnable = declared !== undefined && declared.type !== 'choice' && declared.turnable === true;
    if (isTurnable && from === 'its moment' && atSeconds > 0) {
      interventions.push({ kind: 'set', target: component, parameter, value, atSeconds: own });
    } else parameters[component] = { ...parameters[component], [parameter]: value };
  }
  return newScenario(stage, { parameters, interventions });
}

describe('the stories', () => {
  it('are one for each stage of the ladder, each use of functions and each bench, told of that one', () => {
    expect(Object.keys(stories)).toEqual([...storyIds]);
    expect(all.filter(([id, { stage }]) => id !== stage)).toEqual([]);
  });

  it.each(all)('have four to seven passages, on a bench three at least, with names of their own: %s', (id, story) => {
    const { passages: own } = story;
    expect(own.length).toBeGreaterThanOrEqual(isBenchId(id) ? 3 : 4);
    expect(own.length).toBeLessThanOrEqual(7);
    expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
  });

  it.each(all)('set a scene with more than half of their passages: %s', (_, { passages: own }) => {
    expect(own.filter(({ scene }) => scene).length).toBeGreaterThan(own.length / 2);
  });

  it('show every form in which a stage comes at first, and the other one where there are two', () => {
    for (const id of ['tiers', 'queued'] as const) {
      const shown = stories[id].passages.flatMap(({ scene }) => scene?.form ?? []);
      expect([...new Set(shown)].toSorted()).toEqual([...formsOf(id)].toSorted());
    }
  });

  it('have no words that no passage stands for', () => {
    const written = Object.keys(catalogue).filter((key) => /^story\.[^.]+\.[^.]+(\.scene)?$/.test(key));
    const told = new Set(passages.flatMap(([key, , { scene }]) => [key, ...(scene ? [`${key}.scene`] : [])]));
    const ofStories = written.filter((key) => storyIds.some((id) => key.startsWith(`story.${id}.`)));
    expect(ofStories.toSorted()).toEqual([...told].map((key) => `story.${key}`).toSorted());
  });
});

describe('a passage', () => {
  it.each(passages)('lights up something, and only what is there: %s', (_, id, passage) => {
    const { components, links } = passage;
    const stage = shownBy(id, passage);
    const topology = topologyOf(newScenario(stage));
    const there = new Set(topology.nodes.map((node) => node.id));
    const linked = new Set(topology.links.map(({ from, to }) => `${from} → ${to}`));
    expect(components.length + links.length).toBeGreaterThan(0);
    expect(components.filter((each) => !there.has(each))).toEqual([]);
    expect(links.map(([from, to]) => `${from} → ${to}`).filter((each) => !linked.has(each))).toEqual([]);
    expect(new Set(components).size).toBe(components.length);
    expect(new Set(links.map(String)).size).toBe(links.length);
  });

  it.each(passages)(
    'takes its figures from the stage, and has a place for each, in both vocabularies: %s',
    (key, id, passage) => {
      const values = valuesOf(id, passage);
      expect(Object.values(values).filter((value) => typeof value !== 'number')).toEqual([]);
      for (const vocabulary of vocabularies) {
        const form = textOf(vocabulary, `story.${key}`);
        expect(placesIn(form).toSorted()).toEqual(Object.keys(passage.numbers ?? {}).toSorted());
      }
      expect(read(`story.${key}`, values).join()).not.toMatch(/[{}]|NaN|undefined|null/);
    },
  );

  it.each(passages)('says no figure by heart: %s', (key) => {
    for (const vocabulary of vocabularies) {
      const form = withoutPlaces(textOf(vocabulary, `story.${key}`));
      expect(form.replace(NAMES, '')).not.toMatch(/\d/);
    }
  });

  it.each(passages)('is short, and tells two to four sentences: %s', (key, id, passage) => {
    for (const words of read(`story.${key}`, valuesOf(id, passage))) {
      const sentences = words.match(/[.?!](?=\s|$)/g)?.length ?? 0;
      expect(sentences).toBeGreaterThanOrEqual(2);
      expect(sentences).toBeLessThanOrEqual(4);
      expect(words.length).toBeLessThanOrEqual(400);
    }
  });

  it.each(passages)('names no service of Amazon in plain words: %s', (key) => {
    const keys = [`story.${key}`, `story.${key}.scene`].filter(isTextKey);
    for (const each of keys) expect(textOf('neutral', each)).not.toMatch(AWS_NAMES);
  });
});

describe('a scene', () => {
  it.each(scenes)('has a short word on its button, with nothing to fill in: %s', (key) => {
    for (const vocabulary of vocabularies) {
      const words = textOf(vocabulary, `story.${key}.scene`);
      expect(words.length).toBeLessThanOrEqual(60);
      expect(words.replace(NAMES, '')).not.toMatch(/[{}\d.]/);
    }
  });

  it.each(scenes)('makes a scenario that holds, set from the start or at its moment: %s', (_, stage, scene) => {
    for (const from of ['the start', 'its moment'] as const) {
      const scenario = made(stage, scene, from);
      expect(parseScenario(scenario)).toEqual({ ok: true, scenario });
    }
  });

  it.each(scenes)('shows a form of its own story: %s', (key, stage) => {
    const [id = ''] = key.split('.');
    expect(formsOf(id as (typeof storyIds)[number])).toContain(stage);
  });

  it.each(scenes)('plays at a speed that there is, from a moment of the run: %s', (_, stage, scene) => {
    if (scene.speed !== undefined) expect(SPEEDS).toContain(scene.speed);
    const atSeconds = secondsOf(stage, scene);
    expect(atSeconds).toBeGreaterThanOrEqual(0);
    expect(atSeconds).toBeLessThan(newScenario(stage).durationSeconds);
  });

  it.each(scenes)('breaks only what is there and can break so: %s', (_, stage, { faults = [] }) => {
    const { nodes: known, links } = planOf(newScenario(stage));
    const inVain = faults.filter(({ fault, target }) => !meansSomething(fault, target, known, links));
    expect(inVain).toEqual([]);
  });

  it.each(all)('depends on none before it: whatever one sets, all of a story set: %s', (_, { passages: own }) => {
    const ofStory = own.flatMap(({ scene }) => scene ?? []);
    const set = ofStory.map((scene) => [
      ...(scene.form === undefined ? [] : ['form']),
      ...(scene.faults === undefined ? [] : ['faults']),
      // Once, however often it is turned.
      ...new Set((scene.set ?? []).map(({ component, parameter }) => `${component}.${parameter}`)),
    ]);
    const [first = []] = set;
    for (const each of set) expect(each.toSorted()).toEqual(first.toSorted());
  });
});

describe('what every model leaves out', () => {
  it('speaks of no videos where nobody uploads any', () => {
    for (const vocabulary of vocabularies) {
      expect(textOf(vocabulary, 'omitted.all.others')).not.toMatch(/video|upload|transcod/);
    }
  });
});

describe('a scene with a history of its own', () => {
  it('has the canary behind it that is called back at its moment: failures before, and none soon after', () => {
    const [, stage, scene] = scenes.find(([key]) => key === 'function-versions.back') as (typeof scenes)[number];
    const at = secondsOf(stage, scene) as number;
    const scenario = withScene(newScenario(stage), scene, at, stage);
    expect(parseScenario(scenario)).toEqual({ ok: true, scenario });
    const refusedBy = (durationSeconds: number): number =>
      createReport(shortened(scenario, durationSeconds)).uploads.refused;
    expect(refusedBy(at)).toBeGreaterThan(0);
    // What was under way at that moment is over by then.
    expect(refusedBy(at + 60)).toBe(refusedBy(at + 5));
  });
});

describe('what is told of the lower stages is seen in their scenes:', () => {
  const shown = (key: string): RunReport => {
    const found = scenes.find(([name]) => name === key);
    if (found === undefined) throw new Error(`"${key}" sets no scene`);
    const [, stage, scene] = found;
    return createReport(made(stage, scene, 'its moment'));
  };
  const groupOf = ({ components }: RunReport, id: string) => {
    const group = components.find((each) => each.id === id);
    if (group?.kind !== 'instance-group') throw new Error(`"${id}" is no instance group`);
    return group;
  };
  const waitingIn = ({ components }: RunReport, id: string): number => {
    const queue = components.find((each) => each.id === id);
    if (queue?.kind !== 'queue') throw new Error(`"${id}" is no queue`);
    return queue.visibleMessages.maximum;
  };
  /** Of those who come once something is broken. */
  const startedBefore = (key: string): number => {
    const [, stage, scene] = scenes.find(([name]) => name === key) as (typeof scenes)[number];
    const until = secondsOf(stage, scene) ?? 0;
    return createReport(newScenario(stage, { durationSeconds: until })).uploads.started;
  };

  it('on the monolith people wait at the door, and see errors once it is down, those who waited too', () => {
    const { uploads } = shown('monolith.breaks');
    expect(groupOf(shown('monolith.look'), 'monolith').backlogRequests.maximum).toBeGreaterThan(0);
    expect(uploads.accepted + uploads.refused).toBe(uploads.started);
    expect(uploads.refused).toBeGreaterThan(uploads.started - startedBefore('monolith.breaks'));
  });

  it('three times as many are too many for one machine; a second one turns fewer away and costs as much again', () => {
    const [one, two] = [shown('monolith.too-many'), shown('monolith.second-copy')];
    expect(groupOf(one, 'monolith').backlogRequests.maximum).toBe(8);
    expect(one.uploads.refused).toBeGreaterThan(two.uploads.refused);
    expect((two.bill.perHourUsd as number) / (one.bill.perHourUsd as number)).toBeCloseTo(2, 1);
  });

  it('an hour of the monolith costs the same by night and by day', () => {
    const { bill } = shown('monolith.night');
    expect(bill.perHourAtEndUsd / (bill.perHourUsd as number)).toBeCloseTo(1, 3);
  });

  it('all four programs on one server go down with it', () => {
    const report = shown('tiers.one-server');
    const down = ['upload', 'process', 'store', 'manage'].map((id) => groupOf(report, id).instances.crashed.atEnd);
    expect(down).toEqual([1, 1, 1, 1]);
  });

  it('a small machine for processing turns many away, and a tall one nobody', () => {
    const { uploads } = shown('tiers.taller');
    expect(uploads.refused).toBeGreaterThan(uploads.started / 4);
    expect(shown('tiers.apart').uploads.refused).toBe(0);
  });

  it('upload is up while processing is down, and every upload fails', () => {
    const report = shown('tiers.coupled');
    expect(groupOf(report, 'upload').instances.crashed.maximum).toBe(0);
    expect(report.uploads.refused).toBeGreaterThanOrEqual(report.uploads.started - startedBefore('tiers.coupled'));
  });

  it('slow processing takes every slot of upload, and the line reaches its door', () => {
    const upload = groupOf(shown('tiers.slow'), 'upload');
    expect(upload.busySlots.maximum).toBe(12);
    expect(upload.backlogRequests.maximum).toBeGreaterThan(0);
  });

  it('one instance behind a load balancer is missed by few, and replaced; all of them by everybody', () => {
    const one = shown('load-balanced.one-lost');
    expect(one.uploads.refused).toBeGreaterThan(0);
    expect(one.uploads.refused).toBeLessThan(one.uploads.started / 10);
    expect(groupOf(one, 'process').instances.crashed.atEnd).toBe(0);
    const { uploads } = shown('load-balanced.tier-lost');
    expect(uploads.refused).toBeGreaterThanOrEqual(uploads.started - startedBefore('load-balanced.tier-lost'));
  });

  it('processing grows wider with twice as many people, refuses none, and comes back', () => {
    const report = shown('load-balanced.wider');
    const { inService } = groupOf(report, 'process').instances;
    expect(report.uploads.refused).toBe(0);
    const usual = groupOf(shown('load-balanced.one-address'), 'process').instances.inService;
    expect(inService.maximum).toBeGreaterThan(usual.maximum);
    expect(inService.atEnd).toBe(2);
  });

  it('at zero nobody is served and no instance ever starts', () => {
    const report = shown('load-balanced.never-zero');
    expect(report.uploads.refused).toBe(report.uploads.started);
    expect(groupOf(report, 'process').instances.inService.maximum).toBe(0);
  });

  it('the fleet comes from nothing and goes back to nothing', () => {
    const { instances, instancesOverTime } = groupOf(shown('queued.fleet'), 'fleet');
    const { inService } = instances;
    expect([instancesOverTime.inService[0], inService.atEnd]).toEqual([0, 0]);
    expect(inService.maximum).toBeGreaterThan(2);
  });

  it('whoever uploads notices nothing of processing that is down, and the queue grows', () => {
    const [down, as] = [shown('queued.down'), shown('queued.fleet')];
    expect(down.uploads.accepted).toBe(down.uploads.started);
    expect(down.untilAccepted.maximumSeconds).toBeCloseTo(as.untilAccepted.maximumSeconds as number, 1);
    expect(waitingIn(down, 'queue')).toBeGreaterThan(2 * waitingIn(as, 'queue'));
  });

  it('broken videos end among the dead letters, and all others can be watched', () => {
    const { uploads } = shown('queued.dead-letters');
    expect(uploads.deadLettered).toBeGreaterThan(0);
    expect(uploads.watchable + uploads.deadLettered).toBe(uploads.started);
  });

  it('with a strict order one instance works while others watch', () => {
    const fleet = groupOf(shown('queued.order'), 'fleet');
    expect(fleet.busySlots.maximum).toBe(1);
    expect(fleet.instances.inService.maximum).toBeGreaterThan(2);
  });

  it('with storing down only the queue before it grows, and a video takes longer by all its queues', () => {
    const down = shown('queued.every-step');
    const as = createReport(newScenario('queued-steps'));
    expect(down.uploads.refused).toBe(0);
    expect(waitingIn(down, 'store-queue')).toBeGreaterThan(1.5 * waitingIn(as, 'store-queue'));
    for (const other of ['upload-queue', 'queue', 'manage-queue']) {
      expect(waitingIn(down, other)).toBeLessThanOrEqual(waitingIn(as, other));
    }
    const usual = shown('queued.fleet').untilWatchable.p50Seconds as number;
    expect(as.untilWatchable.p50Seconds).toBeGreaterThan(usual);
  });
});
