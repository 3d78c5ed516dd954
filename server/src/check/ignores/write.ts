import type { Report } from '../../report/report.ts';
import { formatOf } from '../../report/source/index.ts';
import type { RuleId } from '../../rules/rule.ts';
import { type Edit, type Span, span } from '../../text/span.ts';
import { blockAfter, blockAt } from './blocks.ts';

/** The reason on one line, without what could end the comment. */
const plain = (reason: string): string => reason.replace(/\s+/g, ' ').replace(/--+/g, '—').trim();

/**
 * The edit that ignores a finding by a comment above its paragraph, heading or table, on a line of its own where
 * possible. Undefined where the format has no comments, and for a finding outside all of these.
 */
export function ignoreCommentEdit(
  report: Report,
  finding: { readonly rule: RuleId; readonly span: Span },
  reason: string,
): Edit | undefined {
  const { text } = report;
  const block = formatOf(report).hasComments ? blockAt(report, finding.span.start) : undefined;
  if (!block) return undefined;
  const comment = `<!-- nianbao-ignore ${finding.rule}: ${plain(reason)} -->`;
  const line = Math.max(text.lastIndexOf('\n', block.start - 1), text.lastIndexOf('\r', block.start - 1)) + 1;
  // HTML may have everything on one line. The comment must not refer to what comes before.
  if (blockAfter(report, line)?.start !== block.start)
    return { span: span(block.start, block.start), newText: comment };
  const indent = /^[^\S\r\n]*/.exec(text.slice(line, block.start))?.[0] ?? '';
  return { span: span(line, line), newText: `${indent}${comment}${text.includes('\r\n') ? '\r\n' : '\n'}` };
}
