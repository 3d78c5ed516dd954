import type { Report } from '../../report/report.ts';
import { formatOf } from '../../report/source/index.ts';
import { type Span, span } from '../../text/span.ts';
import { type Bilingual, defineRule, failed, passed } from '../rule.ts';

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
    const runs = runsOf(report);
    const [first, ...others] = runs;
    if (!first) {
      yield passed('文首文末的网页文字');
      return;
    }
    const count = runs.reduce((sum, { lines }) => sum + lines.length, 0);
    const places = [...new Set(runs.map(({ place }) => place))];
    yield failed('文首文末的网页文字', {
      messageId: 'lines',
      span: first.range,
      data: {
        count,
        first: shorten(first.lines[0] ?? ''),
        place: places.map(({ zh }) => zh).join('和'),
        placeEn: places.map(({ en }) => en).join(' and '),
      },
      related: others.map(({ range, lines }) => ({
        span: range,
        message: {
          zh: `也是网页上的文字（“${shorten(lines[0] ?? '')}”等 ${lines.length} 行）`,
          en: `Also of the web page (“${shorten(lines[0] ?? '')}” …, ${lines.length} lines)`,
        },
      })),
      fixes: [
        {
          title: titleOf(runs, count),
          edits: runs.map(({ range }) => ({ span: wholeLines(report.text, range), newText: '' })),
          kind: 'suggestion',
          preferred: true,
        },
      ],
    });
  },
});

/** Lines of a page that stand together. */
interface Run {
  readonly range: Span;
  readonly lines: readonly string[];
  readonly place: Bilingual;
}

const HEAD: Bilingual = { zh: '文首', en: 'above the report' };
const INSIDE: Bilingual = { zh: '文中', en: 'inside the report' };
const TAIL: Bilingual = { zh: '文末', en: 'below the report' };

function runsOf(report: Report): Run[] {
  const { boilerplate, text, sections } = report;
  // Where lines are the draft's own, its text is what is seen.
  const { hasLines } = formatOf(report);
  const firstHeading = sections[0]?.heading.span.start ?? 0;
  const lastHeading = sections.at(-1)?.heading.span.start ?? 0;
  return boilerplate.flatMap((range) => {
    const lines = text
      .slice(range.start, range.end)
      .split(/[\r\n]+/)
      .map((line) => (hasLines ? line : visible(line)).trim())
      .filter((line) => line !== '');
    const place = range.end <= firstHeading ? HEAD : range.start < lastHeading ? INSIDE : TAIL;
    return lines.length > 0 ? [{ range, lines, place }] : []; // else tags alone
  });
}

/** What goes is said by its first and last line, or, where the report stands between, by their number. */
function titleOf(runs: readonly Run[], count: number): Bilingual {
  const lines = runs.flatMap((run) => run.lines);
  const first = shorten(lines[0] ?? '');
  const last = shorten(lines.at(-1) ?? '');
  if (count === 1) return { zh: `删除“${first}”这一行`, en: `Delete the line “${first}”` };
  if (runs.length === 1)
    return {
      zh: `删除“${first}”至“${last}”这 ${count} 行`,
      en: `Delete the ${count} lines from “${first}” to “${last}”`,
    };
  return {
    zh: `删除网页上的文字 ${count} 行（从“${first}”到“${last}”，报告内容不动）`,
    en: `Delete the ${count} lines of the web page (from “${first}” to “${last}”, without the report)`,
  };
}

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
