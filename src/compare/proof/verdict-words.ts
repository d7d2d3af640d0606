/** What came of a prediction, in sentences. */
import type { Claim, ClaimResult } from '../../lessons/claim.ts';
import type { MeasureUnit } from '../../lessons/measures.ts';
import { sentenceOf } from '../../panels/story/claim-sentence.ts';
import { minuteText } from '../../panels/time/clock-text.ts';
import type { Vocabulary } from '../../text/text.ts';
import type { Say } from '../../ui/use-text.ts';
import type { Nearness, Shape } from './measured-curve.ts';
import { amount } from './measured-words.ts';
import type { Standing } from './prediction.ts';

/** What happened, with what was measured; where nothing was, that is said. */
export function happened(claim: Claim, result: ClaimResult, say: Say, vocabulary: Vocabulary): string {
  const isMeasured = Object.values(result.numbers).every((value) => value !== null);
  return isMeasured ? sentenceOf(claim, result, vocabulary) : say('proof.nothing-said');
}

/** How a prediction came out, as a sign and words. */
export interface Outcome {
  sign: '✓' | '≈' | '✗' | '–';
  tone: 'done' | 'waiting' | 'failed' | 'plain';
  words: string;
}

export function choiceOutcome(standing: Standing, say: Say): Outcome {
  switch (standing) {
    case 'right':
      return { sign: '✓', tone: 'done', words: say('proof.you.right') };
    case 'wrong':
      return { sign: '✗', tone: 'failed', words: say('proof.you.wrong') };
    case 'unclear':
      return { sign: '–', tone: 'plain', words: say('proof.you.unclear') };
  }
}

export function curveOutcome(nearness: Nearness, say: Say): Outcome {
  switch (nearness) {
    case 'close':
      return { sign: '✓', tone: 'done', words: say('proof.you.close') };
    case 'near':
      return { sign: '≈', tone: 'waiting', words: say('proof.you.near') };
    case 'far':
      return { sign: '✗', tone: 'failed', words: say('proof.you.far') };
  }
}

/** Peaks and ends of both curves beside each other, in two sentences. */
export function curveSentences(
  drawn: Shape,
  real: Shape,
  unit: MeasureUnit,
  say: Say,
  vocabulary: Vocabulary,
): readonly string[] {
  const of = (value: number): string => amount(vocabulary, value, unit);
  const sentences = [peakSentence(drawn, real, of, say)];
  if (!drawn.isFlat || !real.isFlat) sentences.push(say('proof.end', { drawn: of(drawn.end), real: of(real.end) }));
  return sentences;
}

function peakSentence(drawn: Shape, real: Shape, of: (value: number) => string, say: Say): string {
  const [yours, its] = [of(drawn.peak), of(real.peak)];
  const [drawnAt, realAt] = [minuteText(drawn.peakAt), minuteText(real.peakAt)];
  if (drawn.isFlat && real.isFlat) return say('proof.peak.both-flat', { drawn: yours, real: its });
  if (real.isFlat) return say('proof.peak.real-flat', { drawn: yours, drawnAt, real: its });
  if (drawn.isFlat) return say('proof.peak.drawn-flat', { drawn: yours, real: its, realAt });
  return say('proof.peak.both', { drawn: yours, drawnAt, real: its, realAt });
}
