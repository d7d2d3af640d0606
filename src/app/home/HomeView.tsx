/** The front page: all seven under the same burst, playing by themselves, and what came of it in figures. */
import { ArrowRight, Columns3, Compass } from 'lucide-react';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { standings } from '../../compare/measures.ts';
import { type Figures, figuresAt } from '../../panels/figures.ts';
import { benchesOf, type LabId, labIds, ladderIds, type StageId, useIds } from '../../stages/catalogue.ts';
import { HOME_SPEED } from '../../stores/fixed-runs.ts';
import type { Run } from '../../stores/session.ts';
import { useClock, useSession } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatCount, formatMoney, formatShare } from '../../ui/format.ts';
import { NARROW } from '../../ui/media.ts';
import { useMedia } from '../../ui/use-media.ts';
import { useText } from '../../ui/use-text.ts';
import { compareWays } from '../compare-ways.tsx';
import { labWays } from '../lab-ways.tsx';
import { ScreenLink } from '../ScreenLink.tsx';
import { comparing, screenLine } from '../screens.ts';
import { Caption } from './Caption.tsx';
import styles from './HomeView.module.css';
import { Legend } from './Legend.tsx';
import { StageTile, type Standings } from './StageTile.tsx';
import { Traffic } from './Traffic.tsx';
import { partAt } from './verdict.ts';

export function HomeView({ onChoose }: { onChoose: () => void }) {
  const session = useSession();
  const runs = useMemo(() => ladderIds.map((stage) => session.run(`home:${stage}`)), [session]);
  const { t, figures } = useMeasured(runs);
  const total = Math.max(0, ...runs.map(lastStarted));
  const most = Math.max(0, ...runs.map(mostPerHourUsd));
  const stands = standingsAt(figures, t);
  const narrow = useMedia(NARROW);
  return (
    <div className={styles.home}>
      {narrow ? <ShortHead /> : <Head onChoose={onChoose} />}
      <section className={styles.band}>
        <Traffic run={runs[0] as Run} total={total} />
        <Caption figures={figures} part={partAt(t)} />
      </section>
      <ol className={styles.tiles}>
        {ladderIds.map((stage, index) => (
          <StageTile
            key={stage}
            stage={stage}
            place={index + 1}
            run={runs[index] as Run}
            figures={figures[index] ?? null}
            total={total}
            mostPerHourUsd={most}
            tSeconds={t}
            standings={stands[index] as Standings}
          />
        ))}
        <ChooseTile onChoose={onChoose} />
      </ol>
      {narrow && <Begin />}
      <Foot />
    </div>
  );
}

function Head({ onChoose }: { onChoose: () => void }) {
  const say = useText();
  const session = useSession();
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <h2 className={styles.title}>{say('home.title')}</h2>
        <p className={styles.lead}>{say('home.lead')}</p>
      </div>
      <div className={styles.ways}>
        <Button weight="strong" icon={<ArrowRight />} className={styles.way} onClick={() => session.show('monolith')}>
          {say('home.begin')}
        </Button>
        <Button icon={<Columns3 />} className={styles.way} onClick={() => session.show('compare')}>
          {say('home.compare')}
        </Button>
        <Button
          icon={<Compass />}
          className={`${styles.way} ${styles.wayToChoose}`}
          aria-haspopup="dialog"
          onClick={onChoose}
        >
          {say('home.choose')}
        </Button>
      </div>
    </header>
  );
}

/** On a phone, where the seven are to be seen at once: what it is, and no more. */
function ShortHead() {
  const say = useText();
  return (
    <header className={styles.head}>
      <h2 className={styles.title}>{say('home.title')}</h2>
      <p className={styles.lead}>{say('home.lead.short')}</p>
    </header>
  );
}

/** On a phone, below the seven: what the marks mean, and where to begin. */
function Begin() {
  const say = useText();
  const session = useSession();
  return (
    <div className={styles.begin}>
      <Legend />
      <Button weight="strong" wide icon={<ArrowRight />} onClick={() => session.show('monolith')}>
        {say('home.begin')}
      </Button>
      <Button wide icon={<Columns3 />} onClick={() => session.show('compare')}>
        {say('home.compare')}
      </Button>
    </div>
  );
}

/** Fills the place that seven leave free in rows of four or two. */
function ChooseTile({ onChoose }: { onChoose: () => void }) {
  const say = useText();
  return (
    <li className={styles.choose}>
      <p className={styles.chooseTitle}>{say('app.choose.which')}</p>
      <p>{say('home.choose.what')}</p>
      <Button weight="strong" icon={<Compass />} aria-haspopup="dialog" onClick={onChoose}>
        {say('home.choose.ask')}
      </Button>
    </li>
  );
}

