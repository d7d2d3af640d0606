/** Draws charts outside of what is seen, at the size of a sheet, for files. */

import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { ChartDrawing, type ChartDrawingProps } from '../chart/ChartDrawing.tsx';

/** Size of one chart on a sheet, in px. Our choice. */
const CHART = { width: 800, height: 400 } as const;
const REM = 16;
const COLUMNS = 2;

export type ChartOfFile = Omit<ChartDrawingProps, 'width' | 'height' | 'rem' | 'named' | 'at'>;

export interface Sheet {
  width: number;
  height: number;
  /** Reads the drawing while it stands in the page. */
  read: <T>(reader: (drawing: SVGSVGElement) => Promise<T>) => Promise<T>;
}

/** A sheet with these charts, two beside each other where there are several; `title` is read out. */
export function sheetOf(title: string, charts: readonly ChartOfFile[]): Sheet {
  const columns = Math.min(COLUMNS, charts.length);
  const width = CHART.width * columns;
  const height = CHART.height * Math.ceil(charts.length / columns);
  return {
    width,
    height,
    async read(reader) {
      const holder = document.createElement('div');
      holder.style.cssText = 'position:fixed;left:-99999px;top:0;visibility:hidden';
      holder.setAttribute('aria-hidden', 'true');
      document.body.append(holder);
      const root = createRoot(holder);
      try {
        flushSync(() =>
          root.render(
            <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
              <title>{title}</title>
              {charts.map((chart, place) => (
                <ChartDrawing
                  key={chart.measure.id}
                  {...chart}
                  {...CHART}
                  rem={REM}
                  named
                  at={{ x: (place % columns) * CHART.width, y: Math.floor(place / columns) * CHART.height }}
                />
              ))}
            </svg>,
          ),
        );
        const drawing = holder.querySelector('svg');
        if (!drawing) throw new Error('nothing was drawn');
        return await reader(drawing);
      } finally {
        root.unmount();
        holder.remove();
      }
    },
  };
}
