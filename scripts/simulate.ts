/**
 * `npm run simulate -- scenario.json`: runs a scenario and prints the report as JSON. `-` reads it from standard input.
 * Says on standard error, one problem a line, what is wrong with a scenario, and then ends with 2.
 */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { simulateFile } from './simulate-file.ts';

const { out, err, code } = await simulateFile(process.argv.slice(2), (file) =>
  file === '-' ? text(process.stdin) : readFile(file, 'utf8'),
);
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = code;
