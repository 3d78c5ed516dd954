import type { Bilingual } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import type { ParagraphPlace } from './document.ts';
import type { WordDraft } from './word.ts';

/** Where in a document something stands, as a person counts there, and the text of that paragraph or cell. */
export type WordPlace = ParagraphPlace & { readonly text: string };

export function placeIn(draft: WordDraft, span: Span): WordPlace | undefined {
  const located = draft.locate(span);
  return located && { ...located.paragraph.place, text: draft.textAt(located) };
}

export function placeInWords(place: ParagraphPlace): Bilingual {
  if ('paragraph' in place) return { zh: `第 ${place.paragraph} 段`, en: `paragraph ${place.paragraph}` };
  if ('textBox' in place) return { zh: `第 ${place.textBox} 个文本框`, en: `text box ${place.textBox}` };
  const { table, row, column } = place;
  return { zh: `表 ${table} 第 ${row} 行第 ${column} 列`, en: `table ${table}, row ${row}, column ${column}` };
}
