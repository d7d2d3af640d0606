import { describe, expect, it } from 'vitest';
import { markOf } from '../../src/canvas/travels.ts';
import { OPERATION } from '../../src/models/facts.ts';
import { REASON } from '../../src/models/reasons.ts';

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
