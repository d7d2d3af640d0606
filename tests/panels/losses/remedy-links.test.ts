/** Which passages are offered to whoever asks how a failure could have been prevented. */
import { describe, expect, it } from 'vitest';
import { remediesFor } from '../../../src/panels/losses/remedy-links.ts';

const stories = (...given: Parameters<typeof remediesFor>) => remediesFor(...given).map(({ story }) => story);

describe('what could have been done', () => {
  it('is told against what people heard, and against what it began with', () => {
    expect(stories('dependency-failed', 'connection-refused')).toEqual(['queued', 'load-balanced']);
  });

  it('is one passage where both are the same failure', () => {
    expect(stories('connection-refused', 'connection-refused')).toEqual(['load-balanced']);
  });

  it('is one passage of a story, that against what people heard', () => {
    expect(remediesFor('dependency-failed', 'write-refused')).toEqual([{ story: 'queued', passage: 'down' }]);
  });

  it('is told against what it began with where people only heard that it was tried in vain', () => {
    expect(remediesFor('too-old', 'concurrency-limit')).toEqual([{ story: 'serverless', passage: 'limits' }]);
  });

  it('does not tell whoever tries again from a queue to put a queue before it', () => {
    expect(stories('retries-exhausted', 'connection-reset')).toEqual(['serverless']);
    expect(stories('retries-exhausted', 'execution-role-missing')).toEqual(['serverless', 'serverless-application']);
  });
});
