import { describe, expect, it } from 'vitest';
import { readReport } from '../../server/src/index.ts';
import { cellIn } from '../../server/src/report/find.ts';
import { sliceOf, squeeze } from '../support/check.ts';
import { draft } from '../support/draft.ts';
import { ISSUERS } from '../support/issuers.ts';
import { LAYOUTS } from '../support/layouts.ts';

/** A department, a government and a township: the ends that a title's issuer may have. */
const BODIES = [0, 5, 7].flatMap((index) => ISSUERS[index] ?? []);

const NUMBERS = [1, 2, 3, 4, 5, 6];

describe.each(LAYOUTS)('structure of $name', (layout) => {
  it.each([1, 2, 3] as const)('reads a title over %i lines', (title) => {
    for (const issuer of BODIES) {
      const written = draft({ layout, title, issuer });
      const found = readReport(written.text, { format: written.format }).title;
      expect(found).toMatchObject({ issuer: issuer.name, lines: title });
      expect(found?.year?.value).toBe(written.year);
      expect(found?.year && squeeze(sliceOf(written.text, found.year.span))).toBe(String(written.year));
    }
  });

  it('finds no title where there is none', () => {
    const { text, format } = draft({ layout, title: 0 });
    const report = readReport(text, { format });
    expect(report.title).toBeUndefined();
    expect(report.year).toBe(2024);
  });

  it.each(['numbered', 'unnumbered', 'hash'] as const)('finds six %s headings', (headings) => {
    const written = draft({ layout, headings });
    const report = readReport(written.text, { format: written.format });
    expect(report.sections.map(({ number }) => number)).toEqual(NUMBERS);
    for (const { heading } of report.sections) {
      expect(heading.match).toBe('same');
      expect(heading.ordinal === undefined).toBe(headings === 'unnumbered');
      expect(squeeze(sliceOf(written.text, heading.titleSpan))).toBe(heading.title);
      expect(squeeze(sliceOf(written.text, heading.span))).toBe(`${heading.ordinal?.text ?? ''}${heading.title}`);
    }
  });

  it.each([
    ['一、 总体情况', 1],
    ['一.总体情况', 1],
    ['第一部分 总体情况', 1],
    ['**一、总体情况**', 1],
    ['一、概述', 1],
    ['一、总体情況', 1],
    ['四、政府信息公开行政复议及行政诉讼情况', 4],
    ['五、存在问题及改进情况', 5],
    ['六、其他报告事项', 6],
  ] as const)('takes %s for a heading', (heading, number) => {
    const { text, format } = draft({ layout, headings: { [number]: heading } });
    const report = readReport(text, { format });
    expect(report.sections.map((section) => section.number)).toEqual(NUMBERS);
  });

  it('takes a preface that lists the sections for prose', () => {
    for (const headings of ['numbered', 'unnumbered'] as const) {
      const { text, format } = draft({ layout, headings, preface: 'lists-sections' });
      const report = readReport(text, { format });
      expect(report.sections.map(({ number }) => number)).toEqual(NUMBERS);
      expect(report.prose[0]?.text).toContain('六个部分组成');
    }
  });

  it('passes over a table of contents', () => {
    for (const headings of ['numbered', 'unnumbered'] as const) {
      const { text, format } = draft({ layout, headings, contents: true });
      const report = readReport(text, { format });
      expect(report.sections.map(({ number }) => number)).toEqual(NUMBERS);
      expect(report.prose.find(({ text: prose }) => prose.includes('编制本报告'))?.section).toBe(0);
    }
  });

  it('takes （一）主动公开政府信息情况 for an aspect and not for section two', () => {
    const overview = ['（一）主动公开政府信息情况', '全年公开政府信息12条。', '（二）依申请公开。未收到申请。'];
    const { text, format } = draft({ layout, prose: { overview } });
    expect(readReport(text, { format }).sections.map(({ number }) => number)).toEqual(NUMBERS);
  });

  it('reads tables whose headings were lost', () => {
    const written = draft({ layout, headings: { 2: '', 3: '', 4: '' }, seed: 31 });
    const report = readReport(written.text, { format: written.format });
    expect(report.sections.map(({ number }) => number)).toEqual([1, 5, 6]);
    const read = [...written.printed].map(([id]) => [id, cellIn(report, id)?.raw]);
    expect(read).toEqual([...written.printed]);
  });
});
