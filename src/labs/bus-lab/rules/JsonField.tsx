/** A field for JSON. Until the editor is there, and wherever it cannot be loaded, it is a plain field that does the same. */
import { type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { useText } from '../../../ui/use-text.ts';
import type { CodeEditor, CodeEditorOptions, Mark } from './code-editor.ts';
import styles from './Rules.module.css';

/** What its owner can do with it. */
export interface JsonFieldHandle {
  goTo(offset: number): void;
  undo(): void;
  redo(): void;
  complete(): void;
}

export interface JsonFieldProps {
  label: string;
  text: string;
  marks: readonly Mark[];
  onText: (text: string) => void;
  fitting: CodeEditorOptions['fitting'];
  ref?: Ref<JsonFieldHandle>;
}

export function JsonField({ label, text, marks, onText, fitting, ref }: JsonFieldProps) {
  const say = useText();
  const id = useId();
  const host = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLTextAreaElement>(null);
  const [editor, setEditor] = useState<CodeEditor | null>(null);
  const description = say('lab.bus-rules.editor.keys');
  // What it is given at the time at which it is loaded.
  const given = useRef({ text, onText, fitting });
  useEffect(() => {
    given.current = { text, onText, fitting };
  });

  useEffect(() => {
    let isGone = false;
    let made: CodeEditor | undefined;
    import('./code-editor.ts').then(
      ({ createCodeEditor }) => {
        if (isGone || !host.current) return;
        made = createCodeEditor({
          host: host.current,
          text: given.current.text,
          label,
          description,
          onText: (next) => given.current.onText(next),
          fitting: (all, cursor) => given.current.fitting(all, cursor),
        });
        setEditor(made);
      },
      // The plain field does without it.
      () => undefined,
    );
    return () => {
      isGone = true;
      made?.destroy();
      setEditor(null);
    };
  }, [label, description]);

  useEffect(() => editor?.setText(text), [editor, text]);
  useEffect(() => editor?.setMarks(marks), [editor, marks]);

  useImperativeHandle(
    ref,
    () => ({
      goTo(offset) {
        if (editor) editor.goTo(offset);
        else {
          plain.current?.focus();
          plain.current?.setSelectionRange(offset, offset);
        }
      },
      undo: () => editor?.undo(),
      redo: () => editor?.redo(),
      complete: () => editor?.complete(),
    }),
    [editor],
  );

  return (
    <>
      <div ref={host} className={styles.editor} hidden={editor === null} />
      {editor === null && (
        <>
          <textarea
            ref={plain}
            className={styles.plain}
            aria-label={label}
            aria-describedby={id}
            spellCheck={false}
            rows={10}
            value={text}
            onChange={(event) => onText(event.currentTarget.value)}
          />
          <p id={id} className="for-readers">
            {say('lab.bus-rules.editor.loading')}
          </p>
        </>
      )}
    </>
  );
}
