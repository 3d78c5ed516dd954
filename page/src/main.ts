/** The page to try it on: paste or drop a draft, see what is wrong, mend it. No network, no storage. */
import type { ToEditor } from '../../client/src/webview/messages.ts';
import { today } from '../../server/src/language/report-page.ts';
import { cellsEntered, fixChosen, tableFilled } from '../../server/src/language/view-edits.ts';
import type { ViewEdit } from '../../server/src/lsp/protocol.ts';
import type { Locale } from '../../server/src/rules/rule.ts';
import type { Edit } from '../../server/src/text/span.ts';
import { allFixes, bodyOf, type Checked, type DraftFacts, PageChecker, pageOf, statusOf } from './check.ts';
import { Draft } from './draft.ts';
import { diagnosticsOf } from './findings.ts';
import { type Taken, take } from './intake.ts';
import { print, save } from './save.ts';
import { ViewFrame } from './view-frame.ts';
import { reviewed } from './word-review.ts';
import { WORDS, type Words } from './words.ts';

/** Put in by the build. */
declare const EXAMPLE: string;
declare const VERSION: string;
declare const VIEW_PAGE: string;

/** What is typed is checked when the keys pause; a long text a little later. */
const PAUSE = 250;
const LONG_PAUSE = 1000;
const LONG_TEXT = 300_000;

class Page {
  readonly #checker = new PageChecker();
  readonly #draft: Draft;
  readonly #view: ViewFrame;
  #locale: Locale = location.hash === '#en' ? 'en' : 'zh';
  #taken: Taken | undefined;
  #checked: Checked | undefined;
  /** Counts the checks: the view's places belong to one of them. */
  #version = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSaved = true;

