/** The passages of a story: one of them is current, lights up what it speaks of in the picture, and can set its scene. */
import { ChevronLeft, ChevronRight, Clapperboard } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Passage, Story } from '../../lessons/story.ts';
import { nodesOf } from '../../scenario/create-simulation.ts';
import { newScenario } from '../../scenario/new-scenario.ts';
import type { StageId } from '../../stages/catalogue.ts';
import { useSession, useSessionState } from '../../stores/session-context.tsx';
import { filledTextOf, isTextKey, textOf } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import styles from './Passages.module.css';
import { applyScene } from './scene.ts';

/**
 * `stage` is the form of the story's stage that is shown. The picture is lit from when the reader turns to a passage, and
 * not before: whoever only watches sees all of it. The same passage once more puts the light out.
 */
export function Passages({ story, stage }: { story: Story; stage: StageId }) {
  const say = useText();
  const session = useSession();
  const { passages } = story;
  const noted = useSessionState((state) => state.passages);
  const kept = noted[story.stage];
  const place = Math.max(
    0,
    passages.findIndex(({ id }) => id === kept),
  );
  const [foundAt] = useState(place);
  const [lit, setLit] = useState(false);
  const [seen, setSeen] = useState(noted);
  // Whoever has turned to it, here or from where something went wrong, wants to see what it speaks of.
  if (noted !== seen) {
    setSeen(noted);
    setLit(true);
  }
  const current = passages[place];
  useHighlight(lit ? current : undefined, stage);
  const words = usePassageWords(story);
  if (current === undefined) return null;
  const turnTo = (next: number): void => {
    const passage = passages[next];
    if (next === place && lit) setLit(false);
    else if (passage) session.turnTo(story.stage, passage.id);
  };
  const placeWords = say('story.place', { n: place + 1, of: passages.length });
  const steps = (
    <div className={styles.steps}>
      <IconButton
        label={say('story.previous')}
        icon={<ChevronLeft />}
        unavailable={place === 0}
        onClick={() => turnTo(place - 1)}
      />
      <span className="number">{placeWords}</span>
      <IconButton
        label={say('story.next')}
        icon={<ChevronRight />}
        unavailable={place === passages.length - 1}
        onClick={() => turnTo(place + 1)}
      />
    </div>
  );
  return (
    <PanelSection title={say('story.passages')} aside={steps} headClassName={styles.head}>
      <p className="for-readers" role="status">
        {lit && `${placeWords}: ${words(current)}`}
      </p>
      <ol className={styles.list}>
        {passages.map((passage, each) => (
          <PassageItem
            key={passage.id}
            words={words(passage)}
            state={each !== place ? 'other' : lit ? 'lit' : 'current'}
            isFoundAgain={each === foundAt && each > 0}
            onTurn={() => turnTo(each)}
          >
            {each === place && passage.scene !== undefined && (
              <SceneButton
                story={story}
                passage={passage}
                set={() => {
                  // Turned to again: what else shows the passage comes back to it.
                  session.turnTo(story.stage, passage.id);
                  applyScene(session, stage, passage.scene ?? {});
                }}
              />
            )}
          </PassageItem>
        ))}
      </ol>
    </PanelSection>
  );
}

interface PassageItemProps {
  words: string;
  state: 'other' | 'current' | 'lit';
  /** Whether it is where the story was left before. */
  isFoundAgain: boolean;
  onTurn: () => void;
  children: ReactNode;
}

function PassageItem({ words, state, isFoundAgain, onTurn, children }: PassageItemProps) {
  const say = useText();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (state === 'lit') item.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  // Whoever comes back to a story finds it where it was left.
  useEffect(() => {
    if (isFoundAgain) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isFoundAgain]);
  return (
    <li ref={item} className={styles[state]}>
      <button
        type="button"
        className={styles.passage}
        aria-current={state === 'other' ? undefined : 'step'}
        aria-pressed={state === 'lit'}
        title={say(state === 'lit' ? 'story.light.out' : 'story.light')}
        onClick={onTurn}
      >
        {words}
      </button>
      {children}
    </li>
  );
}

function SceneButton({ story, passage, set }: { story: Story; passage: Passage; set: () => void }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const key = `story.${story.stage}.${passage.id}.scene`;
  return (
    <Button className={styles.scene} icon={<Clapperboard />} onClick={set}>
      {isTextKey(key) ? textOf(vocabulary, key) : say('story.scene')}
    </Button>
  );
}

/** Lights up what the passage speaks of, in whatever form is shown, until another is current or the story is left. */
function useHighlight(passage: Passage | undefined, stage: StageId): void {
  const session = useSession();
  const scenario = useSessionState((state) => state.scenarios[stage]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever shows another form, or opens a run, has put the light out.
  useEffect(() => {
    if (passage === undefined) return;
    session.highlight({ components: passage.components, links: passage.links });
    return () => session.highlight(null);
  }, [session, passage, stage, scenario]);
}

/** The words of a passage, filled with the figures of its stage as it comes, under the defaults that hold. */
function usePassageWords(story: Story): (passage: Passage) => string {
  const vocabulary = useVocabulary();
  const defaults = useSessionState((state) => state.scenarios[story.stage].defaults);
  const nodes = useMemo(() => nodesOf(newScenario(story.stage, { defaults })), [story, defaults]);
  return ({ id, numbers = {} }) => {
    const places = Object.entries(numbers).map(([name, { component, parameter }]): [string, string | number] => {
      const value = nodes.find((node) => node.id === component)?.params[parameter];
      return [name, typeof value === 'number' ? value : String(value)];
    });
    return filledTextOf(vocabulary, `story.${story.stage}.${id}`, Object.fromEntries(places));
  };
}
