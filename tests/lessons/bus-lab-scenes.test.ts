/** Scenes of the event bus lab show what their passages tell: what is to have come again has, and who is said to have listened did. */
import { describe, expect, it } from 'vitest';
import { busArchiveStory } from '../../src/lessons/bus-lab/archive.ts';
import { busBusesStory } from '../../src/lessons/bus-lab/buses.ts';
import { busRiverStory } from '../../src/lessons/bus-lab/river.ts';
import type { Story } from '../../src/lessons/story.ts';
import type { BusReplay } from '../../src/models/parameters.ts';
import { withScene } from '../../src/panels/story/scene.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { createReport, type RunReport } from '../../src/scenario/report.ts';
import { stages } from '../../src/stages/catalogue.ts';

/** The run of a scene from the start up to the moment at which its playhead stands, or to its end. */
function runOf({ stage, passages }: Story, id: string, until: 'its moment' | 'the end'): RunReport {
  const scene = passages.find((passage) => passage.id === id)?.scene;
  if (typeof scene?.at !== 'number') throw new Error(`no scene with a moment: ${id}`);
  const scenario = withScene(newScenario(stage), scene, scene.at, stage);
  return createReport(until === 'the end' ? scenario : { ...scenario, durationSeconds: scene.at });
}

function busOf(report: RunReport) {
  const bus = report.components.find(({ id }) => id === 'lab-bus');
  if (bus?.kind !== 'event-bus') throw new Error('no bus');
  return bus;
}

describe('the scenes of the archive', () => {
  const replaying = busArchiveStory.passages.filter(({ scene }) =>
    (scene?.set ?? []).some(({ parameter, value }) => parameter === 'replays' && (value as BusReplay[]).length > 0),
  );

  it.each(replaying.map(({ id }) => id))('send something again where they ask for it: %s', (id) => {
    expect(busOf(runOf(busArchiveStory, id, 'the end')).replayed).toBeGreaterThan(0);
  });

  it('tell what listening twice did when it has been done', () => {
    expect(busOf(runOf(busArchiveStory, 'twice', 'its moment')).replayed).toBeGreaterThan(0);
  });
});

it('the river lets operations hear the machines before these fall silent', () => {
  const operations = runOf(busRiverStory, 'goes', 'its moment').components.find(({ id }) => id === 'operations');
  expect(operations?.traffic.arrived).toBeGreaterThan(0);
});

it('the story of buses points at everybody who tells the default bus something', () => {
  const telling = stages['bus-buses'].links.filter(({ to }) => to === 'default-bus').map(({ from }) => from);
  const first = busBusesStory.passages.find(({ id }) => id === 'default');
  expect(telling.toSorted()).toEqual(
    first?.links
      .filter(([, to]) => to === 'default-bus')
      .map(([from]) => from)
      .toSorted(),
  );
});
