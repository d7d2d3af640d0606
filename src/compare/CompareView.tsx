/** Architectures side by side under one clock, meeting the same uploads and the same faults; their figures below. */
import { useState } from 'react';
import { StageCanvas } from '../canvas/StageCanvas.tsx';
import { TryThis } from '../panels/story/TryThis.tsx';
import { type StageId, stageIds } from '../stages/catalogue.ts';
import { RunProvider, useSession } from '../stores/session-context.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { useMedia } from '../ui/use-media.ts';
import { useText } from '../ui/use-text.ts';
import { CompareTable } from './CompareTable.tsx';
import styles from './CompareView.module.css';
import { StateMark } from './StateMark.tsx';

/** Where two pictures do not fit beside each other, one is shown at a time. */
const ONE_AT_A_TIME = '(max-width: 47.99rem)';

export function CompareView() {
  const say = useText();
  const oneAtATime = useMedia(ONE_AT_A_TIME);
  if (oneAtATime) return <OneAtATime />;
  return (
    <div className={styles.compare}>
      <div className={styles.head}>
        <h2 className={styles.title}>{say('compare.title')}</h2>
        <TryThis />
      </div>
      <div className={styles.cards}>
        {stageIds.map((stage) => (
          <Card key={stage} stage={stage} />
        ))}
      </div>
      <div className={styles.table}>
        <CompareTable />
      </div>
    </div>
  );
}

function OneAtATime() {
  const say = useText();
  const [shown, setShown] = useState<StageId>(stageIds[0] ?? 'monolith');
  return (
    <Tabs
      className={styles.one}
      label={say('compare.tabs')}
      value={shown}
      onChange={setShown}
      tabs={stageIds.map((stage) => ({
        id: stage,
        label: say(`stage.${stage}`),
        content: <Card stage={stage} bare />,
      }))}
    />
  );
}

/** `bare`: without its name, which stands on the tab. */
function Card({ stage, bare = false }: { stage: StageId; bare?: boolean }) {
  const say = useText();
  const run = useSession().run(stage);
  return (
    <section className={`${styles.card} ${bare ? styles.bare : ''}`} aria-label={say(`stage.${stage}`)}>
      <header className={styles.cardHead}>
        {bare ? <Line stage={stage} /> : <h3 className={styles.name}>{say(`stage.${stage}`)}</h3>}
        <StateMark run={run} />
        {!bare && <Line stage={stage} />}
      </header>
      <div className={styles.picture}>
        <RunProvider run={run}>
          <StageCanvas compact />
        </RunProvider>
      </div>
    </section>
  );
}

function Line({ stage }: { stage: StageId }) {
  const say = useText();
  return <p className={styles.line}>{say(`stage.${stage}.line`)}</p>;
}
