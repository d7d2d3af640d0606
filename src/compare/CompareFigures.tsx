/** Everything that is measured of runs side by side: the table, a chart, what differs in words, and all of it as files. */
import { useState } from 'react';
import { useText } from '../ui/use-text.ts';
import styles from './CompareFigures.module.css';
import { CompareTable } from './CompareTable.tsx';
import { ChartPanel } from './chart/ChartPanel.tsx';
import type { ChartMeasureId } from './chart/chart-measures.ts';
import { DifferencePanel } from './DifferencePanel.tsx';
import { ExportPanel } from './export/ExportPanel.tsx';

export function CompareFigures() {
  const say = useText();
  const [measure, setMeasure] = useState<ChartMeasureId>('waiting');
  return (
    <div className={styles.figures} data-figures>
      {/* Where the window is small the table scrolls, and must do so by keys as well. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the focus */}
      <section className={styles.table} tabIndex={0} aria-label={say('compare.figures')}>
        <CompareTable />
      </section>
      <div className={styles.beside}>
        <ChartPanel measure={measure} onMeasure={setMeasure} />
        <DifferencePanel />
      </div>
      <ExportPanel measure={measure} />
    </div>
  );
}
