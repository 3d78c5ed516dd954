import type { SourceFormat } from './format.ts';
import { html } from './html/format.ts';
import { hasTags } from './html/tags.ts';
import { markdown } from './markdown/format.ts';
import { text } from './text/format.ts';

export type { SourceFormat, SourceView } from './format.ts';

/** All formats that a draft's text may be written in. */
export const FORMATS = [text, markdown, html] as const;

export type TextFormat = (typeof FORMATS)[number]['id'];

const BY_ID: ReadonlyMap<string, SourceFormat<TextFormat>> = new Map(FORMATS.map((format) => [format.id, format]));

/** The format of a report, with what follows from it. */
export const formatOf = ({ format }: { readonly format: TextFormat }): SourceFormat => BY_ID.get(format) ?? text;

/** The format of a text that is said to be in one, or in none: tags tell a page, whatever it is called. */
export function detectFormat(source: string, said: TextFormat | undefined): SourceFormat<TextFormat> {
  const format = BY_ID.get(said ?? text.id) ?? text;
  return !format.hasTags && hasTags(source) ? html : format;
}

/** By the ending of a file's name. */
export const formatOfFile = (name: string): SourceFormat<TextFormat> | undefined =>
  FORMATS.find(({ endings }) => endings.some((ending) => name.toLowerCase().endsWith(ending)));

/** By what an editor calls it. */
export const formatOfLanguage = (language: string): SourceFormat<TextFormat> | undefined =>
  FORMATS.find(({ languages }) => languages.includes(language));
