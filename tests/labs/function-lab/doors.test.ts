/** The two doors: what switches make of them, how they are written down, and what came of each entry in a run. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../../src/engine/time.ts';
import { type DoorLog, doorLog } from '../../../src/labs/function-lab/permissions/door-log.ts';
import {
  deniedBy,
  documentOf,
  entriesOf,
  HANDLER,
  isStruck,
  setAtMoment,
  subjectOf,
  switched,
} from '../../../src/labs/function-lab/permissions/doors.ts';
import { type EntryFigures, entryFigures } from '../../../src/labs/function-lab/permissions/entry-figures.ts';
import { permissionsOf } from '../../../src/models/function/who-may.ts';
import { planOf } from '../../../src/scenario/create-simulation.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { createReport } from '../../../src/scenario/report.ts';
import type { Intervention, StageScenario } from '../../../src/scenario/scenario.ts';
import { textOf } from '../../../src/text/text.ts';
import { recordRun, reelOf } from '../../support/recorded-run.ts';

const bench = newScenario('function-permissions');
const { nodes, links } = planOf(bench);
const permissions = permissionsOf(nodes, links);
const policy = entriesOf(permissions, 'policy');
const role = entriesOf(permissions, 'role');
const handler = nodes.findIndex(({ id }) => id === HANDLER);

const set = (parameter: string, value: unknown, atSeconds: number): Intervention => ({
  kind: 'set',
  target: HANDLER,
  parameter,
  value,
  atSeconds,
});
const withDone = (...interventions: Intervention[]): StageScenario => ({ ...bench, interventions });

function logOf(scenario: StageScenario, t = scenario.durationSeconds): DoorLog {
  const reel = reelOf(recordRun(scenario).chunks);
  return doorLog(reel, { handler, links, components: nodes.length }, seconds(t));
}

/** Figures of each entry, by who calls or what is called. */
function figuresIn(scenario: StageScenario): Record<string, EntryFigures> {
  const log = logOf(scenario);
  const denied = deniedBy(scenario, role, log.deniedRunsAt);
  return Object.fromEntries(
    [...policy, ...role].map((entry) => [subjectOf(entry), entryFigures(entry, { nodes, links, log, denied })]),
  );
}

describe('the doors', () => {
  it('have an entry for each caller, and for all that the function does', () => {
    expect(policy.map(subjectOf)).toEqual(['front-door', 'photos', 'lab-bus']);
    expect(role.map(subjectOf)).toEqual(['inbox', 'records', 'outbox']);
  });

  it('have all their entries as the bench comes, and none while a fault has taken them', () => {
    expect(setAtMoment(bench, role, 'role', 10)).toEqual(['inbox', 'records', 'outbox']);
    const struck = withDone({ kind: 'fault', fault: 'role-missing', target: HANDLER, atSeconds: 20, untilSeconds: 30 });
    expect([10, 25, 31].map((t) => isStruck(struck, handler, 'role', seconds(t)))).toEqual([false, true, false]);
    expect(isStruck(struck, handler, 'policy', seconds(25))).toBe(false);
  });

  it('lose one entry and get it back by a switch; with all of them nothing is set', () => {
    const all = policy.map(subjectOf);
    const without = switched(policy, all, 'photos', false);
    expect(without).toEqual(['front-door', 'lab-bus']);
    expect(setAtMoment(withDone(set('invokedBy', without, 40)), policy, 'policy', 41)).toEqual(without);
    expect(setAtMoment(withDone(set('invokedBy', without, 40)), policy, 'policy', 39)).toEqual(all);
    expect(switched(policy, without as string[], 'photos', true)).toBeNull();
    expect(switched(role, ['inbox'], 'inbox', false)).toEqual([]);
  });

  it('are written down as policies of the entries that are there', () => {
    expect(documentOf(role, ['records'])).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'dynamodb:PutItem',
          Resource: 'arn:aws:dynamodb:us-east-1:123456789012:table/records',
        },
      ],
    });
    expect(documentOf(policy, policy.map(subjectOf)).Statement).toHaveLength(3);
    expect(documentOf(policy, []).Statement).toEqual([]);
  });
});