function Foot() {
  const say = useText();
  return (
    <div className={styles.foot}>
      <section className={styles.against}>
        <h3 className={styles.footTitle}>{say('home.against')}</h3>
        <p className={styles.footLead}>{say('home.against.what')}</p>
        <ul className={styles.cards}>
          {comparing.map((way) => (
            <li key={way}>
              <ScreenLink to={way} className={styles.card}>
                <span className={styles.cardIcon} aria-hidden="true">
                  {compareWays[way].icon}
                </span>
                <strong>{say(`app.compare.${way}`)}</strong>
                <span>{screenLine(way, say)}</span>
              </ScreenLink>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.labs}>
        <h3 className={styles.footTitle}>{say('home.labs')}</h3>
        <p className={styles.footLead}>{say('home.labs.what')}</p>
        <ul className={styles.labCards}>
          {labIds.map((lab) => (
            <Lab key={lab} lab={lab} />
          ))}
        </ul>
      </section>
      <section>
        <h3 className={styles.footTitle}>{say('home.uses')}</h3>
        <p className={styles.footLead}>{say('home.uses.what')}</p>
        <ul className={styles.uses}>
          {useIds.map((use) => (
            <li key={use}>
              <ScreenLink to={use} className={styles.use}>
                <strong>{say(`stage.${use}`)}</strong>
                <span>{say(`stage.${use}.title`)}</span>
              </ScreenLink>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3 className={styles.footTitle}>{say('home.about')}</h3>
        <ul className={styles.about}>
          <li>{say('home.about.1')}</li>
          <li>{say('home.about.2')}</li>
          <li>{say('home.about.3')}</li>
        </ul>
      </section>
    </div>
  );
}

/** A lab, and everything on its benches. */
function Lab({ lab }: { lab: LabId }) {
  const say = useText();
  const benches = benchesOf(lab);
  return (
    <li className={styles.lab}>
      <ScreenLink to={benches[0] as StageId} className={styles.labName}>
        <span className={styles.cardIcon} aria-hidden="true">
          {labWays[lab].icon}
        </span>
        <strong>{say(`lab.${lab}`)}</strong>
        <span>{say(`lab.${lab}.line`)}</span>
      </ScreenLink>
      <ul className={styles.benches} aria-label={say('lab.nav', { lab: say(`lab.${lab}`) })}>
        {benches.map((bench) => (
          <li key={bench}>
            <ScreenLink to={bench} className={styles.bench} title={say(`stage.${bench}.line`)}>
              {say(`stage.${bench}`)}
            </ScreenLink>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Figures are read anew after so many simulated seconds while it plays: four times a second. Our choice: faster is not read. */
const BEAT_SECONDS = HOME_SPEED / 4;

/** What is measured of the runs at the moment that is shown. */
function useMeasured(runs: readonly Run[]): { t: number; figures: (Figures | null)[] } {
  const session = useSession();
  useClock(({ t, playing }) => (playing ? Math.floor(t / BEAT_SECONDS) : t));
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = runs.map(({ store }) => store.subscribe(listener));
      return () => {
        for (const end of ends) end();
      };
    },
    [runs],
  );
  // Series grow in place; their versions say that they did.
  useSyncExternalStore(subscribe, () => runs.map(({ store }) => store.getState().version).join());
  const { t } = session.clock.getState();
  return { t, figures: runs.map(({ store }) => figuresAt(store.getState().series, t)) };
}

/** How many uploads were started up to when the run is known. */
function lastStarted({ store }: Run): number {
  const { series } = store.getState();
  return series && series.length > 0 ? (series.run.started[series.length - 1] as number) : 0;
}

function mostPerHourUsd({ store }: Run): number {
  const { series } = store.getState();
  let most = 0;
  for (let k = 0; k < (series?.length ?? 0); k += 1) most = Math.max(most, series?.run.perHourNowUsd[k] as number);
  return most;
}

/**
 * Who stands best and worst. Whoever turns people away has little to pay for: costs are compared when it is over and
 * nobody is there any more, people turned away at any time.
 */
function standingsAt(figures: readonly (Figures | null)[], tSeconds: number): Standings[] {
  const valuesOf = (of: (figures: Figures) => number): number[] =>
    figures.map((each) => (each ? of(each) : Number.NaN));
  const refused = standings(
    valuesOf((each) => each.refused),
    { format: formatCount, better: 'less' },
  );
  const isOver = partAt(tSeconds) === 'end';
  const perHourUsd = standings(
    valuesOf((each) => each.perHourUsd),
    { format: formatMoney, better: 'less' },
  );
  const idleShare = standings(
    valuesOf((each) => each.idleShare),
    { format: formatShare, better: 'less' },
  );
  return figures.map((_, index) => ({
    refused: refused[index] ?? null,
    perHourUsd: isOver ? (perHourUsd[index] ?? null) : null,
    idleShare: isOver ? (idleShare[index] ?? null) : null,
  }));
}
