/** The instrument of this bench: what is kept, on the line of its time; a range of it, sent once more; and what that did. */
import { useState } from 'react';
import { usePicture } from '../../../canvas/use-picture.ts';
import { seconds, toSeconds } from '../../../engine/time.ts';
import { Select } from '../../../panels/knobs/Select.tsx';
import { nameOf } from '../../../panels/names.ts';
import { useSession } from '../../../stores/session-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { formatClock } from '../../../ui/format.ts';
import { useText, useVocabulary } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import { type Bus, LAB_BUS } from '../bus.ts';
import { useBus, useBusCopies, useBusPasses } from '../use-bus.ts';
import styles from './Archive.module.css';
import { HeardTable } from './HeardTable.tsx';
import { KeptLine } from './KeptLine.tsx';
import { heldWithin, keepingAt, type Range, replayOf, withEnd } from './kept.ts';
import { Prices } from './Prices.tsx';
import { Replays, replaysAt } from './Replays.tsx';
import { Settings } from './Settings.tsx';

/** All of the past, until the reader chooses. */
const WHOLE: Range = { fromSeconds: 0, toSeconds: Number.POSITIVE_INFINITY };

export function Archive() {
  const bus = useBus();
  const passes = useBusPasses(bus);
  const copies = useBusCopies(bus);
  const t = usePicture()?.t ?? 0;
  const [chosen, setChosen] = useState<Range>(WHOLE);
  const nowSeconds = toSeconds(t);
  const range = heldWithin(chosen, nowSeconds);
  const kept = keepingAt(bus, passes.all, t);
  const again = passes.all.filter(({ replay, at }) => replay >= 0 && at <= t);
  return (
    <div className={lab.whole}>
      <KeptLine
        kept={kept}
        again={again}
        nowSeconds={nowSeconds}
        durationSeconds={bus.scenario.durationSeconds}
        range={range}
        onRange={(end, at) => setChosen(withEnd(range, end, at, nowSeconds))}
      />
      <ReplayForm bus={bus} range={range} nowSeconds={nowSeconds} n={inRange(kept, range)} />
      <Replays bus={bus} passes={again} nowSeconds={nowSeconds} />
      <HeardTable bus={bus} copies={copies.all} t={t} />
      <div className={lab.columns}>
        <Settings bus={bus} nowSeconds={nowSeconds} />
        <Prices />
      </div>
    </div>
  );
}

/** Events of the range that lie in the archive. */
function inRange(kept: ReturnType<typeof keepingAt>, { fromSeconds, toSeconds: to }: Range): number {
  return kept.filter(
    ({ pass, keeping }) => keeping === 'kept' && toSeconds(pass.at) >= fromSeconds && toSeconds(pass.at) < to,
  ).length;
}

/** Who is to get it, when it is for all. */
const ALL = '';

function ReplayForm({ bus, range, nowSeconds, n }: { bus: Bus; range: Range; nowSeconds: number; n: number }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const [wanted, setWanted] = useState(ALL);
  const rules = bus.rulesAt(seconds(nowSeconds)).map(({ name }) => name);
  const rule = rules.includes(wanted) ? wanted : ALL;
  const isAtEnd = nowSeconds >= bus.scenario.durationSeconds;
  const begin = (): void => {
    if (isAtEnd || range.toSeconds <= range.fromSeconds) return;
    const next = replayOf(range, rule === ALL ? null : rule, nowSeconds);
    session.setParameter(LAB_BUS, 'replays', [...replaysAt(bus, nowSeconds), next]);
  };
  return (
    <div className={styles.form}>
      <p role="status">
        {say('lab.bus-archive.chosen', {
          from: formatClock(range.fromSeconds),
          to: formatClock(range.toSeconds),
          n,
        })}
      </p>
      <Select
        label={say('lab.bus-archive.for')}
        value={rule}
        options={[
          { value: ALL, label: say('lab.bus-archive.for.all') },
          ...rules.map((name) => ({ value: name, label: nameOf(vocabulary, name) })),
        ]}
        onChange={setWanted}
      />
      <Button weight="strong" unavailable={isAtEnd} onClick={begin}>
        {say('lab.bus-archive.replay')}
      </Button>
      {isAtEnd && <p className={lab.quiet}>{say('live.end')}</p>}
    </div>
  );
}
