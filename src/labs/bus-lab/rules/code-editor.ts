/**
 * The field in which JSON is written: CodeMirror, loaded only once an instrument asks for it.
 *
 * It stands in a shadow root. There its styles are sheets of the root (`adoptedStyleSheets`); in the page itself they would
 * be a `<style>` element, which the content security policy of the site refuses. Tab is left alone, so that whoever works
 * with keys gets out as they came in.
 */
import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  startCompletion,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, redo, undo } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Completion, Fitting } from './completion.ts';

/** A stretch of the text that is wrong, in UTF-16 units, and why. */
export interface Mark {
  offset: number;
  length: number;
  message: string;
}

export interface CodeEditorOptions {
  host: HTMLElement;
  text: string;
  /** Name and description, for screen readers. */
  label: string;
  description: string;
  /** Hears of what is written here, and not of what `setText` puts there. */
  onText: (text: string) => void;
  /** What fits at a place of the text; null where nothing does. */
  fitting: (text: string, cursor: number) => Completion | null;
}

export interface CodeEditor {
  setText(text: string): void;
  setMarks(marks: readonly Mark[]): void;
  /** Puts the cursor at a place, and the focus on the field. */
  goTo(offset: number): void;
  undo(): void;
  redo(): void;
  /** Opens the list of what fits. */
  complete(): void;
  destroy(): void;
}

/** All colours are tokens of the page, which reach into the shadow root. */
const theme = EditorView.theme({
  '&': {
    border: '1px solid var(--border-strong)',
    borderRadius: 'var(--radius-s)',
    background: 'var(--surface)',
    color: 'var(--ink)',
    fontSize: 'var(--text-s)',
  },
  '&.cm-focused': { outline: 'var(--focus-width) solid var(--accent)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'var(--font-number)', lineHeight: '1.5', maxHeight: '22rem' },
  '.cm-content': { padding: 'var(--space-2) 0', caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': { border: 'none', background: 'var(--sunken)', color: 'var(--ink-quiet)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--accent-soft)',
  },
  '&.cm-focused .cm-matchingBracket': { background: 'var(--accent-soft)', outline: '1px solid var(--accent)' },
  '.cm-lintRange-error': {
    background: 'var(--failed-soft)',
    textDecoration: 'underline wavy var(--failed-line)',
    textUnderlineOffset: '3px',
  },
  '.cm-lintPoint-error:after': { borderBottomColor: 'var(--failed-line)' },
  '.cm-tooltip': {
    border: '1px solid var(--border-strong)',
    borderRadius: 'var(--radius-s)',
    background: 'var(--raised)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow-high)',
    zIndex: '50',
  },
  // As high as what is offered at once: what scrolled by itself would have to take the focus.
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { maxHeight: 'none', fontFamily: 'var(--font-number)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    minHeight: 'var(--target)',
    alignItems: 'center',
    padding: '0 var(--space-2)',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--accent-soft)', color: 'var(--ink)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: 'var(--weight-bold)' },
  '.cm-diagnostic': { padding: 'var(--space-2)', borderLeft: '3px solid var(--failed-line)' },
});

const highlight = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent-ink)', fontWeight: '600' },
  { tag: tags.string, color: 'var(--done-ink)' },
  { tag: tags.number, color: 'var(--idle-ink)' },
  { tag: [tags.bool, tags.null], color: 'var(--waiting-ink)' },
]);

/** Offered at once; arrows bring the others. Our choice: as many as a phone has room for. */
const MOST_OFFERED = 8;

const wordOfKind: Readonly<Record<Fitting['kind'], string>> = {
  field: 'property',
  operator: 'keyword',
  value: 'constant',
};

/** Marks a change that nobody has written: the page has put another text there. */
const wasPut = Annotation.define<boolean>();

