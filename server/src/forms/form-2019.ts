import { OVERVIEW_ASPECTS } from './aspects.ts';
import { defineForm } from './define.ts';
import { DOCUMENTS } from './documents.ts';
import {
  CORNER,
  column,
  ON_DOCUMENTS,
  ON_FEES,
  ON_LICENCES,
  ON_PENALTIES,
  ON_PROCUREMENT,
  proactiveTable,
  row,
} from './proactive.ts';
import { OTHER, requestsTable, result } from './requests.ts';
import { REVIEW } from './review.ts';
import { SECTIONS } from './sections.ts';

const items = [column('lastYearItems', '上一年项目数量', 'count', '项'), column('change', '本年增/减', 'change', '项')];
const decisions = [...items, column('decisions', '处理决定数量', 'count', '件')];

const PROACTIVE = proactiveTable([
  {
    key: 'documents',
    caption: ON_DOCUMENTS,
    corner: CORNER,
    columns: [
      column('made', '本年新制作数量', 'count', '件'),
      column('published', '本年新公开数量', 'count', '件', { role: 'added' }),
      column('open', '对外公开总数量', 'count', '件', { role: 'stock' }),
    ],
    rows: [row('regulations', '规章'), row('normative', '规范性文件', { aliases: ['行政规范性文件'] })],
  },
  {
    key: 'licences',
    caption: ON_LICENCES,
    corner: CORNER,
    columns: decisions,
    rows: [row('licence', '行政许可'), row('otherServices', '其他对外管理服务事项')],
  },
  {
    key: 'penalties',
    caption: ON_PENALTIES,
    corner: CORNER,
    columns: decisions,
    rows: [row('penalty', '行政处罚'), row('coercion', '行政强制')],
  },
  { key: 'fees', caption: ON_FEES, corner: CORNER, columns: items, rows: [row('fees', '行政事业性收费')] },
  {
    key: 'procurement',
    caption: ON_PROCUREMENT,
    corner: CORNER,
    columns: [
      column('projects', '采购项目数量', 'count', '个'),
      column('amount', '采购总金额', 'amount', '万元', {
        aliases: ['采购总金额（单位：万元）', '采购总金额（单位：万元，保留4位小数）'],
      }),
    ],
    rows: [row('procurement', '政府集中采购')],
  },
]);

/** （六）其他处理 as one row: 23 rows × 7 numbers. Published reports for 2023 and 2024 use it too. */
const REQUESTS = requestsTable([result('other', OTHER)]);

/** The form of 国办公开办函〔2019〕60号. Its equations number 37 + 3. */
export const form2019 = defineForm({
  id: '2019',
  notice: DOCUMENTS['form-2019'],
  since: 2019,
  sections: SECTIONS,
  tables: { proactive: PROACTIVE, requests: REQUESTS, review: REVIEW },
  // No known notice asks for the five aspects before 2020.
  overview: { aspects: OVERVIEW_ASPECTS, since: 2020, byName: false },
  statesFees: false,
  fillsEveryCell: false,
});
