import type { ProseContent } from '../../report/report.ts';
// Whose number is it? The tables hold what this body did in this whole year, so a number that prose gives of somebody
// else, of a part of the year or of some of the cases is right though no cell holds it.

import type { Sentence } from '../../text/sentences.ts';
import { isShortFor } from '../../text/similar.ts';

/** Of what a claim is a number: everything of its kind, or a share of what its sentence has named before it. */
export type ClaimKind =
  | 'requests'
  | 'concluded'
  | 'result'
  | 'applicant'
  | 'review'
  | 'outcome'
  | 'document'
  | 'documentToo'
  | 'decision';

/** Where a claim stands. */
export interface ClaimPlace {
  readonly content: ProseContent;
  readonly sentence: Sentence;
  readonly text: string;
  /** The sentence and the one before it: 共收到申请 3 件。其中予以公开 2 件。 */
  readonly context: string;
  /** What was spoken of last are applications for information. */
  readonly isAboutRequests: boolean;
}

const DIGIT = '[0-9０-９]';

/** Last year, a plan, somebody else's figures. */
const OTHER_SUBJECT = new RegExp(
  '同比|环比|较上|较去|较20|比上年|比去年|去年|上年同期|上(?:一)?年(?!度?的?(?:结转|转结|转入|遗留))|往年|' +
    `${DIGIT}\\s?月份?(?!\\s?${DIGIT}{1,2}\\s?日)|计划|力争|拟|预计|代表|历年|` +
    '协助|配合|会同|指导|转交|转办|交办|代[省市州县区镇]|政府[^，,]{0,6}名义|登记前|作为(?:行政)?复议机关|原[^，。]{1,12}局',
);
/** Some months, or more than this year. 2024年以来 is the year. */
const OTHER_TIME = new RegExp(
  `(?<!${DIGIT}年|今年|本年|年度)以来|至今|年来|近[一二三四五六七八九十两几0-9０-９]+年|本届|任期|季度|半年|单月|月均|日均|每月|年初|` +
    `[至到]\\s?(?:20${DIGIT}{2}\\s?年)?\\s?(?:${DIGIT}|1[01])\\s?月|20${DIGIT}{2}\\s?年?度?[、至到—–-]{1,2}\\s?20${DIGIT}{2}|十[三四五六]五`,
);
const ONE_CHANNEL = /通过|网站|网络|网上|当面|信函|邮寄|邮件|邮箱|传真|微信|窗口|线上|线下|平台|现场|来信|口头|书面/;
const OTHER_KIND = /建议|提案|信访件|留言|咨询|热线|来电|政策文件|党内|培训|案卷|答记者|会议|督办/;
/** 较上年增加 3 件: how many more, not how many. */
const DIFFERENCE = /(?:增加|减少|增长|下降|上升|多|少)了?\s?$/;
/** Applications for other things than information. */
const OTHER_APPLICATION =
  /(?:许可|审批|审查|审核|登记|救助|补助|补贴|贷款|复核|认定|资格|用地|仲裁|执行|立项)的?申请|申请(?:事项|材料)/;
const OTHER_TOPIC = /建议|提案|信访|留言|热线|工单|行政许可|行政处罚|复议|诉讼|规范性文件|咨询/;

/** Requests of one kind, of somebody, about something. */
const SOME_REQUESTS = /涉及|有关|关于|方面|领域|(?<![各种])类(?!型)|某|重复|信访|举报|征地|拆迁|补正|反复|转为/;
const SHARE_BEHIND = /^[^。；;]{0,6}[，,]?(?:占|居|均?未计入|不计入)|^[^。；;]{0,4}申请中|^[^。；;]{0,14}撤回/;
/** 办结 N 件 is the whole only when nothing narrows it: 20 个工作日内办结, 延期办结, 未办结, 其余…答复. */
const PLAINLY_CONCLUDED =
  /^(?:其中|现|目前|截至年底|已|共|均|全部|全年|累计|依法|及时|合计|实际|本年度?|20\d\d年度?|[我本][\u4e00-\u9fff]{1,3}|申请|政府信息公开申请|依申请公开|\s)*$/;
const LATE = /延期|延长|提前|工作日/;

const RESULT =
  /予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|属于|不掌握|没有现成|重复申请|补正后申请|反复申请|信访举报|逾期|过程性|内部事务/;
