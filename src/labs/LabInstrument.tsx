/** The instrument of a bench, wherever it stands. Needs the run of the bench. */
import { Suspense } from 'react';
import { isBenchId, type StageId, storyOf } from '../stages/catalogue.ts';
import { useText } from '../ui/use-text.ts';
import { instruments } from './instruments.ts';
import styles from './LabInstrument.module.css';

export function LabInstrument({ stage }: { stage: StageId }) {
  const say = useText();
  const bench = storyOf(stage);
  if (!isBenchId(bench)) throw new Error(`"${stage}" stands in no lab`);
  const Instrument = instruments[bench];
  const name = say('lab.instrument', { name: say(`stage.${bench}`) });
  return (
    <section className={styles.instrument} aria-label={name}>
      {/* Its parts have headings below this one. */}
      <h2 className="for-readers">{name}</h2>
      <Suspense fallback={null}>
        <Instrument key={bench} stage={stage} />
      </Suspense>
    </section>
  );
}
