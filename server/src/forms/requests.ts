import type { FormColumn, FormRow, FormTable } from './form.ts';

/** 第三部分: 收到和处理政府信息公开申请情况. One printed line of the official table = one line here. The forms differ only in （六）其他处理. */

/** The note in the table's corner. It is the legal basis of the balance: "第三项" means its （七）总计. */
const REQUESTS_NOTE = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

const APPLICANT = '申请人情况';
const ORGANISATION = '法人或其他组织';

const column = (key: string, label: string, ...under: string[]): FormColumn => ({
  key,
  label,
  under: [APPLICANT, ...under],
  kind: 'count',
  unit: '件',
});

export const REQUESTS_COLUMNS: readonly FormColumn[] = [
  column('natural', '自然人'),
  column('business', '商业企业', ORGANISATION),
  column('research', '科研机构', ORGANISATION),
  column('ngo', '社会公益组织', ORGANISATION),
  column('legal', '法律服务机构', ORGANISATION),
  column('otherOrg', '其他', ORGANISATION),
  column('total', '总计'),
];

const RESULT = '三、本年度办理结果';
const DENIED = '（三）不予公开';
const UNABLE = '（四）无法提供';
const NOT_HANDLED = '（五）不予处理';
export const OTHER = '（六）其他处理';

const row = (key: string, label: string, under: readonly string[], law = ''): FormRow => ({
  key,
  label,
  under,
  ...(law && { law }),
});
export const result = (key: string, label: string, law?: string): FormRow => row(key, label, [RESULT], law);
const denied = (key: string, label: string, law: string): FormRow => row(`denied.${key}`, label, [RESULT, DENIED], law);
const unable = (key: string, label: string, law: string): FormRow => row(`unable.${key}`, label, [RESULT, UNABLE], law);
const notHandled = (key: string, label: string, law?: string): FormRow =>
  row(`notHandled.${key}`, label, [RESULT, NOT_HANDLED], law);
export const other = (key: string, label: string, law?: string): FormRow =>
  row(`other.${key}`, label, [RESULT, OTHER], law);

const INCOMING: readonly FormRow[] = [
  row('new', '一、本年新收政府信息公开申请数量', [], '条例第二十七条、第二十九条、第三十一条'),
  row('carriedIn', '二、上年结转政府信息公开申请数量', []),
];

const RESULTS_TO_FIVE: readonly FormRow[] = [
  result('granted', '（一）予以公开', '条例第三十六条第（一）（二）项'),
  result('partial', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '条例第三十七条'),
  denied('secret', '1.属于国家秘密', '条例第十四条'),
  {
    ...denied('law', '2.其他法律行政法规禁止公开', '条例第十四条'),
    aliases: ['2.其他法律、行政法规禁止公开'],
  },
  denied('safety', '3.危及“三安全一稳定”', '条例第十四条（国家安全、公共安全、经济安全、社会稳定）'),
  denied('thirdParty', '4.保护第三方合法权益', '条例第十五条、第三十二条'),
  denied('internal', '5.属于三类内部事务信息', '条例第十六条第一款（人事管理、后勤管理、内部工作流程）'),
  denied('process', '6.属于四类过程性信息', '条例第十六条第二款（讨论记录、过程稿、磋商信函、请示报告）'),
  denied('caseFile', '7.属于行政执法案卷', '条例第十六条第二款'),
  denied('inquiry', '8.属于行政查询事项', '条例第三十六条第（七）项'),
  unable('notHeld', '1.本机关不掌握相关政府信息', '条例第三十六条第（四）（五）项'),
  unable('needCreate', '2.没有现成信息需要另行制作', '条例第三十八条'),
  unable('unclear', '3.补正后申请内容仍不明确', '条例第三十条'),
  notHandled('petition', '1.信访举报投诉类申请', '条例第三十九条第一款'),
  notHandled('repeat', '2.重复申请', '条例第三十六条第（六）项'),
  notHandled('publication', '3.要求提供公开出版物', '条例第三十九条第二款'),
  notHandled('excessive', '4.无正当理由大量反复申请', '条例第三十五条'),
  notHandled('confirm', '5.要求行政机关确认或重新出具已获取信息'),
];

const OUTGOING: readonly FormRow[] = [
  result('resultTotal', '（七）总计'),
  row('carriedOut', '四、结转下年度继续办理', []),
];

/** @param other what a form prints for （六）其他处理: rows below it, or the one row itself */
export const requestsTable = (other: readonly FormRow[]): FormTable => ({
  id: 'requests',
  section: 3,
  title: '收到和处理政府信息公开申请情况表',
  blocks: [
    {
      key: 'requests',
      corner: REQUESTS_NOTE,
      columns: REQUESTS_COLUMNS,
      rows: [...INCOMING, ...RESULTS_TO_FIVE, ...other, ...OUTGOING],
    },
  ],
});

/** The rows between 二 and （七）总计, which （七）总计 adds up. */
export const isResultItem = (row: FormRow): boolean => row.under?.[0] === RESULT && row.key !== 'resultTotal';
