/** The log in sentences: every kind of event, both vocabularies, several architectures, and the moment it is read at. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../../src/engine/time.ts';
import type { NotableEvent, NotableKind } from '../../../src/metrics/notable.ts';
import type { Fault } from '../../../src/models/facts.ts';
import { countUntil, logEntries } from '../../../src/panels/time/log-entries.ts';
import { logSentence } from '../../../src/panels/time/log-sentence.ts';
import { nodesOf } from '../../../src/scenario/create-simulation.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { type StageId, stageIds, stages } from '../../../src/stages/catalogue.ts';
import { isTextKey, type Vocabulary } from '../../../src/text/text.ts';
import { crashTarget } from './crash-target.ts';
import { runStateOf } from './run-state-of.ts';

const nodes = nodesOf(newScenario('queued'));
const numberOf = (id: string): number => nodes.findIndex((node) => node.id === id);
const fleet = { at: seconds(151), component: numberOf('fleet') };
const queue = { at: seconds(112), component: numberOf('queue') };
const users = { at: seconds(112), component: numberOf('users') };

const say = (event: NotableEvent, vocabulary: Vocabulary = 'neutral'): string => logSentence(vocabulary, event, nodes);

describe('a sentence of the log', () => {
  it('says what the fleet was told and why', () => {
    const event: NotableEvent = { ...fleet, kind: 'desired-changed', from: 2, to: 5, by: 'policy', measured: 37 };
    expect(say(event)).toBe('Processing fleet: desired 2 → 5, 37 waiting or in flight');
    expect(say(event, 'aws')).toBe('Auto Scaling group: desired capacity 2 → 5, 37 waiting or in flight');
    expect(say({ ...event, by: 'hand', measured: null })).toBe('Processing fleet: desired 2 → 5, set by hand');
  });

  it('counts the instances that crashed together, and what they had in hand', () => {
    const event: NotableEvent = { ...fleet, kind: 'instances-crashed', instance: 3, instances: 4, jobs: 3 };
    expect(say(event)).toBe('Processing fleet: 4 instances crashed, and 3 pieces of work with them');
    expect(say({ ...event, instances: 1, jobs: 1 })).toBe(
      'Processing fleet: 1 instance crashed, and 1 piece of work with it',
    );
    expect(say({ ...event, jobs: 0 })).toBe('Processing fleet: 4 instances crashed');
  });

  it('names the upload and the reason', () => {
    expect(say({ ...queue, kind: 'dead-lettered', upload: 118, receiveCount: 3 })).toBe(
      'Upload 118 went to the dead letters after 3 receives',
    );
    expect(say({ ...queue, kind: 'dead-lettered', upload: 1118, receiveCount: 1 }, 'aws')).toBe(
      'Upload 1118 moved to the dead-letter queue after 1 receive',
    );
    expect(say({ ...users, kind: 'refusals-began', upload: 31, reason: 'connection-refused' })).toBe(
      'Some uploads are refused, the first is upload 31: connection refused',
    );
    expect(say({ ...users, kind: 'lost', upload: 31, uploads: 1, reason: 'crashed-after-accepting' })).toBe(
      'Upload 31 is lost, it will never be watchable: lost in a crash',
    );
    expect(say({ ...users, kind: 'lost', upload: 31, uploads: 4, reason: 'crashed-after-accepting' })).toBe(
      '4 uploads are lost, they will never be watchable: lost in a crash',
    );
  });

  it('speaks only of the group that it is about', () => {
    expect(say({ ...fleet, kind: 'back-in-service', instance: 0 })).toBe('Processing fleet: in service');
    expect(say({ ...fleet, kind: 'fleet-at-zero' })).toBe(
      'Processing fleet: the last instance is gone; no instance of it runs or is billed',
    );
    expect(say({ ...fleet, kind: 'waiting-began', upload: 7 })).toBe(
      'Processing fleet: uploads begin to wait for a free slot',
    );
  });

  it('says what was turned, with its unit', () => {
    const event: NotableEvent = { ...fleet, kind: 'parameter-set', parameter: 'maximum', value: 12, intervention: 0 };
    expect(say(event)).toBe('Processing fleet: Maximum turned to 12 instances');
    expect(say({ ...event, value: 1 })).toBe('Processing fleet: Maximum turned to 1 instance');
    expect(say({ ...event, parameter: 'bootSeconds', value: 2.5 })).toMatch(/^Processing fleet: .+ turned to 2.5 s$/);
    const share: NotableEvent = { ...event, ...users, parameter: 'poisonShare', value: 0.1 };
    expect(say(share)).toMatch(/ turned to 10%$/);
    expect(say({ ...event, parameter: 'steps', value: null })).toMatch(/^Processing fleet: .+ changed$/);
  });

  it('exists for every kind of event, in both vocabularies, with nothing left to fill in', () => {
    const reason = 'backlog-full';
    const events: { [K in NotableKind]: NotableEvent & { kind: K } } = {
      'fault-began': { ...fleet, kind: 'fault-began', fault: 'crash', intervention: 0 },
      'fault-ended': { ...fleet, kind: 'fault-ended', fault: 'crash', intervention: 0 },
      'parameter-set': { ...fleet, kind: 'parameter-set', parameter: 'minimum', value: 2, intervention: 0 },
      'instances-crashed': { ...fleet, kind: 'instances-crashed', instance: 1, instances: 2, jobs: 1 },
      'back-in-service': { ...fleet, kind: 'back-in-service', instance: 1 },
      'desired-changed': { ...fleet, kind: 'desired-changed', from: 0, to: 1, by: 'policy', measured: 1 },
      'fleet-at-zero': { ...fleet, kind: 'fleet-at-zero' },
      'waiting-began': { ...fleet, kind: 'waiting-began', upload: 1 },
      'first-watchable': { ...users, kind: 'first-watchable', upload: 1 },
      'refusals-began': { ...users, kind: 'refusals-began', upload: 1, reason },
      lost: { ...users, kind: 'lost', upload: 1, uploads: 1, reason },
      'dead-lettered': { ...queue, kind: 'dead-lettered', upload: 1, receiveCount: 3 },
      'retries-began': { ...queue, kind: 'retries-began', upload: 1, reason },
      'throttling-began': { ...queue, kind: 'throttling-began', upload: 1, reason },
      'runs-failed': { ...queue, kind: 'runs-failed', upload: 1, reason },
      'event-retried': { ...queue, kind: 'event-retried', upload: 1, reason },
      'event-dropped': { ...queue, kind: 'event-dropped', upload: 1, reason },
      'delivery-retried': { ...queue, kind: 'delivery-retried', upload: 1, reason },
      'delivery-dead-lettered': { ...queue, kind: 'delivery-dead-lettered', upload: 1, reason },
      'delivery-dropped': { ...queue, kind: 'delivery-dropped', upload: 1, reason },
      'batch-failed': { ...queue, kind: 'batch-failed', upload: 1, reason },
      'time-outs-began': { ...queue, kind: 'time-outs-began', upload: 1 },
      'cold-start': { ...queue, kind: 'cold-start', upload: 1 },
      'duplicate-done': { ...queue, kind: 'duplicate-done', upload: 1 },
      'duplicate-recognised': { ...queue, kind: 'duplicate-recognised', upload: 1 },
      unmatched: { ...queue, kind: 'unmatched', upload: 1 },
      'message-expired': { ...queue, kind: 'message-expired', upload: 1 },
      'record-expired': { ...queue, kind: 'record-expired', upload: 1 },
      redriven: { ...queue, kind: 'redriven', upload: 1 },
      'batch-bisected': { ...queue, kind: 'batch-bisected', upload: 1 },
      'circuit-opened': { ...queue, kind: 'circuit-opened' },
      'circuit-closed': { ...queue, kind: 'circuit-closed' },
      'fail-open-began': { ...queue, kind: 'fail-open-began' },
      'fail-open-ended': { ...queue, kind: 'fail-open-ended' },
      replayed: { ...queue, kind: 'replayed' },
      'target-unhealthy': { ...queue, kind: 'target-unhealthy', instance: 1 },
      'target-healthy': { ...queue, kind: 'target-healthy', instance: 1 },
      'instance-unhealthy': { ...queue, kind: 'instance-unhealthy', instance: 1 },
      'schedule-fired': { ...queue, kind: 'schedule-fired', rule: 0 },
      'hand-upload-started': { ...users, kind: 'hand-upload-started', upload: 1 },
      'hand-upload-accepted': { ...users, kind: 'hand-upload-accepted', upload: 1 },
      'hand-upload-watchable': { ...users, kind: 'hand-upload-watchable', upload: 1 },
      'hand-upload-refused': { ...users, kind: 'hand-upload-refused', upload: 1, reason },
      'hand-upload-lost': { ...users, kind: 'hand-upload-lost', upload: 1, reason },
      'hand-upload-dead-lettered': { ...users, kind: 'hand-upload-dead-lettered', upload: 1, reason },
    };
    for (const event of Object.values(events)) {
      for (const vocabulary of ['neutral', 'aws'] as const) {
        expect(say(event, vocabulary), event.kind).toMatch(/^[A-Z0-9][^{}]{9,}$/);
      }
    }
  });

  it('refuses an event of a component that is not there', () => {
    expect(() => say({ at: 0, component: 99, kind: 'fleet-at-zero' })).toThrow(
      'there is no component 99 for "fleet-at-zero"',
    );
  });
});

describe('the log', () => {
  const interventions = [{ kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 100 }] as const;
  /** The fault, and what people hear of it a moment later. */
  const atTheFault = ({ t }: { t: number }): boolean => t >= 100 && t < 100.2;
  const monolith = runStateOf({ ...newScenario('monolith'), interventions }, 160);
  const queued = runStateOf({ ...newScenario('queued'), interventions }, 160);

  it('tells one architecture without its name, in order of time', () => {
    const entries = logEntries('neutral', [monolith]);
    expect(entries.filter(atTheFault).map(({ sentence }) => sentence)).toEqual([
      'Monolith: down from now on, whatever starts crashes',
      expect.stringMatching(/^Monolith: 1 instance crashed/),
      expect.stringMatching(/^Some uploads are refused, the first is upload \d+: connection reset$/),
    ]);
    expect(entries.map(({ t }) => t)).toEqual(entries.map(({ t }) => t).toSorted((a, b) => a - b));
  });

  it('names the architecture of each entry where there are several, and once is enough', () => {
    const sentences = logEntries('neutral', [monolith, queued])
      .filter(atTheFault)
      .map(({ sentence }) => sentence);
    expect(sentences).toContain('Queued: Processing fleet: down from now on, whatever starts crashes');
    expect(sentences).toContain('Monolith: down from now on, whatever starts crashes');
    expect(sentences).toContainEqual(expect.stringMatching(/^Monolith: Some uploads are refused/));
    const times = logEntries('neutral', [monolith, queued]).map(({ t }) => t);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('reads as of a moment: what comes later is not there yet', () => {
    const entries = logEntries('neutral', [monolith]);
    const count = countUntil(entries, 100);
    expect(entries[count - 1]?.t).toBe(100);
    expect(entries[count]?.t ?? Number.POSITIVE_INFINITY).toBeGreaterThan(100);
    expect(countUntil(entries, 99.999999)).toBe(entries.filter(({ t }) => t < 100).length);
    expect(countUntil([], 100)).toBe(0);
  });

  it('knows which upload an entry concerns and what it means to people', () => {
    const entries = logEntries('neutral', [monolith]).filter(atTheFault);
    expect(entries.map(({ upload, tone }) => [upload === null, tone])).toEqual([
      [true, 'failed'],
      [true, 'failed'],
      [false, 'failed'],
    ]);
  });

  it('gives every entry a name of its own', () => {
    const keys = logEntries('neutral', [monolith, queued]).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the log of faults', () => {
  const sentencesOf = (stage: StageId, fault: Fault, target: string): string[] => {
    const interventions = [{ kind: 'fault', fault, target, atSeconds: 100, untilSeconds: 120 }] as const;
    const entries = logEntries('neutral', [runStateOf({ ...newScenario(stage), interventions }, 130)]);
    return entries.filter(({ t }) => t === 100 || t === 120).map(({ sentence }) => sentence);
  };

  it('names a link by its two ends', () => {
    expect(sentencesOf('tiers', 'cut-link', 'link:upload>process')).toEqual([
      'The link from upload to processing: cut, nothing gets through',
      'The link from upload to processing: joined again',
    ]);
  });

  it('tells once of a zone that is lost to several groups', () => {
    const sentences = sentencesOf('load-balanced', 'zone-loss', 'zone:b');
    const ofZone = sentences.filter((sentence) => sentence.startsWith('Zone b: '));
    expect(ofZone).toEqual(['Zone b: the zone is lost, with every instance in it', 'Zone b: the zone is back']);
    expect(sentences.length).toBeGreaterThan(ofZone.length);
  });

  it('names a rule and its bus', () => {
    expect(sentencesOf('event-driven', 'rule-mismatch', 'rule:bus/store')[0]).toBe(
      'Rule store of the event bus: no event matches from now on',
    );
  });
});

describe('the log of a proof', () => {
  it('says which of the two a sentence is about, though both show the same architecture', () => {
    const claim = runStateOf(newScenario('queued'), 60, 'claim');
    const foil = runStateOf(newScenario('queued'), 60, 'foil');
    const entries = logEntries('neutral', [claim, foil]);
    const told = (name: string): number => entries.filter(({ sentence }) => sentence.startsWith(`${name}: `)).length;
    expect(told('Queued, as claimed')).toBeGreaterThan(0);
    expect(told('Queued, as claimed')).toBe(told('Queued, the foil'));
    expect(told('Queued, as claimed') + told('Queued, the foil')).toBe(entries.length);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
  });
});

describe.each(stageIds)('the log of %s', (stage) => {
  it('has a name for every component', () => {
    expect(stages[stage].nodes.map(({ id }) => `node.${id}`).filter((key) => !isTextKey(key))).toEqual([]);
  });

  it.each(['with nothing broken', 'crash', 'instance-loss'] as const)('has no word missing: %s', (fault) => {
    const target = targetOf(fault, stage);
    const interventions =
      fault === 'with nothing broken' || target === null
        ? []
        : [{ kind: 'fault', fault, target, atSeconds: 60, untilSeconds: 110 } as const];
    const run = runStateOf(newScenario(stage, { interventions }));
    for (const vocabulary of ['neutral', 'aws'] as const) {
      const sentences = logEntries(vocabulary, [run]).map(({ sentence }) => sentence);
      expect(sentences.length).toBeGreaterThan(0);
      expect(sentences.filter((sentence) => /[{}]|undefined|null|NaN|-1\b|\bnode\./.test(sentence))).toEqual([]);
    }
    const kinds = run.notable.map(({ kind }) => kind);
    expect(kinds.includes('fault-began')).toBe(interventions.length > 0);
    expect(kinds.includes('fault-ended')).toBe(interventions.length > 0);
  });
});

/** What the fault can strike; a function has no instance to lose. */
function targetOf(fault: string, stage: StageId): string | null {
  const target = crashTarget(stage);
  const id = target.startsWith('step:') ? null : target;
  const struck = nodesOf(newScenario(stage)).filter(({ id: each, params }) =>
    id === null ? ((params['steps'] ?? []) as { step: string }[]).some(({ step }) => step === 'process') : each === id,
  );
  return fault === 'instance-loss' && struck.some(({ kind }) => kind !== 'instance-group') ? null : target;
}
