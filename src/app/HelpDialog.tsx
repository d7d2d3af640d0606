/** What this page is, and its keys. */
import { Dialog } from '../ui/Dialog.tsx';
import { useText } from '../ui/use-text.ts';
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
          {shortcuts.map((shortcut) => (
            <tr key={shortcut.shown}>
              <td>
                <kbd>{shortcut.shown}</kbd>
              </td>
              <td>{shortcut.does(say)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
