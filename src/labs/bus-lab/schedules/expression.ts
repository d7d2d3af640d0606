/** A schedule expression as it is written: its fields with their places, and the place of what is wrong with it. */
import { cronFields } from '../../../models/event-bus/schedule/cron.ts';
import type { ScheduleProblem } from '../../../models/event-bus/schedule/schedule.ts';

/** From the first character to before the last; both from 0. */
export interface Place {
  from: number;
  to: number;
}

export type FieldName = ScheduleProblem['field'];

export interface Field extends Place {
  name: FieldName;
  text: string;
}

export type Form = 'rate' | 'cron';

/** How the expression begins; null where it is neither. */
export function formOf(expression: string): Form | null {
  const [, form] = /^(rate|cron)\(/.exec(expression) ?? [];
  return (form as Form | undefined) ?? null;
}

const namesOf: Readonly<Record<Form, readonly FieldName[]>> = {
  rate: ['value', 'unit'],
  cron: cronFields.map(({ name }) => name),
};

/** The words between the brackets, with the names of the fields that they stand for; what is too much has the name of the whole. */
export function fieldsOf(expression: string): readonly Field[] {
  const form = formOf(expression);
  if (form === null) return [];
  const begin = form.length + 1;
  const end = expression.endsWith(')') ? expression.length - 1 : expression.length;
  return [...expression.slice(begin, end).matchAll(/\S+/g)].map(({ 0: text, index }, place) => ({
    name: namesOf[form][place] ?? 'expression',
    text,
    from: begin + index,
    to: begin + index + text.length,
  }));
}

/** Where in the expression it is wrong. */
export function placeOf(expression: string, { field, value }: ScheduleProblem): Place {
  if (field === 'expression') {
    const at = value === '' ? -1 : expression.indexOf(value);
    return at < 0 ? { from: 0, to: expression.length } : { from: at, to: at + value.length };
  }
  const known = fieldsOf(expression).find(({ name }) => name === field);
  if (known === undefined) return { from: 0, to: expression.length };
  const at = placeInList(known.text.toUpperCase(), value.toUpperCase());
  return at === null ? known : { from: known.from + at, to: known.from + at + value.length };
}

/** Where a part stands in a field: as a whole item of its list if it is one, else wherever it is. */
function placeInList(text: string, part: string): number | null {
  let from = 0;
  for (const item of text.split(',')) {
    if (item === part) return from;
    from += item.length + 1;
  }
  const at = part === '' ? -1 : text.indexOf(part);
  return at < 0 ? null : at;
}

/** A calendar with another text for one of its six fields; what is not there yet is everything. */
export function withField(expression: string, name: FieldName, text: string): string {
  const fields = fieldsOf(expression);
  const texts = namesOf.cron.map((each) => (each === name ? text : textOf(fields, each)));
  return `cron(${texts.join(' ')})`;
}

function textOf(fields: readonly Field[], name: FieldName): string {
  return fields.find((each) => each.name === name)?.text ?? '*';
}

export const units = ['minute', 'hour', 'day'] as const;
export type Unit = (typeof units)[number];

/** One of something stands without an s, more with one. */
export function rateText(value: number, unit: Unit): string {
  return `rate(${value} ${unit}${value === 1 ? '' : 's'})`;
}

/** The number and the unit of a rate; null where it is none yet. */
export function rateOf(expression: string): { value: number; unit: Unit } | null {
  const [value, unit] = formOf(expression) === 'rate' ? fieldsOf(expression) : [];
  const known = units.find((each) => unit?.text === each || unit?.text === `${each}s`);
  const number = Number(value?.text);
  return known && Number.isInteger(number) && number > 0 ? { value: number, unit: known } : null;
}
