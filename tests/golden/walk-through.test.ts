import { describe, expect, it } from 'vitest';
import type { GroupReport } from '../../src/metrics/group-figures.ts';
import { planOf } from '../../src/scenario/create-simulation.ts';
import { createReport } from '../../src/scenario/report.ts';
import { parseScenario } from '../../src/scenario/schema.ts';
import { walkThrough } from '../../src/scenario/walk-through.ts';
import { factsOf } from '../support/facts.ts';
import { expectGolden } from '../support/golden.ts';

/** What happens at these components, without the times and the numbers of jobs. */
function storyOf(...components: string[]): string[] {
  return factsOf(walkThrough, { without: ['message.sent', 'message.taken', 'queue.polled', 'step.finished'] })
    .filter((line) => components.includes(line.split(' ')[1] as string))
    .map((line) =>
      line
        .replace(/^\S+ /, '')
        .replace(/ (until|in service at|visible again at) \S+$/, '')
        .replace(/ job \d+$/, ''),
    );
}

/** Of the fleet, up to some second. */
function fleetAt(durationSeconds: number) {
  const { components, bill } = createReport({ ...walkThrough, durationSeconds });
  const { desiredInstances, instances } = components.find(({ id }) => id === 'fleet') as GroupReport;
  return {
    desired: desiredInstances.atEnd,
    starting: instances.starting.atEnd,
    inService: instances.inService.atEnd,
    billed: bill.lines.filter(({ component }) => component === 'fleet').reduce((sum, { sumUsd }) => sum + sumUsd, 0),
  };
}

describe('the walk-through', () => {
  it('is a valid scenario of the queued stage, with minimum 0, desired 0, maximum 1337', () => {
    expect(parseScenario(walkThrough)).toEqual({ ok: true, scenario: walkThrough });
    const fleet = planOf(walkThrough).nodes.find(({ id }) => id === 'fleet');
    expect(fleet?.params).toMatchObject({ minimum: 0, desired: 0, maximum: 1337 });
  });

  it('happens as it did, fact by fact', () => {
    expectGolden('walk-through.txt', `${factsOf(walkThrough).join('\n')}\n`);
  });

  it('tells its story at queue and fleet: 0 → 2 → 1 → 0', () => {
    const workOn = (upload: number, instance: number) =>
      ['process 480p', 'process 720p', 'process 1080p', 'store', 'manage'].map(
        (step) => `fleet step.began ${step} upload ${upload} instance ${instance}`,
      );
    const story = storyOf('queue', 'fleet');
    expect(story.filter((line) => !line.startsWith('fleet step.'))).toEqual([
      'queue message.queued upload 0 item 0 1 visible',
      'queue message.queued upload 1 item 1 2 visible',
      'queue message.queued upload 2 item 2 3 visible',
      'fleet desired.changed from 0 to 2 at length 3',
      'fleet instance.launched instance 0',
      'fleet instance.launched instance 1',
      'fleet instance.running instance 0',
      'fleet instance.running instance 1',
      'fleet instance.in-service instance 0',
      'fleet instance.in-service instance 1',
      'queue message.received upload 0 item 0 for time 1',
      'queue message.received upload 1 item 1 for time 1',
      'fleet job.began upload 0 instance 0',
      'fleet job.began upload 1 instance 1',
      'fleet upload.watchable upload 1',
      'queue message.deleted upload 1 item 1',
      'fleet upload.watchable upload 0',
      'fleet job.finished upload 1 instance 1',
      'queue message.deleted upload 0 item 0',
      'queue message.received upload 2 item 2 for time 1',
      'fleet job.finished upload 0 instance 0',
      'fleet job.began upload 2 instance 1',
      'fleet desired.changed from 2 to 1 at length 1',
      'fleet instance.draining instance 0',
      'fleet instance.gone instance 0',
      'fleet upload.watchable upload 2',
      'queue message.deleted upload 2 item 2',
      'fleet job.finished upload 2 instance 1',
      'fleet desired.changed from 1 to 0 at length 0',
      'fleet instance.draining instance 1',
      'fleet instance.gone instance 1',
    ]);
    for (const work of [workOn(0, 0), workOn(1, 1), workOn(2, 1)]) {
      expect(story.filter((line) => work.includes(line))).toEqual(work);
    }
  });

  it('stores each master, fetches it, and stores its three renditions; each video is entered in the catalogue', () => {
    const story = storyOf('bucket', 'metadata');
    for (const upload of [0, 1, 2]) {
      expect(story.filter((line) => line.includes(`upload ${upload}`))).toEqual([
        `bucket object.stored master upload ${upload} 1320 MB`,
        `bucket object.fetched master upload ${upload} 1320 MB`,
        `bucket object.stored 480p upload ${upload} 75 MB`,
        `bucket object.stored 720p upload ${upload} 150 MB`,
        `bucket object.stored 1080p upload ${upload} 240 MB`,
        `metadata item.written upload ${upload}`,
      ]);
    }
  });

  it('costs nothing before and nothing more after: at the end nothing of the fleet runs', () => {
    const nothing = { desired: 0, starting: 0, inService: 0 };
    expect(fleetAt(3)).toEqual({ ...nothing, billed: 0 });
    const end = fleetAt(walkThrough.durationSeconds);
    expect({ ...end, billed: 0 }).toEqual({ ...nothing, billed: 0 });
    expect(end.billed).toBeGreaterThan(fleetAt(20).billed);
    expect(fleetAt(10 * walkThrough.durationSeconds)).toEqual(end);
  });
});
