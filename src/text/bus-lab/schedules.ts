/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const busSchedulesWords = {
  'stage.bus-schedules': 'Schedules',
  'stage.bus-schedules.title': 'The clock as a producer',
  'stage.bus-schedules.line': 'Every so often, or at the times of a calendar',

  'node.sweeper': { neutral: 'Sweep', aws: 'Sweep, Lambda' },
  'node.sweeper.what': 'Tidies up, every so often.',
  'node.reporter': { neutral: 'Report', aws: 'Report, Lambda' },
  'node.reporter.what': 'Writes a report, at the minutes of a calendar.',

  'story.bus-schedules.what': {
    neutral:
      'Nobody sends anything here. Two rules have a schedule in place of a pattern: when their time comes they fire, and hand their target an event that says no more than when. One fires every minute, the other each minute of a weekday.',
    aws: 'Nobody sends anything here. Two EventBridge rules have a schedule expression in place of an event pattern: when their time comes they fire, and hand a Lambda function an event that says no more than when. One is a rate, the other a cron expression.',
  },
  'story.bus-schedules.what.scene': 'Let the clock begin',
  'story.bus-schedules.rate':
    'There are two ways to say “every five minutes”. A rate counts from when its rule began, wherever the clock stood. A calendar goes by the clock, at the full five minutes. Watch which of the two fires first, and by how much.',
  'story.bus-schedules.rate.scene': 'Say the same in both ways',
  'story.bus-schedules.weekend':
    'The report is due on weekdays, and it is Friday night. At midnight Saturday begins, and its rule falls silent. Nothing failed, and nobody is told: a schedule that does not fire looks like one that has nothing to do.',
  'story.bus-schedules.weekend.scene': 'See the weekend begin',
  'story.bus-schedules.utc': {
    neutral:
      'All of this goes by one clock, that of UTC. Choose your own time zone in the instrument: where you live Saturday may have begun long ago, or be hours away. A scheduler of its own, another service, takes a time zone; rules do not.',
    aws: 'Rules go by the clock of UTC, all of them. Choose your own time zone in the instrument: where you live Saturday may have begun long ago, or be hours away. EventBridge Scheduler, a service of its own, takes a time zone; rules do not.',
  },
  'story.bus-schedules.late':
    'A schedule names minutes, never seconds. A rule fires somewhere in its minute, late by some seconds. Here they may be late by most of the minute: each still fires once for each of its times, and never early.',
  'story.bus-schedules.late.scene': 'Let them be late',
  'story.bus-schedules.overlap':
    'The clock does not ask whether the last sweep is done. Now a sweep takes longer than a minute, so the next begins beside it, in an environment of its own. Two that tidy up the same place at once had better be safe to run twice.',
  'story.bus-schedules.overlap.scene': 'Sweep for longer than a minute',

  'claim.weekdays-end-at-midnight-of-utc':
    'A schedule of weekdays ends at midnight of UTC: the report ran {n} times on Friday night and not once after, while the sweep ran {of} times.',
  'claim.weekdays-end-at-midnight-of-utc.foil': 'A day earlier midnight only brings the next weekday, and it goes on.',
  'predict.weekdays-end-at-midnight-of-utc':
    'A report is due each minute from Monday to Friday. The run begins on a Friday, minutes before midnight in UTC. When does the report run?',
  'predict.weekdays-end-at-midnight-of-utc.never': 'Never: the evening is no working time',
  'predict.weekdays-end-at-midnight-of-utc.before': 'Until midnight',
  'predict.weekdays-end-at-midnight-of-utc.all': 'All the time, until it is Saturday everywhere',
  'claim.a-rate-counts-from-its-beginning':
    'A rate counts from its beginning, a calendar goes by the clock: both say “every five minutes”, and in the first two minutes one ran {n} times, the other {of} times.',
  'claim.a-rate-counts-from-its-beginning.foil':
    'Where the rules begin just after five full minutes, the calendar has as long to wait.',
  'predict.a-rate-counts-from-its-beginning':
    'Two rules say “every five minutes”: one as a rate, one by the calendar. They begin shortly before the clock shows five full minutes. Which of them has fired soon after?',
  'predict.a-rate-counts-from-its-beginning.both': 'Both',
  'predict.a-rate-counts-from-its-beginning.calendar': 'Only the calendar',
  'predict.a-rate-counts-from-its-beginning.rate': 'Only the rate',
  'predict.a-rate-counts-from-its-beginning.neither': 'Neither',
  'claim.the-clock-does-not-wait-for-the-work':
    'The clock does not wait for the work: sweeps that take longer than a minute run beside each other, {n} at once.',
  'claim.the-clock-does-not-wait-for-the-work.foil': 'Sweeps of seconds are long done when the next one begins.',
  'predict.the-clock-does-not-wait-for-the-work':
    'A sweep is due every minute, and takes a minute and a half. What happens when the next one is due?',
  'predict.the-clock-does-not-wait-for-the-work.waits': 'It waits until the first is done, or is left out',
  'predict.the-clock-does-not-wait-for-the-work.two': 'It runs beside the first: two at once',
  'predict.the-clock-does-not-wait-for-the-work.more': 'They pile up, more from minute to minute',

  'omitted.bus-schedules':
    'The rules of a bus only: the separate scheduler, with its time zones, single times and flexible windows, is told of and not run. How late a rule fires is our choice, drawn evenly; nothing is published on it.',

  // The instrument
  'lab.schedules.rule': 'Rule',
  'lab.schedules.rule.of': '{rule} → {target}',
  'lab.schedules.on': 'The rule is on',
  'lab.schedules.expression': 'Schedule of {rule}',
  'lab.schedules.form': 'Form',
  'lab.schedules.form.rate': 'Every so often',
  'lab.schedules.form.cron': 'By a calendar',
  'lab.schedules.enter': 'Enter puts it on the bus',
  'lab.schedules.apply': 'Put it on the bus',
  'lab.schedules.applied': 'On the bus',
  'lab.schedules.back': 'Back to what is on the bus',
  'lab.schedules.wrong': 'Not a schedule yet',
  'lab.schedules.place': 'Character {n}',
  'lab.schedules.place.range': 'Characters {from} to {to}',
  'lab.schedules.fine': 'Can be followed',
  'lab.schedules.never': '– but there is no time left at which it would fire.',
  'lab.schedules.value': 'Number',
  'lab.schedules.unit': 'Unit',
  'lab.schedules.unit.minute': 'minute',
  'lab.schedules.unit.hour': 'hour',
  'lab.schedules.unit.day': 'day',
  'lab.schedules.unit.minutes': 'minutes',
  'lab.schedules.unit.hours': 'hours',
  'lab.schedules.unit.days': 'days',
  'lab.schedules.rate.what':
    'One of something is written without an s, more with one. It counts from when the rule is put on the bus, and first fires after one whole period.',
  'lab.schedules.cron.what':
    'Exactly one of the two fields of days is ?, which says: the other decides. All six stand there, and all times are UTC.',
  'lab.schedules.field.minutes': 'Minutes',
  'lab.schedules.field.hours': 'Hours',
  'lab.schedules.field.day-of-month': 'Day of month',
  'lab.schedules.field.month': 'Month',
  'lab.schedules.field.day-of-week': 'Day of week',
  'lab.schedules.field.year': 'Year',
  'lab.schedules.every.minutes': 'every minute',
  'lab.schedules.every.hours': 'every hour',
  'lab.schedules.every.day-of-month': 'every day',
  'lab.schedules.every.month': 'every month',
  'lab.schedules.every.day-of-week': 'every day',
  'lab.schedules.every.year': 'every year',
  'lab.schedules.more': '{list} and {n} more',
  'lab.schedules.range': '{from} to {to}',
  'lab.schedules.any': 'as the other field of days says',
  'lab.schedules.last': 'the last day of the month',
  'lab.schedules.before-last': '{n} {n|day|days} before the last of the month',
  'lab.schedules.nearest': 'the weekday nearest to day {day}',
  'lab.schedules.last-weekday': 'the last weekday of the month',
  'lab.schedules.last-of-week': 'the last {day} of the month',
  'lab.schedules.nth-of-week': '{day}, number {n} of the month',

  'lab.schedules.next': 'The next ten times',
  'lab.schedules.next.of': 'Worked out from {expression}, from the moment of the clock on',
  'lab.schedules.next.draft': 'If it were put on the bus at this moment',
  'lab.schedules.next.off': 'The rule is off: it would fire at these times',
  'lab.schedules.next.wrong': 'which is still on the bus: what is written is not a schedule yet',
  'lab.schedules.next.fewer': 'No more times than these, for ever.',
  'lab.schedules.next.none': 'It never fires, from this moment on.',
  'lab.schedules.next.place': 'No.',
  'lab.schedules.next.utc': 'UTC',
  'lab.schedules.next.zone': 'In {zone}',
  'lab.schedules.next.zone.ahead': 'In {zone}, {ahead}',
  'lab.schedules.next.until': 'In the run',
  'lab.schedules.next.at': 'at {clock}',
  'lab.schedules.next.after': 'beyond it',
  'lab.schedules.zone': 'Time zone',
  'lab.schedules.zone.own': 'Yours',
  'lab.schedules.zone.all': 'All',
  'lab.schedules.zone.what': {
    neutral:
      'Only shown: rules go by UTC. A scheduler of its own, another service, can be told a time zone, and times that come once.',
    aws: 'Only shown: EventBridge rules go by UTC. EventBridge Scheduler, a service of its own, takes a time zone, and at(…) for a time that comes once.',
  },
  'lab.schedules.zone.winter-summer':
    'In {zone} it is {one} against UTC in January, and {other} in July: a schedule by UTC moves by the clock there.',
  'lab.schedules.zone.steady': 'In {zone} it is {one} against UTC all year.',

  'lab.schedules.line': 'Due and fired in this run',
  'lab.schedules.line.what':
    'Measured: each time that was due, and when the rule fired for it. Late by {jitter} at most.',
  'lab.schedules.line.summary': '{rule}: {expression}. Up to now {due} times due, {fired} fired.',
  'lab.schedules.line.late': 'Late by {median} in the middle, by {most} at most.',
  'lab.schedules.line.missed': '{n} let go by.',
  'lab.schedules.line.off': 'off',
  'lab.schedules.line.due': 'due',
  'lab.schedules.line.fired': 'fired',
  'lab.schedules.line.let-go': 'let go by',
  'lab.schedules.line.weekend': 'Saturday and Sunday of UTC',

  'lab.schedules.month': 'Calendar of {rule}',
  'lab.schedules.month.caption': '{month}, days of UTC',
  'lab.schedules.month.before': 'Month before',
  'lab.schedules.month.after': 'Month after',
  'lab.schedules.month.first': 'Month of the run',
  'lab.schedules.month.times': '{n} {n|time|times}',
  'lab.schedules.month.today': 'day of the run',
  'lab.schedules.month.sum': '{n} {n|time|times} in this month',

  'lab.schedules.starts': 'The run begins at, in UTC',
  'lab.schedules.starts.what': 'What second 0 of the run is on clock and calendar. The run begins anew.',
  'lab.schedules.jitter': 'Late by at most',
  'lab.schedules.jitter.help':
    'A rule fires within its minute, some seconds late. How late real ones are is not published; this is drawn evenly.',

  'lab.schedules.signs': 'What the signs mean',
  'lab.schedules.sign': 'Sign',
  'lab.schedules.sign.meaning': 'Meaning',
  'lab.schedules.sign.try': 'Example',
  'lab.schedules.sign.star': 'Every value.',
  'lab.schedules.sign.comma': 'Several values: here at minute 0 and at minute 30.',
  'lab.schedules.sign.dash': 'From one value to another, both included: here on the hours of an office.',
  'lab.schedules.sign.slash': 'A step: from minute 0 on, each fifth.',
  'lab.schedules.sign.question': 'No say: the other field of days decides. It stands in exactly one of the two.',
  'lab.schedules.sign.last': 'The last: of the month where it stands for days, here also 28 or 29 February.',
  'lab.schedules.sign.last-of-week': 'Behind a day of the week, the last such day of the month: here the last Friday.',
  'lab.schedules.sign.weekday': 'The weekday nearest to a day: if the 15th is a Saturday, Friday the 14th.',
  'lab.schedules.sign.nth': 'Which one of the month: here the third Friday.',
  'lab.schedules.sign.rate': 'A rate: no sign at all, a number and a unit.',
  'lab.schedules.sign.wrong': 'Wrong on purpose: one is written without an s.',
  'lab.schedules.sign.both': 'Wrong on purpose: one of the two fields of days must be ?.',
  'lab.schedules.sign.seconds': 'Wrong on purpose: nothing is finer than a minute.',
  'lab.schedules.sign.at': 'Not for rules: a single time is something for the separate scheduler.',
} as const satisfies Words;
