/** What is compared, as files: the table, the charts and the scenarios; and a scenario back from a file. */
import { FileDown, FileUp } from 'lucide-react';
import { useState } from 'react';
import { figuresAt } from '../../panels/figures.ts';
import { runName } from '../../panels/names.ts';
import { minuteText } from '../../panels/time/clock-text.ts';
import { useRunStates } from '../../panels/time/use-run-states.ts';
import { useRunsOnScreen } from '../../panels/use-runs-on-screen.ts';
import type { Problem } from '../../scenario/problem.ts';
import { useSession } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { chartFaults, chartRuns } from '../chart/chart-data.ts';
import { type ChartMeasureId, chartMeasureIds, chartMeasures } from '../chart/chart-measures.ts';
import { replaced } from '../choices.ts';
import panel from '../Panel.module.css';
import { wholeRunOf } from '../whole-run.ts';
import { download, fileName } from './download.ts';
import { type ChartOfFile, sheetOf } from './draw-chart.tsx';
import { figuresCsv } from './figures-csv.ts';
import { besideOpened, readScenario, scenarioText } from './scenario-file.ts';
import { pngOf, svgText } from './svg-file.ts';

type Said =
  | { state: 'nothing' }
  | { state: 'said'; words: string }
  | { state: 'failed'; words: string }
  | { state: 'bad'; name: string; problems: readonly Problem[]; more: number };

export function ExportPanel({ measure }: { measure: ChartMeasureId }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const runs = useRunsOnScreen();
  const states = useRunStates(runs);
  const [said, setSaid] = useState<Said>({ state: 'nothing' });
  const names = states.map(({ id, scenario }) => runName(say, { id, stage: scenario.stage }));

  const save = (name: string, type: string, content: string | Blob): void => {
    download(name, type, content);
    setSaid({ state: 'said', words: say('compare.export.done', { name }) });
  };
  const table = (): void => {
    const { t } = session.clock.getState();
    const csv = figuresCsv(
      vocabulary,
      states.map(({ id, scenario, series, report }) => {
        const figures = figuresAt(series, t);
        return { id, scenario, measured: figures && { ...figures, whole: report && wholeRunOf(report) } };
      }),
      session.state.getState(),
      t,
    );
    save(fileName(['comparison', ...names, 'at', minuteText(t)], 'csv'), 'text/csv', csv);
  };
  const charts = async (ids: readonly ChartMeasureId[], format: 'png' | 'svg'): Promise<void> => {
    try {
      const faults = chartFaults(vocabulary, states);
      const durationSeconds = Math.max(1, ...states.map(({ scenario }) => scenario.durationSeconds));
      const sheet = sheetOf(
        say('compare.title'),
        ids.map(
          (id): ChartOfFile => ({
            measure: chartMeasures[id],
            title: say(chartMeasures[id].label),
            paleWords: say('compare.chart.old'),
            oldNameOf: (name) => say('compare.chart.old.name', { name }),
            runs: chartRuns(vocabulary, states, chartMeasures[id]),
            faults,
            durationSeconds,
          }),
        ),
      );
      const svg = await sheet.read(svgText);
      const what = ids.length === 1 ? say(chartMeasures[ids[0] as ChartMeasureId].label) : 'charts';
      const name = fileName([what, ...names], format);
      if (format === 'svg') save(name, 'image/svg+xml', svg);
      else save(name, 'image/png', await pngOf(svg, sheet.width, sheet.height));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      setSaid({ state: 'failed', words: say('compare.export.failed', { message }) });
    }
  };
  const open = async (file: File): Promise<void> => {
    try {
      const opened = readScenario(await file.text());
      if (!opened.ok) {
        setSaid({ state: 'bad', name: file.name, problems: opened.problems, more: opened.more });
        return;
      }
      const { scenario } = opened;
      const hasOwnTraffic = Object.hasOwn(scenario.parameters, 'users');
      session.applyTraffic(besideOpened(scenario), hasOwnTraffic ? file.name : null);
      const { compared } = session.state.getState();
      if (!compared.includes(scenario.stage)) session.compare(replaced(compared, 0, scenario.stage));
      const words = say('compare.file.opened', { name: file.name, architecture: say(`stage.${scenario.stage}`) });
      setSaid({ state: 'said', words });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      setSaid({ state: 'failed', words: say('compare.export.failed', { message }) });
    }
  };
  const icon = <FileDown />;
  return (
    <section className={panel.panel} aria-label={say('compare.export')}>
      <div className={panel.head}>
        <h3 className={panel.title}>{say('compare.export')}</h3>
      </div>
      <div className={panel.buttons}>
        <Button icon={icon} title={say('compare.export.table.what')} onClick={table}>
          {say('compare.export.table')}
        </Button>
        {(['png', 'svg'] as const).map((format) => (
          <Button
            key={format}
            icon={icon}
            title={say('compare.export.chart.what')}
            onClick={() => void charts([measure], format)}
          >
            {say(`compare.export.${format}`)}
          </Button>
        ))}
        {(['png', 'svg'] as const).map((format) => (
          <Button
            key={format}
            icon={icon}
            title={say('compare.export.all.what')}
            onClick={() => void charts(chartMeasureIds, format)}
          >
            {say(`compare.export.all.${format}`)}
          </Button>
        ))}
      </div>
      <div className={panel.buttons}>
        <span className={panel.quiet}>{say('compare.export.scenario.of')}</span>
        {states.map(({ id, scenario }, place) => (
          <Button
            key={id}
            icon={icon}
            title={say('compare.export.scenario.what')}
            onClick={() =>
              save(fileName(['scenario', names[place] ?? ''], 'json'), 'application/json', scenarioText(scenario))
            }
          >
            {names[place]} (JSON)
          </Button>
        ))}
        <label className={panel.file} title={say('compare.file.what')}>
          <FileUp aria-hidden="true" />
          {say('compare.file')}
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) void open(file);
              // So that the same file can be chosen again once it is mended.
              event.currentTarget.value = '';
            }}
          />
        </label>
      </div>
      <div role="status">
        {said.state === 'said' && <p className={panel.quiet}>{said.words}</p>}
        {said.state === 'failed' && <p className={panel.bad}>{said.words}</p>}
        {said.state === 'bad' && <BadFile {...said} />}
      </div>
    </section>
  );
}

function BadFile({ name, problems, more }: { name: string; problems: readonly Problem[]; more: number }) {
  const say = useText();
  return (
    <div className={panel.bad}>
      <p>{say('compare.file.bad', { name })}</p>
      <ul className={panel.problems}>
        {problems.map(({ path, value, allowed }) => (
          <li key={`${path} ${value}`}>
            {path === ''
              ? say('compare.file.problem.whole', { value, allowed })
              : say('compare.file.problem', { path, value, allowed })}
          </li>
        ))}
        {more > 0 && <li>{say('compare.file.more', { n: more })}</li>}
      </ul>
    </div>
  );
}
