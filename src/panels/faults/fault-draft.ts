/**
 * A fault as a reader writes it, and what it makes: a fault that every architecture on screen can run, or what is wrong with
 * it, field by field. Nothing is half applied: whoever is refused has changed nothing.
 */
import { faultCatalogue } from '../../faults/catalogue.ts';
import type { Fault } from '../../models/facts.ts';
import { type FaultKey, faultIn, withFault, withFaultChanged } from '../../playback/branch.ts';
import type { FaultIntervention, StageScenario } from '../../scenario/scenario.ts';
import { parseScenario } from '../../scenario/schema.ts';
import type { Target } from '../../scenario/targets.ts';
import { meansSomethingIn } from '../../stores/scenario-edits.ts';
import { valueText } from '../../text/wording.ts';

/** A fault without the word that it is one, as the session takes it. */
export type FaultToBe = Omit<FaultIntervention, 'kind'>;

export interface FaultDraft {
  fault: Fault;
  target: Target;
  /** A number in the unit that is written beside it, see `writtenStrength`; of a fault without strength, nothing. */
  strength: string;
  /** Seconds of the run, or minutes and seconds: `90`, `1:30`. */
  at: string;
  /** As above; nothing: until it is repaired. */
  until: string;
}

export type FaultField = 'target' | 'strength' | 'at' | 'until';

/** What stands in a field and why it cannot be so. */
export interface Refusal {
  field: FaultField;
  value: string;
  /** Goes on after "allowed is". */
  allowed: string;
}

export type ReadFault = { ok: true; fault: FaultToBe } | { ok: false; refusals: readonly Refusal[] };

/** Shares are written in percent. */
const PERCENT = 100;

/** A strength as it is written in a field: shares in percent, everything else as it is. */
export function writtenStrength(fault: Fault, strength: number): string {
  const isShare = faultCatalogue[fault].strength?.unit === 'share';
  return String(isShare ? tidy(strength * PERCENT) : strength);
}

/** A fault that is there, as it would be written. */
export function draftOf({ fault, target, strength, atSeconds, untilSeconds }: FaultToBe): FaultDraft {
  const usual = faultCatalogue[fault].strength?.usual;
  return {
    fault,
    target,
    strength: usual === undefined ? '' : writtenStrength(fault, strength ?? usual),
    at: String(atSeconds),
    until: untilSeconds === undefined ? '' : String(untilSeconds),
  };
}

/**
 * What a draft makes in these scenarios.
 * @param key the fault that it takes the place of; null if it is one more
 */
export function readFault(draft: FaultDraft, scenarios: readonly StageScenario[], key: FaultKey | null): ReadFault {
  const at = readMoment(draft.at);
  const until = draft.until.trim() === '' ? undefined : readMoment(draft.until);
  const refusals = [...refusedStrength(draft), ...refusedMoments(draft, at, until, scenarios)];
  if (refusals.length > 0 || at === null || until === null) return { ok: false, refusals };
  const strength = readStrength(draft);
  const fault: FaultToBe = {
    fault: draft.fault,
    target: draft.target,
    ...(strength === null ? {} : { strength }),
    atSeconds: at,
    ...(until === undefined ? {} : { untilSeconds: until }),
  };
  const rest = refusedBy(scenarios, fault, key);
  return rest.length > 0 ? { ok: false, refusals: rest } : { ok: true, fault };
}

/** Seconds; null where it is no moment. */
export function readMoment(written: string): number | null {
  const match = /^(?:(\d+):)?(?:(\d+):)?(\d+(?:[.,]\d+)?)$/.exec(written.trim());
  if (!match) return null;
  const [, first, second, last = ''] = match;
  const [hours, minutes] = second === undefined ? [0, Number(first ?? 0)] : [Number(first), Number(second)];
  return hours * 3600 + minutes * 60 + Number(last.replace(',', '.'));
}

