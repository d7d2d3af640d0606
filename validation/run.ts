/** `npm run validate`: runs the cases that theory knows and writes docs/validation.md; ends with 1 if one disagrees. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cases } from './cases.ts';
import { pageOf } from './page.ts';
import { littlesLaw, validate } from './validate.ts';

const outcomes = cases.map((each) => {
  const findings = validate(each);
  for (const { quantity, formula, simulated, agrees, wouldNotice } of findings) {
    if (agrees && wouldNotice) continue;
    const what = `${each.name}, ${quantity.of} at ${quantity.at.join(' + ')}`;
    const found = `${simulated.mean.toPrecision(5)} ± ${simulated.halfWidth.toPrecision(2)}`;
    const trouble = agrees ? ', an interval too wide to prove it' : '';
    console.error(`${what}: ${found} where the formula says ${formula.toPrecision(5)}${trouble}`);
    process.exitCode = 1;
  }
  console.log(`${each.name}: ${findings.length} quantities`);
  return { case: each, findings, little: littlesLaw(each) };
});

writeFileSync(fileURLToPath(new URL('../docs/validation.md', import.meta.url)), pageOf(outcomes));
