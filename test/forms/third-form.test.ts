import { describe, expect, it } from 'vitest';
import { defineForm } from '../../server/src/forms/define.ts';
import type { KnownDocument } from '../../server/src/forms/documents.ts';
import { type Form, type FormBlock, type FormTable, STATUTORY_FORMS } from '../../server/src/forms/index.ts';
import { lint, readReport } from '../../server/src/index.ts';
import { alarms } from '../support/check.ts';
import { type DraftOptions, draft } from '../support/draft.ts';
import { LAYOUTS, layoutNamed } from '../support/layouts.ts';

/**
 * A form that nobody has issued: other words for what was issued and decided, a row more under （六）其他处理. The rest
 * of the product knows nothing of it but what is written here.
 */
const [, FORM_2021] = STATUTORY_FORMS as readonly [Form, Form];

const NOTICE: KnownDocument = {
  id: 'form-2026',
  title: '关于编制新版年度工作报告的通知',
  issuer: '国务院办公厅政府信息与政务公开办公室',
  number: '国办公开办函〔2026〕77号',
  parts: { organ: '国办公开办函', year: 2026, serial: 77 },
  issued: '2026-10-01',
  inForce: '2026-10-01',
  cited: /^(?:国务院办公厅政府信息与政务公开办公室)?关于编制新版年度工作报告的通知$/,
};

const NEW_LABELS: Readonly<Record<string, string>> = {
  made: '当年印发件数',
  repealed: '当年废止件数',
  valid: '年末有效件数',
  decisions: '当年作出决定数量',
};

const relabelled = (block: FormBlock): FormBlock => ({
  ...block,
  columns: block.columns.map((column) => ({ ...column, label: NEW_LABELS[column.key] ?? column.label })),
});

const withRow = (table: FormTable): FormTable => ({
  ...table,
  blocks: table.blocks.map((block) => ({
    ...block,
    rows: block.rows.flatMap((row) =>
      row.key === 'other.misc'
        ? [
            { ...row, key: 'other.withdrawn', label: '3.申请人自行撤回申请' },
            { ...row, label: '4.其他' },
          ]
        : [row],
    ),
  })),
});

const THIRD = defineForm({
  ...FORM_2021,
  id: '2026',
  notice: NOTICE,
  since: 2026,
  tables: {
    proactive: { ...FORM_2021.tables.proactive, blocks: FORM_2021.tables.proactive.blocks.map(relabelled) },
    requests: withRow(FORM_2021.tables.requests),
    review: FORM_2021.tables.review,
  },
});

/** The rules on what must add up. */
const SUMS: readonly string[] = ['table/broken-total', 'table/identity'];

const FORMS = [...STATUTORY_FORMS, THIRD];

const check = (options: DraftOptions, forms = FORMS) => {
  const { text, format } = draft(options);
  return { text, result: lint(text, { format, forms }) };
};

const rulesIn = ({ result }: ReturnType<typeof check>): string[] => alarms(result).map(({ rule }) => rule);

describe('a third form, added to the list', () => {
  it.each(LAYOUTS)('is read and found right in $name', (layout) => {
    const checked = check({ form: THIRD, layout, seed: 7 });
    expect(rulesIn(checked)).toEqual([]);
    expect(checked.result.form).toBe('2026');
    const sums = checked.result.outcomes.filter(({ rule }) => SUMS.includes(rule));
    expect(sums.length).toBe(THIRD.equations.length);
    expect(sums.filter(({ status }) => status !== 'passed')).toEqual([]);
  });

  it('has its own sums: a wrong number in the row that only it has is found', () => {
    const cells = { 'requests/other.withdrawn/natural': '999' } as const;
    const checked = check({ form: THIRD, cells, seed: 7 });
    const found = alarms(checked.result).filter(({ rule }) => rule === 'table/broken-total');
    expect(found.length).toBeGreaterThan(0);
    expect(found.some(({ message }) => message.includes('3.申请人自行撤回申请') || message.includes('999'))).toBe(true);
  });

  it('judges what there is at the year’s end by the columns that say so', () => {
    const cells = {
      'proactive/normative/made': '12',
      'proactive/normative/repealed': '1',
      'proactive/normative/valid': '2',
    } as const;
    expect(rulesIn(check({ form: THIRD, cells, prose: {} }))).toContain('table/impossible-valid');
  });

  it('takes a year’s report from no other form: those of 2025 and 2020 are as they were', () => {
    for (const [form, year] of [
      ['2021', 2025],
      ['2019', 2020],
    ] as const) {
      const checked = check({ form, year, seed: 9 });
      expect(rulesIn(checked)).toEqual([]);
      expect(checked.result.form).toBe(form);
    }
  });

  it('is missed where the tables and the notice are still the old ones', () => {
    const checked = check({ form: '2021', year: 2026, seed: 9 });
    expect(checked.result.form).toBe('2021');
    const rules = rulesIn(checked);
    expect(rules).toContain('structure/form-mismatch');
    expect(rules).toContain('term/wrong-form-basis');
    const mismatch = checked.result.problems.find(({ rule }) => rule === 'structure/form-mismatch');
    expect(mismatch?.message).toContain(NOTICE.number);
    const basis = checked.result.problems.find(({ rule }) => rule === 'term/wrong-form-basis');
    expect(basis?.message).toContain(NOTICE.number);
  });

  it('tells its requests table by the row that it has more', () => {
    const { text } = draft({ form: THIRD, layout: layoutNamed('pipe-rows') });
    const report = readReport(text, { forms: FORMS });
    expect(report.tables.requests?.form).toBe(THIRD.tables.requests);
    expect(report.tables.requests?.rows.length).toBe(26);
  });

  it('is no form without being in the list', () => {
    const checked = check({ form: THIRD, seed: 7 }, [...STATUTORY_FORMS]);
    expect(checked.result.form).not.toBe('2026');
    expect(rulesIn(checked).length).toBeGreaterThan(0);
  });
});
