import { type Draft, type DraftOptions, draft } from './draft.ts';
import { layoutNamed, type TestLayout } from './layouts.ts';

/** The ways in which prose is written: a paragraph a line, broken at 30 characters, and after a NFKC normalisation. */
export const PROSE_CASES: readonly {
  readonly name: string;
  readonly layout: TestLayout;
  readonly width: 'full' | 'half';
}[] = [
  { name: 'plain lines', layout: layoutNamed('pipe-rows'), width: 'full' },
  { name: 'hard wraps', layout: layoutNamed('space-rows, PDF'), width: 'full' },
  { name: 'half-width marks', layout: layoutNamed('pipe-cells'), width: 'half' },
  { name: 'hard wraps and half-width marks', layout: layoutNamed('space-rows, PDF'), width: 'half' },
];

/** A 2024 report whose prose is short and known, with one sentence more in one of its parts. */
export const reportSaying = (part: 0 | 1 | 5 | 6, sentence: string, options: DraftOptions = {}): Draft =>
  draft({
    year: 2024,
    prose: { preface: [PREFACE], overview: OVERVIEW, problems: ['公开内容还不够丰富。'], signOff: [] },
    say: { [part]: sentence },
    ...options,
  });

export const PREFACE = '本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。';
export const OVERVIEW = [
  '（一）主动公开。2024年，主动公开政府信息96条。',
  '（二）依申请公开。按时答复申请人。',
  '（三）政府信息管理。坚持先审查后公开。',
  '（四）政府信息公开平台建设。优化专栏布局。',
  '（五）监督保障。组织业务培训2次。',
];
