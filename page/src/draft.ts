import { defaultKeymap, history, historyKeymap, redo, undo } from '@codemirror/commands';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import type { Edit, Span } from '../../server/src/text/span.ts';
import { EDITOR_PHRASES, type Words } from './words.ts';

export interface DraftOptions {
  readonly parent: HTMLElement;
  readonly changed: () => void;
  readonly moved: (offset: number) => void;
}

/** The draft: a text area with underlined places, undo, and a menu of fixes at each finding. */
export class Draft {
  readonly #view: EditorView;
  readonly #words = new Compartment();

  constructor({ parent, changed, moved }: DraftOptions) {
    this.#view = new EditorView({
      parent,
      extensions: [
        lineNumbers(),
        history(),
        lintGutter(),
        EditorView.lineWrapping,
        keymap.of([...lintKeymap, ...historyKeymap, ...defaultKeymap]),
        this.#words.of([]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed();
          else if (update.selectionSet) moved(update.state.selection.main.head);
        }),
      ],
    });
  }

  speak(words: Words, locale: 'zh' | 'en'): void {
    const said = [
      placeholder(words.hint),
      EditorView.contentAttributes.of({ 'aria-label': words.draft, spellcheck: 'false', tabindex: '0', lang: 'zh-CN' }),
      ...(locale === 'zh' ? [EditorState.phrases.of({ ...EDITOR_PHRASES })] : []),
    ];
    this.#view.dispatch({ effects: this.#words.reconfigure(said) });
  }

  /** Line ends are \n here, whatever the file has. */
  get text(): string {
    return this.#view.state.doc.toString();
  }

  set text(insert: string) {
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert }, selection: { anchor: 0 } });
  }

  /** One step of the history. */
  apply(edits: readonly Edit[]): void {
    const changes = edits.map(({ span, newText }) => ({ from: span.start, to: span.end, insert: newText }));
    this.#view.dispatch({ changes, userEvent: 'input' });
  }

  show(diagnostics: readonly Diagnostic[]): void {
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  reveal({ start, end }: Span, focus: boolean): void {
    this.#view.dispatch({
      selection: { anchor: start, head: end },
      effects: EditorView.scrollIntoView(start, { y: 'center' }),
    });
    if (focus) this.#view.focus();
  }

  undo(): void {
    undo(this.#view);
  }

  redo(): void {
    redo(this.#view);
  }
}
