/** Values of parameters in words. */
import { type InstanceType, instanceTypes } from '../../models/instance-group/instance-types.ts';
import type { Parameter, Unit } from '../../models/parameters.ts';
import { models } from '../../models/registry.ts';
import { filledTextOf, isTextKey, type Vocabulary } from '../../text/text.ts';
import { formatNumber, formatShare } from '../../ui/format.ts';
import type { Say } from '../../ui/use-text.ts';
import { choiceOf, type Knob } from './knobs.ts';

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

/**
 * The value of any parameter, whether or not it can be turned while the run goes on: a choice in words, a number with its
 * unit; null for what has no words, a list or a distribution.
 */
export function settingWords(knob: Knob, value: unknown, say: Say, vocabulary: Vocabulary): string | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  if (typeof value === 'string' || choiceOf(knob, value) !== null) return optionWords(knob, value, vocabulary);
  const declared = (models[knob.kind].parameters as Readonly<Record<string, Parameter>>)[knob.parameter];
  return declared?.type === 'number' ? withUnit(value, declared.unit, say) : formatNumber(value);
}

function sizeWords(name: InstanceType, vocabulary: Vocabulary): string {
  const { vcpu, memoryGib } = instanceTypes[name];
  return filledTextOf(vocabulary, 'choice.size', { name, vcpu, memory: memoryGib });
}
