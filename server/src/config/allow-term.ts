import { type FormattingOptions, type JSONPath, modify, parseTree } from 'jsonc-parser';
import type { Edit } from '../text/span.ts';
import { withoutMark } from './config.ts';

/**
 * The edits that add a term to the text of a `.nianbao.json`, comments and layout kept.
 * @param reportPath the report's path relative to the file; undefined = for all reports.
 * @returns undefined when the file cannot be edited without damage: broken JSON, or something else in the place.
 */
export function allowTermEdits(source: string, term: string, reportPath?: string): Edit[] | undefined {
  const text = withoutMark(source);
  const errors: Parameters<typeof parseTree>[1] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 && text.trim() !== '') return undefined;
  if (tree && tree.type !== 'object') return undefined;
  const list: JSONPath = reportPath === undefined ? ['allowedTerms'] : ['reports', reportPath, 'allowedTerms'];
  try {
    const edits = modify(text, [...list, -1], term, { isArrayInsertion: true, formattingOptions: layoutOf(text) });
    return edits.map(({ offset, length, content }) => ({
      span: { start: offset, end: offset + length },
      newText: content,
    }));
  } catch {
    return undefined; // a number where the list belongs
  }
}

/** The text of a new file that allows one term. */
export function newConfigText(term: string, reportPath?: string): string {
  const lists = { allowedTerms: [term] };
  return `${JSON.stringify(reportPath === undefined ? lists : { reports: { [reportPath]: lists } }, null, 2)}\n`;
}

function layoutOf(text: string): FormattingOptions {
  const indent = /^[ \t]+(?=")/m.exec(text)?.[0];
  return {
    insertSpaces: !indent?.startsWith('\t'),
    tabSize: indent && !indent.startsWith('\t') ? indent.length : 2,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
