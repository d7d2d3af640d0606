/** What each listener heard, the first time and again, whether order was kept, and what listening twice did. */
import { nameOf } from '../../../panels/names.ts';
import { useRun } from '../../../stores/session-context.tsx';
import { formatCount, NOTHING } from '../../../ui/format.ts';
import { useText, useVocabulary } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import type { Bus } from '../bus.ts';
import type { Copy } from '../bus-copies.ts';
import { doingsOf, heardBy } from './kept.ts';

/** Who listens, or may, and where that is written. */
const listeners = [
  { id: 'catalogue', table: 'entries' },
  { id: 'bonus', table: 'accounts' },
  { id: 'search', table: null },
] as const;

export function HeardTable({ bus, copies, t }: { bus: Bus; copies: readonly Copy[]; t: number }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const { reel } = useRun();
  return (
    <div className={lab.scroll}>
      <table className="numbers">
        <caption className={lab.heading}>{say('lab.bus-archive.heard')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('lab.bus-archive.heard.who')}</th>
            <th scope="col">{say('lab.bus-archive.heard.first')}</th>
            <th scope="col">{say('lab.bus-archive.heard.again')}</th>
            <th scope="col">{say('lab.bus-archive.heard.overtook')}</th>
            <th scope="col">{say('lab.bus-archive.heard.recognised')}</th>
            <th scope="col">{say('lab.bus-archive.heard.twice')}</th>
          </tr>
        </thead>
        <tbody>
          {listeners.map(({ id, table }) => {
            const { first, again, overtook } = heardBy(copies, id, t);
            const { recognised } = doingsOf(reel, bus.indexOf(id), t);
            const twice = table === null ? null : doingsOf(reel, bus.indexOf(table), t).writtenAgain;
            return (
              <tr key={id}>
                <th scope="row">{nameOf(vocabulary, id)}</th>
                {[first, again, overtook, recognised].map((n, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <td key={place} className="number">
                    {formatCount(n)}
                  </td>
                ))}
                <td className={`number ${twice !== null && twice > 0 ? lab.bad : ''}`}>
                  {twice === null ? NOTHING : formatCount(twice)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={lab.quiet}>{say('lab.bus-archive.heard.what')}</p>
    </div>
  );
}
