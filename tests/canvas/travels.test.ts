import { describe, expect, it } from 'vitest';
import { markOf, travelsOf } from '../../src/canvas/travels.ts';
import { OPERATION } from '../../src/models/facts.ts';
import { REASON } from '../../src/models/reasons.ts';
import type { ComponentKind } from '../../src/models/registry.ts';

const UPLOAD = 7;
const NONE = -1;

describe('the look of a message', () => {
  it('is a blue dot for what is on its way and its answer', () => {
    expect(markOf('video', OPERATION.upload, false, UPLOAD, 0)).toBe('transit');
    expect(markOf('video', OPERATION.upload, true, UPLOAD, 0)).toBe('transit');
    expect(markOf('master', OPERATION.put, false, UPLOAD, 0)).toBe('transit');
    expect(markOf('renditions', OPERATION.get, true, UPLOAD, 0)).toBe('transit');
  });

  it('is an amber square for a job, on its way into the queue and out of it', () => {
    expect(markOf('job', OPERATION.send, false, UPLOAD, 0)).toBe('waiting');
    expect(markOf('poll', OPERATION.receive, true, UPLOAD, 0)).toBe('waiting');
  });

  it('is a ring for a question for work and for the answer that there is none', () => {
    expect(markOf('poll', OPERATION.receive, false, NONE, 0)).toBe('poll');
    expect(markOf('poll', OPERATION.receive, true, NONE, 0)).toBe('poll');
  });

  it('is a green dot for finished goods', () => {
    expect(markOf('renditions', OPERATION.put, false, UPLOAD, 0)).toBe('done');
    expect(markOf('metadata', OPERATION.write, false, UPLOAD, 0)).toBe('done');
  });

  it('is a small dot for what only asks or confirms', () => {
    expect(markOf('master', OPERATION.put, true, UPLOAD, 0)).toBe('note');
    expect(markOf('renditions', OPERATION.get, false, UPLOAD, 0)).toBe('note');
    expect(markOf('poll', OPERATION.delete, false, UPLOAD, 0)).toBe('note');
  });

  it('is a cross for whatever failed', () => {
    expect(markOf('video', OPERATION.upload, true, UPLOAD, REASON['connection-refused'])).toBe('failed');
    expect(markOf('metadata', OPERATION.write, true, UPLOAD, REASON['dependency-failed'])).toBe('failed');
  });
});

describe('the look of what other kinds send', () => {
  it('is a blue dot for news, an amber square where it becomes a job, a ring for a question', () => {
    expect(markOf('event', OPERATION.publish, false, UPLOAD, 0)).toBe('transit');
    expect(markOf('event', OPERATION.deliver, false, UPLOAD, 0)).toBe('transit');
    expect(markOf('job', OPERATION.deliver, false, UPLOAD, 0)).toBe('waiting');
    expect(markOf('record', OPERATION.append, false, UPLOAD, 0)).toBe('transit');
    expect(markOf('poll', OPERATION.fetch, true, UPLOAD, 0)).toBe('waiting');
    expect(markOf('poll', OPERATION.fetch, true, NONE, 0)).toBe('poll');
    expect(markOf('request', OPERATION.check, false, NONE, 0)).toBe('poll');
    expect(markOf('request', OPERATION.check, true, NONE, REASON['connection-refused'])).toBe('failed');
  });

  it('is hollow for what is tried again, on the way there', () => {
    expect(markOf('video', OPERATION.upload, false, UPLOAD, 0, 1)).toBe('retried');
    expect(markOf('event', OPERATION.deliver, false, UPLOAD, 0, 2)).toBe('retried');
    expect(markOf('video', OPERATION.upload, true, UPLOAD, 0, 1)).toBe('transit');
    expect(markOf('video', OPERATION.upload, true, UPLOAD, REASON['timed-out'], 1)).toBe('failed');
  });
});

describe('what travels along a link', () => {
  const node = (id: string, kind: ComponentKind, params = {}) => ({ id, kind, at: [0, 0] as const, params });

  it('is told by who asks whom for what', () => {
    const nodes = [
      node('people', 'client'),
      node('viewers', 'client', { sends: 'clicks' }),
      node('gate', 'gateway'),
      node('run', 'function', { mappings: [{ from: 'stream' }] }),
      node('stream', 'stream'),
      node('bus', 'event-bus'),
      node('queue', 'queue'),
      node('bucket', 'bucket'),
    ];
    const links = [
      'people gate',
      'people run',
      'viewers bus',
      'viewers stream',
      'gate run',
      'run stream',
      'run bus',
      'bus queue',
      'bus run',
      'bucket bus',
      'run bucket',
    ];
    const written = links.map((link) => {
      const [from = '', to = ''] = link.split(' ');
      return { from, to };
    });
    expect(travelsOf({ nodes, links: written })).toEqual([
      'video',
      'request',
      'event',
      'record',
      'request',
      'poll',
      'event',
      'job',
      'event',
      'event',
      'master',
    ]);
  });
});
