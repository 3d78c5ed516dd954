import type { Problem, ProblemFix } from '../../server/src/check/lint.ts';
import type { CellId } from '../../server/src/forms/index.ts';
import { type LintResult, lint, offeredFixes, readReport } from '../../server/src/index.ts';
import type { Report, TextFormat } from '../../server/src/report/report.ts';
import type { RuleId } from '../../server/src/rules/rule.ts';
import { applyEdits, touches } from '../../server/src/text/span.ts';
import { alarms } from './check.ts';
import { type Mutant, mutant } from './mutations.ts';
import { randomFrom } from './random.ts';

// What a fix that was offered does to a draft, judged without the trial by which it came to be offered.

/** Places that a fix makes for what only the author knows; the title says that they are left to be filled in. */
const LEFT_TO_WRITE = /之后还有 \d+ 处要填写|待填|填写|空白/;
const ASKS: ReadonlySet<RuleId> = new Set([
  'text/placeholder',
  'structure/empty-section',
  'structure/missing-fee-statement',
  'table/empty-cell',
]);
/** A title that says that something goes away. */
const TAKES_AWAY = /删|去掉|合并|换成|改为|移|并为|恢复|写成|替换/;

interface Judged {
  readonly report: Report;
  readonly result: LintResult;
}

const judge = (text: string, format: TextFormat): Judged => ({
  report: readReport(text, { format }),
  result: lint(text, { format }),
});

/** @returns what is worse afterwards, in a word or two */
function harmOf(before: Judged, problem: Problem, fix: ProblemFix, title: string): string[] {
  const { text, format } = before.report;
  const mended = applyEdits(text, fix.edits).text;
  const after = judge(mended, format);
  const harm: string[] = [];
  if (mended === text || !isGone(problem, before.result, after.result)) harm.push('finding stays');
  for (const rule of newAlarms(before.result, after.result)) {
    if (!ASKS.has(rule) || !LEFT_TO_WRITE.test(title)) harm.push(`new ${rule}`);
  }
  const cell = changedCell(before.report, after.report, fix);
  if (cell) harm.push(`cell ${cell}`);
  if (!TAKES_AWAY.test(title) && takesText(text, fix)) harm.push('text lost');
  return harm;
}

const said = ({ rule, messageId, message }: Problem): string => `${rule} ${messageId} ${message}`;

/** Fewer findings of the rule, or fewer that say just this. */
function isGone(problem: Problem, before: LintResult, after: LintResult): boolean {
  const count = ({ problems }: LintResult, same: (each: Problem) => boolean): number => problems.filter(same).length;
  const ofRule = (each: Problem): boolean => each.rule === problem.rule;
  const equal = (each: Problem): boolean => said(each) === said(problem);
  return count(after, ofRule) < count(before, ofRule) || count(after, equal) < count(before, equal);
}

function newAlarms(before: LintResult, after: LintResult): RuleId[] {
  const left = new Map<RuleId, number>();
  for (const { rule } of alarms(before)) left.set(rule, (left.get(rule) ?? 0) + 1);
  return alarms(after).flatMap(({ rule }) => {
    const known = left.get(rule) ?? 0;
    left.set(rule, known - 1);
    return known > 0 ? [] : [rule];
  });
}

/** A cell that no edit touches says something else, or is gone. */
function changedCell(before: Report, after: Report, fix: ProblemFix): CellId | undefined {
  for (const table of Object.values(before.tables)) {
    const now = after.tables[table.id];
    if (now && now.form !== table.form) continue;
    for (const { id, raw, span } of table.cells.values()) {
      if (fix.edits.some((edit) => touches(edit.span, span))) continue;
      if (now?.cells.get(id)?.raw.trim() !== raw.trim()) return id;
    }
  }
  return undefined;
}

/** More than a cell's content is taken out and not written again. */
const MOST_TAKEN = 12;

function takesText(text: string, { edits }: ProblemFix): boolean {
  const content = (piece: string): string => piece.replace(/<(?:"[^"]*"|[^>"])*>|&#?\w+;|[\s|\u3000]+/g, '');
  const written = content(edits.map(({ newText }) => newText).join(''));
  return edits.some(({ span }) =>
    text
      .slice(span.start, span.end)
      .split(/\r?\n/)
      .some((line) => content(line).length > MOST_TAKEN && !written.includes(content(line))),
  );
}

export interface FixRun {
  readonly drafts: number;
  readonly proposed: number;
  readonly offered: number;
  /** How often, by the rule and what it does. */
  readonly harmful: ReadonlyMap<string, readonly string[]>;
}

/** Every fix that is offered for so many spoilt reports, one at a time: what a menu, and what a list of findings holds. */
export function runFixes(drafts: number, seed: number): FixRun {
  const harmful = new Map<string, string[]>();
  let proposed = 0;
  let offered = 0;
  for (let index = 0; index < drafts; index++) {
    const spoilt: Mutant = mutant(randomFrom(seed + index));
    const before = judge(spoilt.text, spoilt.format);
    const fixesOf = offeredFixes(spoilt.text, { format: spoilt.format });
    for (const problem of before.result.problems) {
      proposed += problem.fixes.length;
      for (const { fix, title } of fixesOf(problem)) {
        offered++;
        for (const what of harmOf(before, problem, fix, title)) {
          const key = `${problem.rule}: ${what}`;
          harmful.set(key, [...(harmful.get(key) ?? []), `seed ${seed + index}, ${title}, ${spoilt.from}`]);
        }
      }
    }
  }
  return { drafts, proposed, offered, harmful };
}
