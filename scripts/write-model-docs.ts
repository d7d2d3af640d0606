/**
 * Writes the tables of docs/model.md from the code: the parameters of each kind from their declarations, the faults from
 * their catalogue. The words around them are written by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type FaultEntry, faultCatalogue, faultFamilies, kindsStruckBy } from '../src/faults/catalogue.ts';
import { strengthText } from '../src/faults/strength-text.ts';
import { type Fault, faults } from '../src/models/facts.ts';
import type { Parameter } from '../src/models/parameters.ts';
import { type ComponentKind, componentKinds, models } from '../src/models/registry.ts';
import { ruleOf } from '../src/scenario/parameter-rules.ts';
import { textOf } from '../src/text/text.ts';

const page = new URL('../docs/model.md', import.meta.url);

/** The page with every table as the code has it today. A table without a place is an error. */
export function withTables(markdown: string): string {
  const tables = [
    ...componentKinds.map((kind) => [`parameters: ${kind}`, tableOf(kind)] as const),
    ['faults', faultTable()] as const,
  ];
  return tables.reduce((text, [name, table]) => {
    const pattern = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- end -->)`);
    if (!pattern.test(text)) throw new Error(`docs/model.md has no "<!-- ${name} -->" … "<!-- end -->"`);
    return text.replace(pattern, (_, begin: string, end: string) => `${begin}\n${table}\n\n${end}`);
  }, markdown);
}

/** All faults, by family: where they strike, how strongly, what they do and what they stand for. */
function faultTable(): string {
  const rows = faultFamilies.flatMap((family) =>
    faults.filter((fault) => faultCatalogue[fault].family === family).map((fault) => row(faultCells(fault))),
  );
  return ['| fault | strikes | strength | what it does | what it imitates |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}

function faultCells(fault: Fault): string[] {
  const entry = faultCatalogue[fault];
  return [
    `**${textOf('neutral', `fault.${fault}`)}** \`${fault}\``,
    struckBy(fault, entry),
    strengthOf(fault, entry),
    textOf('neutral', `fault.${fault}.what`),
    textOf('neutral', `fault.${fault}.imitates`),
  ];
}

function struckBy(fault: Fault, { scope, usualTargets }: FaultEntry): string {
  const usual = usualTargets.map((target) => `\`${target}\``).join(', ');
  const kinds = kindsStruckBy(fault).join(', ');
  const what = scope === 'link' ? 'a link' : scope === 'component' ? kinds : `a ${scope} of: ${kinds}`;
  return `${what}; usually at ${usual}`;
}

function strengthOf(fault: Fault, { strength }: FaultEntry): string {
  if (strength === null) return '';
  const { min, max, usual, integer } = strength;
  const words = [min, max, usual].map((each) => strengthText('neutral', fault, each));
  return `${words[0]} to ${words[1]}${integer === true ? ', whole' : ''}; usually ${words[2]}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function tableOf(kind: ComponentKind): string {
  const rows = Object.entries<Parameter>(models[kind].parameters).map(([name, declared]) => {
    const help = textOf('neutral', `parameter.${kind}.${name}.help`);
    const cells = [`\`${name}\``, help, allowed(declared), value(declared, 'classroom'), value(declared, 'real')];
    return row([...cells, declared.source]);
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
