import type { Prose, Report } from '../../report/report.ts';
import type { Edit, Span } from '../../text/span.ts';
import { defineRule, type Finding, failed, passed } from '../rule.ts';

const BRACKET = /^([（(]\s?[一二三四五六七八九十]{1,2}\s?[）)])(\s?[、.．，,])/;
const DIGIT = /^(\d{1,2}\s?)(、)/;
const FIRST_CHINESE = /^一、/;

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
    const findings = [
      ...markFindings(report, 'bracket', BRACKET, ''),
      ...markFindings(report, 'digit', DIGIT, '.'),
      ...orderFindings(report),
    ];
    for (const finding of findings) yield failed('层次序数的写法', finding);
    if (findings.length === 0) yield passed('层次序数的写法');
  },
});

const proseOf = ({ prose }: Report): Prose[] => prose.filter(({ section }) => [1, 5, 6].includes(section));

/** A wrong mark after a number; all places are mended together, because a list is written in one way. */
function markFindings(report: Report, messageId: Message, pattern: RegExp, right: string): Finding<Message>[] {
  const places: { readonly span: Span; readonly number: string; readonly text: string; readonly edit: Edit }[] = [];
  for (const paragraph of proseOf(report)) {
    const match = pattern.exec(paragraph.text);
    const [text = '', number = ''] = match ?? [];
    if (text === '') continue;
    places.push({
      span: paragraph.spanOf(0, text.length),
      text,
      number: number.trim(),
      edit: { span: paragraph.spanOf(number.length, text.length), newText: right },
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
function orderFindings(report: Report): Finding<Message>[] {
  let section: number | undefined;
  let below = false;
  for (const paragraph of proseOf(report)) {
    if (paragraph.section !== section) below = false;
    section = paragraph.section;
    if (/^[（(]\s?[一二三四五六七八九十]\s?[）)]/.test(paragraph.text)) below = true;
    else if (below && FIRST_CHINESE.test(paragraph.text)) {
      return [{ messageId: 'order', span: paragraph.spanOf(0, 2), data: { found: '一、' } }];
    }
  }
  return [];
}
