/** Writes the tables of parameters in docs/model.md from the declarations; the words around them are written by hand. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Parameter } from '../src/models/parameters.ts';
import { type ComponentKind, componentKinds, models } from '../src/models/registry.ts';
import { ruleOf } from '../src/scenario/parameter-rules.ts';
import { textOf } from '../src/text/text.ts';

const page = new URL('../docs/model.md', import.meta.url);

/** The page with every table as the declarations have it today. A kind without a place for its table is an error. */
export function withTables(markdown: string): string {
  return componentKinds.reduce((text, kind) => {
    const pattern = new RegExp(`(<!-- parameters: ${kind} -->\n)[\\s\\S]*?(<!-- end -->)`);
    if (!pattern.test(text)) throw new Error(`docs/model.md has no "<!-- parameters: ${kind} -->" … "<!-- end -->"`);
    return text.replace(pattern, (_, begin: string, end: string) => `${begin}\n${tableOf(kind)}\n\n${end}`);
  }, markdown);
}

function tableOf(kind: ComponentKind): string {
  const rows = Object.entries<Parameter>(models[kind].parameters).map(([name, declared]) => {
    const help = textOf('neutral', `parameter.${kind}.${name}.help`);
    const cells = [`\`${name}\``, help, allowed(declared), value(declared, 'classroom'), value(declared, 'real')];
    return `| ${[...cells, declared.source].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return [
    '| parameter | what it is | allowed | classroom | real | source |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function allowed(declared: Parameter): string {
  if (declared.type === 'choice') return declared.options.map((option) => `\`${option}\``).join(', ');
  if (declared.type === 'shaped') {
    const turnable = (declared as { turnable?: true }).turnable === true;
    return ruleOf(declared).allowed + (turnable ? '; can be turned' : '');
  }
  const { min, max, unit, integer, turnable } = declared;
  const range = `${min} to ${max} ${unit}`;
  return [range, ...(integer ? ['whole'] : []), ...(turnable ? ['can be turned'] : [])].join(', ');
}

function value(declared: Parameter, which: 'classroom' | 'real'): string {
  return `\`${JSON.stringify(declared[which])}\``;
}

if (process.argv[1]?.endsWith('write-model-docs.ts')) {
  writeFileSync(page, withTables(readFileSync(page, 'utf8')));
}
