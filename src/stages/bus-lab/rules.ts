/**
 * people → upload → bus → renditions → bus        viewers who click, machines → bus
 *          upload → store of files → bus           bus → long films, alarm, the function of the reader
 *
 * Events of six sorts come along one bus: a film is there, an object was created, a rendition is ready, an upload has
 * failed, somebody has clicked, a machine has changed its state. Each rule says in its pattern which of them it takes. One of the rules is the reader's.
 */
import type { BusRule } from '../../models/parameters.ts';
import type { Stage } from '../stage.ts';
import { extra } from '../work.ts';
import { filmRenditions, filmUpload } from './films.ts';

/** Films longer than this are long, s. Our choice: about one film in three is. */
const LONG_SECONDS = 270;

/** Of every ten films, one that cannot be processed, so that something fails. Our choice. */
const POISON_SHARE = 0.1;

/** The rule that the reader writes; its name is also that of its row. */
export const OWN_RULE = 'yours';

export const rulesOfBench: readonly BusRule[] = [
  { name: 'renditions', pattern: { 'detail-type': ['upload-complete'] }, targets: [{ to: 'film-renditions' }] },
  {
    name: 'long-films',
    pattern: { 'detail-type': ['upload-complete'], detail: { 'length-seconds': [{ numeric: ['>', LONG_SECONDS] }] } },
    targets: [{ to: 'long-films' }],
  },
  { name: 'failures', pattern: { 'detail-type': ['upload-failed'] }, targets: [{ to: 'failure-alert' }] },
  {
    name: OWN_RULE,
    pattern: { 'detail-type': ['rendition-ready'], detail: { object: ['480p', '1080p'] } },
    targets: [{ to: 'handler' }],
  },
];

const small = (id: string, at: readonly [number, number]) => ({
  id,
  kind: 'function' as const,
  at,
  params: { memoryMegabytes: 512, steps: [extra(0.1)] },
});

export const busRules: Stage = {
  id: 'bus-rules',
  rung: 6,
  durationSeconds: 180,
  nodes: [
    { id: 'film-people', kind: 'client', at: [0, 60], params: { ratePerSecond: 0.3, poisonShare: POISON_SHARE } },
    filmUpload('lab-bus', [190, 46]),
    { id: 'film-store', kind: 'bucket', at: [223, 250], params: { notifications: [{ to: 'lab-bus' }] } },
    { id: 'clickers', kind: 'client', at: [0, 430], params: { sends: 'clicks', ratePerSecond: 1 } },
    { id: 'machines', kind: 'client', at: [0, 612], params: { sends: 'states', ratePerSecond: 0.2 } },
    {
      id: 'lab-bus',
      kind: 'event-bus',
      at: [470, 300],
      // What a bucket tells comes to the default bus only.
      params: { type: 'default', rules: rulesOfBench },
    },
    // Tried once: what fails is told at once.
    filmRenditions('lab-bus', [900, 0], { maximumRetries: 0, destinations: { onFailure: 'lab-bus' } }),
    small('long-films', [900, 204]),
    small('failure-alert', [900, 408]),
    small('handler', [900, 612]),
  ],
  links: [
    { from: 'film-people', to: 'film-upload' },
    { from: 'film-upload', to: 'film-store' },
    { from: 'film-upload', to: 'lab-bus' },
    { from: 'film-store', to: 'lab-bus' },
    { from: 'clickers', to: 'lab-bus' },
    { from: 'machines', to: 'lab-bus' },
    { from: 'lab-bus', to: 'film-renditions' },
    { from: 'film-renditions', to: 'lab-bus' },
    { from: 'lab-bus', to: 'long-films' },
    { from: 'lab-bus', to: 'failure-alert' },
    { from: 'lab-bus', to: 'handler' },
  ],
  offers: [
    ['film-people', 'ratePerSecond'],
    ['film-people', 'poisonShare'],
    ['clickers', 'ratePerSecond'],
    ['machines', 'ratePerSecond'],
  ],
};
