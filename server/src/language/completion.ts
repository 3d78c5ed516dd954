import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Position } from 'vscode-languageserver-types';
import { type FormRow, headingOf, type SectionNumber } from '../forms/index.ts';
import { sectionIn } from '../report/find.ts';
import type { Report, Table } from '../report/report.ts';
import { layoutById } from '../report/tables/layouts/index.ts';
import type { Bilingual } from '../rules/rule.ts';
import { besideTable, lineBreakOf, skeletonRow, skeletonSection, skeletonTable } from '../rules/support/skeleton.ts';
import { tableLinesSpan } from '../rules/support/table-lines.ts';
import { fold } from '../text/fold.ts';
import { SENTENCE_END } from '../text/sentences.ts';
import { linesOf, type Span, span } from '../text/span.ts';
import type { DraftView } from './draft-view.ts';
import { aspectsOf } from './outline.ts';
import { type Phrase, phrasesFor } from './phrases.ts';
import { sectionAt, tablesOf } from './places.ts';
import { toRange } from './ranges.ts';
import { type Piece, plainText, snippetText } from './snippet.ts';

interface Proposal {
  readonly title: Bilingual;
  readonly kind: CompletionItemKind;
  readonly pieces: readonly Piece[];
  /** What it takes the place of, when that is more than the words before the cursor. */
  readonly over?: Span;
}

/** Longer than this, what stands before the cursor is the author's own sentence. */
const LONGEST_FRAGMENT = 14;
const LONGEST_LABEL = 36;

/** Of one character typed nobody can say what is meant. */
const SHORTEST_TYPED = 2;

/**
 * Headings, aspects, yearly sentences and rows, where a line or a sentence begins.
 * @param asked did the author ask for the list? While somebody types, a list that opens by itself takes the next Enter
 *   and writes a sentence that nobody wanted: then only what goes on exactly as typed is offered.
 */
export function completions(view: DraftView, position: Position, snippets: boolean, asked: boolean): CompletionItem[] {
  const { document, report, locale } = view;
  const offset = document.offsetAt(position);
  const at = fragmentAt(report, offset);
  if (at.fragment.length > LONGEST_FRAGMENT) return [];
  if (!asked && at.fragment.trim().length < SHORTEST_TYPED) return [];
  const fits = asked ? begins : goesOn;
  return proposals(report, at, offset)
    .filter(({ pieces }) => fits(plainText(pieces), at.fragment))
    .map(({ title, kind, pieces, over }, index) => {
      const text = plainText(pieces);
      const first = text.split(/[\r\n]/).find((line) => line.trim() !== '') ?? text;
      return {
        label: first.length > LONGEST_LABEL ? `${first.slice(0, LONGEST_LABEL)}…` : first,
        kind,
        detail: title[locale],
        ...(first !== text || first.length > LONGEST_LABEL ? { documentation: text } : {}),
        filterText: text,
        sortText: String(index).padStart(3, '0'),
        insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        textEdit: {
          range: toRange(document, over ?? span(at.start, offset)),
          newText: snippets ? snippetText(pieces) : text,
        },
      };
    });
}

interface Fragment {
  /** Where the words before the cursor begin. */
  readonly start: number;
  readonly fragment: string;
  /** Nothing but blanks and `#` before them in the line. */
  readonly atLineStart: boolean;
  readonly lineStart: number;
}

const SENTENCE_BEFORE = new RegExp(`[${SENTENCE_END}]["”’）)]?\\s*`, 'g');