export function createCodeEditor({ host, text, label, description, onText, fitting }: CodeEditorOptions): CodeEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const about = document.createElement('p');
  about.id = 'about';
  about.hidden = true;
  about.textContent = description;
  const place = document.createElement('div');
  root.replaceChildren(about, place);
  // The keys of the page would hear of what is typed here as of keys that nobody types.
  const keepKeys = (event: Event): void => event.stopPropagation();
  place.addEventListener('keydown', keepKeys);

  const view = new EditorView({
    root,
    parent: place,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        EditorView.lineWrapping,
        json(),
        syntaxHighlighting(highlight),
        autocompletion({
          override: [(context) => offered(context, fitting)],
          icons: false,
          maxRenderedOptions: MOST_OFFERED,
        }),
        EditorView.domEventHandlers({ beforeinput: replaceSelected }),
        // Neither Tab nor Shift and Tab: these lead out of the field.
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
        theme,
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-describedby': about.id,
          spellcheck: 'false',
          // It takes the focus in any case; this says so to whoever looks for what can.
          tabindex: '0',
        }),
        EditorView.updateListener.of((update) => {
          const isPut = update.transactions.some((each) => each.annotation(wasPut) === true);
          if (update.docChanged && !isPut) onText(update.state.doc.toString());
        }),
      ],
    }),
  });

  return {
    setText(next) {
      const { doc } = view.state;
      if (doc.toString() === next) return;
      view.dispatch({ changes: { from: 0, to: doc.length, insert: next }, annotations: wasPut.of(true) });
    },
    setMarks(marks) {
      const { length } = view.state.doc;
      const diagnostics = marks.map(({ offset, length: wide, message }) => {
        const from = Math.min(offset, length);
        return { from, to: Math.min(offset + wide, length), severity: 'error' as const, message };
      });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goTo(offset) {
      view.dispatch({ selection: { anchor: Math.min(offset, view.state.doc.length) }, scrollIntoView: true });
      view.focus();
    },
    undo() {
      undo(view);
    },
    redo() {
      redo(view);
    },
    complete() {
      view.focus();
      startCompletion(view);
    },
    destroy() {
      place.removeEventListener('keydown', keepKeys);
      view.destroy();
    },
  };
}

/**
 * Types over what is selected. Where the browser does it, it keeps the colour of what it takes away in a style of its own,
 * which the content security policy refuses, with an error in the console.
 */
function replaceSelected(event: InputEvent, view: EditorView): boolean {
  const { data, inputType } = event;
  if (data === null || inputType !== 'insertText' || view.composing || !event.cancelable) return false;
  // The editor hears of another selection only a moment later; the browser would type over it at once.
  const selected = selectedIn(view);
  if (selected !== null) view.dispatch({ selection: selected });
  const { from, to, empty } = view.state.selection.main;
  if (empty) return false;
  event.preventDefault();
  const insert = () => view.state.update(view.state.replaceSelection(data), { userEvent: 'input.type' });
  const isHandled = view.state.facet(EditorView.inputHandler).some((handler) => handler(view, from, to, data, insert));
  if (!isHandled) view.dispatch(insert());
  return true;
}

/** What is selected on the page, where that is not what the editor knows of; null where it is. */
function selectedIn(view: EditorView): { anchor: number; head: number } | null {
  // Some browsers tell of the selection in a shadow root only there, others only in the document.
  const root: DocumentOrShadowRoot & { getSelection?: () => Selection | null } = view.root;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = root.getSelection?.() ?? document.getSelection() ?? {};
  if (!anchorNode || !focusNode || !view.contentDOM.contains(anchorNode) || !view.contentDOM.contains(focusNode)) {
    return null;
  }
  const anchor = view.posAtDOM(anchorNode, anchorOffset);
  const head = view.posAtDOM(focusNode, focusOffset);
  const known = view.state.selection.main;
  return anchor === known.anchor && head === known.head ? null : { anchor, head };
}

function offered(context: CompletionContext, fitting: CodeEditorOptions['fitting']): CompletionResult | null {
  const found = fitting(context.state.doc.toString(), context.pos);
  if (found === null) return null;
  // Without a letter or a quote the list opens only when it is asked for.
  if (!context.explicit && found.from === context.pos) return null;
  return {
    from: found.from,
    filter: false,
    options: found.options.map(({ label, insert, kind }) => ({
      label,
      type: wordOfKind[kind],
      apply(view: EditorView, _: unknown, from: number, to: number) {
        const [before = '', after = ''] = insert.split('|');
        // The quote that was closed by itself is part of what is put in.
        const next = view.state.sliceDoc(to, to + 1);
        const end = insert.startsWith('"') && next === '"' ? to + 1 : to;
        view.dispatch({
          changes: { from, to: end, insert: before + after },
          selection: { anchor: from + before.length },
          userEvent: 'input.complete',
        });
      },
    })),
  };
}
