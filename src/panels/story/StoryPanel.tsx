/** The story of the stage that is shown: what it is, what to look at, what to try. */
import { type StageId, stageIds } from '../../stages/catalogue.ts';
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
        <p className={styles.place}>{say('story.stage', { n: stageIds.indexOf(stage) + 1, of: stageIds.length })}</p>
        <h2 className={styles.title}>{say(`stage.${stage}.title`)}</h2>
      </header>
      <p>{say(`stage.${stage}.story.1`)}</p>
      <p>{say(`stage.${stage}.story.2`)}</p>
      <p>{say(`stage.${stage}.story.3`)}</p>
      <PanelSection title={say('story.try')}>
        <TryThis />
      </PanelSection>
      <PanelSection title={say('story.examples')}>
        <Examples />
      </PanelSection>
    </article>
  );
}
