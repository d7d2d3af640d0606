/** The replays that were asked for: when, of which time, for whom, and how many events came again. */
import { paramsNow } from '../../../canvas/params-now.ts';
import type { BusReplay } from '../../../models/parameters.ts';
import { nameOf } from '../../../panels/names.ts';
import { formatClock } from '../../../ui/format.ts';
import { useText, useVocabulary } from '../../../ui/use-text.ts';
import type { Bus } from '../bus.ts';
import type { Pass } from '../bus-passes.ts';
import styles from './Archive.module.css';

/** As they are set at a moment, some of them perhaps still to come. */
export function replaysAt({ scenario, index }: Bus, tSeconds: number): readonly BusReplay[] {
  return (paramsNow(scenario, index, tSeconds)['replays'] ?? []) as readonly BusReplay[];
}

export function Replays({ bus, passes, nowSeconds }: { bus: Bus; passes: readonly Pass[]; nowSeconds: number }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const replays = replaysAt(bus, nowSeconds);
  if (replays.length === 0) return null;
  // Those that begin are numbered in the order in which they do.
  const begun = replays
    .filter(({ atSeconds }) => atSeconds <= nowSeconds)
    .toSorted((one, other) => one.atSeconds - other.atSeconds);
  return (
    <ul className={styles.replays}>
      {replays.map((replay) => {
        const { atSeconds, fromSeconds, toSeconds, rule } = replay;
        const number = begun.indexOf(replay);
        const n = passes.filter((pass) => pass.replay === number).length;
        const range = { at: formatClock(atSeconds), from: formatClock(fromSeconds), to: formatClock(toSeconds) };
        const whom = rule === undefined ? say('lab.bus-archive.for.all') : nameOf(vocabulary, rule);
        return (
          <li key={`${atSeconds} ${fromSeconds} ${toSeconds} ${rule}`}>
            {say('lab.bus-archive.asked', { ...range, whom })}{' '}
            <b>{number < 0 ? say('lab.bus-archive.asked.later') : say('lab.bus-archive.asked.came', { n })}</b>
          </li>
        );
      })}
    </ul>
  );
}
