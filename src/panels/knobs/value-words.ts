/** Values of parameters in words. */
import { type InstanceType, instanceTypes } from '../../models/instance-group/instance-types.ts';
import type { Unit } from '../../models/parameters.ts';
import { filledTextOf, isTextKey, type Vocabulary } from '../../text/text.ts';
import { formatNumber, formatShare } from '../../ui/format.ts';
import type { Say } from '../../ui/use-text.ts';
import type { Knob } from './knobs.ts';

/** A number with its unit. */
export function withUnit(value: number, unit: Unit, say: Say): string {
  if (unit === 'share') return formatShare(value);
  return `${formatNumber(value)} ${say(`unit.${unit}` as 'unit.messages', { n: value })}`.trimEnd();
}

/** What can be chosen, in words: those of the catalogue, or the value itself where that says enough. */
export function optionWords({ kind, parameter }: Knob, value: string | number, vocabulary: Vocabulary): string {
  if (parameter === 'instanceType') return sizeWords(value as InstanceType, vocabulary);
  const own = `choice.${kind}.${parameter}`;
  if (isTextKey(own)) return filledTextOf(vocabulary, own, { n: value });
  const each = `${own}.${value}`;
  return isTextKey(each) ? filledTextOf(vocabulary, each, {}) : String(value);
}

/** A name inside of a line; an abbreviation or a name of a product stays as it is. */
export function lowerFirst(name: string): string {
  return /^[A-Z][a-z]*[A-Z]/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

function sizeWords(name: InstanceType, vocabulary: Vocabulary): string {
  const { vcpu, memoryGib } = instanceTypes[name];
  return filledTextOf(vocabulary, 'choice.size', { name, vcpu, memory: memoryGib });
}
