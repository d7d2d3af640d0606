/** The newest starts of environments, each broken into its parts: package, network interface, runtime and program. */
import { formatClock, formatDuration } from '../../../ui/format.ts';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import type { StartParts } from './network-figures.ts';
import styles from './Starts.module.css';

const parts = [
  ['package', 'packageSeconds'],
  ['interface', 'interfaceSeconds'],
  ['init', 'initSeconds'],
] as const;

export function Starts({ starts, packageSeconds }: { starts: readonly StartParts[]; packageSeconds: number }) {
  const say = useText();
  const allOf = (start: StartParts): number => parts.reduce((sum, [, name]) => sum + start[name], 0);
  const most = Math.max(...starts.map(allOf), Number.MIN_VALUE);
  return (
    <section className={lab.part} aria-label={say('lab.network.starts')}>
      <h3>{say('lab.network.starts')}</h3>
      {starts.length === 0 ? (
        <p className={lab.quiet}>{say('lab.network.starts.none')}</p>
      ) : (
        <>
          <ul className={lab.legend}>
            {parts.map(([part]) => (
              <li key={part}>
                <span className={`${lab.swatch} ${styles[part]}`} aria-hidden="true" />
                {say(`lab.network.start.${part}`)}
              </li>
            ))}
          </ul>
          <ol className={styles.rows}>
            {starts.map((start) => {
              const spoken = say('lab.network.start.row', {
                id: String(start.environment),
                at: formatClock(start.atSeconds),
                package: formatDuration(start.packageSeconds),
                interface: formatDuration(start.interfaceSeconds),
                init: formatDuration(start.initSeconds),
                all: formatDuration(allOf(start)),
              });
              return (
                <li key={start.environment} title={spoken}>
                  <span className="for-readers">{spoken}</span>
                  <span className={styles.name} aria-hidden="true">
                    {say('lab.network.start.name', { id: String(start.environment) })}
                  </span>
                  <span className={styles.track} aria-hidden="true">
                    {parts.map(([part, name]) => (
                      <span
                        key={part}
                        className={`${styles.bar} ${styles[part]}`}
                        style={{ width: `${(start[name] / most) * 100}%` }}
                        hidden={start[name] === 0}
                      />
                    ))}
                  </span>
                  <span className={`number ${styles.all}`} aria-hidden="true">
                    {start.isOpen ? say('lab.network.start.open') : formatDuration(allOf(start))}
                    {start.interfaceSeconds > 0 && (
                      <span className={lab.quiet}>
                        {' '}
                        {say('lab.network.start.ofWhich', { s: formatDuration(start.interfaceSeconds) })}
                      </span>
                    )}
                  </span>
                </li>
              );
            })}
          </ol>
          <p className={lab.quiet}>
            {say('lab.network.starts.measured', { n: starts.length, package: formatDuration(packageSeconds) })}
          </p>
        </>
      )}
    </section>
  );
}
