import type { Report } from '../report/report.ts';
import { lineBreakOf } from '../rules/support/skeleton.ts';
import { type Edit, linesOf, type Span, sliceOf, span } from '../text/span.ts';

/**
 * The sections in the order of the form, each with all its text. Nothing is done where a section stands twice: which
 * of the two is meant cannot be told. What stands before the first section, the signature and a web page's leftover
 * stay where they are.
 */
export function organizeSections(report: Report): Edit[] {
  const { sections, text } = report;
  const numbers = sections.map(({ number }) => number);
  const sorted = [...sections].sort((a, b) => a.number - b.number);
  if (new Set(numbers).size !== numbers.length || sorted.every((section, index) => section === sections[index])) {
    return [];
  }
  const pieces = new Map(sections.map((section) => [section, pieceOf(report, section.span)]));
  const eol = lineBreakOf(text);
  return sections.flatMap((section, index) => {
    const [old, moved] = [pieces.get(section), pieces.get(sorted[index] ?? section)];
    if (!old || !moved || old === moved) return [];
    // A text may end without a line break; a section in its middle may not.
    const ending = /\s*$/.exec(sliceOf(text, old))?.[0] || (index < sections.length - 1 ? eol : '');
    return [{ span: old, newText: `${sliceOf(text, moved).trimEnd()}${ending}` }];
  });
}

/** A section without the signature, which closes the report and not the section that happens to be last. */
function pieceOf({ signature, text }: Report, whole: Span): Span {
  if (!signature || signature.span.start < whole.start || signature.span.start >= whole.end) return whole;
  const start = Math.min(signature.span.start, signature.name?.span.start ?? signature.span.start);
  return span(whole.start, linesOf(text, span(start, start)).start);
}