/** In the unit of the catalogue; null where there is none, or where it is no number. */
function readStrength({ fault, strength }: FaultDraft): number | null {
  const declared = faultCatalogue[fault].strength;
  const written = strength.trim().replace(',', '.');
  if (declared === null || !/^\d+(\.\d+)?$/.test(written)) return null;
  return declared.unit === 'share' ? tidy(Number(written) / PERCENT) : Number(written);
}

function refusedStrength(draft: FaultDraft): Refusal[] {
  const declared = faultCatalogue[draft.fault].strength;
  if (declared === null) return [];
  const { min, max, integer = false } = declared;
  const strength = readStrength(draft);
  const isAllowed = strength !== null && strength >= min && strength <= max && (!integer || Number.isInteger(strength));
  if (isAllowed) return [];
  const [from, to] = [min, max].map((each) => writtenStrength(draft.fault, each));
  const unit = { times: '', s: ' (s)', share: ' (%)', '1/s': ' (a second)', environments: '', 'pieces of work': '' };
  const allowed = `a ${integer ? 'whole ' : ''}number from ${from} to ${to}${unit[declared.unit]}`;
  return [{ field: 'strength', value: shownValue(draft.strength), allowed }];
}

/** What is no moment at all, or lies so that nothing would ever happen. */
function refusedMoments(
  { at: writtenAt, until: writtenUntil }: FaultDraft,
  at: number | null,
  until: number | null | undefined,
  scenarios: readonly StageScenario[],
): Refusal[] {
  const durationSeconds = Math.max(0, ...scenarios.map((scenario) => scenario.durationSeconds));
  const refusals: Refusal[] = [];
  if (at === null || at >= durationSeconds) {
    const allowed = `a moment before the end of the run, which is at ${durationSeconds} s`;
    refusals.push({ field: 'at', value: shownValue(writtenAt), allowed });
  }
  const isWrong = until !== undefined && (until === null || until > durationSeconds || (at !== null && until <= at));
  if (isWrong) {
    const allowed = `a moment after the start and up to ${durationSeconds} s, the end of the run; or nothing`;
    refusals.push({ field: 'until', value: shownValue(writtenUntil), allowed });
  }
  return refusals;
}

/** What the scenarios have against it; nothing is done to those in which it means nothing. */
function refusedBy(scenarios: readonly StageScenario[], fault: FaultToBe, key: FaultKey | null): Refusal[] {
  const made: FaultIntervention = { kind: 'fault', ...fault };
  const meant = scenarios.filter(
    (scenario) =>
      (key === null || faultIn(scenario, key) !== undefined) && meansSomethingIn(scenario, fault.fault, fault.target),
  );
  if (meant.length === 0) {
    return [{ field: 'target', value: valueText(fault.target), allowed: 'what this fault can strike here' }];
  }
  for (const scenario of meant) {
    const next = key === null ? withFault(scenario, made) : withFaultChanged(scenario, key, made);
    if (next === scenario) {
      return [
        {
          field: 'at',
          value: shownValue(String(fault.atSeconds)),
          allowed: 'no start that the same fault has there already',
        },
      ];
    }
    const parsed = parseScenario(next);
    if (parsed.ok) continue;
    const place = `interventions[${next.interventions.indexOf(made)}]`;
    const own = parsed.problems.filter(({ path }) => path.startsWith(place));
    if (own.length > 0) return own.map(({ path, value, allowed }) => ({ field: fieldAt(path), value, allowed }));
  }
  return [];
}

function fieldAt(path: string): FaultField {
  if (path.endsWith('.strength')) return 'strength';
  if (path.endsWith('.atSeconds')) return 'at';
  return path.endsWith('.untilSeconds') ? 'until' : 'target';
}

/** What stands in a field, as a problem says it: a number bare, anything else in quotes. */
function shownValue(written: string): string {
  const bare = written.trim();
  if (bare === '') return valueText(undefined);
  return /^\d+(\.\d+)?$/.test(bare) ? bare : valueText(bare);
}

/** Takes away what the multiplication of decimal fractions leaves over. */
function tidy(value: number): number {
  return Number(value.toPrecision(9));
}
