import { type Hit, hitsOf, type Search, search } from '../../facts/search/search.ts';
import type { Report } from '../../report/report.ts';
import { MEASURES } from '../../text/measures.ts';
import { sliceOf, span } from '../../text/span.ts';
import { defineRule, type Finding, failed, passed } from '../rule.ts';
import { TO_FILL_IN } from '../support/skeleton.ts';
import { UNFILLED } from '../support/unfilled.ts';
import { after, before, isQuoted, sentenceOf } from '../support/wording.ts';

type Message = 'number' | 'mark' | 'blank' | 'brackets' | 'letter' | 'note' | 'open';

interface Placeholder {
  readonly messageId: Message;
  readonly pattern: Search;
}

/** What is counted, with the measure word right behind it and the clause's end behind that: a word of its own ends so in 文件. */
const COUNTED =
  '信息|主动公开|申请|培训|会议|意见|建议|提案|留言|答复|办结|活动|解读|报道|问题|舆情|公告|材料|诉讼|复议|发布|处罚|许可|账号|推文|视频';
const COUNTLESS = new RegExp(
  `(?:共|累计|全年|收到|受理|新收|发布|召开|组织|举办|开展|办理|制发|公开)[\\u4e00-\\u9fff]{0,10}?(?:${COUNTED})(?:条|件|次|期|篇|场|个|份|人次)(?<!依申请公开件|的申请件)(?=[，。；、,;]|$)`,
  'g',
);

const AVOID = ['url', 'email', 'phone'] as const;

/**
 * What a template leaves for its user to fill in. Several crosses beside a surname mask an applicant (王××), beside
 * digits an identity number; those are no places to fill.
 */
const PLACEHOLDERS: readonly Placeholder[] = [
  {
    messageId: 'mark',
    pattern: search(/(?<![A-Za-z0-9ＸｘXx×*])(?:[XxＸｘ]{2,6}|×{2,6})(?![A-Za-z0-9])/g, {
      avoid: AVOID,
    }),
  },
  { messageId: 'mark', pattern: search(/[_＿]{2,40}|某某(?!人)/g, { avoid: AVOID }) },
  {
    messageId: 'mark',
    pattern: search(/(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])/g, { avoid: AVOID }),
  },
  {
    messageId: 'brackets',
    pattern: search(/[（(]\s{0,8}[）)]|【\s{0,8}】/g, {
      avoid: AVOID,
    }),
  },
  {
    messageId: 'blank',
    pattern: search(new RegExp(UNFILLED, 'g'), {
      avoid: AVOID,
    }),
  },
  {
    messageId: 'letter',
    pattern: search(new RegExp(`(?<![A-Za-z0-9])[NnＮXxＸ]\\s?(?=[${MEASURES}年月日])`, 'g'), {
      avoid: AVOID,
    }),
  },
  // 〔2024〕 号, 0000-0000000
  { messageId: 'number', pattern: search(/[〔［【][\s\d]{0,6}[〕］】]\s{0,6}号/g, { avoid: [] }) },
  { messageId: 'mark', pattern: search(/(?<!\d)0{3,4}[-－—]0{6,8}(?!\d)/g, { avoid: [] }) },
  {
    messageId: 'mark',
    pattern: search(new RegExp(`(?:[*＊●○□△◆]{1,6}|…{1,2}|[?？]{2,4})(?=[${MEASURES}])`, 'g'), { avoid: AVOID }),
  },
  // 信息待补充条, 培训待填次
  {
    messageId: 'mark',
    pattern: search(
      /待(?:填写?|补充?|核实?|统计|确认|定)\s?(?:条|件|次|期|篇|场|个|份|人次|万元|元)(?<![待][办报].)(?![\u4e00-\u9fff])/g,
      { avoid: AVOID },
    ),
  },
  // 共主动公开条, 现行有效的规范性文件。: the noun is there and its number is not.
  { messageId: 'number', pattern: search(COUNTLESS, { avoid: AVOID }) },
  {
    messageId: 'number',
    pattern: search(
      /现行有效的?(?:行政)?规范性文件(?<=(?:^|[，,。；;]|共有?|现有)现行有效的?(?:行政)?规范性文件)(?=[。；;]|$)/g,
    ),
  },
  {
    messageId: 'note',
    pattern: search(
      /[（([](?:(?:单位|机关|部门|发布机关)(?:名称|全称|简称)|姓名|联系人姓名|具体数字)[）)\]]|[【[][^【】[\]]{0,4}(?:填写|填入|插入|补充|待定|数量|金额)[^【】[\]]{0,6}[】\]]|[（(](?:根据|按照?|结合|视)(?:实际|本单位|本机关|具体)[^（）()]{0,16}(?:填写|修改|补充|删减|调整)[）)]/g,
      { avoid: AVOID },
    ),
  },
  {
    messageId: 'note',
    pattern: search(
      /[（(【[](?:待|请|此处)(?:填|补|输入|写|核实|确认)[^（）()【】]{0,20}[）)】\]]|[（(【[][^（）()【】]{0,8}待(?:核实?|填写?|补充?|确认|统计|定)[）)】\]]|【(?:[^【】]{0,8}(?:名称|年份|数字|姓名|日期))】/g,
      { avoid: AVOID },
    ),
  },
];

