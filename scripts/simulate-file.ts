/** What `npm run simulate` does, apart from the process that it does it in. */
import { decodeScenario } from '../src/scenario/codec.ts';
import { createReport } from '../src/scenario/report.ts';
import { sentenceOf } from '../src/scenario/schema.ts';

/** What goes to standard output and standard error, and the code with which the process ends. */
interface Outcome {
  out: string;
  err: string;
  code: number;
}

const WRONG_INPUT = 2;

/** Runs the one scenario that is named. `read` returns the text of a file, and of standard input for `-`. */
export async function simulateFile(
  files: readonly string[],
  read: (file: string) => Promise<string>,
): Promise<Outcome> {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) {
    return wrong('Name one scenario: npm run simulate -- docs/examples/m-m-4.json, or - for standard input.');
  }
  let text: string;
  try {
    text = await read(file);
  } catch (error) {
    return wrong(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const decoded = decodeScenario(text);
  if (!decoded.ok) {
    const more = decoded.more > 0 ? [`and ${decoded.more} more`] : [];
    return wrong(...decoded.problems.map(sentenceOf), ...more);
  }
  return { out: `${JSON.stringify(createReport(decoded.scenario), null, 2)}\n`, err: '', code: 0 };
}

function wrong(...lines: readonly string[]): Outcome {
  return { out: '', err: lines.map((line) => `${line}\n`).join(''), code: WRONG_INPUT };
}
