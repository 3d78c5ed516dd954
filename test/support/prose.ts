import type { Form } from '../../server/src/forms/index.ts';
import type { Issuer } from './issuers.ts';
import { aboutDocuments, aboutFee, aboutRequests, aboutReview } from './prose-numbers.ts';
import type { Random } from './random.ts';
import type { Facts } from './values.ts';

/** The prose of a report, a paragraph an element. */
export interface DraftProse {
  readonly preface: readonly string[];
  /** Section one: an opening sentence perhaps, then the five aspects. */
  readonly overview: readonly string[];
  readonly problems: readonly string[];
  readonly other: readonly string[];
  readonly signOff: readonly string[];
}

export interface ProseContext {
  readonly form: Form;
  readonly year: number;
  readonly issuer: Issuer;
  readonly facts: Facts;
  readonly random: Random;
  readonly preface: 'plain' | 'lists-sections' | 'none';
}

/** Sentences of a report in which every number agrees with the tables. */
export function writeProse(context: ProseContext): DraftProse {
  return {
    preface: preface(context),
    overview: overview(context),
    problems: problems(context),
    other: aboutFee(context),
    signOff: signOff(context),
  };
}

const basisOf = ({ notice: { issuer, title, number } }: Form): string => `《${issuer}${title}》（${number}）`;

function preface({ form, year, issuer, random, preface: kind }: ProseContext): string[] {
  if (kind === 'none') return [];
  const basis = `《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）和${basisOf(form)}`;
  const period = random.pick([
    `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    `报告中的数据统计期限从${year}年1月1日到${year}年12月31日。`,
    `所列数据统计时限为${year}年1月1日至12月31日。`,
  ]);
  const contact = random.pick([
    '',
    `如对本报告有疑问，请与${issuer.name}办公室联系（地址：青溪县临水路18号，邮编：000180，电话：0999-2260018）。`,
    '本报告电子版可在青溪县政府网站（https://www.qingxi.example/gk/）下载，电子邮箱gongkai@qingxi.example。',
  ]);
  const parts =
    kind === 'lists-sections'
      ? '全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。'
      : '';
  return [`${issuer.name}根据${basis}的要求编制本报告。${parts}${period}${contact}`];
}

function overview(context: ProseContext): string[] {
  const { year, issuer, random } = context;
  const opening = random.pick([
    '',
    `${year}年，${issuer.name}把政府信息公开贯穿决策、执行、管理和服务各环节，公开工作取得新的进展。`,
    `${year}年，${issuer.self}按照上级统一部署，围绕重点工作做好政府信息公开。`,
  ]);
  const tail = random.pick(['', '情况']);
  const { byName } = context.form.overview;
  const supervised = byName ? '政府信息公开平台建设' : random.pick(['平台建设', '政府信息公开平台建设']);
  return [
    ...(opening ? [opening] : []),
    `（一）主动公开${tail}。${disclosure(context)}`,
    `（二）依申请公开${tail}。${aboutRequests(context)}${aboutReview(context)}`,
    `（三）政府信息管理${tail}。${management(context)}${aboutDocuments(context)}`,
    `（四）${supervised}${tail}。${platform(context)}`,
    `（五）监督保障${tail}。${supervision(context)}`,
  ];
}

function disclosure({ year, issuer, random }: ProseContext): string {
  const site = random.int(20, 900);
  const media = random.int(5, 400);
  return random.pick([
    `${year}年，主动公开政府信息${site + media}条，其中通过政府网站公开${site}条，通过政务新媒体公开${media}条。`,
    `全年主动公开政府信息${site}条，较上年有所增加，重点公开了财政预决算、项目审批和民生保障等方面的信息。`,
    `${issuer.self}坚持以公开为常态、不公开为例外，及时更新机构职能、办事指南等栏目，发布政策解读${random.int(2, 30)}篇。`,
  ]);
}

function management({ random }: ProseContext): string {
  return random.pick([
    '坚持先审查后公开，每条信息发布前由承办科室初核、办公室复核、分管负责同志审定。',
    '健全信息公开审查和动态调整机制，对已公开的信息定期清理，保证内容准确、有效。',
    '在公文起草时确定公开属性，不公开的逐件说明理由，从源头上规范政府信息管理。',
  ]);
}

function platform({ random }: ProseContext): string {
  return random.pick([
    '优化政府信息公开专栏布局，完善检索功能，方便群众查找和使用信息。',
    '加强网站和政务新媒体日常巡查，开通适配手机的H5页面，及时处置错链、断链。',
    '依托政府门户网站集中展示公开内容，在办事大厅设置公开查阅点，并用App推送办事提示。',
  ]);
}

function supervision({ issuer, random }: ProseContext): string {
  const training = random.pick([
    `全年组织业务培训${random.int(1, 6)}次，定期检查公开情况并督促整改。`,
    '明确分管负责同志和专门人员，按季度抽查各科室公开情况。',
    '畅通监督渠道，对群众反映的问题及时核实答复。',
  ]);
  // 条例第五十条第四项 asks governments, not their departments, for these three.
  const government = issuer.type === 'government' || issuer.type === 'township';
  return government
    ? `${training}将政府信息公开纳入年度工作考核，开展社会评议，全年没有发生责任追究的情形。`
    : training;
}

function problems({ year, issuer, random }: ProseContext): string[] {
  const found = random.pick([
    '一是公开内容还不够丰富，群众关心的信息偏少；二是政策解读形式较为单一。',
    '一是部分栏目更新不够及时；二是工作人员业务能力有待提高。',
  ]);
  const next = random.pick([
    `${year + 1}年，${issuer.self}将重点做好以下工作：一是丰富公开内容，回应群众关切；二是运用图表、视频等方式解读政策。`,
    '下一步，一是建立栏目更新台账，按时提醒、逐项销号；二是分批开展业务培训，提升公开能力。',
  ]);
  return random.pick([
    [`（一）存在的主要问题。${found}`, `（二）改进情况。${next}`],
    [`存在的主要问题：${found}`, `改进情况：${next}`],
    [found, next],
  ]);
}

function signOff({ year, issuer, random }: ProseContext): string[] {
  return random.pick([[], [], [issuer.name, `${year + 1}年1月${random.int(5, 29)}日`]]);
}
