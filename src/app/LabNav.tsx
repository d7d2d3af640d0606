/** The way through a lab: one entry for each bench, and in that of the functions one for each of their typical uses. */
import { Check, ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { claimsOf } from '../lessons/catalogue.ts';
import { isBenchId, type LabId, type StoryId } from '../stages/catalogue.ts';
import { useSession, useSessionState } from '../stores/session-context.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useText } from '../ui/use-text.ts';
import styles from './LabNav.module.css';
import { labWays } from './lab-ways.tsx';
import type { FormOf } from './last-forms.ts';
import { ScreenLink } from './ScreenLink.tsx';
import { benchesIn, benchShown, isStage } from './screens.ts';
import { benchKeys } from './shortcuts.ts';
import { useHidden } from './use-hidden.ts';

export function LabNav({ lab, formOf }: { lab: LabId; formOf: FormOf }) {
  const say = useText();
  const session = useSession();
  const shown = useSessionState(benchShown);
  const isProof = useSessionState(({ screen }) => !isStage(screen));
  const row = useRef<HTMLDivElement>(null);
  // Where the entries scroll, the one that is shown comes into view; again when they take another room, as with their font.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element that is current changes with what is shown.
  useEffect(() => {
    const element = row.current;
    if (!element) return;
    const centre = (): void =>
      element.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
    centre();
    const observer = new ResizeObserver(centre);
    observer.observe(element);
    for (const list of element.children) observer.observe(list);
    return () => observer.disconnect();
  }, [shown, lab]);
  const { start, end } = useHidden(row);

  const onKeyDown = (event: KeyboardEvent): void => {
    const links = [...(row.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    links[Math.min(Math.max(to, 0), links.length - 1)]?.focus();
    // Kept from the keys of the page.
    event.preventDefault();
    event.stopPropagation();
  };

  const all = benchesIn(lab);
  const place = shown === null ? -1 : all.indexOf(shown);
  const entry = (story: StoryId) => (
    <li key={story}>
      <Entry story={story} formOf={formOf} current={story !== shown ? undefined : isProof ? 'true' : 'page'} />
    </li>
  );
  const stepTo = (next: StoryId | undefined) => () => {
    if (next !== undefined) session.show(formOf(next));
  };
  const uses = all.filter((story) => !isBenchId(story));
  return (
    <nav className={styles.lab} aria-label={say('lab.nav', { lab: say(`lab.${lab}`) })}>
      <p className={styles.name}>
        <span className={styles.icon} aria-hidden="true">
          {labWays[lab].icon}
        </span>
        {say(`lab.${lab}`)}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the links in it */}
      <div
        ref={row}
        className={`${styles.row} ${start ? styles.moreBefore : ''} ${end ? styles.moreAfter : ''}`}
        onKeyDown={onKeyDown}
      >
        <ul aria-label={say('lab.benches')}>{all.filter(isBenchId).map(entry)}</ul>
        {uses.length > 0 && (
          <>
            <p className={styles.uses} aria-hidden="true">
              {say('lab.uses')}
            </p>
            <ul aria-label={say('uses.title')}>{uses.map(entry)}</ul>
          </>
        )}
      </div>
      <div className={styles.steps}>
        <IconButton
          label={say('time.with-key', { name: say('key.bench.previous'), key: benchKeys.previous.shown })}
          aria-keyshortcuts={benchKeys.previous.shown}
          icon={<ChevronLeft />}
          unavailable={place <= 0}
          onClick={stepTo(all[place - 1])}
        />
        <IconButton
          label={say('time.with-key', { name: say('key.bench.next'), key: benchKeys.next.shown })}
          aria-keyshortcuts={benchKeys.next.shown}
          icon={<ChevronRight />}
          unavailable={place >= all.length - 1}
          onClick={stepTo(all[place + 1])}
        />
      </div>
    </nav>
  );
}

interface EntryProps {
  story: StoryId;
  formOf: FormOf;
  current: 'page' | 'true' | undefined;
}

function Entry({ story, formOf, current }: EntryProps) {
  const say = useText();
  const of = claimsOf(story);
  const n = useSessionState(({ proved }) => of.filter(({ id }) => proved.has(id)).length);
  const name = say(`stage.${story}`);
  return (
    <ScreenLink
      to={formOf(story)}
      className={styles.entry}
      current={current}
      title={n === 0 ? say(`stage.${story}.line`) : say('app.proved.of', { name, n, of: of.length })}
    >
      {name}
      {of.length > 0 && n === of.length && <Check className={styles.all} aria-hidden="true" />}
      {n > 0 && <span className="for-readers">{say('app.proved', { n, of: of.length })}</span>}
    </ScreenLink>
  );
}
