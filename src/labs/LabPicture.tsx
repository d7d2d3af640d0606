/** The middle of the page in a lab: the picture of the bench, and the instrument that takes it apart. */
import { StageCanvas } from '../canvas/StageCanvas.tsx';
import { isBenchId, type StageId, storyOf } from '../stages/catalogue.ts';
import { useText } from '../ui/use-text.ts';
import { instruments } from './instruments.ts';
import styles from './LabPicture.module.css';

export function LabPicture({ stage }: { stage: StageId }) {
  const say = useText();
  const bench = storyOf(stage);
  if (!isBenchId(bench)) throw new Error(`"${stage}" stands in no lab`);
  const Instrument = instruments[bench];
  return (
    <div className={styles.bench}>
      <div className={styles.canvas}>
        <StageCanvas />
      </div>
      <section className={styles.instrument} aria-label={say('lab.instrument', { name: say(`stage.${bench}`) })}>
        <Instrument key={bench} stage={stage} />
      </section>
    </div>
  );
}
