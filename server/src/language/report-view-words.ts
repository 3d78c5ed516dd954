import { CHECK_WORDS, foundText, LEVEL_WORDS, NO_COUNTS } from '../check/counts.ts';
import type { Locale } from '../rules/rule.ts';

/** What the view and the saved page say beside the findings. */
const WORDS = {
  zh: {
    view: '年报检查',
    form: '格式',
    year: '年度',
    unknownYear: '未知',
    tables: '法定表格',
    howTo:
      '单击或用方向键选格，输入数字即改动文稿；Tab、回车移到下一格，Esc 放弃，F2 在原数上改，可粘贴从表格软件复制的区域，Ctrl+回车跳到原文。',
    outside: '粘贴的区域超出了表格，有 {0} 个数没有写入。',
    list: '核对清单',
    missing: '草稿中没有读到这张表，以下为空表。',
    totals: '填入合计',
    rest: '其余填 0 并合计',
    zeros: '其余填 0',
    balance: '一＋二 ＝ （七）＋四',
    show: '显示',
    all: '全部',
    sort: '排序',
    bySeverity: '按级别',
    byPlace: '按位置',
    line: (line: number) => `第 ${line} 行`,
    nothing: '没有符合条件的条目。',
    inOrder: (count: number) => `核对通过 ${count} 项`,
    notFound: '未发现：',
    stale: '文稿已改动，正在重新核对…',
    changed: '文稿已改动，尚未核对。',
    closed: '文稿已关闭，以下是关闭前的结果。',
    open: '待填',
    contradicted: '与正文不一致',
    noPlace: '草稿中没有这一格',
    fixes: '修改',
    go: '到原文',
  },
  en: {
    view: 'Report check',
    form: 'Form',
    year: 'Year',
    unknownYear: 'unknown',
    tables: 'Statutory tables',
    howTo:
      'Choose a cell with the mouse or the arrow keys and type: the draft is changed. Tab and Enter go on, Esc gives up, F2 edits what is there, a block copied from a spreadsheet can be pasted, Ctrl+Enter goes to the text.',
    outside: '{0} numbers of the block stand outside the table and were not written.',
    list: 'Check list',
    missing: 'This table was not read in the draft; it is shown empty.',
    totals: 'Fill in totals',
    rest: 'Fill the rest with 0 and total',
    zeros: 'Fill the rest with 0',
    balance: '一 + 二 = （七） + 四',
    show: 'Show',
    all: 'all',
    sort: 'Sort',
    bySeverity: 'by level',
    byPlace: 'by place',
    line: (line: number) => `line ${line}`,
    nothing: 'Nothing to show.',
    inOrder: (count: number) => `${count} checks passed`,
    notFound: 'Not found: ',
    stale: 'The draft has changed and is being checked …',
    changed: 'The draft has changed and is not checked yet.',
    closed: 'The draft is closed; this is what was found before.',
    open: 'to be filled in',
    contradicted: 'the text says otherwise',
    noPlace: 'the draft has no such cell',
    fixes: 'Fixes',
    go: 'To the text',
  },
} as const;

export type ViewWords = (typeof WORDS)[Locale] & {
  readonly check: (typeof CHECK_WORDS)[Locale];
  readonly level: (typeof LEVEL_WORDS)[Locale];
  readonly noProblems: string;
};

export const wordsOf = (locale: Locale): ViewWords => ({
  ...WORDS[locale],
  check: CHECK_WORDS[locale],
  level: LEVEL_WORDS[locale],
  noProblems: foundText(NO_COUNTS.found, locale),
});

/** Marks beside the colours, for those who do not see them and for paper. */
export const MARKS = {
  error: '✗',
  warning: '!',
  information: 'i',
  hint: '·',
  contradicted: '≠',
  open: '',
  'not-checked': '?',
  passed: '',
} as const;

/** Draft text is escaped wherever it is shown; attributes are always quoted. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
