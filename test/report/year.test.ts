import { describe, expect, it } from 'vitest';
import { readReport } from '../../server/src/index.ts';
import { draft } from '../support/draft.ts';
import { DEPARTMENT } from '../support/issuers.ts';

const titled = (year: number): readonly string[] => [`${DEPARTMENT.name}${year}年政府信息公开工作年度报告`];
const period = (year: number): string => `本报告数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;

describe('the report year', () => {
  it('is what two of title, period and prose say', () => {
    const overview = ['2023年，主动公开政府信息8条。'];
    const forgottenTitle = draft({ year: 2023, title: titled(2022), prose: { preface: [period(2023)], overview } });
    expect(readReport(forgottenTitle.text).year).toBe(2023);
    const forgottenPeriod = draft({ year: 2023, title: titled(2023), prose: { preface: [period(2022)], overview } });
    expect(readReport(forgottenPeriod.text).year).toBe(2023);
  });

  it('is the option, whatever the text says', () => {
    expect(readReport(draft({ year: 2024 }).text, { year: 2022 }).year).toBe(2022);
  });

  it('comes from no document number and no title of a law', () => {
    const preface = ['依据国办公开办函〔2021〕30号和《某县2019年行动方案》编制。'];
    const overview = ['没有写明年份的一段话，公开信息8条。'];
    const prose = { preface, overview, problems: ['内容不够丰富。'], other: ['无。'], signOff: [] };
    expect(readReport(draft({ title: 0, prose }).text).year).toBeUndefined();
  });

  it('is read with the blanks and full-width digits that a paste brings', () => {
    for (const year of ['2 0 2 4', '２０２４', '2024 ']) {
      const title = [`${DEPARTMENT.name}${year}年政府信息公开工作年度报告`];
      expect(readReport(draft({ title }).text).title?.year?.value, year).toBe(2024);
    }
  });
});

describe('the form', () => {
  it('follows the labels of table two, not the year', () => {
    const report = readReport(draft({ form: '2019', year: 2022, requestRows: 25 }).text);
    expect(report.form.id).toBe('2019');
    expect(report.formBy).toBe('labels');
  });

  it('follows the year where no table decides', () => {
    const without = { withoutTable: [2, 3, 4] as const };
    expect(readReport(draft({ year: 2020, form: '2021', ...without }).text)).toMatchObject({
      formBy: 'year',
      year: 2020,
    });
    expect(readReport(draft({ year: 2020, ...without }).text).form.id).toBe('2019');
    expect(readReport(draft({ year: 2023, ...without }).text).form.id).toBe('2021');
  });
});
