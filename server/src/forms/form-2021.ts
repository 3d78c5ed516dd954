import { OVERVIEW_ASPECTS } from './aspects.ts';
import { defineForm } from './define.ts';
import { DOCUMENTS } from './documents.ts';
import { CORNER, column, ON_DOCUMENTS, ON_FEES, ON_LICENCES, ON_PENALTIES, proactiveTable, row } from './proactive.ts';
import { other, requestsTable } from './requests.ts';
import { REVIEW } from './review.ts';
import { SECTIONS } from './sections.ts';

const decisions = [column('decisions', '本年处理决定数量', 'count', '件')];

const PROACTIVE = proactiveTable([
  {
    key: 'documents',
    caption: ON_DOCUMENTS,
    corner: CORNER,
    columns: [
      column('made', '本年制发件数', 'count', '件', { role: 'added' }),
      column('repealed', '本年废止件数', 'count', '件', { role: 'removed' }),
      column('valid', '现行有效件数', 'count', '件', { role: 'stock', aliases: ['现行有效件数（历史累计）'] }),
    ],
    rows: [row('regulations', '规章'), row('normative', '行政规范性文件', { outdated: ['规范性文件'] })],
  },
  {
    key: 'licences',
    caption: ON_LICENCES,
    corner: CORNER,
    columns: decisions,
    rows: [row('licence', '行政许可')],
  },
  {
    key: 'penalties',
    caption: ON_PENALTIES,
    corner: CORNER,
    columns: decisions,
    rows: [row('penalty', '行政处罚'), row('coercion', '行政强制')],
  },
  {
    key: 'fees',
    caption: ON_FEES,
    corner: CORNER,
    columns: [column('amount', '本年收费金额（单位：万元）', 'amount', '万元', { aliases: ['本年收费金额'] })],
    rows: [row('fees', '行政事业性收费')],
  },
]);

/** （六）其他处理 as three rows: 25 rows × 7 numbers. */
const REQUESTS = requestsTable([
  other('noCorrection', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '条例第三十条'),
  other(
    'feeUnpaid',
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    '条例第四十二条、国办函〔2020〕109号',
  ),
  other('misc', '3.其他'),
]);

/** The form of 国办公开办函〔2021〕30号. Its equations number 39 + 3. */
export const form2021 = defineForm({
  id: '2021',
  notice: DOCUMENTS['form-2021'],
  since: 2021,
  sections: SECTIONS,
  tables: { proactive: PROACTIVE, requests: REQUESTS, review: REVIEW },
  overview: { aspects: OVERVIEW_ASPECTS, since: 2021, byName: true },
  // 国办函〔2020〕109号 took effect on 1 January 2021.
  statesFees: true,
  fillsEveryCell: true,
});
