import { decodeText, escapeAttribute, escapeText } from '../names.ts';
import { attribute, type WordPackage } from '../package.ts';
import { AUTHOR } from './pen.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const COMMENTS_RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

export interface NewComment {
  readonly id: number;
  /** Paragraph by paragraph. */
  readonly lines: readonly string[];
}

/** A comment that an earlier run of this program left. */
export interface OwnComment {
  readonly id: number;
  readonly text: string;
}

/** The part of a document that holds its comments, and the two that speak of it. */
export class CommentsPart {
  readonly #parts: WordPackage;
  readonly #name: string;
  readonly #xml: string | undefined;
  readonly #relationshipsName: string;

  constructor(parts: WordPackage) {
    this.#parts = parts;
    this.#relationshipsName = parts.beside(`_rels/${parts.documentName.replace(/^.*\//, '')}.rels`);
    this.#name = this.#related() ?? parts.beside('comments.xml');
    this.#xml = parts.text(this.#name);
  }

  get firstFreeId(): number {
    const ids = this.#comments().map(({ tag }) => Number(/\bid\s*=\s*["'](\d+)/.exec(tag)?.[1] ?? 0));
    return Math.max(-1, ...ids) + 1;
  }

  get own(): OwnComment[] {
    return this.#comments().flatMap(({ tag, body }) => {
      if (!new RegExp(`\\bauthor\\s*=\\s*["']${AUTHOR}["']`).test(tag)) return [];
      const id = Number(/\bid\s*=\s*["'](\d+)/.exec(tag)?.[1]);
      const lines = body
        .split(/<\/(?:\w+:)?p>/)
        .map((paragraph) =>
          [...paragraph.matchAll(/<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)</g)]
            .map(([, text = '']) => decodeText(text).text)
            .join(''),
        );
      return [{ id, text: lines.filter((line) => line !== '').join('\n') }];
    });
  }

  #comments(): { readonly tag: string; readonly body: string }[] {
    const ended = this.#xml?.split(/<\/(?:\w+:)?comment\s*>/).slice(0, -1) ?? [];
    return ended.flatMap((text) => {
      const start = /<(?:\w+:)?comment\s[^<>]*>/.exec(text);
      return start ? [{ tag: start[0], body: text.slice(start.index + start[0].length) }] : [];
    });
  }

  #related(): string | undefined {
    const xml = this.#parts.text(this.#relationshipsName) ?? '';
    for (const [tag] of xml.matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/g)) {
      if (!/\/relationships\/comments$/.test(attribute(tag, 'Type') ?? '')) continue;
      const target = attribute(tag, 'Target') ?? '';
      return target.startsWith('/') ? target.slice(1) : this.#parts.beside(target);
    }
    return undefined;
  }

  /** The parts that change when these comments are added. */
  with(comments: readonly NewComment[], date: string): Map<string, string> {
    const changed = new Map<string, string>();
    if (comments.length === 0) return changed;
    if (this.#xml === undefined) {
      changed.set(this.#name, newPart(comments.map((comment) => written(comment, 'w', date)).join('')));
      this.#addToList(changed, '[Content_Types].xml', 'Types', override(this.#name));
      const relationship = `<Relationship Id="${this.#freeId()}" Type="${COMMENTS_RELATIONSHIP}" Target="${escapeAttribute(this.#name.replace(/^.*\//, ''))}"/>`;
      this.#addToList(changed, this.#relationshipsName, 'Relationships', relationship);
    } else {
      const prefix = /<(?:(\w+):)?comments[\s>/]/.exec(this.#xml)?.[1] ?? 'w';
      const all = comments.map((comment) => written(comment, prefix, date)).join('');
      const inside = this.#xml.replace(new RegExp(`</${prefix}:comments\\s*>`), (end) => all + end);
      changed.set(
        this.#name,
        inside === this.#xml
          ? this.#xml.replace(
              /<(\w+:comments)([^<>]*)\/>/,
              (_, name: string, rest: string) => `<${name}${rest}>${all}</${name}>`,
            )
          : inside,
      );
    }
    return changed;
  }

  #addToList(changed: Map<string, string>, name: string, root: string, entry: string): void {
    const xml = this.#parts.text(name);
    if (xml === undefined) {
      changed.set(
        name,
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><${root} xmlns="${RELATIONSHIPS}">${entry}</${root}>`,
      );
      return;
    }
    const closing = new RegExp(`</(?:\\w+:)?${root}\\s*>`);
    changed.set(
      name,
      closing.test(xml)
        ? xml.replace(closing, (end) => entry + end)
        : xml.replace(new RegExp(`<${root}([^<>]*)/>`), (_, rest: string) => `<${root}${rest}>${entry}</${root}>`),
    );
  }

  #freeId(): string {
    const xml = this.#parts.text(this.#relationshipsName) ?? '';
    let number = 1;
    while (xml.includes(`"rIdNianbao${number}"`)) number++;
    return `rIdNianbao${number}`;
  }
}

const override = (name: string): string =>
  `<Override PartName="/${escapeAttribute(name)}" ContentType="${COMMENTS_TYPE}"/>`;

const newPart = (comments: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${MAIN}">${comments}</w:comments>`;

function written({ id, lines }: NewComment, prefix: string, date: string): string {
  const tag = (name: string): string => `${prefix}:${name}`;
  const paragraphs = lines.map(
    (line) =>
      `<${tag('p')}><${tag('r')}><${tag('t')} xml:space="preserve">${escapeText(line)}</${tag('t')}></${tag('r')}></${tag('p')}>`,
  );
  return `<${tag('comment')} ${tag('id')}="${id}" ${tag('author')}="${AUTHOR}" ${tag('date')}="${escapeAttribute(date)}" ${tag('initials')}="校">${paragraphs.join('')}</${tag('comment')}>`;
}