function fragmentAt({ text }: Report, offset: number): Fragment {
  const lineStart = linesOf(text, span(offset, offset)).start;
  const line = text.slice(lineStart, offset);
  const marks = /^[#>*\s\u3000]*/.exec(line)?.[0].length ?? 0;
  const cell = Math.max(line.lastIndexOf('|'), line.lastIndexOf('\t')) + 1;
  const sentence = [...line.matchAll(SENTENCE_BEFORE)].at(-1);
  const from = Math.max(marks, cell, sentence ? sentence.index + sentence[0].length : 0);
  const blanks = /^\s*/.exec(line.slice(from))?.[0].length ?? 0;
  const start = lineStart + from + blanks;
  return {
    start,
    fragment: text.slice(start, offset),
    atLineStart: line.slice(0, from).trim().replace(/^#+$/, '') === '',
    lineStart,
  };
}

/** Whether the typed characters are a subsequence of the proposal. The editor narrows the list in the same way. */
function begins(text: string, fragment: string): boolean {
  const [whole, typed] = [fold(text), fold(fragment)];
  if (whole === typed) return false;
  let at = -1;
  for (const char of typed) {
    at = whole.indexOf(char, at + 1);
    if (at < 0) return false;
  }
  return true;
}

const goesOn = (text: string, fragment: string): boolean => {
  const [whole, typed] = [fold(text), fold(fragment)];
  return whole !== typed && whole.startsWith(typed);
};

function proposals(report: Report, at: Fragment, offset: number): Proposal[] {
  const table = tablesOf(report).find((each) => {
    const { start, end } = tableLinesSpan(report, each);
    return start <= offset && offset <= end;
  });
  if (table) return rows(report, table, at);
  const section = sectionAt(report, offset)?.number ?? 0;
  return [
    ...(at.atLineStart ? [...aspects(report, section), ...missingTable(report, section)] : []),
    ...phrases(report, section, at, offset),
    ...(at.atLineStart ? headings(report, at) : []),
  ];
}

/** Nothing that the section says already; first what belongs to the aspect at the cursor. */
function phrases(report: Report, number: SectionNumber | 0, at: Fragment, offset: number): Proposal[] {
  const own = report.prose
    .filter(({ section }) => section === number)
    // What is being typed is not said yet.
    .map(({ span: { start, end }, text }) => (start <= offset && offset <= end ? text.replace(at.fragment, '') : text));
  const section = number === 0 ? undefined : sectionIn(report, number);
  const aspect = section && aspectsOf(report, section).findLast(({ span: { start } }) => start <= offset)?.name;
  const isApt = (phrase: Phrase): boolean => phrase.aspect !== undefined && aspect?.includes(phrase.aspect) === true;
  return phrasesFor(report, number)
    .filter(({ said }) => !own.some((text) => said.test(text)))
    .sort((a, b) => Number(isApt(b)) - Number(isApt(a)))
    .map(({ title, pieces }) => ({ title, pieces, kind: CompletionItemKind.Snippet }));
}

/** Sections that are not there yet, with and without what they are begun with. */
function headings(report: Report, { lineStart, start }: Fragment): Proposal[] {
  const eol = lineBreakOf(report.text);
  const marked = report.text.slice(lineStart, start).includes('#');
  return report.form.sections
    .filter(({ number }) => !sectionIn(report, number))
    .flatMap((section): Proposal[] => {
      const [head = headingOf(section), ...rest] = skeletonSection(report, section.number);
      const heading = marked ? headingOf(section) : head;
      const kind = CompletionItemKind.Module;
      return [
        { title: { zh: '部分的标题', en: 'Heading of a section' }, kind, pieces: [heading] },
        {
          title: section.table
            ? { zh: '标题和法定表格，数字为 0', en: 'Heading and table of zeros' }
            : { zh: '标题和待填写的内容', en: 'Heading and what is to be filled in' },
          kind,
          pieces: [[heading, ...rest].join(eol)],
        },
      ];
    });
}

const ASPECTS: Partial<Record<SectionNumber | 0, readonly string[]>> = {
  1: ['（一）主动公开', '（二）依申请公开', '（三）政府信息管理', '（四）政府信息公开平台建设', '（五）监督保障'],
  5: ['（一）存在的主要问题', '（二）改进情况'],
};

function aspects(report: Report, number: SectionNumber | 0): Proposal[] {
  const section = number === 0 ? undefined : sectionIn(report, number);
  const known = section ? aspectsOf(report, section).map(({ name }) => fold(name).replace(/^\(.\)/, '')) : [];
  return (ASPECTS[number] ?? [])
    .filter((aspect) => !known.some((name) => name.startsWith(fold(aspect).replace(/^\(.\)/, ''))))
    .map((aspect) => ({
      title:
        number === 1 ? { zh: '总体情况的一个方面', en: 'An aspect of the overview' } : { zh: '小标题', en: 'Item' },
      kind: CompletionItemKind.Struct,
      pieces: [`${aspect}。`],
    }));
}

/** The statutory table of a section that has none yet. */
function missingTable(report: Report, number: SectionNumber | 0): Proposal[] {
  const id = report.form.sections.find((section) => section.number === number)?.table;
  if (!id || report.tables[id]) return [];
  const lines = besideTable(report, skeletonTable(report, report.form.tables[id]));
  return [
    {
      title: { zh: '法定表格，数字为 0', en: 'Statutory table of zeros' },
      kind: CompletionItemKind.Snippet,
      pieces: [lines.join(lineBreakOf(report.text))],
    },
  ];
}

/** A lost row with zeros where a line begins; elsewhere the labels that go on as typed. */
function rows(report: Report, table: Table, at: Fragment): Proposal[] {
  const all = table.form.blocks.flatMap((block) => block.rows).filter(({ label }) => label !== '');
  const lost = at.atLineStart ? table.missingRows.filter(({ label }) => label !== '') : [];
  const layout = layoutById(table.layout);
  const eol = lineBreakOf(report.text);
  const typed = fold(at.fragment);
  const goesOn = ({ label }: FormRow): boolean =>
    typed !== '' && fold(label).startsWith(typed) && fold(label) !== typed;
  return [
    ...lost.map((row) => ({
      title: { zh: '缺少的行，数字为 0', en: 'Missing row with zeros' },
      kind: CompletionItemKind.Struct,
      pieces: [skeletonRow(layout, table.form, row).join(eol).trimEnd()],
      over: span(at.lineStart, at.start + at.fragment.length),
    })),
    ...all.filter(goesOn).map(({ label }) => ({
      title: { zh: '表格项目', en: 'Row label' },
      kind: CompletionItemKind.Field,
      pieces: [label],
    })),
  ];
}
