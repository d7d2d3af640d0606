/** Whether something is hidden at the ends of a row that scrolls. */
import { type RefObject, useEffect, useState } from 'react';

export interface Hidden {
  start: boolean;
  end: boolean;
}

export function useHidden(row: RefObject<HTMLElement | null>): Hidden {
  const [hidden, setHidden] = useState({ start: false, end: false });
  useEffect(() => {
    const element = row.current;
    if (!element) return;
    const look = (): void => {
      const start = element.scrollLeft > 1;
      const end = element.scrollLeft + element.clientWidth < element.scrollWidth - 1;
      setHidden((before) => (before.start === start && before.end === end ? before : { start, end }));
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const list of element.children) observer.observe(list);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [row]);
  return hidden;
}
