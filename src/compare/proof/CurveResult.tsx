/** The line that the reader drew, and over it what was measured, up to the playhead. */
import type { Claim, CurvePrediction } from '../../lessons/claim.ts';
import { usePlayhead } from '../../panels/use-playhead.ts';
import { useSession } from '../../stores/session-context.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import styles from './CurveChart.module.css';
import { CurveChart } from './CurveChart.tsx';
import { type DrawnCurve, drawnAt } from './drawn-curve.ts';
import { measuredAt } from './measured-curve.ts';
import { amount, figure, nameOfSeries } from './measured-words.ts';
import { useMeasured, useScale } from './use-curve.ts';

export interface CurveResultProps {
  claim: Claim;
  curve: DrawnCurve;
  /** Beside the words of the verdict, where there is less room. */
  low?: boolean;
}

/** Height of the plot in the verdict, in rem. */
const LOW_REM = 5.5;

export function CurveResult({ claim, curve, low = false }: CurveResultProps) {
  const { prediction } = claim;
  if (prediction.kind !== 'curve') return null;
  return <Result claim={claim} prediction={prediction} curve={curve} low={low} />;
}

function Result({ claim, prediction, curve, low }: CurveResultProps & { prediction: CurvePrediction }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const t = usePlayhead(useSession().run('claim'));
  const scale = useScale(claim, prediction);
  const measured = useMeasured(claim, prediction);
  if (scale === null) return <p>{say('proof.preparing')}</p>;
  const { durationSeconds } = claim.scenario;
  const { unit } = prediction;
  const now = measured ? measuredAt(measured, t) : Number.NaN;
  const drawn = drawnAt(curve, t / durationSeconds);
  return (
    <figure>
      <CurveChart
        label={say('proof.chart', { unit: nameOfSeries(prediction, say, vocabulary) })}
        scale={scale}
        durationSeconds={durationSeconds}
        format={(value) => figure(value, unit)}
        drawn={curve}
        {...(low ? { heightRem: LOW_REM } : {})}
        {...(measured ? { measured: { curve: measured, untilSeconds: t } } : {})}
      />
      <figcaption className={styles.names}>
        <span className={styles.drawnName}>{say('proof.chart.yours')}</span>
        <span className={styles.measuredName}>{say('proof.chart.run')}</span>
        {!low && !Number.isNaN(now) && (
          <b>
            {say('proof.chart.now', { value: amount(vocabulary, now, unit), drawn: amount(vocabulary, drawn, unit) })}
          </b>
        )}
      </figcaption>
    </figure>
  );
}
