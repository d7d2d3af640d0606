/** The people who upload: how many come, how it goes for them, and who waits for an answer. */
import { toSeconds } from '../../engine/time.ts';
import { formatNumber } from '../../ui/format.ts';
import { useText } from '../../ui/use-text.ts';
import type { Density } from '../layout.ts';
import { sendsIn, uploadsPerSecond } from '../params-now.ts';
import { shortCount } from '../short-count.ts';
import { useParamsNow, usePicture, useShownAs } from '../use-picture.ts';
import type { FaceProps } from './face.ts';
import { PersonGlyph, SignGlyph } from './glyphs.tsx';

/** In canvas units. */
const glyphSizes: Record<Density, number> = { full: 34, compact: 24, small: 16 };

const rateKeys = {
  uploads: 'canvas.client.rate',
  clicks: 'canvas.client.rate.clicks',
  errors: 'canvas.client.rate.errors',
  states: 'canvas.client.rate.states',
} as const;

export function ClientFace({ data }: FaceProps) {
  const say = useText();
  const view = useShownAs(data.index, 'client');
  const params = useParamsNow(data.index);
  const t = toSeconds(usePicture()?.t ?? 0);
  const rate = uploadsPerSecond(params, t);
  const isCompact = data.density !== 'full';
  const waiting = view?.waiting ?? 0;
  const refused = view?.refused ?? 0;
  const circuit = view?.circuit ?? 'closed';
  return (
    <div className={circuit !== 'closed' ? 'face face--client is-failed' : 'face face--client'}>
      <PersonGlyph size={glyphSizes[data.density]} />
      <span className="face-name">{data.name}</span>
      {!isCompact && rate !== null && (
        <span className="face-line number">{say(rateKeys[sendsIn(params)], { rate: formatNumber(rate) })}</span>
      )}
      <ul className="counts">
        <Count sign="done" n={view?.accepted ?? 0} words={say('canvas.client.accepted')} />
        {(!isCompact || refused > 0) && <Count sign="failed" n={refused} words={say('canvas.client.refused')} />}
        {(!isCompact || (waiting > 0 && refused === 0)) && (
          <Count sign="waiting" n={waiting} words={say('canvas.client.waiting')} />
        )}
        {!isCompact && (view?.retried ?? 0) > 0 && (
          <Count sign="retried" n={view?.retried ?? 0} words={say('canvas.client.retried')} />
        )}
      </ul>
      {circuit !== 'closed' && !isCompact && <span className="face-line">{say(`canvas.client.${circuit}`)}</span>}
    </div>
  );
}

function Count({ sign, n, words }: { sign: 'done' | 'failed' | 'waiting' | 'retried'; n: number; words: string }) {
  return (
    <li className={n === 0 ? 'count count--none' : `count count--${sign}`} title={words}>
      <SignGlyph sign={sign} />
      <span className="number">{shortCount(n)}</span>
      <span className="for-readers"> {words}</span>
    </li>
  );
}
