/** The way through the seven stages. The ring round a number fills as the claims of its stage are proved. */
import { Check } from 'lucide-react';
import { type CSSProperties, type RefObject, useEffect, useRef, useState } from 'react';
import { claimsOf } from '../lessons/catalogue.ts';
import { type LadderId, ladderIds } from '../stages/catalogue.ts';
import { useSession, useSessionState } from '../stores/session-context.tsx';
import { useText } from '../ui/use-text.ts';
import type { FormOf } from './last-forms.ts';
import styles from './Stepper.module.css';
import { isStage, rungShown } from './screens.ts';

export function Stepper({ formOf }: { formOf: FormOf }) {
  const say = useText();
  const session = useSession();
  const nav = useRef<HTMLElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const rung = useSessionState(rungShown);
  const screen = useSessionState((state) => state.screen);
  // Where the steps scroll, the one that is shown comes into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element that is current changes with what is shown.
  useEffect(() => {
    const current = list.current?.querySelector('[aria-current]');
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [rung, screen]);
  const { start, end } = useHidden(nav);
  return (
    <nav
      ref={nav}
      className={`${styles.stepper} ${start ? styles.moreBefore : ''} ${end ? styles.moreAfter : ''}`}
      aria-label={say('app.screens')}
    >
      <ol ref={list}>
        {ladderIds.map((each, index) => (
          <li key={each}>
            <Step
              stage={each}
              place={index + 1}
              current={each !== rung ? undefined : isStage(screen) ? 'page' : 'true'}
              onClick={() => session.show(formOf(each))}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Whether steps are hidden before the first that is seen, or after the last. */
function useHidden(nav: RefObject<HTMLElement | null>): { start: boolean; end: boolean } {
  const [hidden, setHidden] = useState({ start: false, end: false });
  useEffect(() => {
    const element = nav.current;
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
  }, [nav]);
  return hidden;
}

interface StepProps {
  stage: LadderId;
  place: number;
  current: 'page' | 'true' | undefined;
  onClick: () => void;
}

function Step({ stage, place, current, onClick }: StepProps) {
  const say = useText();
  const of = claimsOf(stage);
  const n = useSessionState(({ proved }) => of.filter(({ id }) => proved.has(id)).length);
  const isAll = of.length > 0 && n === of.length;
  const name = say(`stage.${stage}`);
  return (
    <button
      type="button"
      className={styles.step}
      aria-current={current}
      aria-keyshortcuts={String(place)}
      title={n === 0 ? name : say('app.proved.of', { name, n, of: of.length })}
      onClick={onClick}
    >
      <span
        className={`number ${styles.place} ${isAll ? styles.all : n > 0 ? styles.some : ''}`}
        style={{ '--proved': of.length === 0 ? 0 : n / of.length } as CSSProperties}
        aria-hidden="true"
      >
        <span className={styles.inner}>{isAll ? <Check /> : place}</span>
      </span>
      <span className={styles.name}>{name}</span>
      {n > 0 && <span className="for-readers">{say('app.proved', { n, of: of.length })}</span>}
    </button>
  );
}
