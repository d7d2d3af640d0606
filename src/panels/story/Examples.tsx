/** Runs that are ready to be watched. */
import { walkThrough } from '../../scenario/walk-through.ts';
import { isOnBench, storyOf } from '../../stages/catalogue.ts';
import { useSession } from '../../stores/session-context.tsx';
import { useText } from '../../ui/use-text.ts';
import { useStagesOnScreen } from '../use-stages.ts';
import styles from './Examples.module.css';

export function Examples() {
  const say = useText();
  const session = useSession();
  const shown = useStagesOnScreen();
  const isBench = shown.length > 0 && shown.every(isOnBench);
  return (
    <ul className={styles.list}>
      {shown.some((stage) => storyOf(stage) === storyOf(walkThrough.stage)) && (
        <li>
          <Example
            name={say('example.walk')}
            what={say('example.walk.what')}
            open={() => {
              session.open(walkThrough);
              session.play();
            }}
          />
        </li>
      )}
      <li>
        <Example
          name={say(isBench ? 'example.bench' : 'example.story')}
          what={say(isBench ? 'example.bench.what' : 'example.story.what')}
          open={() => {
            session.reset();
            session.play();
          }}
        />
      </li>
    </ul>
  );
}

function Example({ name, what, open }: { name: string; what: string; open: () => void }) {
  return (
    <button type="button" className={styles.example} onClick={open}>
      <strong>{name}</strong>
      <span>{what}</span>
    </button>
  );
}
