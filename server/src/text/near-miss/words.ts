import { lazily } from '../lazily.ts';
import { countWhile } from '../ordered.ts';
import { LONG_WORDS, PAIRS, RARE_PAIRS } from './words.generated.ts';

/** Characters that are words by themselves in office prose: particles, conjunctions, prepositions, adverbs, numerals, measure words. */
const PARTICLES =
  '的地得了着过和与及或并且而在是有为以对等由于将把被向从至到后前中内外上下各本我全该此每按经可应需须则者之其所不未无没已均都也还又再更最很较仍即就才只共总约近达超多少大小新旧高低好年月日时第次个件条份篇期场人项家种类部位名处级号起元万亿千百十一二三四五六七八九零两余几某另给让使因如若虽但非要能会请同原';
/** Characters that stand alone often enough: kinds of bodies and places, what is made of a noun. */
const HALVES =
  '省市州县区旗镇乡村街局委办厅院署科站所室党政府性化率度量值式型法权力员长书表册卷单版网页群端屏台栏库图文报课班组队点线面层段章节款目源价费税金额案词句字码制考证';

/** Words younger than the counts of the list. */
const YOUNG =
  '线上 线下 惠企 助企 纾困 适老 网办 掌办 联办 通办 容缺 年报 图解 微信 抖音 微博 视频 直播 短信 网民 舆情 政民 政企 疫情 防控 双减 碳达 碳中 数智 赋能 提质 增效 落细 落地 见效 专班 台账 云端 上云 扫码 亮码 党建 援企 稳岗 民生 惠民 惠农 便企 利企 亲清 信创 研判 会商 督办 督导 督查 销号 清零 归集 归档 归口 考录 考评 检定 离任 用房 联席 建档 立卡 整编 联审 联签 审签 审读 审定 审发 审稿 公布 预审 预警 共治 共享 共建 审校 校对 复核 终审 初审 初核 复审 回看 回访 评查 巡查 抽检 公示 函询 函告 签批 交办 转办 督促 帮办 代办 导办 陪办 催办 办件 收件 来件 办结 审结 结转 结案 立案 信访 网信 网评 上架 下架 下线 改版 迁移 弹窗 浮窗 飘窗 置顶 跳转 链接 断链 错链 死链 外链 内链 栏目 子栏 专栏 专区 专题 图文 图表 长图 海报 动漫 漫画 音频 微视 短剧 访谈 问答 评议 测评 考核 绩效 集采 站网 股室 轮训 股长 科长 镇街 街镇 村居 村组 户用 查核 用信 网课 转来 决定 延吉 加格';

/** What it costs to take a stretch for a word, the likelier the less. */
export const COSTS = { common: 5, usual: 7, rare: 9, long: 6, particle: 4, half: 6, other: 9 } as const;
const TIERS = [COSTS.common, COSTS.usual, COSTS.rare];

interface Words {
  /** For each tier, sorted: a character, then those that make a word with it. */
  readonly pairs: readonly (readonly string[])[];
  readonly young: ReadonlySet<string>;
  readonly long: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly halves: ReadonlySet<string>;
}

const words = lazily(
  (): Words => ({
    pairs: PAIRS.map((tier) => tier.split(/\s/)),
    young: new Set(YOUNG.split(' ')),
    long: new Set(LONG_WORDS.split(/\s/)),
    particles: new Set(PARTICLES),
    halves: new Set(HALVES),
  }),
);

/** What is known of pairs that were asked for: a report has few of them, and has them often. */
const askedPairs = new Map<number, number>();
const MOST_ASKED = 30_000;
/** Keys of Chinese characters counted from here are small numbers, which a map finds fast. */
const FIRST_HAN = 0x4e00;
const NO_WORD = 0;

/** Of two characters; undefined for what is no word. */
export function pairCost(first: string, second: string): number | undefined {
  const key = (first.charCodeAt(0) - FIRST_HAN) * 0x10000 + second.charCodeAt(0);
  let cost = askedPairs.get(key);
  if (cost === undefined) {
    if (askedPairs.size >= MOST_ASKED) askedPairs.clear();
    cost = lookUp(first, second);
    askedPairs.set(key, cost);
  }
  return cost === NO_WORD ? undefined : cost;
}

function lookUp(first: string, second: string): number {
  const { pairs, young } = words();
  const tier = pairs.findIndex((groups) => {
    const group = groups[countWhile(groups.length, (at) => (groups[at] ?? '') < first)];
    return second !== '' && group?.startsWith(first) && group.includes(second, 1);
  });
  return TIERS[tier] ?? (young.has(first + second) ? COSTS.usual : NO_WORD);
}

/** Words so seldom that they are of no help in reading, and right for all that. */
export const rarePairs = lazily(
  (): ReadonlySet<string> =>
    new Set(RARE_PAIRS.split(/\s/).flatMap((group) => [...group.slice(1)].map((second) => group.charAt(0) + second))),
);

export const isLongWord = (text: string): boolean => words().long.has(text);

export function singleCost(character: string): number {
  const { particles, halves } = words();
  if (particles.has(character)) return COSTS.particle;
  return halves.has(character) ? COSTS.half : COSTS.other;
}
