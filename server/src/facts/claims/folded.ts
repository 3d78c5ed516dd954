import { FULL_WIDTH, isHan } from '../../text/characters.ts';

/**
 * The form of a paragraph from which claims are read: without blanks, quotation marks and invisible characters, all in
 * half width, and without sentences that can hold no claim. Marks inside quotation marks separate nothing (“双随机、一公开”),
 * so they become middle dots.
 */
export interface Folded {
  readonly text: string;
  /** The offset of each character in the paragraph, and behind the last one its length. */
  readonly at: readonly number[];
}

/** A number, or something that the form counts: what is said of neither changes no claim. */
const TELLS =
  /[0-9０-９]|[零一二两三四五六七八九十百千万]\s?[余多]?\s?[件条宗份例起项封篇期场次个部]|申请|复议|诉讼|起诉|规章|规范性文件|行政许可|行政处罚|行政强制|事业性收费|结转|办结|不予|无法提供|部分公开|予以公开|集中采购/;
const DROPPED = /[\s\u200b-\u200f\u2060\ufeff"'“”‘’「」『』]/;
const INNER_MARK = /[、，,：:；;]/;
const OPENING = '“「『';
const CLOSING = '”」』';
/** Longer stretches are speech, or the mark that closes them was lost. */
const LONGEST_QUOTE = 24;

export function foldParagraph(text: string): Folded {
  let folded = '';
  const at: number[] = [];
  for (let from = 0; from < text.length; ) {
    const stop = text.indexOf('。', from);
    const to = stop < 0 ? text.length : stop + 1;
    const sentence = text.slice(from, to);
    if (TELLS.test(sentence)) folded += foldSentence(sentence, from, at);
    else if (stop >= 0) {
      folded += '。';
      at.push(stop);
    }
    from = to;
  }
  at.push(text.length);
  return { text: folded, at };
}

/** @param at grows by the offset of each character */
function foldSentence(text: string, offset: number, at: number[]): string {
  let folded = '';
  let quoteEnd = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (!isHan(code)) {
      const char = text.charAt(index);
      if (OPENING.includes(char)) quoteEnd = closeOf(text, index);
      if (DROPPED.test(char)) continue;
      folded += index < quoteEnd && INNER_MARK.test(char) ? '·' : halfWidth(code);
    } else folded += text.charAt(index);
    at.push(offset + index);
  }
  return folded;
}

function closeOf(text: string, open: number): number {
  const mark = CLOSING.charAt(OPENING.indexOf(text.charAt(open)));
  const close = text.indexOf(mark, open);
  return close >= 0 && close - open <= LONGEST_QUOTE ? close : 0;
}

/** Full-width forms of ASCII stand in one block. */
const halfWidth = (code: number): string =>
  String.fromCharCode(code > FULL_WIDTH && code < FULL_WIDTH + 0x7f ? code - FULL_WIDTH : code);
