/** The story of the stage that is shown: what it is, what to look at, what to try. */
import { ladderIds, type StageId, storyOf } from '../../stages/catalogue.ts';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { useText } from '../../ui/use-text.ts';
import { Examples } from './Examples.tsx';
import styles from './StoryPanel.module.css';
import { TryThis } from './TryThis.tsx';

export function StoryPanel({ stage }: { stage: StageId }) {
  const say = useText();
  return (
    <article className={styles.story}>
      <header>
        <p className={styles.place}>
          {say('story.stage', { n: ladderIds.findIndex((each) => each === storyOf(stage)) + 1, of: ladderIds.length })}
        </p>
        <h2 className={styles.title}>{say(`stage.${stage}.title`)}</h2>
      </header>
      <PanelSection title={say('story.try')}>
        <TryThis />
      </PanelSection>
      <PanelSection title={say('story.examples')}>
        <Examples />
      </PanelSection>
    </article>
  );
}
