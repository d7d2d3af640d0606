/** Which faults last at a component or at a link at the moment that is shown, and what of it the picture needs. Pure. */
import type { SimTime } from '../engine/time.ts';
import { faultCatalogue } from '../faults/catalogue.ts';
import type { Fault } from '../models/facts.ts';
import type { BusRule } from '../models/parameters.ts';
import { planOf } from '../scenario/create-simulation.ts';
import { faultsAt, type LastingFault } from '../scenario/lasting-faults.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { zoneNames } from '../scenario/targets.ts';
import { formatNumber } from '../ui/format.ts';
import type { Say } from '../ui/use-text.ts';

/** A link is cut from one moment to another. */
interface Cut {
  from: SimTime;
  until: SimTime;
}

/** Scenarios are never changed, only replaced, so what they say can be kept as long as they are. */
const linksByScenario = new WeakMap<Scenario, readonly { from: number }[]>();
const cutsByScenario = new WeakMap<Scenario, readonly (readonly Cut[])[]>();

function linksOf(scenario: Scenario): readonly { from: number }[] {
  let links = linksByScenario.get(scenario);
  if (!links) {
    links = planOf(scenario).links;
    linksByScenario.set(scenario, links);
  }
  return links;
}

/** The faults that strike component `index` itself at `t`, not its links; each kind once for each strength, the latest last. */
export function faultsOfComponent(scenario: Scenario, index: number, t: SimTime): LastingFault[] {
  const lasting = faultsAt(scenario, index, t).filter(({ link }) => link < 0);
  const isSame = (a: LastingFault, b: LastingFault) => a.fault === b.fault && a.part === b.part;
  return lasting.filter((each, place) => !lasting.slice(place + 1).some((later) => isSame(each, later)));
}

/** The faults that strike a link at `t`, the latest last. */
export function faultsOfLink(scenario: Scenario, link: number, t: SimTime): LastingFault[] {
  if (scenario.interventions.length === 0) return [];
  const from = linksOf(scenario)[link]?.from;
  return from === undefined ? [] : faultsAt(scenario, from, t).filter((each) => each.link === link);
}

/** What is on a link at a moment. */
interface LinkTrouble {
  isCut: boolean;
  /** By how much each message takes longer, s. */
  addedSeconds: number;
}

export function troubleOfLink(scenario: Scenario, link: number, t: SimTime): LinkTrouble | null {
  const faults = faultsOfLink(scenario, link, t);
  if (faults.length === 0) return null;
  const added = faults.reduce((sum, { fault, strength }) => sum + (fault === 'added-latency' ? strength : 0), 0);
  return { isCut: faults.some(({ fault }) => fault === 'cut-link'), addedSeconds: added };
}

/** Whether a link was cut when a message was sent along it, so that it got no farther. */
export function wasCut(scenario: Scenario, link: number, sentAt: SimTime): boolean {
  if (scenario.interventions.length === 0) return false;
  let cuts = cutsByScenario.get(scenario);
  if (!cuts) {
    cuts = cutsOf(scenario);
    cutsByScenario.set(scenario, cuts);
  }
  for (const { from, until } of cuts[link] ?? []) if (from <= sentAt && sentAt < until) return true;
  return false;
}

function cutsOf(scenario: Scenario): Cut[][] {
  const { links, acts } = planOf(scenario);
  return links.map((_, link) =>
    acts.flatMap((act): Cut[] => {
      if (act.kind !== 'fault-begins' || act.link !== link || act.strike.fault !== 'cut-link') return [];
      const end = acts.find(
        (other) => other.kind === 'fault-ends' && other.link === link && other.intervention === act.intervention,
      );
      return [{ from: act.at, until: end?.at ?? Number.POSITIVE_INFINITY }];
    }),
  );
}

/** The faults that strike rules, and the part of a rule that each disables. */
const isOfRules: Readonly<Partial<Record<Fault, 'pattern' | 'schedule'>>> = {
  'rule-mismatch': 'pattern',
  'silent-schedule': 'schedule',
};

/** Whether a fault strikes this rule: by its name, or each that has a pattern or a schedule. */
export function strikesRule({ fault, part }: Pick<LastingFault, 'fault' | 'part'>, rule: BusRule | undefined): boolean {
  const disabled = isOfRules[fault];
  if (!rule || disabled === undefined || rule[disabled] === undefined) return false;
  return part === '' || part === rule.name;
}

/** Zones, from 0, that are lost to a group at `t`. */
export function lostZones(faults: readonly LastingFault[]): number[] {
  return faults.flatMap(({ fault, part }) => (fault === 'zone-loss' ? [Number(part)] : []));
}

/** Letter of a zone, from 0. */
export function zoneLetter(zone: number): string {
  return zoneNames[zone] ?? '';
}

/** Whether a fault takes down all that it strikes, so that nothing is to be expected of it. */
export function takesDown(faults: readonly LastingFault[]): boolean {
  return faults.some(({ fault }) => fault === 'crash');
}

/** How strongly, as `×10` or `2 s`; nothing where a fault is there or not. */
export function strengthWords(fault: Fault, strength: number, say: Say): string {
  const unit = faultCatalogue[fault].strength?.unit;
  const n = formatNumber(strength);
  switch (unit) {
    case undefined:
      return '';
    case 'share':
      return say('fault.strength.share', { percent: formatNumber(strength * 100) });
    case 'environments':
    case 'pieces of work':
      return say(`fault.strength.${unit}`, { n: strength });
    default:
      return say(`fault.strength.${unit}`, { n });
  }
}

/** The same where there is little room: `×10`, `0.2/s`, and of what is counted the number alone. */
export function shortStrength(fault: Fault, strength: number, say: Say): string {
  const unit = faultCatalogue[fault].strength?.unit;
  if (unit === 'environments' || unit === 'pieces of work') return formatNumber(strength);
  if (unit === '1/s') return say('canvas.link.rate', { rate: formatNumber(strength) });
  return strengthWords(fault, strength, say);
}

/** A fault that lasts, in one sentence or two: its name, its strength, what it does. */
export function faultSentence({ fault, strength, part }: LastingFault, say: Say): string {
  const strongly = strengthWords(fault, strength, say);
  const where =
    fault === 'zone-loss'
      ? say('canvas.fault.zone', { zone: zoneLetter(Number(part)) })
      : part === ''
        ? ''
        : say('canvas.fault.rule', { rule: part });
  const parts = [say(`fault.${fault}`), strongly, where].filter((words) => words !== '');
  return say('canvas.fault.lasts', { fault: parts.join(', '), what: say(`fault.${fault}.what`) });
}
