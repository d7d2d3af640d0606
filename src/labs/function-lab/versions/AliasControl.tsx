/** Where the alias points: the bar of its two versions, its weight, and the four moves of a careful deployment. */

import type { FunctionVersion } from '../../../models/parameters.ts';
import { Select } from '../../../panels/knobs/Select.tsx';
import { useRunState, useSession } from '../../../stores/session-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { formatShare } from '../../../ui/format.ts';
import { Slider } from '../../../ui/Slider.tsx';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import { type Alias, candidate, forAll, rolledBack, tryOut, withAlias } from './alias.ts';
import styles from './Versions.module.css';

export interface AliasControlProps {
  alias: Alias;
  published: readonly FunctionVersion[];
  t: number;
}

/** Of the calls, while a version is tried out; and half of them. */
const CANARY = 0.1;
const HALF = 0.5;
const SHARE = { min: 0, max: 1 };
/** A narrower part of the bar has no room for a name; the line below it says all. Our choice. */
const LEAST_FOR_NAME = 0.3;

export function AliasControl({ alias, published, t }: AliasControlProps) {
  const say = useText();
  const session = useSession();
  const durationSeconds = useRunState((state) => state.scenario.durationSeconds);
  const { first, second, share } = alias;
  const turn = (to: Alias | null): void => {
    if (to === null) return;
    const isWeightOnly = to.first === first && to.second === second;
    // One parameter by itself leaves the future as it was to be seen beside the new one.
    if (isWeightOnly) session.setParameter('handler', 'secondVersionShare', to.share);
    else {
      const { t: now } = session.clock.getState();
      session.rearrange((scenario) => withAlias(scenario, to, now));
    }
  };
  const nameOf = (version: number): string =>
    version === 0 ? say('lab.versions.latest') : say('lab.versions.version', { version });
  const next = candidate(alias, published);
  const newer = next === 0 ? say('lab.versions.newer') : nameOf(next);
  const back = rolledBack(alias);
  const moves = [
    { id: 'canary', to: tryOut(alias, published, CANARY), words: say('lab.versions.canary', { to: newer }) },
    { id: 'half', to: tryOut(alias, published, HALF), words: say('lab.versions.half', { to: newer }) },
    { id: 'all', to: forAll(alias, published), words: say('lab.versions.all', { to: newer }) },
  ];
  const numbers = published.map(({ version }) => version);

  return (
    <section className={`${lab.part} ${styles.part}`} aria-label={say('lab.versions.alias')}>
      <h3>{say('lab.versions.alias')}</h3>
      <p className={lab.quiet}>{say('lab.versions.alias.what')}</p>
      <div className={styles.split} aria-hidden="true">
        <span className={styles.first} style={{ flexGrow: second === 0 ? 1 : 1 - share }}>
          {1 - share >= LEAST_FOR_NAME && nameOf(first)}
        </span>
        {second !== 0 && share > 0 && (
          <span className={styles.second} style={{ flexGrow: share }}>
            {share >= LEAST_FOR_NAME && nameOf(second)}
          </span>
        )}
      </div>
      <p role="status">
        {second === 0 || share === 0
          ? say('lab.versions.points', { first: nameOf(first) })
          : say('lab.versions.splits', {
              first: nameOf(first),
              rest: formatShare(1 - share),
              second: nameOf(second),
              share: formatShare(share),
            })}
      </p>
      <div className={styles.selects}>
        <Select
          label={say('lab.versions.first')}
          value={String(first)}
          options={(first === 0 ? [0, ...numbers] : numbers).map((version) => ({
            value: String(version),
            label: nameOf(version),
          }))}
          onChange={(value) => {
            const chosen = Number(value);
            turn(chosen === second ? { first: chosen, second: first, share: 0 } : { ...alias, first: chosen });
          }}
        />
        {first !== 0 && (
          <Select
            label={say('lab.versions.second')}
            value={String(second)}
            options={[0, ...numbers.filter((version) => version !== first)].map((version) => ({
              value: String(version),
              label: version === 0 ? say('lab.versions.none') : nameOf(version),
            }))}
            onChange={(value) => turn({ first, second: Number(value), share: value === '0' ? 0 : share })}
          />
        )}
      </div>
      {second !== 0 && (
        <Slider
          label={say('lab.versions.weight', { version: nameOf(second) })}
          value={share}
          range={SHARE}
          format={formatShare}
          onChange={(value) => turn({ ...alias, share: value })}
        />
      )}
      <div className={lab.row}>
        {moves.map(({ id, to, words }) => (
          <Button key={id} unavailable={to === null} onClick={() => turn(to)}>
            {words}
          </Button>
        ))}
        <Button weight="strong" unavailable={back === null} onClick={() => turn(back)}>
          {back === null ? say('lab.versions.back') : say('lab.versions.back.to', { to: nameOf(back.first) })}
        </Button>
      </div>
      <p className={lab.quiet}>
        {next === 0 ? say('lab.versions.publish-first') : say('lab.versions.live')}{' '}
        {t >= durationSeconds && say('live.end')}
      </p>
    </section>
  );
}
