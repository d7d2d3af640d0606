/** What came of a proof: the prediction beside what happened, what was measured, and why it is not so on the foil. */
import { Check, X } from 'lucide-react';
import type { RefObject } from 'react';
import { useStore } from 'zustand';
import type { Claim, ClaimResult, SettingResult } from '../../lessons/claim.ts';
import { foilSentenceOf } from '../../panels/story/claim-sentence.ts';
import { useSession } from '../../stores/session-context.tsx';
import { textOf } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { intoView } from '../../ui/into-view.ts';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { CurveResult } from './CurveResult.tsx';
import { placeOfClaim } from './claims-around.ts';
import type { DrawnCurve } from './drawn-curve.ts';
import { measuredCurve, shapeOfDrawn, shapeOfMeasured } from './measured-curve.ts';
import { comparisonLine } from './measured-words.ts';
import { answerKey, type Predicted } from './prediction.ts';
import { useOutcome } from './use-outcome.ts';
import styles from './Verdict.module.css';
import { curveSentences, happened } from './verdict-words.ts';

export interface VerdictProps {
  claim: Claim;
  predicted: Predicted | null;
  heading: RefObject<HTMLHeadingElement | null>;
  onAgain: () => void;
}

export function Verdict({ claim, predicted, heading, onAgain }: VerdictProps) {
  const say = useText();
  const session = useSession();
  const { result, failure: besides } = useStore(session.proof);
  const own = useStore(session.run('claim').store, (state) => state.failure);
  const foil = useStore(session.run('foil').store, (state) => state.failure);
  const failure = own ?? foil ?? besides;
  return (
    <section ref={intoView} className={styles.verdict} aria-label={say('proof.verdict')}>
      {failure !== null && <p className={styles.failure}>{say('proof.failed', { why: failure })}</p>}
      {failure === null && result === null && <p>{say('proof.working')}</p>}
      {result !== null && <Told claim={claim} predicted={predicted} heading={heading} result={result} />}
      <Next claim={claim} onAgain={onAgain} />
    </section>
  );
}

type Known = { claim: Claim; result: ClaimResult };

function Told({ claim, predicted, heading, result }: Known & Omit<VerdictProps, 'onAgain'>) {
  const say = useText();
  const vocabulary = useVocabulary();
  const { isProven } = result;
  return (
    <>
      <header className={styles.head}>
        <p
          className={`${styles.badge} ${isProven ? styles.done : styles.failed}`}
          title={say(isProven ? 'proof.proved.what' : 'proof.not-proved.what')}
        >
          {isProven ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
          {say(isProven ? 'proof.proved' : 'proof.not-proved')}
        </p>
        <h3 ref={heading} tabIndex={-1} className={styles.sentence}>
          {happened(claim, result, say, vocabulary)}
        </h3>
      </header>
      <div className={`${styles.parts} ${predicted?.kind === 'curve' ? styles.drawn : ''}`}>
        {predicted !== null && <Yours claim={claim} predicted={predicted} result={result} />}
        <div className={styles.run}>
          <h4 className={styles.title}>{say('proof.measured')}</h4>
          <Comparisons claim={claim} result={result.claim} />
        </div>
        <div className={styles.run}>
          <h4 className={styles.title}>{say(result.foil.holds ? 'proof.on-foil.too' : 'proof.on-foil')}</h4>
          {!result.foil.holds && <p>{foilSentenceOf(claim, vocabulary)}</p>}
          <Comparisons claim={claim} result={result.foil} inPlaceOf={claim.foil.inPlaceOf} />
        </div>
      </div>
    </>
  );
}

/** The prediction, and how it came out. */
function Yours({ claim, predicted, result }: Known & { predicted: Predicted }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const outcome = useOutcome(claim, predicted, result);
  const label = outcome && (
    <p className={`${styles.outcome} ${styles[outcome.tone]}`}>
      <span aria-hidden="true">{outcome.sign}</span> {outcome.words}
    </p>
  );
  if (predicted.kind === 'curve') {
    return (
      <div className={styles.yours}>
        {label}
        <CurveWords claim={claim} curve={predicted.curve} />
        <CurveResult claim={claim} curve={predicted.curve} low />
      </div>
    );
  }
  return (
    <div className={styles.yours}>
      {label}
      <dl className={styles.pair}>
        <div>
          <dt>{say('proof.yours')}</dt>
          <dd>{textOf(vocabulary, answerKey(claim, predicted.outcome))}</dd>
        </div>
        {result.outcome !== null && (
          <div>
            <dt>{say('proof.happened')}</dt>
            <dd>{textOf(vocabulary, answerKey(claim, result.outcome))}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

function CurveWords({ claim, curve }: { claim: Claim; curve: DrawnCurve }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const { series } = useSession().run('claim').store.getState();
  const { prediction, scenario } = claim;
  if (prediction.kind !== 'curve') return null;
  const measured = measuredCurve(prediction.series, scenario, series);
  const real = measured && shapeOfMeasured(measured, scenario.durationSeconds);
  if (real === null) return <p>{say('proof.nothing-said')}</p>;
  const drawn = shapeOfDrawn(curve, scenario.durationSeconds);
  return <p>{curveSentences(drawn, real, prediction.unit, say, vocabulary).join(' ')}</p>;
}

interface ComparisonsProps {
  claim: Claim;
  result: SettingResult;
  inPlaceOf?: Readonly<Record<string, string>> | undefined;
}

/** Each comparison of the condition, with what was measured. */
function Comparisons({ claim, result, inPlaceOf = {} }: ComparisonsProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  return (
    <ul className={styles.comparisons}>
      {result.comparisons.map((each, index) => {
        const comparison = claim.condition[index];
        if (comparison === undefined) return null;
        const { holds, left, right, found } = comparisonLine(comparison, each, inPlaceOf, say, vocabulary);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the comparisons of a claim stay where they are.
          <li key={index} className={styles.comparison}>
            <span className={`${styles.sign} ${holds ? styles.done : styles.failed}`}>
              <span aria-hidden="true">{holds ? '✓' : '✗'}</span>
              <span className="for-readers">{say(holds ? 'proof.holds' : 'proof.fails')}: </span>
            </span>
            <span>
              {left}: {found === null ? say('proof.nothing') : <b>{found}</b>}
              {right !== null && <span className={styles.right}> ({right})</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Where to go from here. */
function Next({ claim, onAgain }: { claim: Claim; onAgain: () => void }) {
  const say = useText();
  const session = useSession();
  const { next } = placeOfClaim(claim);
  return (
    <footer className={styles.next}>
      <Button weight="strong" title={say('proof.try.what')} onClick={() => session.open(claim.scenario)}>
        {say('proof.try')}
      </Button>
      {next && <Button onClick={() => session.prove(next.id)}>{say('proof.next')}</Button>}
      <Button onClick={onAgain}>{say('proof.again')}</Button>
      <Button onClick={() => session.show(claim.stage)}>{say('proof.back')}</Button>
    </footer>
  );
}
