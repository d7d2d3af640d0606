/** How often a schedule fires on each day of a month. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { dateOfDay, dayOfWeek, daysInMonth, daysSince1970, SECONDS_PER_DAY } from '../../../engine/civil-date.ts';
import { nextTimes, type Schedule } from '../../../models/event-bus/schedule/schedule.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatCount } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import { dayName } from './cron-words.ts';
import styles from './MonthCalendar.module.css';
import { monthText } from './zones.ts';

export interface MonthCalendarProps {
  rule: string;
  schedule: Schedule;
  /** The moment of the clock, and when the schedule began, in seconds since 1970. */
  now: number;
  began: number;
  /** Months from that of the moment. */
  month: number;
  onMonth: (month: number) => void;
}

/** From Monday to Sunday, as `dayName` counts them. */
const WEEK = [2, 3, 4, 5, 6, 7, 1];

export function MonthCalendar({ rule, schedule, now, began, month, onMonth }: MonthCalendarProps) {
  const say = useText();
  const today = Math.floor(now / SECONDS_PER_DAY);
  const first = firstDay(today, month);
  const { year, month: number } = dateOfDay(first);
  const days = daysInMonth(year, number);
  const counts = useMemo(() => countsOf(schedule, began, first, days), [schedule, began, first, days]);
  const sum = counts.reduce((all, count) => all + count, 0);
  // Weeks begin on Monday.
  const before = (dayOfWeek(first) + 6) % 7;
  const weeks = Array.from({ length: Math.ceil((before + days) / 7) }, (_, week) =>
    WEEK.map((_, place) => week * 7 + place - before + 1),
  );
  return (
    <section className={lab.part} aria-label={say('lab.schedules.month', { rule })}>
      <div className={lab.head}>
        <h3>{say('lab.schedules.month', { rule })}</h3>
        <div className={styles.steps}>
          <IconButton
            label={say('lab.schedules.month.before')}
            icon={<ChevronLeft />}
            onClick={() => onMonth(month - 1)}
          />
          <IconButton
            label={say('lab.schedules.month.after')}
            icon={<ChevronRight />}
            onClick={() => onMonth(month + 1)}
          />
          <Button weight="bare" unavailable={month === 0} onClick={() => onMonth(0)}>
            {say('lab.schedules.month.first')}
          </Button>
        </div>
      </div>
      <table className={styles.table}>
        <caption>
          {say('lab.schedules.month.caption', { month: monthText(first * SECONDS_PER_DAY) })}:{' '}
          {say('lab.schedules.month.sum', { n: sum })}
        </caption>
        <thead>
          <tr>
            {WEEK.map((day) => (
              <th key={day} scope="col" abbr={dayName(day)} data-weekend={day === 7 || day === 1}>
                {dayName(day).slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day, place) =>
                day < 1 || day > days ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an empty place has no other name
                  <td key={`none ${place}`} />
                ) : (
                  <Day
                    key={day}
                    day={day}
                    count={counts[day - 1] ?? 0}
                    isToday={first + day - 1 === today}
                    place={place}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface DayProps {
  day: number;
  count: number;
  isToday: boolean;
  /** In the week, from 0 for Monday. */
  place: number;
}

function Day({ day, count, isToday, place }: DayProps) {
  const say = useText();
  return (
    <td data-weekend={place > 4} data-fires={count > 0} aria-current={isToday ? 'date' : undefined}>
      <span className={`number ${styles.day}`}>{day}</span>
      {isToday && <span className="for-readers">, {say('lab.schedules.month.today')}</span>}
      {count > 0 && (
        <span className={`number ${styles.count}`}>
          <span aria-hidden="true">×{formatCount(count)}</span>
          <span className="for-readers">: {say('lab.schedules.month.times', { n: count })}</span>
        </span>
      )}
    </td>
  );
}

/** The first day of the month that is so many months from that of a day, in days since 1970. */
function firstDay(today: number, months: number): number {
  const { year, month } = dateOfDay(today);
  const all = year * 12 + month - 1 + months;
  return daysSince1970(Math.floor(all / 12), (all % 12) + 1, 1);
}

/** How often it fires on each day of a month; a rate not before it began, and then after a whole period. */
function countsOf(schedule: Schedule, began: number, first: number, days: number): number[] {
  const counts = Array.from({ length: days }, () => 0);
  const from = first * SECONDS_PER_DAY;
  const until = from + days * SECONDS_PER_DAY - 1;
  const isRate = schedule.kind === 'rate';
  if (isRate && began > until) return counts;
  for (const time of nextTimes(schedule, from, undefined, { inclusive: true, until, startedAt: began })) {
    if (isRate && time <= began) continue;
    const day = Math.floor(time / SECONDS_PER_DAY) - first;
    counts[day] = (counts[day] ?? 0) + 1;
  }
  return counts;
}
