/** The story of the stage that is shown: what it is, what to look at, what it claims, what to try. */
import { stories } from '../../lessons/catalogue.ts';
import { nodesOf } from '../../scenario/create-simulation.ts';
import { newScenario } from '../../scenario/new-scenario.ts';
import {
  benchesOf,
  hasUsers,
  isBenchId,
  isLadderId,
  isOnBench,
  isUseId,
  labOf,
  ladderIds,
  type StageId,
  type StoryId,
  storyOf,
  useIds,
} from '../../stages/catalogue.ts';
import { Fold } from '../../ui/Fold.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { type Say, useText } from '../../ui/use-text.ts';
import { sendsUploads } from '../time/run-curves.ts';
import { Claims } from './Claims.tsx';
import { Examples } from './Examples.tsx';
import { Forms } from './Forms.tsx';
import { Lingering } from './Lingering.tsx';
import { LiveConsumers } from './LiveConsumers.tsx';
import { Notes } from './Notes.tsx';
import { Passages } from './Passages.tsx';
import styles from './StoryPanel.module.css';
import { TryThis } from './TryThis.tsx';
import { Uses } from './Uses.tsx';

export function StoryPanel({ stage }: { stage: StageId }) {
  const say = useText();
  const story = storyOf(stage);
  return (
    <article className={styles.story}>
      <header>
        <p className={styles.place}>{placeOf(story, say)}</p>
        <h2 className={styles.title}>{say(`stage.${stage}.title`)}</h2>
        {isOnBench(stage) && isAllUploads(stage) && <p className={styles.about}>{say('lab.uploads')}</p>}
      </header>
      <Forms stage={stage} />
      <Lingering key={`${story} set`} stage={stage} />
      <Passages key={story} story={stories[story]} stage={stage} />
      {story === 'event-driven' && <LiveConsumers stage={stage} />}
      <Claims story={story} />
      <PanelSection title={say('story.try')}>
        <TryThis />
      </PanelSection>
      {(story === 'serverless' || isUseId(story)) && <Uses stage={stage} />}
      <PanelSection title={say('story.examples')}>
        <Examples />
      </PanelSection>
      <Notes story={story} />
      <Fold title={say('omitted.title')}>
        <p>{say(`omitted.${story}`)}</p>
        <p>{say(hasUsers(stage) ? 'omitted.all' : 'omitted.all.others')}</p>
      </Fold>
    </article>
  );
}

/** Whether all who call, call about an upload. */
function isAllUploads(stage: StageId): boolean {
  const clients = nodesOf(newScenario(stage)).filter(({ kind }) => kind === 'client');
  return clients.length > 0 && clients.every(sendsUploads);
}

/** Its place on the ladder, or among the uses of functions. */
function placeOf(story: StoryId, say: Say): string {
  if (isLadderId(story)) return say('story.stage', { n: ladderIds.indexOf(story) + 1, of: ladderIds.length });
  if (isBenchId(story)) {
    const lab = labOf(story);
    const benches = benchesOf(lab);
    return say('lab.place', { lab: say(`lab.${lab}`), n: benches.indexOf(story) + 1, of: benches.length });
  }
  return say('story.use', { n: useIds.indexOf(story) + 1, of: useIds.length });
}
