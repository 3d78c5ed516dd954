import type { DocumentNumber } from '../forms/documents.ts';
import { paragraphFact } from '../report/fact.ts';
import { maskBefore, masksIn } from '../report/prose/masks.ts';
import type { ProseContent } from '../report/report.ts';
import { fold } from '../text/fold.ts';
import { matchesIn } from '../text/matches.ts';
import { type Found, search } from './search/search.ts';

/** A document number, whatever its brackets and blanks, in offsets of its paragraph. */
export interface Citation extends Found {
  readonly number: DocumentNumber;
  /** The cited title right before or behind it, folded, with < > for inner title marks: 《…》（国办函〔2020〕109号). */
  readonly title: string | undefined;
}

const OPEN = '[〔﹝（(【［\\[]';
const CLOSE = '[〕﹞）)】］\\]]';
const S = '\\s{0,2}';
/** 国办公开办函 with a character lost or in another's place. No organ numbers its documents so. */
const GARBLED_ORGAN =
  '国办公开[办函]|国办公办函|国办开办函|国办公开函办|国办公办开函|国办公开办公函|国办公开办[涵含汉]|国办公开[半辨]函|国办公[升并]办函';
const GARBLED = new RegExp(`^(?:${GARBLED_ORGAN})$`);
export const isGarbledOrgan = (organ: string): boolean => GARBLED.test(organ);

/** 国办函〔2020〕109号. The organ is read backwards to the first character that is none of an organ's short name. */
export const NUMBER = new RegExp(
  `(国办公开办函|${GARBLED_ORGAN}|国办[发函秘]|国发|国函)${S}${OPEN}${S}(\\d{4})${S}${CLOSE}${S}第?${S}(\\d{1,4})${S}号`,
  'g',
);

/** Numbers of the State Council and its offices: only those can be compared with what is known. */
export const citationsIn = paragraphFact((content): readonly Citation[] =>
  matchesIn(content.text, NUMBER).map(({ index: start, 0: whole, 1: organ = '', 2: year, 3: serial }) => ({
    start,
    end: start + whole.length,
    number: { organ, year: Number(year), serial: Number(serial) },
    title: titleBefore(content, start) ?? titleBehind(content, start + whole.length),
  })),
);

export const CITATIONS = search(citationsIn, { from: [NUMBER] });

/** Only an opening bracket may stand between title and number. */
export function titleBefore(content: ProseContent, at: number): string | undefined {
  const { text } = content;
  const mask = maskBefore(masksIn(content), 'book-title', at);
  if (!mask || at - mask.span.end > 3 || !/^\s?[（(]?\s?$/.test(text.slice(mask.span.end, at))) return undefined;
  return foldTitle(text.slice(mask.span.start, mask.span.end));
}

/** 国办函〔2020〕109号《…》 */
function titleBehind(content: ProseContent, at: number): string | undefined {
  const { text } = content;
  const from = /^[）)]?\s?(?:印发的|公布的|文件)?《/.exec(text.slice(at, at + 6))?.[0].length;
  if (from === undefined) return undefined;
  const start = at + from - 1;
  const mask = masksIn(content).find(({ kind, span }) => kind === 'book-title' && span.start === start);
  return mask && foldTitle(text.slice(mask.span.start, mask.span.end));
}

export const foldTitle = (title: string): string =>
  fold(title)
    .replace(/^《|》$/g, '')
    .replace(/[《〈]/g, '<')
    .replace(/[》〉]/g, '>');

export const sameNumber = (a: DocumentNumber, b: DocumentNumber): boolean =>
  a.organ === b.organ && a.year === b.year && a.serial === b.serial;
