import { describe, expect, it } from 'vitest';
import { FORMS, headingOf, type SectionNumber } from '../../../server/src/forms/index.ts';
import { lint, readReport } from '../../../server/src/index.ts';
import { alarms, applyFix, found, only, squeeze } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { expectMended } from '../../support/fixes.ts';
import { LAYOUTS } from '../../support/layouts.ts';

/** Only the line of a heading was lost: what stands below it is all there, and the heading belongs above it. */

const RULE = 'structure/missing-section';
const OTHER = [
  '依据《政府信息公开信息处理费管理办法》，本年度发出收费通知0件，收取信息处理费0元。',
  '承办建议提案3件，均按期公开答复。',
];

const titleOf = (number: SectionNumber): string => FORMS['2021'].sections[number - 1]?.title ?? '';

function without(lost: readonly SectionNumber[], options: Parameters<typeof draft>[0]) {
  const whole = draft({ prose: { other: OTHER }, ...options });
  const headings = readReport(whole.text, { format: whole.format }).sections.filter(({ number }) =>
    lost.includes(number),
  );
  // From the last on, so that the offsets of those before stay.
  const text = headings.reduceRight((rest, { heading }) => {
    const from = rest.lastIndexOf('\n', heading.span.start) + 1;
    const to = rest.indexOf('\n', heading.span.end);
    return whole.format === 'html' && !rest.slice(from, to).endsWith('>')
      ? rest.slice(0, heading.span.start) + rest.slice(heading.span.end)
      : rest.slice(0, from) + rest.slice(to + 1);
  }, whole.text);
  return { ...whole, whole: whole.text, text };
}

/** A page's number may stand above a heading or below it. */
const content = (text: string): string => squeeze(text.replace(/^\s*-\s?\d+\s?-\s*$/gm, '')).replaceAll('#', '');

const CASES = LAYOUTS.filter(({ id }) => id !== 'html').flatMap((layout) =>
  ([1, 2, 3, 4, 5, 6] as const).map((number) => ({ name: `${titleOf(number)} in ${layout.name}`, layout, number })),
);

describe('the heading alone is lost', () => {
  it.each(CASES)('$name: it is put back where it stood', ({ layout, number }) => {
    const { text, format, whole, form } = without([number], { layout });
    const problem = only(found(lint(text, { format }), RULE));
    const fix = only(problem.fixes);
    const mended = expectMended(text, problem, fix, format);
    const section = form.sections[number - 1];
    expect(fix.title).toContain(section ? headingOf(section) : '');
    expect(content(mended)).toBe(content(whole));
  });

  it('of two sections: each finds its own place', () => {
    const { text, whole } = without([1, 2], {});
    const fixes = found(lint(text), RULE).flatMap((each) => each.fixes);
    const mended = fixes.reduceRight((rest, fix) => applyFix(rest, fix), text);
    expect(squeeze(mended)).toBe(squeeze(whole));
  });

  it('and a signature stands at the end: 六 comes above it', () => {
    const signed = `${draft({ prose: { other: OTHER } }).text}青禾县水务局\n2025年1月20日\n`;
    const text = signed.replace('六、其他需要报告的事项\n', '');
    const problem = only(found(lint(text), RULE));
    expect(applyFix(text, only(problem.fixes))).toBe(signed);
  });
});

describe('heading and content are lost', () => {
  it('六: it is begun above the signature, and no sentence is put into its mouth', () => {
    const text = `${draft({ sections: [1, 2, 3, 4, 5] }).text}青禾县水务局\n2025年1月20日\n`;
    const fix = only(only(found(lint(text), RULE)).fixes);
    const mended = applyFix(text, fix);
    expect(mended.indexOf('六、其他需要报告的事项')).toBeLessThan(mended.indexOf('青禾县水务局\n2025年'));
    expect(mended).not.toContain('无其他需要报告的事项');
    expect(fix.title).toContain('待填写');
    expect(alarms(lint(mended)).map(({ rule }) => rule)).not.toContain(RULE);
  });
});
