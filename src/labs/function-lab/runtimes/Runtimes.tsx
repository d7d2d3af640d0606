/** The instrument of the bench of runtimes: what a start is made of with each, and whether the package fits. */
import { useMemo, useState } from 'react';
import { type Distribution, meanOf, quantile } from '../../../engine/distributions.ts';
import { type Runtime, runtimes } from '../../../models/function/runtimes.ts';
import { usePlayhead } from '../../../panels/use-playhead.ts';
import { nodesOf } from '../../../scenario/create-simulation.ts';
import type { StageScenario } from '../../../scenario/scenario.ts';
import { valueAtTime, varied } from '../../../stores/scenario-edits.ts';
import { useRun, useRunState, useSession } from '../../../stores/session-context.tsx';
import { formatCount, formatDuration, formatNumber } from '../../../ui/format.ts';
import { Slider } from '../../../ui/Slider.tsx';
import { type Say, useText } from '../../../ui/use-text.ts';
import type { InstrumentProps } from '../../instrument.ts';
import lab from '../../LabInstrument.module.css';
import {
  fitOf,
  isSameChoice,
  LARGEST_IMAGE_MEGABYTES,
  LARGEST_UNZIPPED_MEGABYTES,
  LARGEST_UPLOAD_MEGABYTES,
  type RuntimeChoice,
  runtimeChoices,
  ZIPPED_SHARE,
} from './choices.ts';
import styles from './Runtimes.module.css';
import { type Spread, STARTS, type Starts } from './starts.ts';
import { useStarts } from './use-starts.ts';

/** The program's own code outside the handler, s: as far as the slider goes. Our choice. */
const MOST_OWN_SECONDS = 3;

/** What the reader has asked for. */
interface Wanted extends RuntimeChoice {
  packageMegabytes: number;
}

const isRuntime = (value: unknown): value is Runtime => Object.hasOwn(runtimes, String(value));

/** What the function of the bench is set to, from the start of its run. */
function setIn(scenario: StageScenario): Wanted & { ownSeconds: number } {
  const params = nodesOf(scenario).find(({ id }) => id === 'handler')?.params ?? {};
  const { runtime, snapStart, packageMegabytes, initSeconds } = params;
  return {
    runtime: isRuntime(runtime) ? runtime : 'python',
    isRestored: snapStart === 'yes',
    packageMegabytes: Number(packageMegabytes),
    ownSeconds: meanOf(initSeconds as Distribution),
  };
}