  constructor() {
    this.#draft = new Draft({
      parent: byId('draft'),
      changed: () => this.#changed(),
      moved: (offset) => this.#view.post({ type: 'cursor', offset }),
    });
    this.#view = new ViewFrame(byId<HTMLIFrameElement>('view'), VIEW_PAGE, (message) => this.#received(message));
    this.#speak();
    this.#listen();
  }

  get #words(): Words {
    return WORDS[this.#locale];
  }

  get #facts(): DraftFacts {
    const { format, name } = this.#taken ?? {};
    return { format, fileName: name, locale: this.#locale };
  }

  #listen(): void {
    const actions: Readonly<Record<string, () => void>> = {
      open: () => byId<HTMLInputElement>('file').click(),
      example: () => this.#load({ name: this.#words.exampleName, text: EXAMPLE, format: 'text' }),
      'fix-all': () => this.#fixAll(),
      'save-text': () => this.#saveText(),
      'save-reviewed': () => this.#saveReviewed(),
      print: () => this.#checked && print(this.#page(this.#checked)),
      'save-page': () => this.#checked && save(this.#pageName(), this.#page(this.#checked), 'text/html'),
      language: () => this.#turn(),
    };
    for (const [id, act] of Object.entries(actions)) byId(id).addEventListener('click', act);
    byId<HTMLInputElement>('file').addEventListener('change', ({ target }) => {
      const input = target as HTMLInputElement;
      void this.#take(input.files?.[0]);
      input.value = '';
    });
    document.addEventListener('dragover', (event) => event.preventDefault());
    // Before the text area, which would take the file's bytes for text.
    document.addEventListener('drop', (event) => this.#dropped(event), { capture: true });
    window.addEventListener('beforeunload', (event) => {
      if (!this.#isSaved) event.preventDefault();
    });
  }

  #dropped(event: DragEvent): void {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#take(file);
  }

  async #take(file: File | undefined): Promise<void> {
    if (!file) return;
    const taken = await take(file).catch(() => undefined);
    if (!taken) this.#say(this.#words.unread);
    else if ('said' in taken) this.#say(taken.said[this.#locale]);
    else if ('reason' in taken) this.#say(this.#words[taken.reason === 'too-large' ? 'tooLarge' : taken.reason]);
    else this.#load(taken);
  }

  #load(taken: Taken): void {
    const text = taken.text.replace(/\r\n?/g, '\n');
    this.#taken = { ...taken, text };
    this.#draft.text = text;
    this.#isSaved = true;
    this.#check();
  }

  #changed(): void {
    this.#isSaved = this.#draft.text === '';
    clearTimeout(this.#timer);
    this.#view.post({ type: 'state', state: 'checking' });
    const pause = this.#draft.text.length > LONG_TEXT ? LONG_PAUSE : PAUSE;
    this.#timer = setTimeout(() => this.#check(), pause);
  }

  #check(): void {
    clearTimeout(this.#timer);
    const { text } = this.#draft;
    this.#checked = this.#checker.check(text, this.#facts);
    this.#version++;
    this.#draft.show(this.#checked ? diagnosticsOf(this.#checked, this.#facts, (edits) => this.#edit(edits)) : []);
    this.#draw();
  }

  #draw(): void {
    const { text } = this.#draft;
    const checked = this.#checked;
    const idle = text.trim() === '' ? this.#words.empty : this.#words.notReport;
    this.#say(checked ? statusOf(checked, this.#locale) : idle);
    this.#view.post({ type: 'update', version: this.#version, body: checked ? bodyOf(checked, this.#locale) : '' });
    this.#view.post({ type: 'state', state: 'checked' });
    for (const id of ['print', 'save-page']) byId<HTMLButtonElement>(id).disabled = !checked;
    byId<HTMLButtonElement>('save-text').disabled = text === '';
    const fix = byId<HTMLButtonElement>('fix-all');
    fix.disabled = !checked || checked.safe === 0;
    fix.textContent = this.#words.fixAll(checked?.safe ?? 0);
    this.#drawWord(text);
  }

  #drawWord(text: string): void {
    const { word, text: original } = this.#taken ?? {};
    const note = word && (text === original ? this.#words.wordNote : this.#words.wordChanged);
    byId('save-reviewed').hidden = !word;
    byId('note').textContent = note ?? '';
  }

  #edit(edits: readonly Edit[]): void {
    this.#draft.apply(edits);
    this.#check();
  }

  #fixAll(): void {
    if (!this.#checked) return;
    const edits = allFixes(this.#checked, this.#facts);
    this.#edit(edits);
    this.#say(`${this.#words.fixed(edits.length)} ${byId('status').textContent}`);
  }

  #received(message: ToEditor): void {
    if (message.type === 'ready') this.#draw();
    else if (message.type === 'undo') this.#draft.undo();
    else if (message.type === 'redo') this.#draft.redo();
    else if (message.type === 'edit') this.#entered(message.number, message.edit);
    else if (message.type === 'reveal' && message.version === this.#version) this.#draft.reveal(message, message.focus);
  }

  /** What was typed meanwhile is read first, so that nothing of it is written over. */
  #entered(number: number, edit: ViewEdit): void {
    this.#check();
    const answer = this.#answer(edit);
    if ('edits' in answer) this.#edit(answer.edits);
    const refused = 'refused' in answer && answer.refused ? this.#words.refused[answer.refused] : undefined;
    const cell = 'cell' in answer ? answer.cell : undefined;
    this.#view.post({ type: 'answer', number, ...(refused && { refused }), ...(cell && { cell }) });
  }

  #answer(edit: ViewEdit): ReturnType<typeof cellsEntered> | { readonly refused: 'gone' } {
    if (!this.#checked) return { refused: 'gone' };
    const { report, result } = this.#checked;
    if ('cells' in edit) return cellsEntered(report, edit.cells);
    const edits =
      'fill' in edit
        ? tableFilled(report, edit.table, edit.fill, this.#locale)
        : fixChosen(result, edit.fingerprint, edit.fix);
    return edits ? { edits } : { refused: 'gone' };
  }

  #saveText(): void {
    const name = this.#taken?.name.replace(/\.docx$/i, '.txt') ?? this.#words.draftName;
    save(name, this.#draft.text, 'text/plain;charset=utf-8');
    this.#isSaved = true;
  }

  #saveReviewed(): void {
    if (!this.#taken?.word) return;
    const { bytes, comments, changes } = reviewed(this.#taken.word, this.#facts);
    save(this.#taken.name.replace(/\.docx$/i, '-批注.docx'), bytes, 'application/octet-stream');
    this.#say(this.#words.reviewed(comments, changes));
  }

  #page(checked: Checked): string {
    return pageOf(checked, this.#facts, today(), VERSION);
  }

  #pageName(): string {
    return `${(this.#taken?.name ?? this.#words.draftName).replace(/\.[^.]*$/, '')}-检查.html`;
  }

  #turn(): void {
    this.#locale = this.#locale === 'zh' ? 'en' : 'zh';
    history.replaceState(null, '', this.#locale === 'en' ? '#en' : '#');
    this.#speak();
    this.#check();
  }

  #speak(): void {
    const words = this.#words;
    document.documentElement.lang = this.#locale === 'zh' ? 'zh-CN' : 'en';
    document.title = words.title;
    for (const element of document.querySelectorAll<HTMLElement>('[data-says]')) {
      const said = words[element.dataset.says as keyof Words];
      if (typeof said === 'string') element.textContent = said;
    }
    byId('view').title = words.result;
    this.#draft.speak(words, this.#locale);
  }

  #say(text: string): void {
    byId('status').textContent = text;
  }
}

function byId<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no ${id}`);
  return element as Kind;
}

new Page();
