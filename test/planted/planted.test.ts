import { describe, expect, it } from 'vitest';
import type { Problem } from '../../server/src/check/lint.ts';
import { alarms, check, found, lineAt } from '../support/check.ts';
import { type Draft, type DraftOptions, draft } from '../support/draft.ts';
import { LAYOUTS, type TestLayout } from '../support/layouts.ts';
import type { Fault } from './fault.ts';
import { FAULTS } from './faults.ts';

/** Correct reports into which one fault is planted: in every layout, the fault is found under its rule on its line. */
const base = (layout: TestLayout): DraftOptions => ({ layout, seed: 4, year: 2024 });

const planted = (fault: Fault, layout: TestLayout): Draft => {
  const options = base(layout);
  return draft({ ...options, ...fault.plant(draft(options)) });
};

/** Words as they may stand in any layout: wrapped, with blanks around numbers, with tags and entities between. */
function placeOfWords(text: string, words: string): { start: number; end: number } {
  const between = '(?:\\s|<[^>]{0,200}>|&nbsp;|&#\\d+;)*';
  const pattern = [...words].map((char) => char.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join(between);
  const match = new RegExp(pattern).exec(text);
  if (!match) throw new Error(`the draft does not say ${words}`);
  return { start: match.index, end: match.index + match[0].length };
}

function lines(written: Draft, { at }: Fault): { from: number; to: number } {
  const { text } = written;
  if ('label' in at) return { from: written.labelLine(at.label), to: written.labelLine(at.label) };
  const place = 'cell' in at ? written.cellAt(at.cell) : lastPlace(text, at.words);
  // A blank has no characters of its own: with a pipe a line it stands between lines.
  const blank = place.start === place.end ? 2 : 0;
  return { from: lineAt(text, place.start), to: lineAt(text, place.end) + blank };
}

/** A heading's words also stand in a preface that lists the sections: the last place is the real one. */
function lastPlace(text: string, words: string): { start: number; end: number } {
  let from = 0;
  let place = placeOfWords(text, words);
  for (let next: typeof place | undefined = place; next; ) {
    place = { start: from + next.start, end: from + next.end };
    from = place.end;
    try {
      next = placeOfWords(text.slice(from), words);
    } catch {
      next = undefined;
    }
  }
  return place;
}

const says = (text: string, problems: readonly Problem[]): string[] =>
  problems.map(({ rule, span, message }) => `${rule}@${lineAt(text, span.start)} ${message}`);

describe('correct drafts', () => {
  it.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('raise no alarm: %s', (_name, layout) => {
    const written = draft(base(layout));
    expect(says(written.text, alarms(check(written)))).toEqual([]);
  });
});

describe.each(FAULTS.map((fault) => [fault.name, fault] as const))('planted: %s', (_name, fault) => {
  const layouts = LAYOUTS.filter(({ showsBlanks }) => showsBlanks || !fault.needsBlanks);
  it.each(layouts.map((layout) => [layout.name, layout] as const))('is found in %s', (_layout, layout) => {
    const written = planted(fault, layout);
    const result = check(written);
    const own = found(result, fault.rule);
    const { from, to } = lines(written, fault);
    const onLine = own.filter(
      ({ span }) => lineAt(written.text, span.start) <= to && lineAt(written.text, span.end) >= from,
    );
    expect(onLine.length, `line ${from}: ${says(written.text, result.problems).join('\n')}`).toBeGreaterThan(0);
    const others = alarms(result).filter((problem) => problem !== onLine[0]);
    const expected = [...(fault.more ?? [])];
    const further = others.filter(({ rule }) => {
      const index = expected.indexOf(rule);
      if (index >= 0) expected.splice(index, 1);
      return index < 0;
    });
    expect(says(written.text, further).length, says(written.text, further).join('\n')).toBeLessThanOrEqual(1);
  });
});

it('covers every group of rules with at least forty faults', () => {
  expect(FAULTS.length).toBeGreaterThanOrEqual(40);
  const groups = new Set(FAULTS.map(({ rule }) => rule.slice(0, rule.indexOf('/'))));
  expect([...groups].sort()).toEqual([
    'consistency',
    'date',
    'numbering',
    'peer',
    'privacy',
    'punct',
    'structure',
    'table',
    'term',
    'text',
  ]);
});
