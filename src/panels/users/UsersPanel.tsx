/**
 * What users see: what became of the uploads so far, and how long the videos took. All of it measured by the run; nothing
 * where nobody uploads.
 */
import { hasUsers } from '../../stages/catalogue.ts';
import { useRun } from '../../stores/session-context.tsx';
import { Figure, Figures, type FigureTone } from '../../ui/Figure.tsx';
import { formatCount, formatDuration, formatShare, NOTHING } from '../../ui/format.ts';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { useText } from '../../ui/use-text.ts';
import { useFigures } from '../use-figures.ts';

export function UsersPanel() {
  const say = useText();
  const run = useRun();
  const figures = useFigures(run);
  if (!hasUsers(run.stage)) return null;
  const count = (n: number | undefined): string => (n === undefined ? NOTHING : formatCount(n));
  const time = (seconds: number | undefined): string => formatDuration(seconds ?? Number.NaN);
  const bad = (n: number | undefined): FigureTone => ((n ?? 0) > 0 ? 'failed' : 'plain');
  const share = figures?.acceptedShare ?? Number.NaN;
  return (
    <PanelSection title={say('users.title')}>
      <Figures>
        <Figure
          label={say('users.accepted')}
          value={formatShare(share)}
          unit={figures && figures.accepted > 0 ? formatCount(figures.accepted) : undefined}
          tone={Number.isNaN(share) ? 'plain' : share === 1 ? 'done' : 'failed'}
          title={say('users.accepted.what')}
        />
        <Figure
          label={say('users.refused')}
          value={count(figures?.refused)}
          tone={bad(figures?.refused)}
          title={say('users.refused.what')}
        />
        <Figure
          label={say('users.lost')}
          value={count(figures?.lost)}
          tone={bad(figures?.lost)}
          title={say('users.lost.what')}
        />
        <Figure
          label={say('users.waiting')}
          value={count(figures?.waiting)}
          tone={(figures?.waiting ?? 0) > 0 ? 'waiting' : 'plain'}
          title={say('users.waiting.what')}
        />
        <Figure label={say('users.p50')} value={time(figures?.p50Seconds)} title={say('users.p50.what')} />
        <Figure label={say('users.p95')} value={time(figures?.p95Seconds)} title={say('users.p95.what')} />
        {(figures?.deadLettered ?? 0) > 0 && (
          <Figure
            label={say('users.deadLetters')}
            value={count(figures?.deadLettered)}
            tone="failed"
            title={say('users.deadLetters.what')}
          />
        )}
      </Figures>
    </PanelSection>
  );
}
