/** Kinds of the code actions that rewrite a draft. */
export const KINDS = {
  convert: 'refactor.rewrite.nianbao.convertTable',
  fillBlanks: 'refactor.rewrite.nianbao.fillBlanks',
  totals: 'refactor.rewrite.nianbao.recomputeTotals',
  organize: 'source.organizeSections.nianbao',
} as const;
