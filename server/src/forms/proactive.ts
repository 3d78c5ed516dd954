import type { CellKind, FormColumn, FormRow, FormTable } from './form.ts';

/** 第二部分: 主动公开政府信息情况. The forms differ most here, so these labels decide which form a draft uses. */

export const CORNER = '信息内容';
/** The captions of the blocks. */
export const ON_DOCUMENTS = '第二十条第（一）项';
export const ON_LICENCES = '第二十条第（五）项';
export const ON_PENALTIES = '第二十条第（六）项';
export const ON_FEES = '第二十条第（八）项';
export const ON_PROCUREMENT = '第二十条第（九）项';

export const column = (
  key: string,
  label: string,
  kind: CellKind,
  unit: string,
  more?: Pick<FormColumn, 'aliases' | 'role'>,
): FormColumn => ({ key, label, kind, unit, ...more });
export const row = (key: string, label: string, more?: Partial<FormRow>): FormRow => ({ key, label, ...more });

/** The table with the items that one form prints in it: a block for each item of article 20. */
export const proactiveTable = (blocks: FormTable['blocks']): FormTable => ({
  id: 'proactive',
  section: 2,
  title: '主动公开政府信息情况表',
  blocks,
});
