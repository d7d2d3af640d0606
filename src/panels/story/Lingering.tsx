/** Says what is not as the stage comes, because a scene has set it, and puts it back. */
import { Undo2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { StageId } from '../../stages/catalogue.ts';
import { useSession, useSessionState } from '../../stores/session-context.tsx';
import { textOf, type Vocabulary } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { type Say, useText, useVocabulary } from '../../ui/use-text.ts';
import { settingWords } from '../knobs/value-words.ts';
import { nameOf } from '../names.ts';
import styles from './Lingering.module.css';
import { type Lingering as Left, lingeringIn, withoutLingering } from './scene.ts';

export function Lingering({ stage }: { stage: StageId }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const scenario = useSessionState((state) => state.scenarios[stage]);
  const left = useMemo(() => lingeringIn(scenario), [scenario]);
  const [isBack, setIsBack] = useState(false);
  const done = useRef<HTMLParagraphElement>(null);
  const isLeft = left.length > 0;
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
          <p>{say('story.lingers', { what: left.map((each) => wordsOf(each, say, vocabulary)).join('; ') })}</p>
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

function wordsOf(left: Left, say: Say, vocabulary: Vocabulary): string {
  const { component, kind, parameter, value } = left;
  const name = `${nameOf(vocabulary, component)}, ${textOf(vocabulary, `parameter.${kind}.${parameter}`)}`;
  const words = settingWords(left, value, say, vocabulary);
  return words === null ? name : `${name}: ${words}`;
}
