/** One sentence beside the burst: what is going on, and at the end what came of it, built from what was measured. */
import type { Figures } from '../../panels/figures.ts';
import { formatMoney } from '../../ui/format.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import styles from './HomeView.module.css';
import { fromWhichOn, type Part, type Verdict, verdictOf } from './verdict.ts';

export function Caption({ figures, part }: { figures: readonly (Figures | null)[]; part: Part }) {
  const say = useText();
  const verdict = part === 'end' ? verdictOf(figures) : null;
  return (
    <p role="status" className={`${styles.caption} ${verdict ? styles.verdict : ''}`}>
      {verdict ? verdictText(verdict, say) : say(`home.part.${part === 'end' ? 'after' : part}`)}
    </p>
  );
}

/** The verdict in words. */
export function verdictText({ most, kind, dearest, cheapest }: Verdict, say: Say): string {
  const sentences: string[] = [];
  if (most) {
    const who = say(`home.subject.${most.stage}`);
    sentences.push(say('home.verdict.away', { who: capital(who), n: most.refused, of: most.started }));
    const from = fromWhichOn(kind);
    if (from) sentences.push(say('home.verdict.nobody', { name: say(`stage.${from}`) }));
    else if (kind.length > 0) sentences.push(say('home.verdict.some', { n: kind.length }));
  } else sentences.push(say('home.verdict.all'));
  const cost = {
    dear: say(`home.subject.${dearest.stage}`),
    dearUsd: formatMoney(dearest.perHourUsd),
    cheap: say(`home.subject.${cheapest.stage}`),
    cheapUsd: formatMoney(cheapest.perHourUsd),
  };
  sentences.push(say('home.verdict.cost', cost));
  return sentences.join(' ');
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
