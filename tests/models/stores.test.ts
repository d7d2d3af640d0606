/** Bucket and table as a step of the work meets them: they keep things and answer after a little while. */
import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/models/parameters.ts';
import { factsOf } from '../support/facts.ts';
import { aScenario, component, group, people } from '../support/small-scenario.ts';

const latency = { kind: 'constant', value: 0.5 } as const;

/** Servers that make these calls for each upload. */
function calling(times: number[], slotsPerInstance: number, ...after: Call[]) {
  const nodes = [
    people({ times, videoMinutes: { kind: 'constant', value: 2 } }),
    group('servers', { slotsPerInstance, steps: [{ step: 'store', work: [], after }] }),
    component('bucket', 'bucket', { latency }),
    component('table', 'table', { latency }),
  ];
  return aScenario(nodes, ['people servers', 'servers bucket', 'servers table']);
}

const put = (object?: Call['object']): Call => ({ to: 'bucket', operation: 'put', ...(object ? { object } : {}) });
const get = (object: Call['object'] = 'master'): Call => ({ to: 'bucket', operation: 'get', object });
const write: Call = { to: 'table', operation: 'write' };

describe('bucket', () => {
  it('stores and hands out objects after its latency, one request not waiting for another', () => {
    expect(factsOf(calling([1, 1.2], 2, put('master'), get('master')), { at: 'bucket' })).toEqual([
      '1.700 bucket object.stored master upload 0 120 MB',
      '1.700 bucket message.sent answer to put upload 0 to servers arrives 1.800',
      '1.900 bucket object.stored master upload 1 120 MB',
      '1.900 bucket message.sent answer to put upload 1 to servers arrives 2.000',
      '2.400 bucket object.fetched master upload 0 120 MB',
      '2.400 bucket message.sent answer to get upload 0 to servers arrives 2.500',
      '2.600 bucket object.fetched master upload 1 120 MB',
      '2.600 bucket message.sent answer to get upload 1 to servers arrives 2.700',
    ]);
  });

  it('takes renditions in the sizes that their bit rates give: 18.75, 37.5 and 60 MB a minute', () => {
    const scenario = calling([1], 1, put('480p'), put('720p'), put('1080p'));
    expect(factsOf(scenario, { only: ['object.stored'] })).toEqual([
      '1.700 bucket object.stored 480p upload 0 38 MB',
      '2.400 bucket object.stored 720p upload 0 75 MB',
      '3.100 bucket object.stored 1080p upload 0 120 MB',
    ]);
  });

  it('takes what is put without a name for the master', () => {
    expect(factsOf(calling([1], 1, put()), { only: ['object.stored'] })).toEqual([
      '1.700 bucket object.stored master upload 0 120 MB',
    ]);
  });
});

describe('table', () => {
  it('writes an item after its latency, one request not waiting for another', () => {
    expect(factsOf(calling([1, 1.2], 2, write), { at: 'table' })).toEqual([
      '1.700 table item.written upload 0',
      '1.700 table message.sent answer to write upload 0 to servers arrives 1.800',
      '1.900 table item.written upload 1',
      '1.900 table message.sent answer to write upload 1 to servers arrives 2.000',
    ]);
  });
});

describe('what bucket and table answer', () => {
  it('lets the work go on that waited for it, and the upload be watchable', () => {
    const wanted = { only: ['object.stored', 'item.written', 'upload.watchable', 'upload.accepted'] } as const;
    expect(factsOf(calling([1], 1, put('480p'), write), wanted)).toEqual([
      '1.700 bucket object.stored 480p upload 0 38 MB',
      '2.400 table item.written upload 0',
      '2.500 servers upload.watchable upload 0',
      '2.600 people upload.accepted upload 0',
    ]);
  });
});
