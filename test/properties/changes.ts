import fc from 'fast-check';

/** What somebody types, pastes or breaks: text, numbers, cells, line ends, headings, comments and markup. */
const PIECES = [
  ...['政', '。', '，', '1', '0', '、', '年', ' ', '\u3000', '\t', '|', ' | ', '||', '\n', '\r', '\r\n', '\n\n'],
  ...['2023年', '（一）予以公开', '总计', '（六）其他处理', '3.其他', '行政复议', '政府集中采购', '本年制发件数'],
  ...['\n三、收到和处理政府信息公开申请情况\n', '五、存在的主要问题及改进情况\n', '打印本页\n', '- 3 -\n'],
  ...['<!--', '-->', '<!-- nianbao-ignore table/label: 依据 -->', '<td>', '</table>', '<p>', '&nbsp;', '|'.repeat(40)],
  '青禾县水务局2024年政府信息公开工作年度报告\n',
  '\n（一）予以公开\t1\t0\t0\t0\t0\t0\t1\n',
] as const;

interface Change {
  /** Where, as a share of the text. */
  readonly at: number;
  readonly removed: number;
  readonly written: string;
  readonly undone: boolean;
}

export const changeArbitrary: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constantFrom(0, 0, 1), fc.nat(60)),
  written: fc.oneof(fc.constant(''), fc.constantFrom(...PIECES)),
  undone: fc.boolean(),
});

function changed(text: string, { at, removed, written }: Change): string {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + written + text.slice(from + removed);
}

/** The draft and what each change makes of the one before; what is undone comes back. */
export function versionsOf(text: string, changes: readonly Change[]): string[] {
  const versions = [text];
  for (const change of changes) {
    const last = versions.at(-1) ?? '';
    versions.push(changed(last, change));
    if (change.undone) versions.push(last);
  }
  return versions;
}
