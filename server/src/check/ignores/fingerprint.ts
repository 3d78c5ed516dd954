import type { Report, Table } from '../../report/report.ts';
import { formatOf } from '../../report/source/index.ts';
import type { RuleId } from '../../rules/rule.ts';
import { fold } from '../../text/fold.ts';
import { lineEndNear, lineStartNear } from '../../text/line.ts';
import { type Span, sliceOf } from '../../text/span.ts';
import { hash } from './hash.ts';
import { sentenceNames } from './sentence.ts';

/** What a fingerprint is made from. */
export interface Reported {
  readonly rule: RuleId;
  readonly span: Span;
  /** See Finding. */
  readonly missing?: string | undefined;
}

/**
 * A short name for each finding, independent of positions. It is made from the rule, the statutory cell or the
 * sentence, the text reported, and the ordinal among equal ones. Edits elsewhere, line ends, blanks, widths and wraps
 * do not change it. A new number or sentence does, so that an old reason never covers a new fault.
 * @param problems in the order of the text.
 */
export function fingerprints(report: Report, problems: readonly Reported[]): string[] {
  const sentenceAt = sentenceNames(report);
  const equals = new Map<string, number>();
  return problems.map(({ rule, span, missing = '' }) => {
    const key = [rule, placeAt(report, span, sentenceAt), shown(report, sliceOf(report.text, span)), missing].join(
      '\n',
    );
    const ordinal = equals.get(key) ?? 0;
    equals.set(key, ordinal + 1);
    return hash(`${key}\n${ordinal}`);
  });
}

/** The text reported, folded and without a source's tags: another way to print the same words is no other finding. */
const shown = (report: Report, raw: string): string =>
  fold(formatOf(report).hasTags ? raw.replace(/<[a-z/][^<>]{0,400}>/gi, '') : raw);

const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Where a finding stands in the report, in words that edits elsewhere do not change. */
function placeAt(report: Report, span: Span, sentenceAt: (span: Span) => string | undefined): string {
  const table = Object.values(report.tables).find((each) => contains(each.span, span));
  return (table && placeIn(table, span)) ?? sentenceAt(span) ?? table?.id ?? shown(report, lineAt(report.text, span));
}

function placeIn(table: Table, span: Span): string | undefined {
  for (const row of table.rows) {
    const cell = row.cells.find((each) => contains(each.span, span));
    if (cell) return cell.id;
    const group = row.groups.find((label) => contains(label.span, span));
    if (group) return `${table.id}/${group.expected}`;
    if (contains(row.span, span) || (row.label && contains(row.label.span, span))) return `${table.id}/${row.row.key}`;
  }
  const head = table.heads.find((label) => contains(label.span, span));
  return head && `${table.id}/${head.expected}`;
}

const lineAt = (text: string, { start }: Span): string =>
  text.slice(lineStartNear(text, start), lineEndNear(text, start));
