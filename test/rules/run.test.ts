import { describe, expect, it } from 'vitest';
import { RunMemory } from '../../server/src/check/run.ts';
import { Memory } from '../../server/src/report/memory.ts';
import { perReport } from '../../server/src/report/per-report.ts';
import { readReport } from '../../server/src/report/read.ts';
import type { Report } from '../../server/src/report/report.ts';
import { failed, passed, type Rule, type RuleMeta } from '../../server/src/rules/rule.ts';
import { lexical } from '../../server/src/rules/support/lexical.ts';
import { hitsOf } from '../../server/src/rules/support/wording.ts';
import { draft } from '../support/draft.ts';

const WORDS = lexical(/松石/g);
const lengthOf = perReport(({ prose }) => prose.map(({ text }) => text).join('').length);
const HEAD = { start: 0, end: 5 };

const context = {
  allowedTerms: new Set<string>(),
  fileName: undefined,
  knownRules: new Set<string>(),
  staleNames: () => [],
};

const NO_WORDS = { zh: '', en: '' };
const meta: RuleMeta = {
  id: 'test/test',
  title: NO_WORDS,
  severity: 'hint',
  basis: '',
  fix: 'none',
  messages: { found: NO_WORDS },
};

/** The report before and after an edit, and how often a rule that looks at one thing is asked about the second. */
function askedAgain(look: (report: Report) => unknown, edit: (text: string) => string): number {
  let asked = 0;
  const rule: Rule = {
    meta,
    *check(report) {
      asked++;
      look(report);
      yield passed('');
    },
  };
  const { text } = draft({ say: { 5: '松石镇另有安排。' } });
  const [reading, runs] = [new Memory(), new RunMemory()];
  runs.next(readReport(text, {}, reading))(rule, context);
  asked = 0;
  runs.next(readReport(edit(text), {}, reading))(rule, context);
  return asked;
}

const LOOKS: Readonly<Record<string, (report: Report) => unknown>> = {
  nothing: () => undefined,
  tables: ({ tables }) => tables,
  cell: (report) => report.cell('requests/new/natural'),
  prose: ({ prose }) => prose,
  note: lengthOf,
  hits: (report) => hitsOf(report, WORDS),
  head: (report) => report.slice(HEAD),
  text: ({ text }) => text,
};

const inTable = (text: string) => text.replace(/(总计.*)\b0\b/, '$17');
const inProse = (text: string) => text.replace('另有安排', '另有一些安排');
const nearby = (text: string) => text.replace(/(五、[^\n]*\n)/, '$1另有一段。\n');
const atHead = (text: string) => `　${text}`;

describe('a rule is asked again', () => {
  it.each([
    ['a number in a table', inTable, ['tables', 'cell', 'text']],
    ['the paragraph where it found something', inProse, ['prose', 'note', 'hits', 'text']],
    ['a paragraph before it, which moves the hits', nearby, ['prose', 'note', 'hits', 'text']],
    ['the very beginning', atHead, ['head', 'text']],
  ])('after an edit of %s, when it looked there', (_, edit, expected) => {
    const asked = Object.keys(LOOKS).filter((name) => askedAgain(LOOKS[name] ?? (() => 0), edit) > 0);
    expect(asked).toEqual(expected);
  });

  it('not when it looked at the tables and they only moved', () => {
    expect(askedAgain(({ tables }) => tables, atHead)).toBe(0);
  });
});

it('what a rule said moves along with the text behind an edit, over several edits', () => {
  const rule: Rule = {
    meta,
    *check(report) {
      for (const { span } of hitsOf(report, WORDS)) {
        const edits = [{ span, newText: '' }];
        yield failed('', {
          messageId: 'found',
          span,
          related: [{ span, message: NO_WORDS }],
          fixes: [{ title: NO_WORDS, edits, kind: 'safe' }],
        });
      }
    },
  };
  const [reading, runs] = [new Memory(), new RunMemory()];
  const { text } = draft({ say: { 5: '松石镇另有安排。' } });
  const versions = [text, `甲${text}`, `甲乙${text}`, `${text}\n附件`, inTable(text)];
  for (const version of versions) {
    const { failures } = runs.next(readReport(version, {}, reading))(rule, context);
    const [finding] = failures.map(({ finding }) => finding);
    const start = version.indexOf('松石');
    const span = { start, end: start + 2 };
    expect([finding?.span, finding?.related?.[0]?.span, finding?.fixes?.[0]?.edits[0]?.span]).toEqual([
      span,
      span,
      span,
    ]);
  }
});

it('a finding may have more edits than a call takes arguments', () => {
  const edits = Array.from({ length: 300_000 }, () => ({ span: HEAD, newText: '' }));
  const rule: Rule = {
    meta,
    check: () => [
      failed('', { messageId: 'found', span: HEAD, fixes: [{ title: NO_WORDS, edits, kind: 'suggestion' }] }),
    ],
  };
  const runs = new RunMemory();
  const { text } = draft();
  runs.next(readReport(text))(rule, context);
  expect(runs.next(readReport(`${text}\n`))(rule, context).failures).toHaveLength(1);
});
