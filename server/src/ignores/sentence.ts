import type { Prose, Report } from '../report/report.ts';
import { fold } from '../text/fold.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

const SENTENCE_END = /[。！？；!?;]["”’』」）)]?$/;
const ITEM = /^(?:[（(]\s?[一二三四五六七八九十]{1,3}\s?[）)]|[一二三四五六七八九十]{1,2}[、是]|\d{1,2}[.．、](?!\d))/;
/** A shorter line without an end mark is a small heading; a longer one runs on in the next line. */
const WRAPPED = 20;

/**
 * The sentence (or sentences) that a span touches, folded: the same however the lines are wrapped, even where the
 * reader could not tell that they are. Undefined outside prose.
 */
export function sentenceAt({ prose, text }: Report, { start, end }: Span): string | undefined {
  const own = prose.findIndex((paragraph) => paragraph.span.start <= start && start <= paragraph.span.end);
  const paragraph = prose[own];
  if (!paragraph) return undefined;
  const runsOn = (index: number): boolean => {
    const line = prose[index];
    const next = prose[index + 1];
    return line !== undefined && next !== undefined && isOneParagraph(text, line, next);
  };
  let before = '';
  for (let index = own; runsOn(index - 1); index--) before = (prose[index - 1]?.text ?? '') + before;
  let after = '';
  for (let index = own; runsOn(index); index++) after += prose[index + 1]?.text ?? '';
  const whole = before + paragraph.text + after;
  const from = before.length + offsetIn(paragraph, start);
  const to = before.length + offsetIn(paragraph, Math.min(end, paragraph.span.end));
  const touched = sentencesOf(whole).filter(
    (sentence) => sentence.start < Math.max(to, from + 1) && from < sentence.end,
  );
  // An empty span at the paragraph's end belongs to its last sentence.
  const sentences = touched.length > 0 ? touched : sentencesOf(whole).slice(-1);
  return fold(sentences.map((sentence) => whole.slice(sentence.start, sentence.end)).join(''));
}

const isOneParagraph = (text: string, line: Prose, next: Prose): boolean =>
  line.text.length >= WRAPPED &&
  !SENTENCE_END.test(line.text) &&
  !ITEM.test(next.text) &&
  /^[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*$/.test(text.slice(line.span.end, next.span.start));

/** The offset in the paragraph's joined text of an offset in the draft: `spanOf` backwards, by halving. */
function offsetIn(paragraph: Prose, offset: number): number {
  let low = 0;
  let high = paragraph.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraph.spanOf(middle, middle).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
