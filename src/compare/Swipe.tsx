/** Several things of which one is shown: swiped from one to the next, or chosen by its name, with a finger or with keys. */
import { type KeyboardEvent, type ReactNode, type TouchEvent, useId, useLayoutEffect, useRef } from 'react';
import styles from './Swipe.module.css';

export interface SwipeProps {
  /** What there is to choose from, for screen readers. */
  label: string;
  slides: readonly { id: string; label: string; content: ReactNode }[];
  /** The place that is shown, 0 for the first. */
  shown: number;
  onShow: (place: number) => void;
}

/** How many on each side of the one that is shown are drawn already, so that a swipe finds a picture. */
const DRAWN_BESIDE = 1;

export function Swipe({ label, slides, shown, onShow }: SwipeProps) {
  const id = useId();
  const strip = useRef<HTMLDivElement>(null);
  const tabs = useRef<HTMLDivElement>(null);
  const order = slides.map((slide) => slide.id).join();
  // Where others stand side by side than before, the strip goes to the one that is meant at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a swipe changes `shown` by itself, and must not be answered.
  useLayoutEffect(() => go(strip.current, shown, 'instant'), [order]);
  // The name of what is shown is in sight.
  useLayoutEffect(() => {
    const tab = tabs.current?.children[shown];
    if (tab instanceof HTMLElement) tabs.current?.scrollTo({ left: tab.offsetLeft - tabs.current.offsetLeft - 16 });
  }, [shown]);

  const choose = (place: number): void => {
    onShow(place);
    go(strip.current, place, 'auto');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = slides.length - 1;
    const to = { ArrowRight: Math.min(last, shown + 1), ArrowLeft: Math.max(0, shown - 1), Home: 0, End: last }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    choose(to);
    const tab = tabs.current?.children[to];
    if (tab instanceof HTMLElement) tab.focus();
  };
  return (
    <div className={styles.root}>
      <div ref={tabs} className={styles.tabs} role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {slides.map((slide, place) => (
          <button
            key={slide.id}
            type="button"
            role="tab"
            id={`${id}-tab-${place}`}
            className={styles.tab}
            aria-selected={place === shown}
            aria-controls={`${id}-slide-${place}`}
            tabIndex={place === shown ? 0 : -1}
            onClick={() => choose(place)}
          >
            {slide.label}
          </button>
        ))}
      </div>
      <div
        ref={strip}
        className={styles.strip}
        onTouchStartCapture={swipeWithOneFinger}
        onScroll={({ currentTarget }) => {
          const place = Math.round(currentTarget.scrollLeft / Math.max(1, currentTarget.clientWidth));
          if (place !== shown && place < slides.length) onShow(place);
        }}
      >
        {slides.map((slide, place) => (
          <div
            key={slide.id}
            role="tabpanel"
            id={`${id}-slide-${place}`}
            className={styles.slide}
            aria-labelledby={`${id}-tab-${place}`}
            inert={place !== shown}
          >
            {Math.abs(place - shown) <= DRAWN_BESIDE && slide.content}
          </div>
        ))}
      </div>
    </div>
  );
}

/** A picture would move under the finger; one finger swipes, and two still move and enlarge the picture. */
function swipeWithOneFinger(event: TouchEvent): void {
  if (event.touches.length === 1) event.stopPropagation();
}

function go(strip: HTMLElement | null, place: number, behavior: ScrollBehavior): void {
  strip?.scrollTo({ left: place * strip.clientWidth, behavior });
}
