/** Architectures side by side under one clock, meeting the same uploads and the same faults; their figures below. */
import { Plus, X } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { TryThis } from '../panels/story/TryThis.tsx';
import type { StageId } from '../stages/catalogue.ts';
import { COMPARED } from '../stores/create-session.ts';
import { useSession, useSessionState } from '../stores/session-context.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { useMedia } from '../ui/use-media.ts';
import { useText } from '../ui/use-text.ts';
import { ArchitectureSelect } from './ArchitectureSelect.tsx';
import { CompareTable } from './CompareTable.tsx';
import styles from './CompareView.module.css';
import { replaced, withNext, without } from './choices.ts';
import { RunCard } from './RunCard.tsx';

/** Where two pictures do not fit beside each other, one is shown at a time. */
const ONE_AT_A_TIME = '(max-width: 47.99rem)';

export function CompareView() {
  const say = useText();
  const session = useSession();
  const compared = useSessionState((state) => state.compared);
  const oneAtATime = useMedia(ONE_AT_A_TIME);
  /** On a phone: the place that is shown. */
  const [shown, setShown] = useState(0);
  const root = useRef<HTMLDivElement>(null);

  const place = Math.min(shown, compared.length - 1);
  /** Whoever chose with a key goes on from the place that it was about. */
  const compareAndGoTo = (stages: readonly StageId[], at: number): void => {
    flushSync(() => {
      session.compare(stages);
      setShown(at);
    });
    const selects = root.current?.querySelectorAll('select') ?? [];
    selects[oneAtATime ? 0 : at]?.focus();
  };
  const add = (): void => compareAndGoTo(withNext(compared), compared.length);
  const remove = (at: number): void => compareAndGoTo(without(compared, at), Math.min(at, compared.length - 2));

  const card = (stage: StageId, at: number, more?: ReactNode) => (
    <RunCard
      key={stage}
      run={session.run(stage)}
      title={
        <ArchitectureSelect
          value={stage}
          n={at + 1}
          onChange={(next) => session.compare(replaced(compared, at, next))}
        />
      }
      {...(oneAtATime ? {} : { line: say(`stage.${stage}.line`) })}
      actions={
        <>
          {more}
          {compared.length > COMPARED.least && (
            <IconButton
              label={say('picker.remove', { name: say(`stage.${stage}`) })}
              icon={<X />}
              onClick={() => remove(at)}
            />
          )}
        </>
      }
    />
  );
  const isFull = compared.length === COMPARED.most;

  if (oneAtATime) {
    const more = !isFull && <IconButton label={say('picker.add.what')} icon={<Plus />} onClick={add} />;
    return (
      <div ref={root} className={styles.one}>
        <h2 className="for-readers">{say('compare.title')}</h2>
        <Tabs
          className={styles.one}
          label={say('compare.tabs')}
          value={String(place)}
          onChange={(id) => setShown(Number(id))}
          tabs={compared.map((stage, at) => ({
            id: String(at),
            label: say(`stage.${stage}`),
            content: <div className={styles.bare}>{card(stage, at, more)}</div>,
          }))}
        />
      </div>
    );
  }
  return (
    <div ref={root} className={styles.compare}>
      <div className={styles.head}>
        <h2 className={styles.title}>{say('compare.title')}</h2>
        <TryThis />
        {!isFull && (
          <Button icon={<Plus />} title={say('picker.add.what')} onClick={add}>
            {say('picker.add')}
          </Button>
        )}
      </div>
      <div className={styles.cards} data-many={compared.length}>
        {compared.map((stage, at) => card(stage, at))}
      </div>
      {/* Where the window is small the table scrolls, and must do so by keys as well. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the focus */}
      <section className={styles.table} tabIndex={0} aria-label={say('compare.figures')}>
        <CompareTable />
      </section>
    </div>
  );
}
