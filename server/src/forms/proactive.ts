import type { CellKind, FormColumn, FormRow, FormTable } from './form.ts';

/** 第二部分: 主动公开政府信息情况. The two forms differ most here, so these labels decide which form a draft uses. */

const CORNER = '信息内容';
const DOCUMENTS = '第二十条第（一）项';
const LICENCES = '第二十条第（五）项';
const PENALTIES = '第二十条第（六）项';
const FEES = '第二十条第（八）项';
const PROCUREMENT = '第二十条第（九）项';

const column = (
  key: string,
  label: string,
  kind: CellKind,
  unit: string,
  more?: Pick<FormColumn, 'aliases' | 'role'>,
): FormColumn => ({ key, label, kind, unit, ...more });
const row = (key: string, label: string, more?: Partial<FormRow>): FormRow => ({ key, label, ...more });

const table = (blocks: FormTable['blocks']): FormTable => ({
  id: 'proactive',
  section: 2,
  title: '主动公开政府信息情况表',
  blocks,
});

const decisions2021 = [column('decisions', '本年处理决定数量', 'count', '件')];

export const PROACTIVE_2021 = table([
  {
    key: 'documents',
    caption: DOCUMENTS,
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
    caption: LICENCES,
    corner: CORNER,
    columns: decisions2021,
    rows: [row('licence', '行政许可')],
  },
  {
    key: 'penalties',
    caption: PENALTIES,
    corner: CORNER,
    columns: decisions2021,
    rows: [row('penalty', '行政处罚'), row('coercion', '行政强制')],
  },
  {
    key: 'fees',
    caption: FEES,
    corner: CORNER,
    columns: [column('amount', '本年收费金额（单位：万元）', 'amount', '万元', { aliases: ['本年收费金额'] })],
    rows: [row('fees', '行政事业性收费')],
  },
]);

const items = [column('lastYearItems', '上一年项目数量', 'count', '项'), column('change', '本年增/减', 'change', '项')];
const decisions2019 = [...items, column('decisions', '处理决定数量', 'count', '件')];

export const PROACTIVE_2019 = table([
  {
    key: 'documents',
    caption: DOCUMENTS,
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
    caption: LICENCES,
    corner: CORNER,
    columns: decisions2019,
    rows: [row('licence', '行政许可'), row('otherServices', '其他对外管理服务事项')],
  },
  {
    key: 'penalties',
    caption: PENALTIES,
    corner: CORNER,
    columns: decisions2019,
    rows: [row('penalty', '行政处罚'), row('coercion', '行政强制')],
  },
  { key: 'fees', caption: FEES, corner: CORNER, columns: items, rows: [row('fees', '行政事业性收费')] },
  {
    key: 'procurement',
    caption: PROCUREMENT,
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
