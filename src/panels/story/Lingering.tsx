/** Says what is not as the stage comes, because a scene has set it, and puts it back. */
import { Undo2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { StageId } from '../../stages/catalogue.ts';
import { useSession, useSessionState } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import { linesOf, settingsIn } from '../knobs/setting-lines.ts';
import styles from './Lingering.module.css';
import { lingeringIn, withoutLingering } from './scene.ts';

export function Lingering({ stage }: { stage: StageId }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const scenario = useSessionState((state) => state.scenarios[stage]);
  const lines = useMemo(() => {
    const left = lingeringIn(scenario);
    const saying = { say, vocabulary };
    const settings = settingsIn(scenario, saying, (component, parameter) =>
      left.some((each) => each.component === component && each.parameter === parameter),
    );
    return linesOf(settings, saying);
  }, [scenario, say, vocabulary]);
  const [isBack, setIsBack] = useState(false);
  const done = useRef<HTMLParagraphElement>(null);
  const isLeft = lines.length > 0;
  useEffect(() => {
    if (isLeft) setIsBack(false);
  }, [isLeft]);
  // The button is gone that had the focus.
  useEffect(() => {
    if (isBack) done.current?.focus();
  }, [isBack]);
  const putBack = (): void => {
    session.rearrange(withoutLingering);
    setIsBack(true);
  };
  return (
    <div role="status" className={styles.lingering}>
      {isLeft && (
        <>
          <p>{say('story.lingers', { what: lines.join(' ') })}</p>
          <Button icon={<Undo2 />} onClick={putBack}>
            {say('story.lingers.back')}
          </Button>
        </>
      )}
      {!isLeft && isBack && (
        <p ref={done} tabIndex={-1}>
          {say('story.lingers.done')}
        </p>
      )}
    </div>
  );
}
