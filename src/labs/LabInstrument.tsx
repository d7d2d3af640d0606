/** The instrument of a bench, wherever it stands. Needs the run of the bench. */
import { isBenchId, type StageId, storyOf } from '../stages/catalogue.ts';
import { useText } from '../ui/use-text.ts';
import { instruments } from './instruments.ts';
import styles from './LabInstrument.module.css';

export function LabInstrument({ stage }: { stage: StageId }) {
  const say = useText();
  const bench = storyOf(stage);
  if (!isBenchId(bench)) throw new Error(`"${stage}" stands in no lab`);
  const Instrument = instruments[bench];
  return (
    <section className={styles.instrument} aria-label={say('lab.instrument', { name: say(`stage.${bench}`) })}>
      <Instrument key={bench} stage={stage} />
    </section>
  );
}
