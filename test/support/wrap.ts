/** Marks that begin no line, as in every typesetting of Chinese. */
const NO_LINE_START = /^[，。、；：！？）》”’〉〕】·,.;:!?)\]]/;
const NO_LINE_END = /[（《“‘〈〔【([]$/;

/** Break a paragraph at `width` characters, as text copied from a PDF is; numbers and Latin words stay whole. */
export function hardWrap(paragraph: string, width: number): string[] {
  const tokens = paragraph.match(/[A-Za-z0-9.:/_@-]+|\s+|./gsu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const token of tokens) {
    const full = line.length + token.length > width && line !== '';
    if (full && !NO_LINE_START.test(token) && !/^\s/.test(token)) {
      const kept = NO_LINE_END.test(line) ? line.slice(0, -1) : line;
      lines.push(kept.trimEnd());
      line = line.slice(kept.length);
    }
    line += token;
  }
  return line === '' ? lines : [...lines, line];
}

const CHINESE = '[\\u4e00-\\u9fff]';

/** 2024 年 1 月: the blanks that a PDF's text has between digits and characters. */
export const spaceNumbers = (paragraph: string): string =>
  paragraph
    .replace(new RegExp(`(${CHINESE})(\\d)`, 'g'), '$1 $2')
    .replace(new RegExp(`(\\d)(${CHINESE})`, 'g'), '$1 $2');

/** What a Unicode NFKC normalisation makes of a text: （，：； become half-width, 。、“”《》〔〕 stay. */
export const halfWidth = (text: string): string => text.normalize('NFKC');
