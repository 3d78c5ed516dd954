import { isMasked, masksIn } from '../../report/prose/masks.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Prose, Report } from '../../report/report.ts';
import { isShortFor, similarity } from '../../text/similar.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type Fix, failed, notChecked, passed } from '../rule.ts';

const SUBJECT = '机关全称前后一致';
const SUFFIX = /(?:委员会|办公室|局|厅|委|办|院|中心)$/;
/** 蒙城县 | 工业和信息化局: the place before the body's own name; another level's body has another place. */
const PLACE = /^(?:[\u4e00-\u9fff]{1,7}?(?:自治区|自治州|自治县|地区|省|市|州|盟|县|旗|区))+/;
const SHORTEST_NAME = 6;
const SAME_LETTERS = 0.85;
const NATIONAL = /国家$|中央$|全国$/;
const LEVEL = /[省市州盟县区旗]$/;
/** What may stand before 县住建局 without being a part of its county's name. */
const BEFORE_LEVEL = /(?:^|[^\u4e00-\u9fff]|[由与和向经在到对将被及同会我本全各该为以是请按])$/;

/** 委会同, 委会议: the last character begins the next word, so that 发展和改革委 stands here and no 委会. */
const BEGINS_NEXT_WORD = /^会[同议商签审谈见]/;
/** The joining words that official short forms leave out: 住房城乡建设局, 文化广电旅游局. */
const JOINING = /[和与]/g;

interface Variant {
  readonly name: string;
  readonly span: Span;
}

/** Two spellings of the body's full name: 工业和信息化科技局 and 工业信息化和科技局. Which is right cannot be told. */
export default defineRule({
  meta: {
    id: 'consistency/agency-name',
    title: { zh: '机关名称前后不一致', en: 'The body’s name is written in two ways' },
    severity: 'warning',
    basis: '国办公开办函〔2021〕30号（四）：内容不准确、不完整的要追究责任',
    fix: 'suggestion',
    messages: {
      differs: {
        zh: '机关名称有两种写法：标题为“{title}”，此处为“{found}”，请核对。',
        en: 'The name stands in two ways: “{title}” in the title, “{found}” here.',
      },
    },
  },
  *check(report) {
    const issuer = report.title?.issuer;
    const core = issuer?.replace(PLACE, '');
    if (!issuer || !report.title || !core) {
      yield notChecked(SUBJECT, 'issuer-unknown');
      return;
    }
    // 教育局 has too few characters for another order of them to be the same name.
    if (core.length < SHORTEST_NAME || !SUFFIX.test(core)) return;
    const variants = report.prose.flatMap((paragraph) => variantsIn(paragraph, core, issuer));
    const [first] = variants;
    if (!first) {
      yield passed(SUBJECT);
      return;
    }
    yield failed(SUBJECT, {
      messageId: 'differs',
      span: first.span,
      data: { title: core, found: first.name },
      related: [
        { span: report.title.span, message: { zh: `标题中的“${core}”`, en: `“${core}” in the title` } },
        ...variants
          .slice(1)
          .map(({ span, name }) => ({ span, message: { zh: `另一处“${name}”`, en: `“${name}” again` } })),
      ],
      fixes: choices(report, core, first.name, variants),
    });
  },
});

/** Names of the same length class that are made of the same characters in another order, or differ in one or two. */
function variantsIn(paragraph: Prose, core: string, issuer: string): Variant[] {
  const suffix = core.charAt(core.length - 1);
  const first = core.charCodeAt(0);
  const { text } = paragraph;
  const variants: Variant[] = [];
  for (let at = text.indexOf(suffix); at >= 0; at = text.indexOf(suffix, at + 1)) {
    const end = at + 1;
    if (text.endsWith(core, end) || BEGINS_NEXT_WORD.test(text.slice(at, at + 2))) continue;
    for (const length of [core.length, core.length - 1, core.length + 1]) {
      const start = end - length;
      if (text.charCodeAt(start) !== first) continue;
      const name = text.slice(Math.max(0, start), end);
      if (start < 0 || !isVariant(name, core) || isMasked(masksIn(paragraph.content), start, end)) continue;
      if (isOfOtherPlace(text.slice(Math.max(0, start - 4), start), issuer.slice(0, -core.length))) continue;
      variants.push({ name, span: spanIn(paragraph, start, end) });
      break;
    }
  }
  return variants;
}

/** 云岭市 before the name, or 市 alone, in the report of 云岭市青溪县: the same office of another level or place. */
function isOfOtherPlace(before: string, own: string): boolean {
  if (NATIONAL.test(before)) return true;
  if (!LEVEL.test(before)) return false;
  if (own === '' || before.slice(-1) !== own.slice(-1)) return own !== '';
  const name = own.slice(-3, -1);
  return !before.slice(0, -1).endsWith(name) && !BEFORE_LEVEL.test(before.slice(0, -1));
}

function isVariant(name: string, core: string): boolean {
  // 住房和城乡建设局局长: the name itself and the beginning of what follows.
  if (!/^[\u4e00-\u9fff]+$/.test(name) || name.includes(core)) return false;
  if (placeWithin(name) !== placeWithin(core)) return false;
  if (leavesOutJoining(name, core) || leavesOutJoining(core, name)) return false;
  const reordered = [...name].sort().join('') === [...core].sort().join('');
  return reordered || (core.length >= 8 && similarity(name, core) >= SAME_LETTERS);
}

/** Whether one is the other without some 和 or 与. With the word in another place it is another name. */
const leavesOutJoining = (short: string, long: string): boolean =>
  short.length < long.length && short.replace(JOINING, '') === long.replace(JOINING, '') && isShortFor(short, long);

/** Every place at once, either way. The title counts as a place too. */
function choices(report: Report, core: string, found: string, variants: readonly Variant[]): Fix[] {
  const { text } = report;
  const places: Span[] = [];
  for (let at = text.indexOf(core); at >= 0; at = text.indexOf(core, at + core.length)) {
    places.push({ start: at, end: at + core.length });
  }
  return [
    {
      title: { zh: `全文统一为“${core}”`, en: `Write “${core}” throughout` },
      edits: variants.filter(({ name }) => name === found).map(({ span }) => ({ span, newText: core })),
      kind: 'suggestion',
    },
    {
      title: { zh: `全文统一为“${found}”`, en: `Write “${found}” throughout` },
      edits: places.map((span) => ({ span, newText: found })),
      kind: 'suggestion',
    },
  ];
}

/** 青溪县 in 国家税务总局青溪县税务局. */
const placeWithin = (name: string): string => /总局([\u4e00-\u9fff]{2,5}[省市州盟县区旗])/.exec(name)?.[1] ?? '';