export function Runtimes({ stage }: InstrumentProps) {
  const say = useText();
  const session = useSession();
  const t = usePlayhead(useRun());
  const scenario = useRunState((state) => state.scenario);
  const set = useMemo(() => setIn(scenario), [scenario]);
  /** What was asked for and cannot be had: then the run stays as it is. */
  const [refused, setRefused] = useState<Wanted | null>(null);
  const wanted = refused ?? set;
  const memoryMegabytes = Number(valueAtTime(scenario, 'handler', 'memoryMegabytes', t));
  const { packageMegabytes } = wanted;
  const starts = useStarts({ memoryMegabytes, packageMegabytes, ownSeconds: set.ownSeconds });

  /** All of it at one stroke, as one without the other may not hold. */
  const want = (to: Wanted): void => {
    if (fitOf(to.runtime, to.packageMegabytes) === 'too-large') {
      setRefused(to);
      return;
    }
    setRefused(null);
    const handler = {
      runtime: to.runtime,
      snapStart: to.isRestored ? 'yes' : 'no',
      packageMegabytes: to.packageMegabytes,
    };
    session.rearrange((before) => varied(before, { handler }));
  };

  const most = Math.max(0.5, ...starts.map((each) => each?.total.most ?? 0));
  const cutOff = starts.filter((each) => each?.isCutOff);
  return (
    <div className={lab.whole}>
      <p className={lab.lead}>{say(`stage.${stage}.line`)}.</p>
      <div className={lab.sliders}>
        <Slider
          label={say('lab.function-runtimes.package')}
          help={say('lab.function-runtimes.package.help')}
          value={packageMegabytes}
          range={{ min: 1, max: LARGEST_IMAGE_MEGABYTES, log: true }}
          format={megabytes}
          onChange={(size) => want({ ...wanted, packageMegabytes: size })}
        />
        <Slider
          label={say('lab.function-runtimes.own')}
          help={say('lab.function-runtimes.own.help')}
          value={set.ownSeconds}
          range={{ min: 0, max: MOST_OWN_SECONDS }}
          format={formatDuration}
          onChange={(value) => session.setParameter('handler', 'initSeconds', { kind: 'constant', value })}
        />
      </div>
      <Package wanted={wanted} isRefused={refused !== null} set={set} />
      <fieldset className={styles.choices}>
        <legend className={lab.heading}>
          {say('lab.function-runtimes.starts', { n: STARTS, memory: formatNumber(memoryMegabytes) })}
        </legend>
        <Legend />
        {runtimeChoices.map((choice, place) => (
          <Row
            key={nameOf(choice)}
            choice={choice}
            starts={starts[place] ?? null}
            fits={fitOf(choice.runtime, packageMegabytes) !== 'too-large'}
            isChosen={isSameChoice(choice, wanted)}
            most={most}
            onChoose={() => want({ ...wanted, ...choice })}
          />
        ))}
      </fieldset>
      {cutOff.length > 0 && <p className={lab.quiet}>{say('lab.function-runtimes.cutOff')}</p>}
      <p className={lab.quiet}>{say('lab.function-runtimes.sources')}</p>
      <Same starts={starts} />
    </div>
  );
}

/** A size as limits are written: always in MB, as 10,240 of them are 10 GB to one and 10.2 to another. */
function megabytes(size: number): string {
  return `${size < 100 ? formatNumber(size) : formatCount(size)} MB`;
}

function nameOf({ runtime, isRestored }: RuntimeChoice): `${Runtime}${'' | '.snapshot'}` {
  return `${runtime}${isRestored ? '.snapshot' : ''}`;
}

function wordsOf(choice: RuntimeChoice, say: Say): string {
  const name = say(`lab.function-runtimes.runtime.${choice.runtime}`);
  return choice.isRestored ? say('lab.function-runtimes.runtime.snapshot', { name }) : name;
}

const parts = ['download', 'runtime', 'own'] as const;

function Legend() {
  const say = useText();
  return (
    <ul className={lab.legend}>
      {parts.map((part) => (
        <li key={part}>
          <span className={`${styles.sign} ${styles[part]}`} aria-hidden="true" />
          {say(`lab.function-runtimes.part.${part}`)}
        </li>
      ))}
      <li>
        <span className={`${styles.sign} ${styles.rangeSign}`} aria-hidden="true" />
        {say('lab.function-runtimes.part.range')}
      </li>
    </ul>
  );
}

interface RowProps {
  choice: RuntimeChoice;
  starts: Starts | null;
  fits: boolean;
  isChosen: boolean;
  /** The longest of all starts, s. */
  most: number;
  onChoose: () => void;
}

