/** What was throttled so far and what whoever asked saw of it, a line for each way to ask; and why, function by function. */
import { type SimTime, toSeconds } from '../../../engine/time.ts';
import { formatCount, formatDuration } from '../../../ui/format.ts';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import styles from './ThrottleTable.module.css';
import { type ThrottleLog, throttleReasons } from './throttle-log.ts';

export interface ThrottleTableProps {
  log: ThrottleLog;
  t: SimTime;
  functions: readonly { id: string; name: string }[];
  numberOf: (id: string) => number;
}

interface Line {
  way: 'sync' | 'event' | 'queue' | 'stream';
  asked: string;
  throttled: string;
  sees: string;
  becomes: string;
  isThrottled: boolean;
}

export function ThrottleTable({ log, t, functions, numberOf }: ThrottleTableProps) {
  const say = useText();
  const lasted = (time: SimTime): string => formatDuration(toSeconds(time));
  const { sync, event, queue, stream } = log;
  const lines: Line[] = [
    {
      way: 'sync',
      asked: say('lab.limits.sync.asked', { n: sync.calls }),
      throttled: say('lab.limits.sync.throttled', { n: sync.errors }),
      sees:
        sync.errors === 0
          ? say('lab.limits.sync.sees.nothing')
          : say('lab.limits.sync.sees', { time: lasted(sync.slowestError) }),
      becomes: say('lab.limits.sync.becomes', { n: sync.errors }),
      isThrottled: sync.errors > 0,
    },
    {
      way: 'event',
      asked: say('lab.limits.event.asked', { n: event.takenOver }),
      throttled: say('lab.limits.event.throttled', { n: event.throttled, tries: event.tries }),
      sees: say('lab.limits.event.sees'),
      becomes: say('lab.limits.event.becomes', {
        waiting: event.waiting,
        time: lasted(event.longestWait),
        n: event.givenUp,
      }),
      isThrottled: event.throttled > 0,
    },
    {
      way: 'queue',
      asked: say('lab.limits.queue.asked', { n: queue.sent }),
      throttled: say('lab.limits.queue.throttled', { n: queue.batches }),
      sees: say('lab.limits.queue.sees'),
      becomes:
        queue.cameBack === 0
          ? say('lab.limits.queue.becomes.nothing', { n: queue.done })
          : say('lab.limits.queue.becomes', {
              back: queue.cameBack,
              time: lasted(queue.longestUntilBack),
              n: queue.done,
              dead: queue.deadLetters,
            }),
      isThrottled: queue.batches > 0,
    },
    {
      way: 'stream',
      asked: say('lab.limits.stream.asked', { n: stream.appended }),
      throttled: say('lab.limits.stream.throttled', { n: stream.batches }),
      sees: say('lab.limits.stream.sees'),
      becomes:
        stream.blockedSince >= 0
          ? say('lab.limits.stream.becomes.blocked', { time: lasted(t - stream.blockedSince), n: stream.done })
          : say('lab.limits.stream.becomes', { time: lasted(stream.longestBlock), n: stream.done }),
      isThrottled: stream.batches > 0,
    },
  ];
  return (
    <section className={lab.part} aria-label={say('lab.limits.throttled')}>
      <h3>{say('lab.limits.throttled')}</h3>
      <div className={lab.scroll}>
        <table className={lab.cards} aria-label={say('lab.limits.throttled')}>
          <thead>
            <tr>
              <th scope="col">{say('lab.limits.column.way')}</th>
              <th scope="col">{say('lab.limits.column.asked')}</th>
              <th scope="col">{say('lab.limits.column.throttled')}</th>
              <th scope="col">{say('lab.limits.column.sees')}</th>
              <th scope="col">{say('lab.limits.column.becomes')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ way, asked, throttled, sees, becomes, isThrottled }) => (
              <tr key={way} data-throttled={isThrottled}>
                <th scope="row">{say(`lab.limits.${way}`)}</th>
                <td data-label={say('lab.limits.column.asked')}>{asked}</td>
                <td data-label={say('lab.limits.column.throttled')} className={styles.throttled}>
                  {throttled}
                </td>
                <td data-label={say('lab.limits.column.sees')}>{sees}</td>
                <td data-label={say('lab.limits.column.becomes')}>{becomes}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h4>{say('lab.limits.why')}</h4>
      <div className={lab.scroll}>
        <table aria-label={say('lab.limits.why')}>
          <thead>
            <tr>
              <td />
              {throttleReasons.map((reason) => (
                <th key={reason} scope="col">
                  {say(`lab.limits.why.${reason}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {functions.map(({ id, name }) => {
              const counts = log.reasonsOf(numberOf(id));
              return (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  {throttleReasons.map((reason) => (
                    <td key={reason} className="number">
                      {formatCount(counts[reason])}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className={lab.quiet}>{say('lab.limits.why.note')}</p>
    </section>
  );
}
