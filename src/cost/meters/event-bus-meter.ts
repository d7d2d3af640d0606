/**
 * What a bus is billed for (Amazon EventBridge): every custom event of up to 64 KB that is published, whether a rule
 * matches it or not; events of the provider's own services (a bucket, instances, alarms, schedules) are free, and so are
 * deliveries to targets in the same account, however often they are tried. An archive is paid for by size, when events go
 * in and while they are kept; a replayed event costs like a new one. Events are of 1 KB (our choice).
 */
import { copyData } from '../../engine/copy.ts';
import type { SimTime } from '../../engine/time.ts';
import { changeLevel, type Level, level } from '../../metrics/level.ts';
import { EVENT, FACT } from '../../models/facts.ts';
import type { WorldNode } from '../../models/world.ts';
import { countOne, type Recent, recent } from '../recent.ts';
import type { AddLine, Reading } from './meter.ts';

/** Size of an event in an archive. Our choice. */
const EVENT_GB = 1e-6;

/** Events that services of the provider publish by themselves. */
const ofServices: readonly number[] = [
  EVENT['object-created'],
  EVENT['instance-state-change'],
  EVENT['threshold-crossed'],
  EVENT.scheduled,
];

/** What a bus used. */
export interface EventBusUsage {
  kind: 'event-bus';
  customEvents: number;
  serviceEvents: number;
  replayedEvents: number;
  archivedGb: number;
  archiveGbSeconds: number;
}

/** Plain data. */
interface BusState {
  custom: Recent;
  ofServices: Recent;
  replayed: Recent;
  archived: Recent;
  archive: Level;
}

const PUBLISHED = FACT['event.published'];
const ARCHIVED = FACT['event.archived'];
const REPLAYED = FACT['event.replayed'];

export class EventBusMeter {
  readonly kind = 'event-bus';
  readonly #state: BusState;

  constructor(_node: WorldNode, from?: EventBusMeter) {
    this.#state = from ? copyData(from.#state) : busState();
  }

  tell(at: SimTime, kind: number, _subject: number, a: number, _b: number, _c: number): void {
    const state = this.#state;
    if (kind === PUBLISHED) {
      countOne(ofServices.includes(a) ? state.ofServices : state.custom, at);
    } else if (kind === REPLAYED) {
      countOne(state.replayed, at);
    } else if (kind === ARCHIVED) {
      countOne(state.archived, at);
      changeLevel(state.archive, at, 1);
    }
  }

  usage({ spent, count }: Reading): EventBusUsage {
    const { custom, ofServices, replayed, archived, archive } = this.#state;
    return {
      kind: 'event-bus',
      customEvents: count(custom),
      serviceEvents: count(ofServices),
      replayedEvents: count(replayed),
      archivedGb: count(archived) * EVENT_GB,
      archiveGbSeconds: spent(archive) * EVENT_GB,
    };
  }
}

export function billEventBus(usage: EventBusUsage, add: AddLine, gbMonthSeconds: number): void {
  add('custom-events', 'eventbridge.custom', 'working', usage.customEvents);
  add('service-events', 'eventbridge.aws-service', 'working', usage.serviceEvents);
  add('replayed-events', 'eventbridge.replay', 'working', usage.replayedEvents);
  add('archiving', 'eventbridge.archive', 'working', usage.archivedGb);
  add('storage', 'eventbridge.archive-storage', 'working', usage.archiveGbSeconds / gbMonthSeconds);
}

function busState(): BusState {
  return { custom: recent(), ofServices: recent(), replayed: recent(), archived: recent(), archive: level() };
}