/** One runtime: to be chosen, and what its start is made of. */
function Row({ choice, starts, fits, isChosen, most, onChoose }: RowProps) {
  const say = useText();
  const { start, restore } = runtimes[choice.runtime];
  const source = choice.isRestored && restore !== null ? restore : start;
  const percent = (seconds: number): string => `${(seconds / most) * 100}%`;
  return (
    <label className={styles.row} data-chosen={isChosen}>
      <input type="radio" name="lab-runtime" checked={isChosen} onChange={onChoose} />
      <span className={styles.name}>{wordsOf(choice, say)}</span>
      <span className={styles.plot} aria-hidden="true">
        {starts !== null &&
          parts.map((part) => (
            <span
              key={part}
              className={`${styles.part} ${styles[part]}`}
              style={{ inlineSize: percent(starts[part].median) }}
            />
          ))}
        {starts !== null && (
          <span
            className={styles.range}
            style={{
              insetInlineStart: percent(starts.total.least),
              inlineSize: percent(starts.total.most - starts.total.least),
            }}
          />
        )}
      </span>
      <span className={styles.told}>
        {!fits && `${say('lab.function-runtimes.tooLarge')} `}
        {fits && starts === null && `${say('lab.function-runtimes.waits')} `}
        {starts !== null && (
          <>
            <b className="number">{formatDuration(starts.total.median)}</b> ({rangeWords(starts.total, say)}
            ):{' '}
            {parts
              .filter((part) => starts[part].most > 0)
              .map((part) =>
                say(`lab.function-runtimes.told.${part === 'runtime' && choice.isRestored ? 'restore' : part}`, {
                  time: formatDuration(starts[part].median),
                }),
              )
              .join(', ')}
            .{' '}
          </>
        )}
        <span className={styles.source}>
          {say(choice.isRestored ? 'lab.function-runtimes.source.restore' : 'lab.function-runtimes.source', {
            range: rangeWords({ least: quantile(source, 0), most: quantile(source, 1) }, say),
          })}
        </span>
      </span>
    </label>
  );
}

function rangeWords({ least, most }: Pick<Spread, 'least' | 'most'>, say: Say): string {
  return say('lab.function-runtimes.range', { from: formatDuration(least), to: formatDuration(most) });
}

/** Whether the package can be had, in clear words. */
function Package({ wanted, isRefused, set }: { wanted: Wanted; isRefused: boolean; set: Wanted }) {
  const say = useText();
  const { runtime, packageMegabytes } = wanted;
  const fit = fitOf(runtime, packageMegabytes);
  const sizes = {
    size: megabytes(packageMegabytes),
    zipped: megabytes(packageMegabytes * ZIPPED_SHARE),
    upload: LARGEST_UPLOAD_MEGABYTES,
    unzipped: LARGEST_UNZIPPED_MEGABYTES,
  };
  return (
    <div className={styles.package} data-fit={fit} role="status">
      <p>
        <b>{say(`lab.function-runtimes.fit.${fit}`)}</b>{' '}
        {runtime === 'container'
          ? say('lab.function-runtimes.fit.image', { size: sizes.size, most: megabytes(LARGEST_IMAGE_MEGABYTES) })
          : say(`lab.function-runtimes.fit.zip.${fit}`, sizes)}{' '}
        {runtime === 'custom' && say('lab.function-runtimes.fit.layer')}
      </p>
      {isRefused && (
        <p>
          {say('lab.function-runtimes.refused', {
            name: wordsOf(set, say),
            size: megabytes(set.packageMegabytes),
          })}
        </p>
      )}
    </div>
  );
}

/** What does not depend on the runtime. */
function Same({ starts }: { starts: readonly (Starts | null)[] }) {
  const say = useText();
  const warm = starts.flatMap((each) => (each === null ? [] : [each.warm]));
  const least = Math.min(...warm.map((each) => each.median));
  const most = Math.max(...warm.map((each) => each.median));
  return (
    <section className={styles.same} aria-labelledby="lab-runtimes-same">
      <h3 id="lab-runtimes-same" className={lab.heading}>
        {say('lab.function-runtimes.same')}
      </h3>
      <ul>
        {warm.length > 0 && (
          <li>
            {most - least < 0.001
              ? say('lab.function-runtimes.same.warm', { time: formatDuration(least), n: warm.length })
              : say('lab.function-runtimes.same.warm.not', { range: rangeWords({ least, most }, say) })}
          </li>
        )}
        {(['billing', 'one', 'limits'] as const).map((id) => (
          <li key={id}>{say(`lab.function-runtimes.same.${id}`)}</li>
        ))}
      </ul>
    </section>
  );
}