const APPLICANT = /自然人|法人|其他组织|商业企业|科研机构|公益组织|法律服务机构/;
const RESULT_OR_APPLICANT = new RegExp(`${RESULT.source}|${APPLICANT.source}`);
/** 经县政府办公室交办，办理 16 件. */
const BY_ORDER = /(?:交办|转办|转交|委托)[，,]$/;
/** Some of the requests: what follows is said of these alone. */
const NOT_ALL = /结转|上年|涉及|有关|关于|补正|第三方|重新|撤回|转为|类(?:的)?申请|某|重复|新收[^，]{0,12}办结/;
/** All that came in were named: 新收 42 件，上年结转 3 件，其中… */
const ALL_INCOMING = /新收|收到|受理|接收|收办/;

const SOME_CASES =
  /审结|未结|审理|撤回|化解|调解|一审|二审|再审|复议机关|以外|业务|确权|向[^，,。]{2,14}(?:申请|提起|提出)|结转|上年|其他行政/;
const ONE_ROAD = /复议后|未经复议|直接/;
const OTHER_CASES = /涉及(?:政府)?信息公开|[未不]涉及|无关|属于(?:政府)?信息公开|类分别/;
const BY_OTHERS =
  /推动|市局|省厅|省级|市级|国家|参与|提请|联合|转发|转载|上级|单独|公文|政府[^，,]{0,6}名义|评估|起草|首批|第.批/;
const OTHER_DECISIONS =
  /公开|公示|公布|审核|撤销|不予|免予|准予|从轻|减轻|以上|以下|变更|延续|注销|委托|移送|重大|简易|普通|备案/;

/** So far a number's meaning reaches in its sentence; the sentences of a broken draft have no end. */
export const LOOK_BACK = 240;
const LOOK_AHEAD = 100;

/** What stands around a claim in its sentence. */
export interface Around {
  /** The sentence up to the number. */
  readonly before: string;
  /** From the clause's beginning to the number. */
  readonly clause: string;
  /** The clause's words before the claim's. */
  readonly lead: string;
  /** What stands before the clause. */
  readonly earlier: string;
  /** The rest of the sentence. */
  readonly behind: string;
}

const CLAUSE_MARKS = ['，', ',', '：', ':', '、'];

/**
 * @param from where the claim's words begin in the sentence
 * @param at where its number begins
 * @param end behind its words
 */
export function aroundOf(text: string, from: number, at: number, end: number): Around {
  const first = Math.max(0, from - LOOK_BACK);
  const before = text.slice(first, at);
  const clause = Math.max(...CLAUSE_MARKS.map((mark) => before.lastIndexOf(mark, from - first - 1))) + 1;
  return {
    before,
    clause: before.slice(clause),
    lead: before.slice(clause, from - first),
    earlier: before.slice(0, clause),
    behind: text.slice(end, end + LOOK_AHEAD),
  };
}

/** Does the sentence say that the number is not the whole year's and this whole body's? */
export function isOfSomethingElse(place: ClaimPlace, kind: ClaimKind, around: Around): boolean {
  const { before, clause } = around;
  if (OTHER_SUBJECT.test(clause) || OTHER_KIND.test(clause) || ONE_CHANNEL.test(clause)) return true;
  if (DIFFERENCE.test(clause)) return true;
  if (OTHER_TIME.test(before.slice(Math.max(before.lastIndexOf('全年'), 0)))) return true;
  return isNarrowed[kind](around, place);
}

const isNarrowed: Readonly<Record<ClaimKind, (around: Around, place: ClaimPlace) => boolean>> = {
  requests: ({ clause, earlier, behind }) =>
    BY_ORDER.test(earlier) ||
    SOME_REQUESTS.test(clause) ||
    (clause.includes('自然人') && !clause.includes('法人')) ||
    SHARE_BEHIND.test(behind),
  concluded: (around, place) =>
    !PLAINLY_CONCLUDED.test(around.lead) ||
    LATE.test(around.before) ||
    LATE.test(around.behind) ||
    isOfSome(place, around, RESULT_OR_APPLICANT),
  result: (around, place) =>
    ALL_INCOMING.test(around.lead) ||
    APPLICANT.test(around.lead) ||
    NOT_ALL.test(around.lead) ||
    isOfClassing(around) ||
    isOfSome(place, around, RESULT_OR_APPLICANT),
  applicant: (around, place) =>
    RESULT.test(around.clause) ||
    NOT_ALL.test(around.lead) ||
    SHARE_BEHIND.test(around.behind) ||
    isOfSome(place, around, APPLICANT, RESULT),
  review: ({ before, clause, behind }) =>
    (/新收|新增/.test(clause) && (before.includes('结转') || behind.includes('结转'))) ||
    SOME_CASES.test(phraseOf(before)) ||
    before.includes('审结') ||
    ONE_ROAD.test(clause) ||
    OTHER_CASES.test(behind),
  outcome: ({ before, behind }) => /一审|二审|再审|复议机关/.test(before) || OTHER_CASES.test(behind),
  document: ({ before }) => BY_OTHERS.test(before),
  // Whose they are is said with the noun: 县政府办公室制发规范性文件 2 件，废止 1 件.
  documentToo: ({ before }) => BY_OTHERS.test(before) || /政府|部门|办公室/.test(before),
  decision: ({ before }) => OTHER_DECISIONS.test(phraseOf(before)),
};

