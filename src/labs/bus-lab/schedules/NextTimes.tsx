/** The next ten times of a schedule, in UTC and in a time zone of the reader's choice. */
import { useMemo } from 'react';
import { instantText, SECONDS_PER_DAY } from '../../../engine/civil-date.ts';
import { nextTimes, type Schedule } from '../../../models/event-bus/schedule/schedule.ts';
import { minuteText } from '../../../panels/time/clock-text.ts';
import { type Say, useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import styles from './NextTimes.module.css';
import { aheadMinutes, aheadText, allZones, momentText, ownZone, UTC, zoneName } from './zones.ts';

export interface NextTimesProps {
  expression: string;
  schedule: Schedule;
  /** The moment of the clock, and when the schedule began, in seconds since 1970. */
  now: number;
  began: number;
  /** The run: from when to when. */
  start: number;
  end: number;
  /** Whether it stands on the bus and is on, is off, or is only written; or what is written is none, and this is the bus's. */
  standing: 'on' | 'off' | 'draft' | 'wrong';
  zone: string;
  onZone: (zone: string) => void;
}

const TEN = 10;
/** On average, in the calendar that we use. */
const DAYS_PER_YEAR = 365.2425;

export function NextTimes(props: NextTimesProps) {
  const { expression, schedule, now, began, start, end, standing, zone } = props;
  const say = useText();
  const times = useMemo(() => nextTimes(schedule, now, TEN, { startedAt: began }), [schedule, now, began]);
  const ahead = times.map((time) => aheadMinutes(zone, time));
  // Said of all at once, unless the clocks there change in between.
  const isSteady = new Set(ahead).size === 1;
  return (
    <section className={lab.part} aria-label={say('lab.schedules.next')}>
      <div className={lab.head}>
        <h3>{say('lab.schedules.next')}</h3>
        <ZoneSelect {...props} />
      </div>
      <p className={`${lab.quiet} ${styles.what}`}>
        {say('lab.schedules.next.of', { expression })}
        {standing !== 'on' && <strong> {say(`lab.schedules.next.${standing}`)}</strong>}
      </p>
      {times.length === 0 ? (
        <p>{say('lab.schedules.next.none')}</p>
      ) : (
        <table className={styles.table} data-other={standing === 'wrong' || undefined}>
          <thead>
            <tr>
              <th scope="col" className={styles.place}>
                <span className="for-readers">{say('lab.schedules.next.place')}</span>
              </th>
              <th scope="col">{say('lab.schedules.next.utc')}</th>
              {zone !== UTC && <th scope="col">{headOf(zone, isSteady ? ahead[0] : undefined, say)}</th>}
              <th scope="col">{say('lab.schedules.next.until')}</th>
            </tr>
          </thead>
          <tbody>
            {times.map((time, place) => (
              <tr key={time} data-beyond={time > end}>
                <td className={`number ${styles.place}`}>{place + 1}</td>
                <td>
                  <time dateTime={instantText(time)}>{momentText(UTC, time, now)}</time>
                </td>
                {zone !== UTC && (
                  <td>
                    {momentText(zone, time, now)}
                    {!isSteady && <span className={styles.ahead}> {aheadText(ahead[place] ?? 0)}</span>}
                  </td>
                )}
                <td>
                  {time > end
                    ? say('lab.schedules.next.after')
                    : say('lab.schedules.next.at', { clock: minuteText(time - start) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {times.length > 0 && times.length < TEN && (
        <p className={`${lab.quiet} ${styles.what}`}>{say('lab.schedules.next.fewer')}</p>
      )}
      <p className={`${lab.quiet} ${styles.what}`}>
        {zone !== UTC && `${zoneWords(zone, now, say)} `}
        {say('lab.schedules.zone.what')}
      </p>
    </section>
  );
}

function headOf(zone: string, minutes: number | undefined, say: Say): string {
  const name = zoneName(zone);
  return minutes === undefined
    ? say('lab.schedules.next.zone', { zone: name })
    : say('lab.schedules.next.zone.ahead', { zone: name, ahead: aheadText(minutes) });
}

/** In seconds: where clocks change they differ between January and July. */
const HALF_YEAR = 182 * SECONDS_PER_DAY;

function zoneWords(zone: string, now: number, say: Say): string {
  const january = now - (now % (DAYS_PER_YEAR * SECONDS_PER_DAY)) + 10 * SECONDS_PER_DAY;
  const [one, other] = [january, january + HALF_YEAR].map((time) => aheadText(aheadMinutes(zone, time))) as [
    string,
    string,
  ];
  const name = zoneName(zone);
  return one === other
    ? say('lab.schedules.zone.steady', { zone: name, one })
    : say('lab.schedules.zone.winter-summer', { zone: name, one, other });
}

function ZoneSelect({ zone, onZone }: Pick<NextTimesProps, 'zone' | 'onZone'>) {
  const say = useText();
  const own = ownZone();
  const all = useMemo(allZones, []);
  return (
    <label className={styles.zone}>
      <span>{say('lab.schedules.zone')}</span>
      <select value={zone} onChange={({ target }) => onZone(target.value)}>
        <option value={UTC}>{UTC}</option>
        {own !== UTC && (
          <optgroup label={say('lab.schedules.zone.own')}>
            <option value={own}>{own}</option>
          </optgroup>
        )}
        <optgroup label={say('lab.schedules.zone.all')}>
          {all
            .filter((each) => each !== UTC && each !== own)
            .map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
        </optgroup>
      </select>
    </label>
  );
}
