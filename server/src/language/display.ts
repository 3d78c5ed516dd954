/** What is drawn into the text beside findings. Quiet until the user asks for more. */
export interface Display {
  /** Σ behind the totals: none, only where the draft's number is another, or all. */
  readonly totals: 'off' | 'wrong' | 'all';
  /** The column's name before every number of a table; `line`: of the line with the cursor, which the client knows. */
  readonly columnNames: 'off' | 'line' | 'all';
  /** 勾稽 39/39 成立 above the tables: none, only above those where one does not hold, or all. */
  readonly codeLens: 'off' | 'wrong' | 'all';
  readonly semanticTokens: boolean;
}

export const DEFAULT_DISPLAY: Display = {
  totals: 'wrong',
  columnNames: 'line',
  codeLens: 'wrong',
  semanticTokens: true,
};

/** @param settings what the editor has under `nianbao`; a wrong value counts as none. */
export function readDisplay(settings: unknown): Display {
  const amount = (value: unknown, usual: Display['totals']): Display['totals'] =>
    value === 'off' || value === 'wrong' || value === 'all' ? value : usual;
  const flag = (value: unknown, usual: boolean): boolean => (typeof value === 'boolean' ? value : usual);
  // Earlier settings said yes or no.
  const names = (value: unknown): Display['columnNames'] => {
    if (typeof value === 'boolean') return value ? 'all' : 'off';
    return value === 'off' || value === 'line' || value === 'all' ? value : DEFAULT_DISPLAY.columnNames;
  };
  const hints = entryOf(settings, 'inlayHints');
  return {
    totals: amount(entryOf(hints, 'totals'), DEFAULT_DISPLAY.totals),
    columnNames: names(entryOf(hints, 'columnNames')),
    codeLens: amount(entryOf(settings, 'codeLens'), DEFAULT_DISPLAY.codeLens),
    semanticTokens: flag(entryOf(settings, 'semanticTokens'), DEFAULT_DISPLAY.semanticTokens),
  };
}

const entryOf = (settings: unknown, key: string): unknown =>
  typeof settings === 'object' && settings !== null ? Reflect.get(settings, key) : undefined;
