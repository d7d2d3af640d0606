/** Architectures side by side under one clock, meeting the same uploads and the same faults; their figures below. */
import { Columns2, Copy, LayoutGrid, Plus, SlidersHorizontal, X } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { TryThis } from '../panels/story/TryThis.tsx';
import type { StageId } from '../stages/catalogue.ts';
import { COMPARED, firstCompared, isVariantId, stageOf, variantOf } from '../stores/run-ids.ts';
import type { ComparedId } from '../stores/session.ts';
import { useSession, useSessionState } from '../stores/session-context.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { NARROW } from '../ui/media.ts';
import { useMedia } from '../ui/use-media.ts';
import { useText, useVocabulary } from '../ui/use-text.ts';
import { ArchitectureSelect } from './ArchitectureSelect.tsx';
import { CompareFigures } from './CompareFigures.tsx';
import styles from './CompareView.module.css';
import { allSeven, canHaveSecond, replaced, withNext, without, withSecond } from './choices.ts';
import { RunCard } from './RunCard.tsx';
import { RunTile } from './RunTile.tsx';
import { SecondSettingDialog } from './SecondSettingDialog.tsx';
import { Swipe } from './Swipe.tsx';
import { differenceWords, settingDifferences } from './second-setting.ts';

export function CompareView() {
  const say = useText();
  const session = useSession();
  const compared = useSessionState((state) => state.compared);
  const oneAtATime = useMedia(NARROW);
  /** On a phone: the place that is shown. */
  const [shown, setShown] = useState(0);
  /** Of which architecture the second setting is being set; null while none is. */
  const [setting, setSetting] = useState<StageId | null>(null);
  /** What stood side by side in large pictures before there were more. */
  const [large, setLarge] = useState(firstCompared);
  if (compared.length <= COMPARED.large && compared !== large) setLarge(compared);
  const root = useRef<HTMLDivElement>(null);
  const nameOf = useComparedName();

  const place = Math.min(shown, compared.length - 1);
  const areSmall = compared.length > COMPARED.large && !oneAtATime;
  const focusPlace = (at: number): void => {
    // On a phone not all of them are drawn.
    root.current?.querySelector<HTMLElement>(`[data-place='${at}']`)?.focus({ preventScroll: oneAtATime });
  };
  /** Whoever chose with a key goes on from the place that it was about. */
  const compareAndGoTo = (ids: readonly ComparedId[], at: number): void => {
    flushSync(() => {
      session.compare(ids);
      setShown(at);
    });
    focusPlace(at);
  };
  const add = (): void => compareAndGoTo(withNext(compared), compared.length);
  const addSecond = (at: number): void => {
    compareAndGoTo(withSecond(compared, at), at + 1);
    setSetting(stageOf(compared[at] as ComparedId));
  };
  const remove = (at: number): void => compareAndGoTo(without(compared, at), Math.min(at, compared.length - 2));
  const open = (id: ComparedId): void => {
    if (isVariantId(id)) session.compare([stageOf(id), id]);
    else session.show(id);
  };

  const actionsOf = (id: ComparedId, at: number, more?: ReactNode): ReactNode => (
    <>
      {more}
      {isVariantId(id) && (
        <IconButton
          label={say('compare.second.set', { name: say(`stage.${stageOf(id)}`) })}
          icon={<SlidersHorizontal />}
          onClick={() => setSetting(stageOf(id))}
        />
      )}
      {!areSmall && canHaveSecond(compared, at) && (
        <IconButton label={say('picker.second', { name: nameOf(id) })} icon={<Copy />} onClick={() => addSecond(at)} />
      )}
      {compared.length > COMPARED.least && (
        <IconButton label={say('picker.remove', { name: nameOf(id) })} icon={<X />} onClick={() => remove(at)} />
      )}
    </>
  );
  const lineOf = (id: ComparedId): ReactNode =>
    isVariantId(id) ? <SecondLine stage={stageOf(id)} /> : oneAtATime ? undefined : say(`stage.${stageOf(id)}.line`);

  const card = (id: ComparedId, at: number, more?: ReactNode) => (
    <RunCard
      key={id}
      run={session.run(id)}
      title={
        <ArchitectureSelect
          value={id}
          n={at + 1}
          compared={compared}
          onChange={(next) => session.compare(replaced(compared, at, next))}
        />
      }
      line={lineOf(id)}
      actions={actionsOf(id, at, more)}
    />
  );
  const isFull = compared.length === COMPARED.most;
  /** Where there is nothing left to go back to, one goes on from the card that was set. */
  const closeDialog = (): void => {
    flushSync(() => setSetting(null));
    if (setting === null || (document.activeElement !== null && document.activeElement !== document.body)) return;
    focusPlace(compared.indexOf(variantOf(setting)));
  };
  const dialog = setting !== null && <SecondSettingDialog stage={setting} onClose={closeDialog} />;

  if (oneAtATime) {
    const more = !isFull && <IconButton label={say('picker.add.what')} icon={<Plus />} onClick={add} />;
    return (
      <div ref={root} className={styles.one}>
        <h2 className="for-readers">{say('compare.title')}</h2>
        <Swipe
          label={say('compare.tabs')}
          shown={place}
          onShow={setShown}
          slides={compared.map((id, at) => ({
            id,
            label: nameOf(id),
            content: <div className={styles.bare}>{card(id, at, more)}</div>,
          }))}
        />
        {dialog}
      </div>
    );
  }
  const isAllSeven = compared.join() === allSeven.join();
  return (
    <div ref={root} className={styles.compare}>
      <div className={styles.head}>
        <h2 className={styles.title}>{say('compare.title')}</h2>
        <TryThis />
        {!isAllSeven && (
          <Button icon={<LayoutGrid />} title={say('picker.seven.what')} onClick={() => compareAndGoTo(allSeven, 0)}>
            {say('picker.seven')}
          </Button>
        )}
        {areSmall && (
          <Button icon={<Columns2 />} title={say('picker.large.what')} onClick={() => compareAndGoTo(large, 0)}>
            {say('picker.large')}
          </Button>
        )}
        {!isFull && (
          <Button icon={<Plus />} title={say('picker.add.what')} onClick={add}>
            {say('picker.add')}
          </Button>
        )}
      </div>
      {areSmall ? (
        <ul className={styles.tiles}>
          {compared.map((id, at) => (
            <RunTile
              key={id}
              run={session.run(id)}
              name={nameOf(id)}
              place={at}
              openLabel={
                isVariantId(id)
                  ? say('compare.open.second', { name: say(`stage.${stageOf(id)}`) })
                  : say('compare.open', { name: nameOf(id) })
              }
              onOpen={() => open(id)}
              {...(isVariantId(id) ? { line: <SecondLine stage={stageOf(id)} /> } : {})}
              actions={actionsOf(id, at)}
            />
          ))}
        </ul>
      ) : (
        <div className={styles.cards} data-many={compared.length}>
          {compared.map((id, at) => card(id, at))}
        </div>
      )}
      <CompareFigures />
      {dialog}
    </div>
  );
}

/** Says the name of what stands in a place. */
function useComparedName(): (id: ComparedId) => string {
  const say = useText();
  return (id) => {
    const name = say(`stage.${stageOf(id)}`);
    return isVariantId(id) ? say('compare.second', { name }) : name;
  };
}

/** In what a second setting differs from the first, in a line. */
function SecondLine({ stage }: { stage: StageId }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const scenario = useSessionState((state) => state.scenarios[stage]);
  const variant = useSessionState((state) => state.variants[stage]);
  const words = settingDifferences(scenario, variant).map((each) => differenceWords(vocabulary, each));
  const [first] = words;
  if (first === undefined) return say('compare.second.same');
  return <span title={words.join('\n')}>{words.join(' · ')}</span>;
}
