/** What the marks mean: each is one person who uploads a video. */
import { useText } from '../../ui/use-text.ts';
import marks from './marks.module.css';
import { type MarkKind, markShapes } from './marks.ts';

const explained = ['watchable', 'waiting', 'under-way', 'failed'] as const satisfies readonly MarkKind[];

export function Legend({ className }: { className?: string | undefined }) {
  const say = useText();
  return (
    <ul className={[marks.legend, className].filter(Boolean).join(' ')} aria-label={say('home.legend')}>
      {explained.map((mark) => (
        <li key={mark}>
          <MarkKey mark={mark} />
          {say(`home.mark.${mark}`)}
        </li>
      ))}
    </ul>
  );
}

/** One mark by itself, beside its words. */
export function MarkKey({ mark }: { mark: MarkKind }) {
  return (
    <svg viewBox="-5 -5 10 10" className={marks.key} aria-hidden="true">
      <path className={marks[mark]} d={`M0 0${markShapes[mark]}`} />
    </svg>
  );
}
