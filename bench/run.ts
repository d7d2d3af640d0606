/**
 * `npm run bench`: how fast it is. Without arguments everything is measured; with names of sections only those, and with
 * scenario files (`docs/examples/m-m-4.json`) what it takes to run them.
 * With `--json` each result is one line `{"name", "value", "unit", "baseline", "ratio"}`, the last two where there is one.
 */
import { existsSync } from 'node:fs';
import type { Result, Section } from './result.ts';
import { copying } from './sections/copying.ts';
import { picture } from './sections/picture.ts';
import { queueing } from './sections/queueing.ts';
import { scenarioFile, scenarios } from './sections/scenarios.ts';

const sections: Readonly<Record<string, Section>> = { queueing, copying, scenarios, picture };

const args = process.argv.slice(2);
const asJson = args.includes('--json');
const wanted = args.filter((arg) => arg !== '--json');
const unknown = wanted.filter((name) => sectionOf(name) === undefined);

if (unknown.length > 0) {
  const known = Object.keys(sections).join(', ');
  console.error(`no section and no scenario file is called ${unknown.join(', ')}; the sections are ${known}`);
  process.exitCode = 2;
} else {
  if (!asJson)
    console.log(`${'what'.padEnd(64)}${'value'.padStart(14)} ${'unit'.padEnd(14)}${'baseline'.padStart(14)}  ratio`);
  for (const name of wanted.length > 0 ? wanted : Object.keys(sections)) {
    for (const result of (await sectionOf(name)?.()) ?? [])
      console.log(asJson ? JSON.stringify(result) : rowOf(result));
  }
}

/** The section of this name, or one that runs the scenario of this file. */
function sectionOf(name: string): Section | undefined {
  if (Object.hasOwn(sections, name)) return sections[name];
  return name.endsWith('.json') && existsSync(name) ? () => scenarioFile(name) : undefined;
}

function rowOf({ name, value, unit, baseline, ratio }: Result): string {
  const compared = baseline === undefined ? '' : `${figure(baseline).padStart(14)}  ${ratio?.toFixed(2)} ×`;
  return `${name.padEnd(64)}${figure(value).padStart(14)} ${unit.padEnd(14)}${compared}`.trimEnd();
}

/** Whole thousands in groups; three digits of what is small. */
function figure(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
