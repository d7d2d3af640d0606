/** What this page is, and its keys. */
import { Dialog } from '../ui/Dialog.tsx';
import { type Say, useText } from '../ui/use-text.ts';
import styles from './HelpDialog.module.css';
import { shortcuts } from './shortcuts.ts';

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const say = useText();
  return (
    <Dialog title={say('help.title')} onClose={onClose}>
      <div className={styles.words}>
        <p>{say('help.1')}</p>
        <p>{say('help.2')}</p>
        <p>{say('help.3')}</p>
        <p>{say('help.4')}</p>
        <p>{say('help.lab')}</p>
        <p>{say('help.5')}</p>
      </div>
      <table className={styles.keys}>
        <caption>{say('help.keys')}</caption>
        <thead className="for-readers">
          <tr>
            <th scope="col">{say('help.key')}</th>
            <th scope="col">{say('help.does')}</th>
          </tr>
        </thead>
        <tbody>
          {[...keysByWords(say)].map(([does, keys]) => (
            <tr key={does}>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

/** What keys do, each with all keys that do it, in the order of the list. */
function keysByWords(say: Say): Map<string, string[]> {
  const byWords = new Map<string, string[]>();
  for (const { does, shown } of shortcuts) {
    const words = does(say);
    byWords.set(words, [...(byWords.get(words) ?? []), shown]);
  }
  return byWords;
}
