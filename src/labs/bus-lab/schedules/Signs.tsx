/** What the signs of a schedule mean, each with an example that is written into the editor. */
import { Fold } from '../../../ui/Fold.tsx';
import { useText } from '../../../ui/use-text.ts';
import styles from './Signs.module.css';

const signs = [
  { id: 'star', sign: '*', example: 'cron(* * ? * * *)' },
  { id: 'comma', sign: ',', example: 'cron(0,30 * ? * * *)' },
  { id: 'dash', sign: '-', example: 'cron(0 9-17 ? * MON-FRI *)' },
  { id: 'slash', sign: '/', example: 'cron(0/5 * ? * * *)' },
  { id: 'question', sign: '?', example: 'cron(0 18 ? * MON-FRI *)' },
  { id: 'last', sign: 'L', example: 'cron(0 18 L * ? *)' },
  { id: 'last-of-week', sign: '6L', example: 'cron(0 18 ? * 6L *)' },
  { id: 'weekday', sign: 'W', example: 'cron(0 9 15W * ? *)' },
  { id: 'nth', sign: '#', example: 'cron(0 9 ? * 6#3 *)' },
  { id: 'rate', sign: 'rate', example: 'rate(12 hours)' },
  { id: 'wrong', sign: '✕', example: 'rate(1 minutes)' },
  { id: 'both', sign: '✕', example: 'cron(0 18 * * MON-FRI *)' },
  { id: 'seconds', sign: '✕', example: 'rate(30 seconds)' },
  { id: 'at', sign: '✕', example: 'at(2030-01-31T18:00:00)' },
] as const;

export function Signs({ onTry }: { onTry: (expression: string) => void }) {
  const say = useText();
  return (
    <Fold title={say('lab.schedules.signs')}>
      <table className={styles.signs}>
        <thead className="for-readers">
          <tr>
            <th scope="col">{say('lab.schedules.sign')}</th>
            <th scope="col">{say('lab.schedules.sign.meaning')}</th>
            <th scope="col">{say('lab.schedules.sign.try')}</th>
          </tr>
        </thead>
        <tbody>
          {signs.map(({ id, sign, example }) => (
            <tr key={id}>
              <td className="number">{sign}</td>
              <td>{say(`lab.schedules.sign.${id}`)}</td>
              <td>
                <button type="button" className={`number ${styles.example}`} onClick={() => onTry(example)}>
                  {example}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Fold>
  );
}
