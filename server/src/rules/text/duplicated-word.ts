import { type Hit, hitsOf, search } from '../../facts/search/search.ts';
import type { Report } from '../../report/report.ts';
import { pairCost } from '../../text/near-miss/words.ts';
import { defineRule, failed, passed, type Severity } from '../rule.ts';
import { after, before, isQuoted, replaceBy } from '../support/wording.ts';

interface Duplicate {
  readonly hit: Hit;
  /** What is left after the fix. */
  readonly fixed: string;
  readonly severity: Severity;
}

/**
 * A character that is never written twice, with what it may be the end of (目的的, 参与与否) or the beginning of
 * (是是否, 为为民) when it rightly stands twice.
 */
const CHARACTERS: Readonly<Record<string, { readonly endOf: string; readonly startOf: string }>> = {
  的: { endOf: '目标有', startOf: '确' },
  性: { endOf: '', startOf: '质能格别情' },
  是: { endOf: '于', startOf: '否非' },
  和: { endOf: '祥温中饱缓共联柔谐总随平', startOf: '谐平睦解美好气' },
  在: { endOf: '存现正所内潜实外自', startOf: '线建职校岗册编场乎' },
  为: { endOf: '行作认成', startOf: '民期了企主政' },
  与: { endOf: '参授赋', startOf: '会否' },
  及: { endOf: '普涉顾波触以遍', startOf: '时其早' },
  对: { endOf: '针反核校', startOf: '接象比口策标照外应' },
  们: { endOf: '', startOf: '' },
  并: { endOf: '合兼吞火', startOf: '轨购发症网行' },
  了: { endOf: '', startOf: '解断却得结' },
  将: { endOf: '即必行健', startOf: '军来领士要近' },
  把: { endOf: '', startOf: '关握手门控脉' },
  被: { endOf: '棉植覆', startOf: '子动告褥' },
};
const DOUBLED_CHARACTER = search(/([的性是和在为与及对们并了将把被])\1(?!\1)/g);

/** A pair of characters twice in a row; whether it is a word is asked afterwards. */
const DOUBLED_PAIR = search(/([\u4e00-\u9fff]{2})\1/g);
/** 规范规范性文件, 管理管理人员: the second is the beginning of a compound, and a verb takes it for its object. */
const BEGINS_COMPOUND =
  /^(?:部(?!署)|[性化人员者厅局处科室率度型类商端力费源站区法学线证表书件案卷量物团]|机构|机关|对象|方式|制度|中心|单位|部门|系统|文件|条例|办法)/;
/** 一个一个, 逐项逐项, 研究研究: what grammar doubles itself, and verbs that speech doubles. */
const DOUBLED_BY_GRAMMAR =
  /^[一逐每层几半多]|^(?:规定|研究|讨论|商量|考虑|学习|了解|休息|打扫|清理|活动|调查|试验|体验|锻炼|准备|介绍|检查|交流|沟通|比较|非常|的确|哈哈|谢谢|慢慢|天天|常常|刚刚|仅仅|往往|渐渐)$/;

/** 建立双人|审核审核制度: a verb before has the system for its object, so that the first of the two is none. */
const SYSTEM = /^(?:制度|机制|办法|工作|系统|条例)/;
const GOVERNED = /(?:建立|健全|完善|落实|执行|实行|制定|推行|严格|坚持|实施|开展|做好|加强)[^，。；：]{0,10}$/;

/** Whether a pair that stands twice is a word, and one that no grammar doubles. */
function isDoubledWord(hit: Hit): boolean {
  const [word = ''] = hit.groups;
  const [first = '', second = ''] = word;
  if (first === second || pairCost(first, second) === undefined || DOUBLED_BY_GRAMMAR.test(word) || isQuoted(hit))
    return false;
  // 人民政府|政府信息, …本规|定规|定: cut otherwise, it is other words.
  const isCutOtherwise = pairCost(before(hit, 1), first) !== undefined;
  const isObject =
    BEGINS_COMPOUND.test(after(hit, 2)) && !(SYSTEM.test(after(hit, 2)) && GOVERNED.test(before(hit, 12)));
  return !isObject && !isCutOtherwise;
}

/** 反馈测评反馈: a verb said again after one other word, without a mark between. */
const ECHO = search(/(反馈|进行|开展|提升|提高|落实)(了?[\u4e00-\u9fff]{2})\1/g);

/** 按照工作的要求，以公开为常态的要求: one phrase with two heads. */
const DEMAND = search(/(按照|根据)([^。；，,]{2,20}的?)要求[，,]\s?(?=(?:以|坚持以|“)[^。；]{4,24}的要求)/g, {
  avoid: [],
});

function* duplicates(report: Report): Generator<Duplicate> {
  for (const hit of hitsOf(report, DOUBLED_CHARACTER)) {
    const { endOf, startOf } = CHARACTERS[hit.groups[0] ?? ''] ?? { endOf: '', startOf: '' };
    const previous = before(hit, 1);
    const next = after(hit, 1);
    if (previous !== '' && endOf.includes(previous)) continue;
    if (next !== '' && startOf.includes(next)) continue;
    yield { hit, fixed: hit.text.slice(1), severity: 'information' };
  }
  for (const hit of hitsOf(report, DOUBLED_PAIR)) {
    if (!isDoubledWord(hit)) continue;
    yield { hit, fixed: hit.groups[0] ?? '', severity: 'warning' };
  }
  for (const hit of hitsOf(report, ECHO)) {
    const [word = '', middle = ''] = hit.groups;
    if (middle.includes('和') || middle.includes('与')) continue;
    yield { hit, fixed: `${middle}${word}`, severity: 'hint' };
  }
  for (const hit of hitsOf(report, DEMAND)) {
    yield { hit, fixed: hit.groups[0] ?? '', severity: 'hint' };
  }
}

/** The same word typed twice, or two wordings of one phrase run together. */
export default defineRule({
  meta: {
    id: 'text/duplicated-word',
    title: { zh: '字词重复', en: 'A word said twice' },
    severity: 'information',
    basis: '部分地方的编制通知：重在聚焦主题、简明客观',
    fix: 'suggestion',
    messages: {
      twice: { zh: '“{text}”疑有重复的字词。', en: '“{text}” seems to say a word twice.' },
    },
  },
  *check(report) {
    let clean = true;
    for (const { hit, fixed, severity } of duplicates(report)) {
      clean = false;
      yield failed('重复的字词', {
        messageId: 'twice',
        span: hit.span,
        severity,
        data: { text: hit.text },
        fixes: [replaceBy(hit, fixed)],
      });
    }
    if (clean) yield passed('重复的字词');
  },
});
