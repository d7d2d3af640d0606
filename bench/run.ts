/**
 * `npm run bench`: how fast it is. Without arguments everything is measured; with names of sections only those.
 * With `--json` each result is one line `{"name", "value", "unit", "baseline", "ratio"}`, the last two where there is one.
 */
import type { Result, Section } from './result.ts';
import { copying } from './sections/copying.ts';
import { picture } from './sections/picture.ts';
import { queueing } from './sections/queueing.ts';

const sections: Readonly<Record<string, Section>> = { queueing, copying, picture };

const args = process.argv.slice(2);
const asJson = args.includes('--json');
const wanted = args.filter((arg) => arg !== '--json');
const unknown = wanted.filter((name) => !(name in sections));

if (unknown.length > 0) {
  console.error(`no section is called ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}`);
  process.exitCode = 2;
} else {
  if (!asJson)
    console.log(`${'what'.padEnd(64)}${'value'.padStart(14)} ${'unit'.padEnd(14)}${'baseline'.padStart(14)}  ratio`);
  for (const [name, measure] of Object.entries(sections)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const result of await measure()) console.log(asJson ? JSON.stringify(result) : rowOf(result));
  }
}

function rowOf({ name, value, unit, baseline, ratio }: Result): string {
  const compared = baseline === undefined ? '' : `${figure(baseline).padStart(14)}  ${ratio?.toFixed(2)} ×`;
  return `${name.padEnd(64)}${figure(value).padStart(14)} ${unit.padEnd(14)}${compared}`.trimEnd();
}

/** Whole thousands in groups; three digits of what is small. */
function figure(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
