import { readdirSync, readFileSync } from 'node:fs';
import type { Position, Range } from 'vscode-languageserver-types';
import { type DraftView, viewDraft } from '../../server/src/language/draft-view.ts';
import type { TextFormat } from '../../server/src/report/report.ts';
import type { Locale } from '../../server/src/rules/rule.ts';
import { type DraftOptions, draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';

/** A draft as the language features are given it. */
export const viewOf = (text: string, format: TextFormat = 'text', locale: Locale = 'zh'): DraftView =>
  viewDraft(text, { format, locale, uri: 'file:///draft.txt' });

export function viewOfDraft(options: DraftOptions = {}, locale: Locale = 'zh'): DraftView {
  const { text, format } = draft(options);
  return viewOf(text, format, locale);
}

/** Where a text stands, or a place in it: `at(view, '收到▮23件')` is before the 2. */
export function at({ document }: DraftView, marked: string, from = 0): Position {
  const text = marked.replace('▮', '');
  const found = document.getText().indexOf(text, from);
  if (found < 0) throw new Error(`the draft has no ${text}`);
  return document.positionAt(found + Math.max(0, marked.indexOf('▮')));
}

export const textAt = ({ document }: DraftView, range: Range): string => document.getText(range);

/** Samples and drafts of every layout, both forms, correct and faulty. */
export function allViews(): { name: string; view: DraftView }[] {
  const folder = new URL('../../samples/', import.meta.url);
  const samples = readdirSync(folder)
    .filter((name) => /\.(txt|md)$/.test(name))
    .map((name) => ({
      name,
      view: viewOf(
        readFileSync(new URL(encodeURIComponent(name), folder), 'utf8'),
        name.endsWith('.md') ? 'markdown' : 'text',
      ),
    }));
  const drafts = LAYOUTS.flatMap((layout, seed) =>
    (['2021', '2019'] as const).map((form) => ({
      name: `${layout.name}, ${form}`,
      view: viewOfDraft({ layout, form, seed, cells: { 'requests/granted/natural': '99', 'requests/new/total': '' } }),
    })),
  );
  const odd = ['', '\n', '年报', '一、总体情况\n二、主动公开政府信息情况', '|||||\n\t\t\n三、本年度办理结果 | 1'].map(
    (text) => ({
      name: JSON.stringify(text),
      view: viewOf(text),
    }),
  );
  return [...samples, ...drafts, ...odd];
}

/** The range lies in the text and is not turned round. */
export function isInside({ document }: DraftView, { start, end }: Range): boolean {
  const lines = document.lineCount;
  const known = ({ line, character }: Position): boolean => {
    if (line < 0 || line >= lines || character < 0) return false;
    const at = document.positionAt(document.offsetAt({ line, character }));
    return at.line === line && at.character === character;
  };
  return known(start) && known(end) && document.offsetAt(start) <= document.offsetAt(end);
}

/** Positions all over a text. */
export function positionsIn({ document }: DraftView, count = 200): Position[] {
  const { length } = document.getText();
  return Array.from({ length: count }, (_, index) => document.positionAt(Math.floor((index * length) / count)));
}
