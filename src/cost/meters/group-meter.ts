/**
 * What a group of instances is billed for (Amazon EC2, EBS).
 * - An instance is billed while it runs: from `instance.running` until it is gone or crashes; pending and crashed are
 *   not billed. By the second, with at least 60 s per run; a part of a second counts as that part (our choice). A
 *   restart begins a new run, but not that of a process alone. What is left of the 60 s is idle, falls due when the run ends, and
 *   has a line of its own: no instance was there in it, and no disk.
 * - A running instance is starting until it is in service, then working while it has at least one slot taken, and idle
 *   otherwise; one that drains is working while it has work. Of the time at work, the share of jobs that failed, or did
 *   again what had been done before, is wasted (see `waste.ts`).
 * - Its disk is billed while the instance runs or is crashed.
 * - A group on the machines of another is billed for neither.
 */
import { copyData } from '../../engine/copy.ts';
import { type SimTime, seconds, toSeconds } from '../../engine/time.ts';
import { type Fleet, fleet, idle, tellFleet } from '../../metrics/fleet.ts';
import type { InstanceType } from '../../models/instance-group/instance-types.ts';
import type { WorldNode } from '../../models/world.ts';
import { shares } from '../shares.ts';
import { tellWaste, type Waste, waste } from '../waste.ts';
import { type AddLine, type Reading, SECONDS_PER_HOUR, type Split } from './meter.ts';

/** Least time billed for each run of an instance. Amazon EC2: "billed per second, 60 s minimum". */
const MINIMUM_RUN = seconds(60);

/** What a group of instances used. */
export interface GroupUsage {
  kind: 'instance-group';
  instanceType: InstanceType;
  instanceSeconds: Split;
  /** Part of the idle seconds: what was left of the 60 s when a run ended. */
  unusedMinimumSeconds: number;
  diskGbSeconds: Split;
}

/** Plain data. */
interface GroupState {
  fleet: Fleet;
  waste: Waste;
  /** What was left of the minimum in runs that ended, µs. */
  unusedMinimum: SimTime;
}

export class GroupMeter {
  readonly kind = 'instance-group';
  readonly #instanceType: InstanceType;
  readonly #diskGb: number;
  readonly #hasOwnMachines: boolean;
  readonly #state: GroupState;

  constructor({ params }: WorldNode, from?: GroupMeter) {
    this.#instanceType = params['instanceType'] as InstanceType;
    this.#diskGb = params['diskGb'] as number;
    this.#hasOwnMachines = typeof params['runsOn'] !== 'string';
    this.#state = from ? copyData(from.#state) : { fleet: fleet(), waste: waste(), unusedMinimum: 0 };
  }

  tell(at: SimTime, kind: number, subject: number, _a: number, b: number, c: number): void {
    const state = this.#state;
    const ran = tellFleet(state.fleet, at, kind, subject, c);
    tellWaste(state.waste, at, kind, subject, b);
    if (ran >= 0 && ran < MINIMUM_RUN) state.unusedMinimum += MINIMUM_RUN - ran;
  }

  usage(reading: Reading): GroupUsage {
    const { isOfAnHour } = reading;
    // What runs on the machines of others is there for nothing more.
    const spent: Reading['spent'] = this.#hasOwnMachines ? reading.spent : () => 0;
    const { fleet, waste, unusedMinimum } = this.#state;
    const unusedMinimumSeconds = isOfAnHour || !this.#hasOwnMachines ? 0 : toSeconds(unusedMinimum);
    const working = spent(fleet.working);
    // What will come of the work of the present is not known yet: of an hour to come, nothing is called wasted.
    const wasted = isOfAnHour ? 0 : Math.min(working, toSeconds(waste.wasted));
    const idleSeconds = idle(fleet, spent);
    const starting = spent(fleet.starting);
    const diskGb = this.#diskGb;
    return {
      kind: 'instance-group',
      instanceType: this.#instanceType,
      instanceSeconds: { working: working - wasted, idle: idleSeconds + unusedMinimumSeconds, starting, wasted },
      unusedMinimumSeconds,
      diskGbSeconds: {
        working: (working - wasted) * diskGb,
        idle: (idleSeconds + spent(fleet.crashed)) * diskGb,
        starting: starting * diskGb,
        wasted: wasted * diskGb,
      },
    };
  }
}

export function billGroup(usage: GroupUsage, add: AddLine, gbMonthSeconds: number): void {
  const { instanceSeconds, unusedMinimumSeconds } = usage;
  const priceId = `ec2.${usage.instanceType}`;
  for (const share of shares) {
    // To the microsecond, in which it was counted.
    const there = Math.round((instanceSeconds[share] - (share === 'idle' ? unusedMinimumSeconds : 0)) * 1e6) / 1e6;
    add('instances', priceId, share, there / SECONDS_PER_HOUR);
  }
  add('instance-minimums', priceId, 'idle', unusedMinimumSeconds / SECONDS_PER_HOUR);
  for (const share of shares) add('disks', 'ebs.gp3.storage', share, usage.diskGbSeconds[share] / gbMonthSeconds);
}
