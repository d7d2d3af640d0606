/** A line for each rule: when it was due in this run, and when it fired. */
import { dayOfWeek, SECONDS_PER_DAY } from '../../../engine/civil-date.ts';
import type { BusRule } from '../../../models/parameters.ts';
import { formatDuration } from '../../../ui/format.ts';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import { type Due, faredUntil, isLetGo } from './due-times.ts';
import styles from './RunLine.module.css';
import { clockText, dayText, UTC, zoneName } from './zones.ts';

export interface RunLineProps {
  rules: readonly BusRule[];
  due: readonly Due[];
  /** What second 0 of the run is, in seconds since 1970. */
  start: number;
  durationSeconds: number;
  /** The moment of the clock, in seconds of the run. */
  t: number;
  jitterSeconds: number;
  zone: string;
}

/** Height of the line of a rule, px, and where its marks stand in it. */
const LANE = 34;
const MIDDLE = LANE / 2;
/** Half the size of a mark, px. */
const MARK = 5;

export function RunLine({ rules, due, start, durationSeconds, t, jitterSeconds, zone }: RunLineProps) {
  const say = useText();
  const shown = rules.filter(({ schedule }) => schedule !== undefined);
  const placeOf = (at: number): string => `${(100 * at) / durationSeconds}%`;
  const ticks = ticksOf(start, durationSeconds);
  const height = LANE * shown.length;
  return (
    <section className={lab.part} aria-label={say('lab.schedules.line')}>
      <h3>{say('lab.schedules.line')}</h3>
      <p className={lab.quiet}>{say('lab.schedules.line.what', { jitter: formatDuration(jitterSeconds) })}</p>
      <div className={styles.plot} aria-hidden="true">
        <div className={styles.names} style={{ gridAutoRows: LANE }}>
          {shown.map(({ name, enabled }) => (
            <span key={name}>
              {name}
              {enabled === false && ` (${say('lab.schedules.line.off')})`}
            </span>
          ))}
        </div>
        <svg aria-hidden="true" className={styles.lanes} width="100%" height={height}>
          {weekendsOf(start, durationSeconds).map(({ from, to }) => (
            <rect
              key={from}
              className={styles.weekend}
              x={placeOf(from)}
              width={`${(100 * (to - from)) / durationSeconds}%`}
              y="0"
              height={height}
            />
          ))}
          {ticks.map(({ at }) => (
            <line key={at} className={styles.tick} x1={placeOf(at)} x2={placeOf(at)} y1="0" y2={height} />
          ))}
          {shown.map(({ name }, lane) => (
            <g key={name} transform={`translate(0 ${lane * LANE})`}>
              <line className={styles.ground} x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} />
              {due
                .filter(({ rule }) => rule === name)
                .map((each) => (
                  <Mark key={each.at} due={each} t={t} placeOf={placeOf} />
                ))}
            </g>
          ))}
          <line className={styles.now} x1={placeOf(t)} x2={placeOf(t)} y1="0" y2={height} />
        </svg>
        <div className={styles.zones}>
          <span>{UTC}</span>
          {zone !== UTC && <span>{zoneName(zone)}</span>}
        </div>
        <svg aria-hidden="true" className={styles.axis} width="100%" height={zone === UTC ? 18 : 34}>
          {ticks.map(({ at, isDay }) => (
            <g key={at} className={isDay ? styles.day : undefined}>
              <text x={placeOf(at)} y="13">
                {isDay ? dayText(UTC, start + at) : clockText(UTC, start + at)}
              </text>
              {zone !== UTC && (
                <text className={styles.zone} x={placeOf(at)} y="29">
                  {clockText(zone, start + at)}
                </text>
              )}
            </g>
          ))}
        </svg>
      </div>
      <ul className={lab.legend} aria-hidden="true">
        <li>
          <svg aria-hidden="true" width="12" height="12">
            <path className={styles.due} d="M6 1v10" />
          </svg>
          {say('lab.schedules.line.due')}
        </li>
        <li>
          <svg aria-hidden="true" width="12" height="12">
            <circle className={styles.fired} cx="6" cy="6" r={MARK} />
          </svg>
          {say('lab.schedules.line.fired')}
        </li>
        <li>
          <svg aria-hidden="true" width="12" height="12">
            <path className={styles.letGo} d="M2 2l8 8M10 2l-8 8" />
          </svg>
          {say('lab.schedules.line.let-go')}
        </li>
        <li>
          <span className={styles.weekendKey} />
          {say('lab.schedules.line.weekend')}
        </li>
      </ul>
      <ul className={styles.sums}>
        {shown.map((rule) => (
          <Sum key={rule.name} rule={rule} due={due} t={t} />
        ))}
      </ul>
    </section>
  );
}