describe('what came of an entry', () => {
  it('is no harm where all is allowed', () => {
    const figures = figuresIn(bench);
    expect(Object.values(figures).map(({ denied }) => denied)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(figures['records']?.used).toBe(logOf(bench).runs);
    expect(figures['front-door']?.seen).toMatchObject({ by: 'people', sawError: 0 });
  });

  it('is people who see an error, where the gateway may not call', () => {
    const scenario = withDone(set('invokedBy', ['photos', 'lab-bus'], 60));
    const { 'front-door': door } = figuresIn(scenario);
    const { uploads } = createReport(scenario);
    expect(door?.denied).toBe(uploads.refused);
    expect(door?.seen).toMatchObject({ by: 'people', sawError: uploads.refused });
    expect(uploads.refused).toBeGreaterThan(50);
  });

  it('is nothing that anybody sees, where the store of pictures may not: tried again, and given up', () => {
    const { photos } = figuresIn(withDone(set('invokedBy', ['front-door', 'lab-bus'], 30)));
    expect(photos?.denied).toBeGreaterThan(10);
    if (photos?.seen?.by !== 'nobody') throw new Error('somebody has seen it');
    expect(photos.seen.accepted).toBeGreaterThan(40);
    expect(photos.seen.givenUp).toBeGreaterThan(10);
  });

  it('is runs that fail, told of the entry for want of which they did', () => {
    const closed = withDone(set('mayCall', ['inbox', 'outbox'], 60));
    const first = figuresIn(closed);
    expect(first['records']?.denied).toBeGreaterThan(50);
    // A call that was denied is a call: each run makes one.
    expect(first['records']?.used).toBe(logOf(closed).runs);
    expect(first['outbox']?.denied).toBe(0);
    const second = figuresIn(withDone(set('mayCall', ['inbox', 'records'], 60)));
    expect(second['records']?.denied).toBe(0);
    expect(second['outbox']?.denied).toBeGreaterThan(50);
    const struck = figuresIn(withDone({ kind: 'fault', fault: 'role-missing', target: HANDLER, atSeconds: 60 }));
    expect(struck['records']?.denied).toBeGreaterThan(50);
  });

  it('is messages that stay where they lie, where the function may not read', () => {
    const { inbox } = figuresIn(withDone(set('mayCall', ['records', 'outbox'], 60)));
    const report = createReport(withDone(set('mayCall', ['records', 'outbox'], 60)));
    const queue = report.components.find(({ id }) => id === 'inbox');
    expect(inbox).toMatchObject({ denied: 0, seen: { by: 'queue', waiting: queue?.traffic.atEnd } });
    expect(queue?.traffic.atEnd).toBeGreaterThan(20);
    expect(inbox?.used).toBe(queue?.traffic.served);
  });

  it('counts no more than what was over at the moment', () => {
    const scenario = withDone(set('mayCall', ['inbox', 'outbox'], 60));
    const early = logOf(scenario, 50);
    expect(early.deniedRunsAt).toEqual([]);
    expect(early.runs).toBeGreaterThan(0);
    const all = logOf(scenario);
    const own = createReport(scenario).components.find(({ id }) => id === HANDLER);
    expect(own).toMatchObject({
      invocations: all.runs,
      errors: all.deniedRunsAt.length,
      eventsRetried: all.retried,
      eventsDropped: all.dropped,
    });
  });
});

describe('behind a gateway that the function does not let in', () => {
  it('callers see an internal error of the gateway, 500, and not that of a bad gateway', () => {
    const { uploads } = createReport(
      newScenario('function-permissions', { parameters: { handler: { invokedBy: [] } } }),
    );
    expect(uploads.refused).toBeGreaterThan(0);
    expect(uploads.refusedByReason).toEqual({ 'gateway-not-let-in': uploads.refused });
    expect(textOf('aws', 'reason.gateway-not-let-in')).toContain('500');
  });

  it('and a role that allows nothing ends in an error of the function: 502', () => {
    const { uploads } = createReport(newScenario('function-permissions', { parameters: { handler: { mayCall: [] } } }));
    expect(Object.keys(uploads.refusedByReason)).toEqual(['bad-gateway']);
  });
});
