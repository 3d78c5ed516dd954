import { escapeAttribute, escapeText } from '../names.ts';
import type { Pen } from './anchors.ts';

/** Who is named as the author of comments and revisions, in every language: a document is read by others. */
export const AUTHOR = '年报校对';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export interface PenSettings {
  /** The document's prefix for the main namespace. */
  readonly prefix: string;
  /** ISO 8601, to the second. */
  readonly date: string;
  /** No revision of the document has this number or a larger one. */
  readonly firstRevision: number;
  readonly accepts: boolean;
}

export function penFor({ prefix, date, firstRevision, accepts }: PenSettings): Pen {
  let revision = firstRevision;
  const element = (name: string): string => (prefix === '' ? name : `${prefix}:${name}`);
  // Attributes have no default namespace.
  const own = prefix === '' ? 'nb' : prefix;
  const declared = prefix === '' ? ` xmlns:nb="${MAIN}"` : '';
  const by = `${own}:author="${AUTHOR}" ${own}:date="${escapeAttribute(date)}"`;
  const numbered = (name: string, id: number): string => `<${element(name)}${declared} ${own}:id="${id}"/>`;
  return {
    element,
    accepts,
    escaped: escapeText,
    revision: (name) => `<${element(name)}${declared} ${own}:id="${revision++}" ${by}>`,
    commentStart: (id) => numbered('commentRangeStart', id),
    commentEnd: (id) =>
      `${numbered('commentRangeEnd', id)}<${element('r')}>${numbered('commentReference', id)}</${element('r')}>`,
    text: (name, raw) => `<${element(name)} xml:space="preserve">${raw}</${element(name)}>`,
  };
}
