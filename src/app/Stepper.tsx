/** The way through the seven stages. The ring round a number fills as the claims of its stage are proved. */
import { Check } from 'lucide-react';
import { type CSSProperties, useEffect, useRef } from 'react';
import { claimsOf } from '../lessons/catalogue.ts';
import { type LadderId, ladderIds } from '../stages/catalogue.ts';
import { useSession, useSessionState } from '../stores/session-context.tsx';
import { useText } from '../ui/use-text.ts';
import type { FormOf } from './last-forms.ts';
import styles from './Stepper.module.css';
import { isStage, rungShown } from './screens.ts';
import { useHidden } from './use-hidden.ts';

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
