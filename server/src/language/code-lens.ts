import type { CodeLens } from 'vscode-languageserver-types';
import type { LintResult, Problem } from '../check/lint.ts';
import type { Table } from '../report/report.ts';
import { tableLinesSpan } from '../rules/support/table-lines.ts';
import type { Display } from './display.ts';
import type { DraftView } from './draft-view.ts';
import { tallyOf, tallyText } from './equations.ts';
import { tablesOf } from './places.ts';
import { toRange } from './ranges.ts';
import type { NotedEdit } from './table-fixes.ts';
import { say } from './words.ts';

/** Arguments of the command behind a lens that fixes a table. */
export interface FixTableArguments {
  readonly uri: string;
  readonly version: number;
  readonly table: string;
}

/**
 * Above each table how many of its sums hold, and a way to fix those that do not.
 * @param fixCommand the command that fixes a table; undefined when the client cannot be sent edits.
 */
export function codeLenses(view: DraftView, { codeLens }: Display, fixCommand: string | undefined): CodeLens[] {
  const { document, report, result, locale } = view;
  if (codeLens === 'off') return [];
  return tablesOf(report).flatMap((table) => {
    const tally = tallyOf(report, table);
    if (tally.all === 0 || (codeLens === 'wrong' && tally.broken === 0)) return [];
    const { start } = tableLinesSpan(report, table);
    const range = toRange(document, { start, end: start });
    const count = tableFixes(result, table).length;
    const fix: FixTableArguments = { uri: document.uri, version: document.version, table: table.id };
    return [
      // A command without a name is shown as text.
      { range, command: { title: tallyText(tally, locale), command: '' } },
      ...(count > 0 && fixCommand !== undefined
        ? [
            {
              range,
              command: {
                title: say(
                  locale,
                  `查看 ${count} 处修改建议`,
                  `Review ${count} proposed change${count > 1 ? 's' : ''}`,
                ),
                command: fixCommand,
                arguments: [fix],
              },
            },
          ]
        : []),
    ];
  });
}

const SUM_RULES: readonly string[] = ['table/broken-total', 'table/identity'];

/** What the rules on sums propose for a table, where they propose one thing; each change says what it writes. */
export function tableFixes({ problems }: Pick<LintResult, 'problems'>, table: Table): NotedEdit[] {
  const written = new Set<number>();
  return problems
    .filter(
      ({ rule, span }) => SUM_RULES.includes(rule) && table.span.start <= span.start && span.end <= table.span.end,
    )
    .flatMap((problem) => {
      const fix = onlyFix(problem);
      return fix ? fix.edits.map((edit) => ({ ...edit, note: fix.title })) : [];
    })
    .filter(({ span }) => !written.has(span.start) && written.add(span.start));
}

/** Where two cells may be the wrong one, the author chooses by hand. */
const onlyFix = ({ fixes }: Problem): Problem['fixes'][number] | undefined =>
  fixes.length === 1 ? fixes[0] : fixes.find(({ preferred }) => preferred);