function Mark({ due, t, placeOf }: { due: Due; t: number; placeOf: (at: number) => string }) {
  const { at, firedAt } = due;
  const isAhead = (firedAt ?? at) > t;
  return (
    <g className={isAhead ? styles.ahead : undefined}>
      <svg aria-hidden="true" x={placeOf(at)} overflow="visible">
        <path className={styles.due} d={`M0 ${MIDDLE - 12}v24`} />
        {isLetGo(due, t) && (
          <path
            className={styles.letGo}
            d={`M${-MARK} ${MIDDLE - MARK}l${2 * MARK} ${2 * MARK}M${MARK} ${MIDDLE - MARK}l${-2 * MARK} ${2 * MARK}`}
          />
        )}
      </svg>
      {firedAt !== null && <circle className={styles.fired} cx={placeOf(firedAt)} cy={MIDDLE} r={MARK} />}
    </g>
  );
}

function Sum({ rule, due, t }: { rule: BusRule; due: readonly Due[]; t: number }) {
  const say = useText();
  const fared = faredUntil(
    due.filter((each) => each.rule === rule.name),
    t,
  );
  const { medianLate, mostLate, letGo } = fared;
  return (
    <li>
      {say('lab.schedules.line.summary', {
        rule: rule.name,
        expression: rule.schedule ?? '',
        due: fared.due,
        fired: fared.fired,
      })}
      {medianLate !== null &&
        mostLate !== null &&
        ` ${say('lab.schedules.line.late', { median: formatDuration(medianLate), most: formatDuration(mostLate) })}`}
      {letGo > 0 && <strong> {say('lab.schedules.line.missed', { n: letGo })}</strong>}
    </li>
  );
}

/** Steps of the axis, s: as round on a clock as may be. */
const STEPS = [60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200, SECONDS_PER_DAY];
/** More words would not stand beside each other on a phone. Our choice. */
const MOST_TICKS = 6;

/** Round moments of the clock of UTC, in seconds of the run; a midnight shows its day. */
function ticksOf(start: number, durationSeconds: number): readonly { at: number; isDay: boolean }[] {
  const step = STEPS.find((each) => durationSeconds / each <= MOST_TICKS) ?? SECONDS_PER_DAY;
  const ticks = [];
  for (let time = Math.ceil(start / step) * step; time <= start + durationSeconds; time += step) {
    ticks.push({ at: time - start, isDay: time % SECONDS_PER_DAY === 0 });
  }
  return ticks;
}

/** The stretches of the run that are a Saturday or a Sunday in UTC. */
function weekendsOf(start: number, durationSeconds: number): readonly { from: number; to: number }[] {
  const weekends = [];
  const last = Math.floor((start + durationSeconds) / SECONDS_PER_DAY);
  for (let day = Math.floor(start / SECONDS_PER_DAY); day <= last; day += 1) {
    if (![0, 6].includes(dayOfWeek(day))) continue;
    const from = Math.max(0, day * SECONDS_PER_DAY - start);
    const to = Math.min(durationSeconds, (day + 1) * SECONDS_PER_DAY - start);
    if (to > from) weekends.push({ from, to });
  }
  return weekends;
}
