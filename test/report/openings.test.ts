import { describe, expect, it } from 'vitest';
import { isReport, lint, readReport } from '../../server/src/index.ts';
import { alarms, named } from '../support/check.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';

const [layout] = LAYOUTS;

describe('a title', () => {
  it.each([
    ['青溪县水利局政府信息公开工作年度报告（2024年度）', '青溪县水利局', 2024],
    ['青溪县水利局政府信息公开工作年度报告(2024)', '青溪县水利局', 2024],
    ['青溪县水利局2024年政府信息公开工作年度报告 | | |', '青溪县水利局', 2024],
    ['| 青溪县水利局2024年政府信息公开工作年度报告 |', '青溪县水利局', 2024],
    ['青溪县水利局关于2024年度政府信息公开工作情况的报告', '青溪县水利局', 2024],
    ['青溪县水利局2024年政府信息公开工作报告', '青溪县水利局', 2024],
    ['青溪县水利局2024年度政府信息公开年报', '青溪县水利局', 2024],
    ['**青溪县水利局 2024 年政府信息公开工作年度报告**', '青溪县水利局', 2024],
  ])('is %s', (title, issuer, year) => {
    expect(isReport(`${title}\n`)).toBe(true);
    const report = readReport(draft({ layout, title: [title] }).text);
    expect(report.title?.issuer).toBe(issuer);
    expect(report.title?.year?.value).toBe(year);
    expect(report.text.slice(report.title?.span.start, report.title?.span.end)).not.toMatch(/^[|\s*]|[|\s*]$/);
  });

  it.each([
    '关于做好2024年政府信息公开工作年度报告编制工作的通知',
    '青溪县水利局2024年工作报告',
    '关于印发2024年政府信息公开工作要点的通知',
  ])('is not %s', (line) => {
    expect(isReport(`${line}\n`)).toBe(false);
  });
});

describe('a report whose line breaks are lost', () => {
  const { text } = draft({ layout, withoutTable: [2, 3, 4] });
  const oneLine = text.replace(/\n+/g, '');

  it('is recognised, and its title and headings are found where they stand', () => {
    expect(isReport(oneLine)).toBe(true);
    const report = readReport(oneLine);
    expect(report.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const { heading } of report.sections) {
      expect(oneLine.slice(heading.titleSpan.start, heading.titleSpan.end)).toBe(heading.title);
    }
    expect(report.title?.issuer).toBe(readReport(text).title?.issuer);
    expect(report.prose.map((prose) => prose.text).join('')).toBe(
      readReport(text)
        .prose.map((prose) => prose.text)
        .join(''),
    );
  });

  it('is told of nothing that it has', () => {
    const rules = named(oneLine, alarms(lint(oneLine))).join();
    expect(rules).not.toMatch(/missing-section|missing-title|heading|section-order/);
  });

  it('is left as it is when a sentence lists the headings', () => {
    const listed = draft({ layout, preface: 'lists-sections' }).text;
    expect(readReport(listed).sections).toHaveLength(6);
    expect(alarms(lint(listed))).toEqual([]);
  });
});
