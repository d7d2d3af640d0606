/** Example patterns, one for each operator and each form of it, and the sample event that each of them takes. */
import type { JsonObject } from '../../../models/json.ts';
import type { SampleId } from './samples.ts';

export interface Example {
  /** Words: `lab.bus-rules.example.<id>`. */
  id: string;
  pattern: JsonObject;
  /** A sample that it takes. */
  takes: SampleId;
}

const detail = (fields: JsonObject): JsonObject => ({ detail: fields });
const file = (...options: JsonObject[string][]): JsonObject => detail({ file: options });

export const examples = [
  { id: 'exact', pattern: { 'detail-type': ['upload-complete'] }, takes: 'upload-complete' },
  { id: 'any', pattern: { 'detail-type': ['upload-complete', 'upload-failed'] }, takes: 'upload-failed' },
  { id: 'prefix', pattern: { source: [{ prefix: 'aws.' }] }, takes: 'object-created' },
  { id: 'prefix-case', pattern: file({ prefix: { 'equals-ignore-case': 'HOLIDAY/' } }), takes: 'upload-complete' },
  { id: 'suffix', pattern: file({ suffix: '.mp4' }), takes: 'rendition-ready' },
  { id: 'suffix-case', pattern: file({ suffix: { 'equals-ignore-case': '.mov' } }), takes: 'upload-complete' },
  {
    id: 'ignore-case',
    pattern: file({ 'equals-ignore-case': 'HOLIDAY/BEACH.MOV' }),
    takes: 'upload-complete',
  },
  { id: 'wildcard', pattern: file({ wildcard: 'renditions/*.mp4' }), takes: 'rendition-ready' },
  { id: 'but', pattern: detail({ object: [{ 'anything-but': 'master' }] }), takes: 'rendition-ready' },
  { id: 'but-list', pattern: detail({ object: [{ 'anything-but': ['480p', '720p'] }] }), takes: 'rendition-ready' },
  { id: 'but-number', pattern: detail({ upload: [{ 'anything-but': 0 }] }), takes: 'upload-complete' },
  { id: 'but-prefix', pattern: { source: [{ 'anything-but': { prefix: 'aws.' } }] }, takes: 'clicked' },
  { id: 'but-suffix', pattern: file({ 'anything-but': { suffix: ['.mp4', '.webm'] } }), takes: 'upload-complete' },
  {
    id: 'but-case',
    pattern: detail({ state: [{ 'anything-but': { 'equals-ignore-case': ['RUNNING', 'PENDING'] } }] }),
    takes: 'instance-state-change',
  },
  { id: 'but-wildcard', pattern: file({ 'anything-but': { wildcard: '*/tmp/*' } }), takes: 'upload-complete' },
  { id: 'numeric', pattern: detail({ 'length-seconds': [{ numeric: ['>', 120] }] }), takes: 'upload-complete' },
  {
    id: 'range',
    pattern: detail({ megabytes: [{ numeric: ['>=', 1000, '<', 2000] }] }),
    takes: 'upload-complete',
  },
  { id: 'cidr', pattern: detail({ address: [{ cidr: '203.0.113.0/24' }] }), takes: 'upload-complete' },
  { id: 'exists', pattern: detail({ upload: [{ exists: true }] }), takes: 'object-created' },
  { id: 'absent', pattern: detail({ upload: [{ exists: false }] }), takes: 'clicked' },
  { id: 'null', pattern: file('', null, { suffix: '.MOV' }), takes: 'upload-complete' },
  {
    id: 'or',
    pattern: {
      $or: [{ 'detail-type': ['upload-failed'] }, detail({ 'length-seconds': [{ numeric: ['>', 200] }] })],
    },
    takes: 'upload-complete',
  },
] as const satisfies readonly Example[];
