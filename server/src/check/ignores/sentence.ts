import { spanIn } from '../../report/prose/span-in.ts';
import type { Prose, Report } from '../../report/report.ts';
import { fold } from '../../text/fold.ts';
import { countWhile } from '../../text/ordered.ts';
import { startsItem } from '../../text/ordinals.ts';
import { endsSentence, type Sentence, sentencesOf } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import { hash } from './hash.ts';

/** A shorter line without an end mark is a small heading; a longer one continues in the next line. */
const WRAPPED = 20;

/** Paragraphs that are one text, wrapped where the reader could not tell. */
interface Run {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** Hashes of the sentences, made on demand. */
  readonly names: Map<Sentence, string>;
}

interface Place {
  readonly run: Run;
  /** The offset of the paragraph in the run's text. */
  readonly at: number;
}

/**
 * Names the sentence (or sentences) that a span touches, independent of line wraps. Undefined outside prose. Each
 * paragraph is read once, whatever the number of findings in it.
 */
export function sentenceNames({ prose, text }: Report): (span: Span) => string | undefined {
  const places = new Map<Prose, Place>();

  function placeOf(index: number): Place | undefined {
    const paragraph = prose[index];
    const known = paragraph && places.get(paragraph);
    if (!paragraph || known) return known;
    let first = index;
    while (runsOn(text, prose[first - 1], prose[first])) first--;
    const members: Prose[] = [];
    for (let next = first; next === first || runsOn(text, prose[next - 1], prose[next]); next++) {
      const member = prose[next];
      if (member) members.push(member);
    }
    const whole = members.map((member) => member.text).join('');
    const run: Run = { text: whole, sentences: sentencesOf(whole), names: new Map() };
    let at = 0;
    for (const member of members) {
      places.set(member, { run, at });
      at += member.text.length;
    }
    return places.get(paragraph);
  }

  return ({ start, end }) => {
    const index = countWhile(prose.length, (at) => (prose[at]?.span.start ?? 0) <= start) - 1;
    const paragraph = prose[index];
    const place = placeOf(index);
    if (!paragraph || !place || start > paragraph.span.end) return undefined;
    const from = place.at + offsetIn(paragraph, start);
    const to = Math.max(from + 1, place.at + offsetIn(paragraph, Math.min(end, paragraph.span.end)));
    return nameOf(place.run, from, to);
  };
}

function nameOf({ text, sentences, names }: Run, from: number, to: number): string {
  // An empty span at the end of the text belongs to the last sentence.
  const first = Math.max(0, countWhile(sentences.length, (at) => (sentences[at]?.start ?? 0) <= from) - 1);
  const touched: string[] = [];
  for (let at = first; at < sentences.length; at++) {
    const sentence = sentences[at];
    if (!sentence || (at > first && sentence.start >= to)) break;
    const name = names.get(sentence) ?? hash(fold(text.slice(sentence.start, sentence.end)));
    names.set(sentence, name);
    touched.push(name);
  }
  return touched.join(' ');
}

const runsOn = (text: string, line: Prose | undefined, next: Prose | undefined): boolean =>
  line !== undefined &&
  next !== undefined &&
  line.text.length >= WRAPPED &&
  !endsSentence(line.text) &&
  !startsItem(next.text.slice(0, 8)) &&
  isOneBreak(text, line.span.end, next.span.start);

/** One line break, surrounded by nothing but blanks. */
const isOneBreak = (text: string, from: number, to: number): boolean =>
  to - from <= 40 && /^[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*$/.test(text.slice(from, to));

/** Maps an offset of the draft to the joined text of a paragraph: the inverse of `spanIn`, by binary search. */
const offsetIn = (paragraph: Prose, offset: number): number =>
  countWhile(paragraph.text.length, (at) => spanIn(paragraph, at, at).start < offset);
