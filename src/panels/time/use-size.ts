/** How wide an element is, and how much a rem is there: what SVG has to know to be drawn in px. */
import { type RefCallback, useCallback, useState } from 'react';

export interface Size {
  width: number;
  /** px in one rem: larger for a projector. */
  rem: number;
}

export function useSize(): [ref: RefCallback<HTMLElement>, size: Size | null] {
  const [size, setSize] = useState<Size | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const measure = (): void => {
      const width = Math.floor(element.getBoundingClientRect().width);
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setSize((old) => (old?.width === width && old.rem === rem ? old : { width, rem }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
