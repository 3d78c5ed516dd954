import { type Found, type Hit, hitsOf, search } from '../../facts/search/search.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Prose, ProseContent, Report } from '../../report/report.ts';
import type { Edit, Span } from '../../text/span.ts';
import { defineRule, type Finding, failed, passed } from '../rule.ts';

const BRACKET = /^([（(]\s?[一二三四五六七八九十]{1,2}\s?[）)])(\s?[、.．，,])/;
const DIGIT = /^(\d{1,2}\s?)(、)/;
const FIRST_CHINESE = /^一、/;
const SECOND = /^[（(]\s?[一二三四五六七八九十]\s?[）)]/;
/** The others hold tables, whose rows are numbered too. */
const isNumbered = ({ section }: Prose): boolean => section === 1 || section === 5 || section === 6;

const HEADS = search(headOf);

type Message = 'bracket' | 'digit' | 'order';

/** The levels of an official document: 一、 then （一） then 1. then （1）, each with its own mark. One finding a kind. */
export default defineRule({
  meta: {
    id: 'numbering/level',
    title: { zh: '序号的层次或标点不合公文格式', en: 'A number’s level or mark is not that of official documents' },
    severity: 'information',
    basis: 'GB/T 9704—2012：层次序数依次为“一、”“（一）”“1.”“（1）”',
    fix: 'safe',
    messages: {
      bracket: {
        zh: '“{found}”的括号后不加标点（共 {count} 处）。',
        en: 'No mark follows a number in brackets: “{found}” ({count} in all).',
      },
      digit: {
        zh: '“{found}”应为“{expected}”，阿拉伯数字序号后用下脚点（共 {count} 处）。',
        en: 'Write “{expected}” instead of “{found}” ({count} in all).',
      },
      order: {
        zh: '“（一）”之下应使用“1.”，此处用了“{found}”。',
        en: 'Below （一） items are numbered 1., not “{found}”.',
      },
    },
  },
  *check(report) {
    const heads = hitsOf(report, HEADS).filter(({ paragraph }) => isNumbered(paragraph));
    const findings = [
      ...markFindings(heads, 'bracket', ''),
      ...markFindings(heads, 'digit', '.'),
      ...orderFindings(heads, report),
    ];
    for (const finding of findings) yield failed('层次序数的写法', finding);
    if (findings.length === 0) yield passed('层次序数的写法');
  },
});

interface HeadAt {
  readonly messageId: 'bracket' | 'digit';
  readonly number: string;
  readonly text: string;
}

/** How a paragraph's number is written. */
interface Head extends Found {
  /** A wrong mark after it. */
  readonly slip: HeadAt | undefined;
  readonly level: 'first' | 'second' | undefined;
}

function headOf({ text }: ProseContent): Head[] {
  const first = text.charCodeAt(0);
  // （ ( or 一, or a digit
  if (first !== 0xff08 && first !== 0x28 && first !== 0x4e00 && !(first >= 0x30 && first <= 0x39)) return [];
  const slip = slipAt('bracket', BRACKET, text) ?? slipAt('digit', DIGIT, text);
  const level = SECOND.test(text) ? 'second' : FIRST_CHINESE.test(text) ? 'first' : undefined;
  return slip || level ? [{ start: 0, end: slip?.text.length ?? 2, slip, level }] : [];
}

function slipAt(messageId: HeadAt['messageId'], pattern: RegExp, paragraph: string): HeadAt | undefined {
  const match = pattern.exec(paragraph);
  return match ? { messageId, text: match[0], number: match[1] ?? '' } : undefined;
}

type HeadHit = Hit<Head>;

/** A wrong mark after a number; all places are fixed together, because a list is written in one way. */
function markFindings(heads: readonly HeadHit[], messageId: HeadAt['messageId'], right: string): Finding<Message>[] {
  const places: { readonly span: Span; readonly number: string; readonly text: string; readonly edit: Edit }[] = [];
  for (const { paragraph, slip } of heads) {
    if (slip?.messageId !== messageId) continue;
    const { text, number } = slip;
    places.push({
      span: spanIn(paragraph, 0, text.length),
      text,
      number: number.trim(),
      edit: { span: spanIn(paragraph, number.length, text.length), newText: right },
    });
  }
  const [first] = places;
  if (!first) return [];
  const expected = `${first.number}${right}`;
  return [
    {
      messageId,
      span: first.span,
      data: { found: first.text, expected, count: places.length },
      fixes: [
        {
          title: {
            zh: `将“${first.text}”改为“${expected}”${places.length > 1 ? `等，共 ${places.length} 处` : ''}`,
            en: `Change “${first.text}” to “${expected}”${places.length > 1 ? ` and ${places.length - 1} more` : ''}`,
          },
          edits: places.map(({ edit }) => edit),
          kind: 'safe',
          preferred: true,
        },
      ],
    },
  ];
}

/** 一、 at the head of a paragraph below （一）. A higher number may be a section's heading that was not recognised. */
function orderFindings(heads: readonly HeadHit[], { prose }: Report): Finding<Message>[] {
  let above: HeadHit | undefined;
  for (const head of heads) {
    const { level } = head;
    if (level === 'second') above = head;
    if (level !== 'first' || !above) continue;
    const { section } = head.paragraph;
    if (
      prose
        .slice(above.paragraph.index, head.paragraph.index)
        .every((each) => !isNumbered(each) || each.section === section)
    ) {
      return [{ messageId: 'order', span: spanIn(head.paragraph, 0, 2), data: { found: '一、' } }];
    }
    above = undefined;
  }
  return [];
}
