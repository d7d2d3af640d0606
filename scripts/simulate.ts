/**
 * `npm run simulate -- scenario.json`: runs a scenario and prints the report as JSON. `-` reads it from standard input.
 * Says on stderr, one problem a line, what is wrong with a scenario, and then ends with 2.
 */
import { readFileSync } from 'node:fs';
import { decodeScenario } from '../src/scenario/codec.ts';
import { createReport } from '../src/scenario/report.ts';
import { sentenceOf } from '../src/scenario/schema.ts';

const WRONG_INPUT = 2;

process.exitCode = simulate(process.argv.slice(2));

/** Returns the code with which the process ends. */
function simulate(files: readonly string[]): number {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) {
    return wrong('Name one scenario: npm run simulate -- docs/examples/m-m-4.json, or - for standard input.');
  }
  let text: string;
  try {
    text = readFileSync(file === '-' ? process.stdin.fd : file, 'utf8');
  } catch (error) {
    return wrong(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const decoded = decodeScenario(text);
  if (!decoded.ok) {
    const sentences = decoded.problems.map(sentenceOf);
    return wrong(...sentences, ...(decoded.more > 0 ? [`and ${decoded.more} more`] : []));
  }
  console.log(JSON.stringify(createReport(decoded.scenario), null, 2));
  return 0;
}

function wrong(...lines: readonly string[]): number {
  for (const line of lines) console.error(line);
  return WRONG_INPUT;
}
