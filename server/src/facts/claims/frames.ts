import { paragraphFact } from '../../report/fact.ts';
import { masksIn } from '../../report/prose/masks.ts';
import { type Folded, foldParagraph } from './folded.ts';
import type { Frame } from './frame.ts';
import { Machine } from './machine.ts';
import { tokensOf } from './scan.ts';
import { type Step, stepsOf } from './steps.ts';

/** A paragraph cut into numbers with their words. */
export interface Walk {
  readonly folded: Folded;
  readonly steps: readonly Step[];
}

export const walkOf = paragraphFact((content): Walk => {
  const { text } = content;
  const masks = masksIn(content);
  const folded = foldParagraph(text);
  let mask = 0;
  /** Where the mask over an offset of the folded text ends; masks come in order, and so do the questions. */
  const maskEnd = (offset: number): number => {
    const at = folded.at[offset] ?? text.length;
    while (mask < masks.length && (masks[mask]?.span.end ?? 0) <= at) mask++;
    const over = masks[mask];
    if (!over || over.span.start > at) return offset;
    let end = offset;
    while (end < folded.text.length && (folded.at[end] ?? 0) < over.span.end) end++;
    return end;
  };
  return { folded, steps: stepsOf(tokensOf(folded.text, maskEnd)) };
});

const NONE: readonly Frame[] = [];

const isNamed = ({ whose }: Frame): boolean => whose !== undefined && whose.kind !== 'own' && whose.kind !== 'wide';

/** 县政府 15 件，县直部门 21 件，乡镇 6 件: shares of what the table counts, though 县政府 may be the issuer's own name. */
function withShares(frames: readonly Frame[]): readonly Frame[] {
  const bodies = new Map<string, Set<string>>();
  for (const frame of frames) {
    if (!isNamed(frame)) continue;
    const key = JSON.stringify(frame.subject);
    bodies.set(key, (bodies.get(key) ?? new Set()).add(JSON.stringify(frame.whose)));
  }
  const isShared = (frame: Frame): boolean =>
    isNamed(frame) && (bodies.get(JSON.stringify(frame.subject))?.size ?? 0) > 1;
  return bodies.size === 0 ? frames : frames.map((frame) => (isShared(frame) ? { ...frame, isDoubtful: true } : frame));
}

const UNDER = /下属|所属|直属|局属|分局|派出|二级(?:单位|机构)/;

/** 局机关收到 30 件，下属单位收到 5 件: the head office is a part where the sentence tells of the others too. */
function withHeadOffice(text: string, frames: readonly Frame[]): readonly Frame[] {
  if (!UNDER.test(text)) return frames;
  return frames.map((frame) => {
    const isPart = frame.whose?.kind === 'level' && UNDER.test(sentenceAt(text, frame));
    return isPart ? { ...frame, isDoubtful: true } : frame;
  });
}

function sentenceAt(text: string, { start, end }: Frame): string {
  const stop = text.indexOf('。', end);
  return text.slice(text.lastIndexOf('。', start) + 1, stop < 0 ? text.length : stop);
}

const MEASURES = /强制措施/;
const EXECUTIONS = /强制执行/;

/** 行政强制措施 20 件、行政强制执行 7 件: two parts of what the table counts together. */
function withKindsOfCoercion(text: string, frames: readonly Frame[]): readonly Frame[] {
  if (!MEASURES.test(text) || !EXECUTIONS.test(text)) return frames;
  return frames.map((frame) => {
    const isOne = frame.subject.of === 'decisions' && MEASURES.test(frame.words) !== EXECUTIONS.test(frame.words);
    return isOne ? { ...frame, unbound: 'some-of-them' } : frame;
  });
}

const PROPERTY = /公开属性|(?:公文|文件|发文)[^。]{0,30}(?:认定|确定|属性)/;
const KINDS = ['主动公开', '依申请公开', '不予?公开'].map(
  (kind) =>
    new RegExp(
      `(?:^|[，、；：:,;（(为定中。])(?:属于|拟|认定为?|确定为?)?${kind}(?:类|的)?(?:公文|文件)?(?:有|为|共)?\\s?\\d+\\s?[件份篇项条个]`,
    ),
);

/** 公文 186 份，主动公开 95 份、依申请公开 41 份、不予公开 50 份: how documents are classified, and no answers. */
function withoutDocuments(text: string, frames: readonly Frame[]): readonly Frame[] {
  if (!text.includes('主动公开') && !PROPERTY.test(text)) return frames;
  return frames.map((frame) => {
    const { subject, claimed } = frame;
    const isOfPapers = claimed.kind === 'amount' && claimed.quantity.unit === '份';
    if (subject.of !== 'requests' || (subject.results.length === 0 && !isOfPapers)) return frame;
    const sentence = sentenceAt(text, frame);
    const isClassified = PROPERTY.test(sentence) || KINDS.every((kind) => kind.test(sentence));
    return isClassified ? { ...frame, unbound: 'topic-unknown' } : frame;
  });
}

const ABOUT_INFORMATION = /信息公开|政务公开/;
/** 其中政府信息公开类 7 件; 均为征地补偿案件. */
const OTHERS = /信息公开|政务公开|无关|不涉及|(?:均|都|多|主要)(?:为|因|系|是|由|涉及)(?!维持|纠正|结果|尚未)/;

/** 行政复议 58 件，其中政府信息公开类 7 件: what is told of the cases behind their number shows that it counts others too. */
function withoutOtherCases(text: string, frames: readonly Frame[]): readonly Frame[] {
  const isOfOthers = ({ subject, unbound, claimed, start, end }: Frame): boolean => {
    if (subject.of !== 'cases' || unbound || claimed.kind !== 'amount') return false;
    // What brackets told of the cases before says nothing of these.
    const before = text.slice(text.lastIndexOf('。', start) + 1, start).replace(/[（(][^（）()]*[）)]/g, '');
    const noun = /^[^，,、；;（(。]*/.exec(text.slice(end))?.[0] ?? '';
    if (ABOUT_INFORMATION.test(noun)) return false;
    const stop = text.indexOf('。', end);
    const next = text.startsWith('其中', stop + 1) ? text.indexOf('。', stop + 1) : stop;
    return !ABOUT_INFORMATION.test(before) && OTHERS.test(text.slice(end, next < 0 ? undefined : next));
  };
  return frames.map((frame) => (isOfOthers(frame) ? { ...frame, unbound: 'other-cases' } : frame));
}

/** No claim is without a number, or a word for none or all. */
const CLAIMS = /[0-9０-９零未无没均都皆]|不存在|全部|[一二两三四五六七八九十百千万]\s?[件条宗份例起]/;
/** Nor without something that the form counts. */
const COUNTED =
  /申请|公开|复议|诉讼|起诉|规章|规范性文件|行政许可|行政处罚|行政强制|行政事业性收费|管理服务事项|集中采购|结转|办结/;

/** What only the whole sentence tells of a number. */
function inTheirText(text: string, frames: readonly Frame[]): readonly Frame[] {
  const owned = withHeadOffice(text, withShares(withoutDocuments(text, frames)));
  return withoutOtherCases(text, withKindsOfCoercion(text, owned));
}

/** What a paragraph claims, in the order of its text. Whether it is this year's and this body's only the report can tell. */
export const framesIn = paragraphFact((content): readonly Frame[] => {
  if (!CLAIMS.test(content.text) || !COUNTED.test(content.text)) return NONE;
  const { folded, steps } = walkOf(content);
  const machine = new Machine(folded);
  for (const step of steps) machine.take(step);
  return machine.frames.length > 0 ? inTheirText(content.text, machine.frames) : NONE;
});