const MASKED_PERSON = /(?:申请人|原告|上诉人|第三人|当事人|群众|居民|村民|市民)[：:]?[\u4e00-\u9fff]?$/;

const REDACTION = /脱敏|隐去|隐名|匿名|化名|代替|替代|遮[盖挡蔽]|屏蔽|去标识|个人隐私|个人信息/;

/** “李某某”, and “××街道××小区” where a sentence tells how addresses are masked. */
function isExample(hit: Hit): boolean {
  if (!isQuoted(hit)) return false;
  return (/“[\u4e00-\u9fff]$/.test(before(hit, 2)) && after(hit, 1) === '”') || REDACTION.test(sentenceOf(hit));
}

/** “N件事”, [填写说明]: what is quoted or has a link behind it is a name. */
const isName = (hit: Hit, messageId: Message): boolean =>
  (messageId === 'letter' && (isQuoted(hit) || /^件事/.test(after(hit, 2)))) ||
  (messageId === 'note' && /^\[/.test(hit.text) && after(hit, 1) === '(');

/** A place of the template that was never filled in. */
export default defineRule({
  meta: {
    id: 'text/placeholder',
    title: { zh: '留有未填写的占位内容', en: 'A place that was never filled in' },
    severity: 'warning',
    basis: '国办公开办函〔2021〕30号：年度报告内容不能遗漏',
    fix: 'none',
    messages: {
      number: { zh: '“{text}”中的数字没有填写。', en: 'The number in “{text}” was never filled in.' },
      mark: { zh: '“{text}”是未填写的占位符。', en: '“{text}” is a placeholder that was never filled in.' },
      blank: { zh: '“{text}”前面的数字没有填写。', en: 'The number before “{text}” was never filled in.' },
      brackets: { zh: '括号内没有内容。', en: 'The brackets are empty.' },
      letter: { zh: '“{text}”应填写具体数字。', en: '“{text}” stands where a number should.' },
      note: { zh: '“{text}”是待填写的提示，应写明内容后删除。', en: '“{text}” is a note to the author.' },
      open: {
        zh: '正文还有 {count} 处“{text}”，这是第一处。',
        en: '{count} places of the text are still to be filled in ({text}); this is the first.',
      },
    },
  },
  *check(report) {
    let clean = true;
    // Of a draft in the making the author knows: all that is said to be open is one finding.
    const open: Hit[] = [];
    for (const { messageId, pattern } of PLACEHOLDERS) {
      for (const hit of hitsOf(report, pattern)) {
        const lead = before(hit, 8);
        if (isName(hit, messageId)) continue;
        if (messageId === 'mark' && (MASKED_PERSON.test(lead) || /[\dXx*]$/.test(lead) || isExample(hit))) continue;
        // 第X条, 1.3X: a letter that belongs to a code.
        if (messageId === 'letter' && /[\d.\-+第]$/.test(lead)) continue;
        clean = false;
        if (messageId === 'note' && hit.text === TO_FILL_IN) open.push(hit);
        else yield failed('占位内容', { messageId, span: hit.span, data: { text: hit.text.trim() } });
      }
    }
    const [first, ...others] = open;
    if (first) yield failed('占位内容', sayOpen(first, others));
    const inTitle = placeholderInTitle(report);
    if (inTitle) {
      clean = false;
      yield failed('占位内容', inTitle);
    }
    if (clean) yield passed('占位内容');
  },
});

function sayOpen(first: Hit, others: readonly Hit[]): Finding<Message> {
  const { span, text } = first;
  if (others.length === 0) return { messageId: 'note', span, data: { text } };
  return {
    messageId: 'open',
    span,
    data: { text, count: others.length + 1 },
    related: others.map((other) => ({ span: other.span, message: { zh: '也待填写', en: 'to be filled in too' } })),
  };
}

function placeholderInTitle(report: Report) {
  const { title } = report;
  if (!title) return undefined;
  const raw = sliceOf(report.text, title.span);
  const match = /[XxＸｘ×]{2,6}|[_＿]{2,40}|某某/.exec(raw);
  if (!match) return undefined;
  const start = title.span.start + match.index;
  return {
    messageId: 'mark' as const,
    span: span(start, start + match[0].length),
    data: { text: match[0] },
  };
}
