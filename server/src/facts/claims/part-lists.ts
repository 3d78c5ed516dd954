import { paragraphFact } from '../../report/fact.ts';
import { isFullStop } from '../../text/sentences.ts';
import { type Features, featuresOf } from './features.ts';
import type { Folded } from './folded.ts';
import { walkOf } from './frames.ts';
import type { Quantity } from './quantities.ts';
import { kindOf } from './reading.ts';
import type { Step } from './steps.ts';

/** A number in a list, in offsets of its paragraph. */
export interface Part {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** Numbers that one sentence makes the parts of another. */
export interface PartList {
  readonly unit: string;
  readonly total: Part;
  readonly parts: readonly Part[];
  /** The total stands behind its parts: 合计 84 条. */
  readonly isBehind: boolean;
  /** What the parts may make up instead: 建议 12 件、提案 9 件，其中…. */
  readonly others: readonly number[];
  /** The list ends with the sentence and says nothing of others, so that its parts are all there are. */
  readonly isClosed: boolean;
}

/** Units of which the parts may be told in several ways at once, or that are no count. */
const NO_COUNT = new Set([
  '%',
  '元',
  '分',
  '岁',
  '级',
  '年',
  '月',
  '日',
  '天',
  '倍',
  '位',
  '个百分点',
  '个工作日',
  '小时',
  '分钟',
  '',
]);
const LISTS =
  /其中|包括|包含|分别|具体为|合计|共计|总计|[，,]共(?!同|享|建)|[条件个次篇期场项份]\s?[：:]|[（(][^（()）]*[0-9０-９][^（()）]*[0-9０-９]/;
/** One thing counted twice, and said so. */
const OVERLAPPING = /多个类别|重复计|同时|交叉|兼有|多种|可重复|有重叠|不止一/;
/** People are told by several marks at once. */
const ATTRIBUTES = /党员|女|少数民族|青年|岁|学历|负责人|领导|骨干|新任|代表|干部/;
const OPEN = /等[，,。；;、）)件条]|等(?:内容|方面|信息|类|事项|形式)|主要|大部分|以上|重点|平均|每/;
/** What was done with them is no part of them: …，整改 37 个. */
const DONE =
  /^(?:已|均|全部|全年|当年|本年|共|累计)?(?:办结|办理|答复|回复|处理|处置|整改|完成|公示(?!公告|类|栏)|采纳|满意|合格|测试合格|解决|落实|按时|按期|及时|涉及|另|点击|阅读|浏览|观看|转发|惠及|覆盖|参与|参加)/;

interface Counted extends Part {
  readonly step: Step;
  readonly features: Features;
  readonly unit: string;
  readonly words: string;
  /** Of the parts of one list these are of one kind. */
  readonly kind: string;
}

/** Every list of parts with its total, in the order of the text. */
export const partListsIn = paragraphFact((content): readonly PartList[] => {
  if (!LISTS.test(content.text)) return NONE;
  const { folded, steps } = walkOf(content);
  const counted = steps.map((step) => countedAt(folded, step));
  const lists: PartList[] = [];
  for (const [index, step] of steps.entries()) {
    const total = counted[index];
    if (total && step.quantity?.surely === 'exactly') {
      lists.push(...listsBehind(folded, steps, counted, index, total), ...listBefore(steps, counted, index, total));
    }
  }
  return lists.length > 0 ? lists : NONE;
});

const NONE: readonly PartList[] = [];

/** A number that may stand in a list: exact, and no difference from another. */
function countedAt(folded: Folded, step: Step): Counted | undefined {
  const { quantity, before } = step;
  if (!quantity || NO_COUNT.has(quantity.unit)) return undefined;
  const features = featuresOf(folded.text, before);
  if (features.isCompared || /平均|每|人均/.test(features.words.join(''))) return undefined;
  const kind = kindOf(features);
  return {
    ...placeOf(folded, quantity),
    step,
    features,
    unit: quantity.unit,
    words: features.words.join(''),
    kind: kind === 'channel' || kind === 'part' ? 'other' : kind,
  };
}

const placeOf = ({ at }: Folded, { value, start, end }: Quantity): Part => ({
  value,
  start: at[start] ?? 0,
  end: (at[end - 1] ?? 0) + 1,
});

/** 共 N 条，其中…; N 条（…、…）. */
function listsBehind(
  folded: Folded,
  steps: readonly Step[],
  counted: readonly (Counted | undefined)[],
  index: number,
  total: Counted,
): PartList[] {
  const from = beginOfList(folded, steps, index);
  if (from === undefined) return [];
  const { parts, isClosed } = partsFrom(folded, steps, counted, from, total);
  if (parts.length === 0) return [];
  const sentence = sentenceAround(folded, total.step, parts.at(-1)?.step ?? total.step);
  if (OVERLAPPING.test(sentence) || (/人|名/.test(total.unit) && ATTRIBUTES.test(sentence))) return [];
  const isOpen = OPEN.test(sentence);
  return byKind(parts, total.value).map(({ list, isLast }) => ({
    unit: total.unit,
    total,
    parts: list,
    isBehind: false,
    others: othersBefore(steps, counted, index, total),
    isClosed: isClosed && isLast && !isOpen,
  }));
}

/** The step with which a list of parts begins behind a number, if one does. */
function beginOfList({ text }: Folded, steps: readonly Step[], index: number): number | undefined {
  const step = steps[index];
  const next = steps[index + 1];
  if (!step || !next) return undefined;
  const isBracket = next.depth > step.depth;
  // 860 条：概况类 10 条、动态类 600 条、…
  if (next.mark === ':' && isNamedList(steps, index)) return index + 1;
  const begins = next.before.some(({ kind }) => kind === 'among' || kind === 'respectively');
  if (isBracket && !begins) {
    const first = next.before[0];
    const isOne = first !== undefined && /^(?:含|另|加|比|较|占|折)/.test(text.slice(first.start, first.end));
    return isOne || next.quantity === undefined ? undefined : index + 1;
  }
  const leads = next.before.findIndex(({ kind }) => kind === 'among' || kind === 'respectively');
  if (leads < 0 || leads > 1 || (leads === 1 && next.before[0]?.kind !== 'plain')) return undefined;
  return next.quantity ? index + 1 : index + 2;
}

/** Behind a colon three numbers of the total's measure in a row, with nothing else among them. */
function isNamedList(steps: readonly Step[], index: number): boolean {
  const unit = steps[index]?.quantity?.unit;
  return [1, 2, 3].every((offset) => {
    const step = steps[index + offset];
    if (step?.quantity === undefined || step.quantity.unit !== unit) return false;
    return step.before.length > 0 && (offset === 1 || step.mark === '、');
  });
}

interface Found {
  readonly parts: readonly Counted[];
  readonly isClosed: boolean;
}

/** No sentence counts up more parts than this. */
const MOST_PARTS = 60;

/** What a step is to a list of parts: a part, a remark between two, or `open`, the end where more parts may follow. */
type Role = Counted | 'open' | 'remark';

function partsFrom(
  folded: Folded,
  steps: readonly Step[],
  counted: readonly (Counted | undefined)[],
  from: number,
  total: Counted,
): Found {
  const parts: Counted[] = [];
  const depth = steps[from]?.depth ?? 0;
  let marks = '';
  let isPlain = true;
  for (let at = from; at < Math.min(steps.length, from + 4 * MOST_PARTS) && parts.length < MOST_PARTS; at++) {
    const step = steps[at];
    const isFirst = at === from;
    if (!step || step.depth < depth || (!isFirst && isFullStop(step.mark))) return { parts, isClosed: isPlain };
    if (step.depth > depth) continue;
    if (partsLists(step.mark, marks)) return { parts, isClosed: isPlain };
    const role = roleOf(folded, step, counted[at], total, isFirst, parts.length > 0);
    if (role === 'open') return { parts, isClosed: false };
    if (role === 'remark') isPlain = false;
    else {
      if (!isFirst) marks += step.mark;
      parts.push(role);
    }
  }
  return { parts, isClosed: isPlain && parts.length < MOST_PARTS };
}

/** A semicolon behind parts that commas divided begins another list. */
const partsLists = (mark: string, marks: string): boolean => mark === ';' && marks !== '' && !marks.includes(';');

function roleOf(
  { text }: Folded,
  { before, quantity }: Step,
  part: Counted | undefined,
  total: Counted,
  isFirst: boolean,
  hasParts: boolean,
): Role {
  const begins = featuresOf(text, before);
  if (!isFirst && begins.among) return 'open';
  // 60 条，占 60%，…: what is told between the parts shows that it is no plain list.
  if (quantity?.unit === '%' || begins.isCompared || begins.isShare) return 'remark';
  const isPart = part && part.unit === total.unit && quantity?.surely === 'exactly';
  return isPart && !(begins.sum && hasParts && !isFirst) ? part : 'open';
}

/** Where the parts make up the total, or are of another kind, another list begins: 自然人 2、企业 1，予以公开 3. */
function byKind(
  parts: readonly Counted[],
  total: number,
): { readonly list: readonly Part[]; readonly isLast: boolean }[] {
  const lists: Counted[][] = [];
  let list: Counted[] = [];
  let sum = 0;
  let isSecond = false;
  for (const part of parts) {
    const isOther = list.length > 0 && (part.kind !== list[0]?.kind || DONE.test(part.words));
    if (isOther || (list.length > 0 && sum === total)) {
      lists.push(list);
      isSecond = true;
      list = [];
      sum = 0;
    }
    list.push(part);
    sum += part.value;
  }
  // Behind a whole list single numbers may follow that are no parts of one list: 办结 18 件，公示 17 件.
  if (!isSecond || list.every(({ step }, index) => index === 0 || step.mark === '、')) lists.push(list);
  return lists.map((each, index) => ({ list: each, isLast: index === lists.length - 1 && !isSecond }));
}

/** The numbers of the same measure before the total, and what the last of them make up with it. */
function othersBefore(
  steps: readonly Step[],
  counted: readonly (Counted | undefined)[],
  index: number,
  total: Counted,
): number[] {
  const others: number[] = [];
  let sum = total.value;
  for (let at = index; at > Math.max(0, index - MOST_PARTS) && !isFullStop(steps[at]?.mark ?? '。'); at--) {
    const before = counted[at - 1];
    if (!before || before.unit !== total.unit) continue;
    sum += before.value;
    others.push(before.value, sum);
  }
  return others;
}

/** …48 条、…36 条，合计 84 条. */
function listBefore(
  steps: readonly Step[],
  counted: readonly (Counted | undefined)[],
  index: number,
  total: Counted,
): PartList[] {
  const { step } = total;
  const [first] = step.before;
  const isBare = first !== undefined && step.before.every(({ kind }) => kind === 'sum' || kind === 'plain');
  const isSum = isBare ? step.before.some(({ kind }) => kind === 'sum') : first?.kind === 'sum';
  if (!isSum || !/[,、]/.test(step.mark)) return [];
  const parts: Counted[] = [];
  for (let at = index - 1; at >= Math.max(0, index - MOST_PARTS); at--) {
    const part = counted[at];
    if (!part || part.unit !== total.unit || part.step.depth !== step.depth) break;
    if (part.step.quantity?.surely !== 'exactly') return [];
    parts.unshift(part);
    if (isFullStop(steps[at]?.mark ?? '。')) break;
  }
  if (parts.length < 2 || (!isBare && !isOwnSum(parts, total))) return [];
  let sum = 0;
  const sums = parts.toReversed().map(({ value }) => (sum += value));
  return sums.slice(1).includes(total.value)
    ? []
    : [{ unit: total.unit, total, parts, isBehind: true, others: [], isClosed: true }];
}

/** How far a slip takes a sum from what it should be, in shares of it. */
const NEAR = 0.25;
/** What there is in all is more than what came to it; what came of it is something else. */
const NO_SUM = /共有|现有|目前|累计|总数|达|新增|调整|优化|整合|关停|更新|其中|去重/;

/** 查阅点 3 个、专栏 5 个，共设置载体 9 个: the parts and nothing else stand in a row, and make up about the total. */
function isOwnSum(parts: readonly Counted[], total: Counted): boolean {
  const sum = parts.reduce((all, { value }) => all + value, 0);
  const isRow = parts.every(({ step }, index) => index === 0 || step.mark === '、');
  const said = [...parts, total].map(({ words }) => words).join('');
  return isRow && !NO_SUM.test(said) && Math.abs(sum - total.value) <= Math.max(1, total.value * NEAR);
}

/** So far a sentence is looked through. */
const LOOK = 300;

function sentenceAround({ text }: Folded, first: Step, last: Step): string {
  const from = first.quantity?.start ?? 0;
  const to = last.quantity?.behind ?? from;
  const before = text.slice(Math.max(0, from - LOOK), from);
  const behind = text.slice(to, to + LOOK);
  const stop = behind.indexOf('。');
  return (
    before.slice(before.lastIndexOf('。') + 1) + text.slice(from, to) + (stop < 0 ? behind : behind.slice(0, stop + 1))
  );
}
