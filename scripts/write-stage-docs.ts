/** Writes the tables of stages and claims in docs/stages.md from their runs; the words around them are written by hand. */
import { readFileSync, writeFileSync } from 'node:fs';
import { claims } from '../src/lessons/catalogue.ts';
import { checkClaim } from '../src/lessons/claim.ts';
import { foilSentenceOf, sentenceOf } from '../src/panels/story/claim-sentence.ts';
import { newScenario } from '../src/scenario/new-scenario.ts';
import { createReport, type RunReport } from '../src/scenario/report.ts';
import { architectureIds, type StageId, stages } from '../src/stages/catalogue.ts';
import { textOf } from '../src/text/text.ts';
import { formatDuration, formatMoney, NOTHING } from '../src/ui/format.ts';

const page = new URL('../docs/stages.md', import.meta.url);

/** The page with both tables as the runs are today. A table without its place is an error. */
export function withTables(markdown: string): string {
  return Object.entries({ stages: stageTable, claims: claimTable }).reduce((text, [name, tableOf]) => {
    const pattern = new RegExp(`(<!-- table: ${name} -->\n)[\\s\\S]*?(<!-- end -->)`);
    if (!pattern.test(text)) throw new Error(`docs/stages.md has no "<!-- table: ${name} -->" … "<!-- end -->"`);
    return text.replace(pattern, (_, begin: string, end: string) => `${begin}\n${tableOf()}\n\n${end}`);
  }, markdown);
}

function stageTable(): string {
  const withProcessing = architectureIds.filter((id) => JSON.stringify(stages[id]).includes('"step":"process"'));
  return tableOf(
    [
      'stage',
      'watchable',
      'told yes after',
      'watchable after',
      'slowest',
      'an hour',
      'at night',
      'with processing down',
    ],
    withProcessing.map(stageRow),
  );
}

function stageRow(id: StageId): string[] {
  const { uploads, untilAccepted, untilWatchable, bill } = createReport(newScenario(id));
  const crashed = createReport(
    newScenario(id, {
      interventions: [{ kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 75, untilSeconds: 110 }],
    }),
  );
  return [
    textOf('neutral', `stage.${id}`),
    `${uploads.watchable} of ${uploads.started}`,
    lengthOf(untilAccepted.p50Seconds),
    lengthOf(untilWatchable.p50Seconds),
    lengthOf(untilWatchable.maximumSeconds),
    formatMoney(bill.perHourUsd ?? 0),
    formatMoney(bill.perHourAtEndUsd),
    outcomesOf(crashed),
  ];
}

function outcomesOf({ uploads, untilWatchable }: RunReport): string {
  const { watchable, refused, lost, deadLettered } = uploads;
  const badly = Object.entries({ refused, lost, 'in dead letters': deadLettered }).filter(([, count]) => count > 0);
  const well = `${watchable} watchable, slowest ${lengthOf(untilWatchable.maximumSeconds)}`;
  return [well, ...badly.map(([what, count]) => `${count} ${what}`)].join('; ');
}

function lengthOf(value: number | null): string {
  return value === null ? NOTHING : formatDuration(value);
}

function claimTable(): string {
  return tableOf(
    ['stage', 'claim', 'measured', 'on the foil'],
    claims.map((claim) => {
      const result = checkClaim(claim);
      const signs = { less: '<', 'at-most': '≤', equal: '=', 'at-least': '≥', more: '>' } as const;
      const measured = (which: 'claim' | 'foil'): string =>
        result[which].comparisons
          .map(({ left, right, holds }, place) => {
            const sign = signs[claim.condition[place]?.is ?? 'equal'];
            return `${short(left)} ${sign} ${short(right)}${holds ? '' : ' ✗'}`;
          })
          .join(', ');
      return [
        textOf('neutral', `stage.${claim.stage}`),
        `\`${claim.id}\` ${sentenceOf(claim, result, 'neutral')}`,
        measured('claim'),
        `${measured('foil')}. ${foilSentenceOf(claim, 'neutral')}`,
      ];
    }),
  );
}

function short(value: number | null): string {
  return value === null ? '–' : String(Math.round(value * 1000) / 1000);
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

if (process.argv[1]?.endsWith('write-stage-docs.ts')) {
  writeFileSync(page, withTables(readFileSync(page, 'utf8')));
}
