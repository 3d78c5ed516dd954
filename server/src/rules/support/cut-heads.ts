import type { Label, Report, Table } from '../../report/report.ts';

/**
 * What each head that was cut short should read. 结果 begins 结果维持 and 结果纠正: which of them it was, its turn among
 * all heads of that beginning tells, as the form has them in order.
 * @returns undefined for a head of which that cannot be told
 */
export function wordingsOfCut(report: Report, table: Table): ReadonlyMap<Label, string | undefined> {
  const cut = table.heads.filter(({ match }) => match === 'truncated');
  return new Map(cut.map((head) => [head, wordingOf(report, table, head)]));
}

function wordingOf({ text }: Report, table: Table, head: Label): string | undefined {
  const labels = table.form.blocks.flatMap(({ columns }) => columns.map(({ label }) => label));
  const inOrder = labels.filter((label) => label.startsWith(head.raw));
  if (new Set(inOrder).size <= 1) return head.expected;
  const end = table.rows[0]?.span.start ?? table.span.end;
  const longestFirst = [...new Set([...labels.filter((label) => label.includes(head.raw)), head.raw])].sort(
    (a, b) => b.length - a.length,
  );
  const written = occurrences(text.slice(table.span.start, end), longestFirst).filter(({ label }) =>
    label.startsWith(head.raw),
  );
  const agrees = written.every(({ label }, index) => label === head.raw || label === inOrder[index]);
  if (written.length !== inOrder.length || !agrees) return undefined;
  return inOrder[written.findIndex(({ at }) => table.span.start + at === head.span.start)];
}

function occurrences(text: string, labels: readonly string[]): { readonly label: string; readonly at: number }[] {
  const found: { label: string; at: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const label = labels.find((each) => text.startsWith(each, at));
    if (!label) continue;
    found.push({ label, at });
    at += label.length - 1;
  }
  return found;
}
