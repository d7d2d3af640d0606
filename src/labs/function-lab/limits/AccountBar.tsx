/** The account's concurrency at the moment of the clock: a bar of who has what, and the same in words. */
import { formatCount } from '../../../ui/format.ts';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import styles from './AccountBar.module.css';
import { freeOf, type Taken } from './account.ts';

export interface AccountBarProps {
  /** How many may be at work at once, over all functions. */
  account: number;
  taken: readonly (Taken & { id: string; name: string })[];
}

export function AccountBar({ account, taken }: AccountBarProps) {
  const say = useText();
  const free = freeOf(account, taken);
  const isFull = free === 0;
  return (
    <section className={lab.part} aria-label={say('lab.limits.account')}>
      <h3>
        {say('lab.limits.account.now', { n: account - free, of: account })}
        {isFull && <strong className={styles.full}> {say('lab.limits.account.full')}</strong>}
      </h3>
      <div className={styles.bar} aria-hidden="true">
        {taken.map(({ id, atWork, ready, keptFree }, place) => (
          <div key={id} className={styles.function} data-place={place} style={{ flexGrow: atWork + ready + keptFree }}>
            <span className={styles.work} style={{ flexGrow: atWork }} />
            <span className={styles.ready} style={{ flexGrow: ready }} />
            <span className={styles.kept} style={{ flexGrow: keptFree }} />
          </div>
        ))}
        <div className={styles.free} style={{ flexGrow: free }} />
      </div>
      <ul className={styles.words}>
        {taken.map(({ id, name, atWork, ready, reserved, keptFree }, place) => (
          <li key={id}>
            <span className={styles.sign} data-place={place} aria-hidden="true" />
            <strong>{name}</strong>
            <span>
              {[
                say('lab.limits.account.at-work', { n: atWork }),
                ...(ready > 0 ? [say('lab.limits.account.ready', { n: ready })] : []),
                ...(reserved >= 0
                  ? [say('lab.limits.account.reserved', { n: reserved, free: keptFree })]
                  : [say('lab.limits.account.shares')]),
              ].join('; ')}
            </span>
          </li>
        ))}
        <li>
          <span className={styles.sign} data-place="free" aria-hidden="true" />
          <strong>{say('lab.limits.account.free')}</strong>
          <span className="number">{formatCount(free)}</span>
        </li>
      </ul>
    </section>
  );
}