/** 主动公开 58 件，依申请公开 121 件，不予公开 257 件: how documents were classed when they were written. */
const CLASSING = /主动公开(?:类|的|文件|公文|信息)?\s?[0-9０-９]/;
const isOfClassing = ({ before, clause }: Around): boolean =>
  CLASSING.test(before) && /依申请公开|不予公开/.test(clause);

/** The clause with what is counted up in it: 转载省、市制定的…. */
const phraseOf = (before: string): string => before.slice(before.search(/[^，,：:；;。（(]*$/));

const MARKS = /[，,：:、；;。]/;
export const BRACKETED = /[（(][^（()）]*[）)]/g;

/**
 * A share of some of the requests: 上年结转 3 件，其中予以公开 1 件. What governs is the nearest clause with a number
 * that is no such share itself; a sentence that begins with 其中 takes it from the one before.
 */
function isOfSome({ text, context }: ClaimPlace, { earlier }: Around, isShare: RegExp, narrows?: RegExp): boolean {
  const begin = context.length - text.length;
  const said = /^\s*其中/.test(text) ? context.slice(Math.max(0, begin - LOOK_BACK), begin) + earlier : earlier;
  const pieces = said.replace(BRACKETED, '').split(MARKS);
  const isAfterAll = (index: number): boolean =>
    pieces.slice(0, index).some((piece) => ALL_INCOMING.test(piece) && !SOME_REQUESTS.test(piece));
  for (let index = pieces.length - 1; index >= 0; index--) {
    const piece = pieces[index] ?? '';
    if (narrows && (narrows.test(piece) || ONE_CHANNEL.test(piece))) return true;
    // 收到重复申请 5 件，撤回 4 件，不予处理 1 件: a kind of request, not what became of it.
    if (isShare.test(piece)) {
      if (!narrows && RESULT.test(piece) && ALL_INCOMING.test(piece)) return true;
      continue;
    }
    if (OTHER_SUBJECT.test(piece) || OTHER_KIND.test(piece) || OTHER_APPLICATION.test(piece)) return true;
    if (NOT_ALL.test(piece)) return !isAfterAll(index) || /新收/.test(piece);
    if (ONE_CHANNEL.test(piece) && !ALL_INCOMING.test(piece)) {
      if (isAfterAll(index)) continue;
      return true;
    }
    if (HAS_NUMBER.test(piece)) return false;
  }
  return false;
}

const HAS_NUMBER = /[0-9０-９]/;

/** Whether the sentence, or what it goes on from, speaks of applications for information. */
export function speaksOfRequests(sentence: string, before: boolean): boolean {
  if (OTHER_APPLICATION.test(sentence)) return false;
  if (sentence.includes('申请')) return true;
  return before && !OTHER_TOPIC.test(sentence);
}

/** Who received, made or decided, when a body is named right before it: 县直部门收到…, 县行政审批局作出…. */
const SUBJECT =
  /[\u4e00-\u9fff]{1,14}(?:局|委|办|中心|街道|镇街|镇|乡|部门|科|股|室|所|站|大队|单位|厅|政府|办公室)(?=(?:共|全年|累计|已|均|共计|合计|新|作出|做出|制发|印发|制定|被提起|被申请)*$)/;

export const subjectOf = (lead: string): string | undefined =>
  SUBJECT.exec(lead.replace(BRACKETED, ''))?.[0].replace(/^其中/, '');

/** The level is all that tells 县政府 from 县…镇人民政府. */
const GOVERNMENT = /([省市州盟县区旗镇乡])(?:人民)?政府$/;

/** 县住建局 is 青溪县住房和城乡建设局: a short name has its characters in the order of the full one. */
export function isOwnName(name: string, issuer: string): boolean {
  if (/[我本]|^(?:年|全)/.test(name)) return true;
  const level = GOVERNMENT.exec(name)?.[1];
  if (level !== undefined && level !== GOVERNMENT.exec(issuer)?.[1]) return false;
  return isShortFor(name, issuer);
}
