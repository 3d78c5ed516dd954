import type { OverviewAspect } from '../forms/aspects.ts';
import { type Form, formOfYear } from '../forms/index.ts';
import { reportFact } from '../report/fact.ts';
import type { Prose, Report } from '../report/report.ts';
import { startsBracketed } from '../text/ordinals.ts';
import { SENTENCE_END } from '../text/sentences.ts';

export interface Aspect {
  readonly ordinal: string;
  readonly name: OverviewAspect;
  /** The part of the name that the 2020 notices have, too. */
  readonly core: string;
  /** The words by which reports name it at the head of an item or a sentence. */
  readonly head: RegExp;
  /** Any words that may stand for it where section one is one running text. */
  readonly anywhere: RegExp;
}

/** What the form for the year asks of section one. */
export const overviewAsked = ({ forms }: Report, year: number): Form['overview'] => formOfYear(forms, year).overview;

export const asksForAspects = (report: Report, year: number): boolean => year >= overviewAsked(report, year).since;

/** How each of the five aspects is spoken of. */
export const ASPECTS: readonly Aspect[] = [
  {
    ordinal: '一',
    name: '主动公开',
    core: '主动公开',
    head: /主动公开|主动发布|公开内容/,
    anywhere: /主动.{0,6}公开|主动发布|公开.{0,12}信息/,
  },
  {
    ordinal: '二',
    name: '依申请公开',
    core: '依申请公开',
    head: /依申请|申请公开|公开申请|信息申请/,
    anywhere: /依申请|申请公开|公开申请|信息.{0,4}申请/,
  },
  {
    ordinal: '三',
    name: '政府信息管理',
    core: '信息管理',
    head: /信息.{0,8}管理|管理(?:制度|机制|情况)|规范性文件|审核|审查|审批|保密/,
    anywhere: /信息.{0,12}管理|管理.{0,6}信息|审核|审查|规范性文件/,
  },
  {
    ordinal: '四',
    name: '政府信息公开平台建设',
    core: '平台',
    head: /平台|网站|载体|渠道|新媒体|公众号|专栏/,
    anywhere: /平台|网站|载体|渠道|新媒体|公众号|专栏/,
  },
  {
    ordinal: '五',
    name: '监督保障',
    core: '监督保障',
    head: /监督|保障|考核|考评|评议|培训|组织领导|督查|督促|检查|责任/,
    anywhere: /监督|保障|考核|评议|培训|责任|检查/,
  },
];

/** With so many of the five at the head of numbered items, section one is organised by aspects. */
export const ORGANISED = 3;

/** The paragraphs of section one. */
export const overviewOf = ({ prose }: Report): Prose[] =>
  prose.filter(({ section, text }) => section === 1 && text.length > 1);

/** Those that the overview does not speak of, as far as the notices of its year ask for them. */
export const missingAspectsOf = reportFact((report) =>
  report.year !== undefined && !overviewAsked(report, report.year).byName
    ? looselyOrganised(overviewOf(report))
    : unmentioned(overviewOf(report)),
);

/**
 * Whether the item with this number in section one is an aspect that is reported as missing: its number is then
 * missing, too.
 */
export function isMissingAspect(report: Report, number: number): boolean {
  const { year } = report;
  const aspect = ASPECTS[number - 1];
  if (aspect === undefined || year === undefined || !asksForAspects(report, year)) return false;
  return missingAspectsOf(report).includes(aspect);
}

function unmentioned(paragraphs: readonly Prose[]): readonly Aspect[] {
  const items = paragraphs.filter(({ text }) => startsBracketed(text)).map(({ text }) => headOf(text));
  // The item that is most likely to name it is asked first.
  const unnamed = ASPECTS.filter(
    ({ head }, at) => !head.test(items[at] ?? '') && !items.some((item) => head.test(item)),
  );
  if (ASPECTS.length - unnamed.length < ORGANISED) {
    return ASPECTS.filter(({ anywhere }) => !paragraphs.some(({ text }) => anywhere.test(text)));
  }
  // What an item begins with is what its first sentence begins with, unless that is a very short one.
  return unnamedIn(paragraphs, items.some((item) => /[！？!?]/.test(item)) ? ASPECTS : unnamed);
}

/** An item names its aspects, and a sentence its subject, at the beginning. */
export function headOf(text: string): string {
  const head = text.slice(0, LONGEST_HEAD);
  const end = head.search(/[。；;]/);
  return end < 0 ? head : head.slice(0, end);
}

const LONGEST_HEAD = 40;

const SENTENCE_HEAD = new RegExp(`[^${SENTENCE_END}]{0,40}`, 'y');
const NEXT_END = new RegExp(`[${SENTENCE_END}]`, 'g');

/** Of these, the ones that no sentence begins with. */
function unnamedIn(paragraphs: readonly Prose[], aspects: readonly Aspect[]): readonly Aspect[] {
  let unnamed = aspects;
  if (unnamed.length === 0) return unnamed;
  for (const { text } of paragraphs) {
    for (let start = 0; start < text.length; ) {
      SENTENCE_HEAD.lastIndex = start;
      const said = SENTENCE_HEAD.exec(text)?.[0] ?? '';
      if (unnamed.some(({ head }) => head.test(said))) unnamed = unnamed.filter(({ head }) => !head.test(said));
      if (unnamed.length === 0) return unnamed;
      NEXT_END.lastIndex = start + said.length;
      start = NEXT_END.test(text) ? NEXT_END.lastIndex : text.length;
    }
  }
  return unnamed;
}

/** The 2020 notices name the same five; a report that leaves out one name only is not worth a word. */
function looselyOrganised(paragraphs: readonly Prose[]): Aspect[] {
  const missing = ASPECTS.filter((aspect) => !paragraphs.some(({ text }) => text.includes(aspect.core)));
  return missing.length >= 2 ? missing : [];
}
