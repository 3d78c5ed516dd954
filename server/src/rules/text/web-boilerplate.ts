import { formatOf } from '../../report/source/index.ts';
import { type Span, span } from '../../text/span.ts';
import { defineRule, failed, passed } from '../rule.ts';

const LONGEST_QUOTE = 20;

/** Navigation, counters and buttons that came along when the report was copied from a web page. */
export default defineRule({
  meta: {
    id: 'text/web-boilerplate',
    title: { zh: '混入网页导航等文字', en: 'Text of the web page around the report' },
    severity: 'warning',
    basis: '国办公开办函〔2021〕30号：年度报告内容严格按照《条例》第五十条的规定确定，不宜泛化',
    fix: 'suggestion',
    messages: {
      lines: {
        zh: '{place}混入网页上的文字 {count} 行（“{first}”等），不是报告内容。',
        en: '{count} lines of the web page (“{first}” …) stand {placeEn} and are no part of the report.',
      },
    },
  },
  *check(report) {
    const { boilerplate, title, sections } = report;
    // Where lines are the draft's own, its text is what is seen.
    const { hasLines } = formatOf(report);
    const firstHeading = sections[0]?.heading.span.start ?? 0;
    for (const range of boilerplate) {
      const { text } = report;
      const lines = text
        .slice(range.start, range.end)
        .split(/[\r\n]+/)
        .map((line) => (hasLines ? line : visible(line)).trim())
        .filter((line) => line !== '');
      if (lines.length === 0) continue; // tags alone
      const first = shorten(lines[0] ?? '');
      const last = shorten(lines.at(-1) ?? '');
      const head = range.start < (title?.span.end ?? firstHeading) || range.end <= firstHeading;
      const count = lines.length;
      yield failed('文首文末的网页文字', {
        messageId: 'lines',
        span: range,
        data: { count, first, place: head ? '文首' : '文末', placeEn: head ? 'above the report' : 'below the report' },
        fixes: [
          {
            title: {
              zh: count === 1 ? `删除“${first}”这一行` : `删除“${first}”至“${last}”这 ${count} 行`,
              en: count === 1 ? `Delete the line “${first}”` : `Delete the ${count} lines from “${first}” to “${last}”`,
            },
            edits: [{ span: wholeLines(text, range), newText: '' }],
            kind: 'suggestion',
            preferred: true,
          },
        ],
      });
    }
    if (boilerplate.length === 0) yield passed('文首文末的网页文字');
  },
});

const ENTITIES: Readonly<Record<string, string>> = { gt: '>', lt: '<', amp: '&', nbsp: ' ', quot: '"' };

/** What of a line of the source a reader of the page sees. */
const visible = (line: string): string =>
  line
    .replace(/<[^<>]*>|^[^<>]*>|<[^<>]*$/g, '')
    .replace(/&([a-z]{2,4});/g, (entity, name: string) => ENTITIES[name] ?? entity);

const shorten = (line: string): string => (line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line);

/** With the line break behind; at the end of the text, with the one before. */
function wholeLines(text: string, { start, end }: Span): Span {
  let from = start;
  while (isBlank(text.charAt(from - 1))) from--;
  let to = end;
  while (isBlank(text.charAt(to))) to++;
  const behind = breakLength(text.slice(to, to + 2));
  // Something else stands in the line.
  if (behind === 0 && to < text.length) to = end;
  to += behind;
  if (to < text.length || isBreak(text.charAt(to - 1))) return span(from, to);
  return span(from - breakLength(text.slice(Math.max(0, from - 2), from), true), to);
}

const isBreak = (char: string): boolean => char === '\r' || char === '\n';
const isBlank = (char: string): boolean => !isBreak(char) && /\s/.test(char);

/** How long the line break is that two characters begin, or end, with. */
function breakLength(two: string, atEnd = false): number {
  if (two === '\r\n') return 2;
  return isBreak(two.charAt(atEnd ? two.length - 1 : 0)) ? 1 : 0;
}
