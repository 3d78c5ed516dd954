import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Refused, reasonOf } from './refusal.ts';

/** Everything in a document together; a report with pictures has some megabytes. */
const LARGEST_PACKAGE = 128 * 1024 * 1024;
/** The text of a document with its markup. */
const LARGEST_PART = 48 * 1024 * 1024;
const MOST_PARTS = 5_000;

export const DOCUMENT_RELATIONSHIP = /\/relationships\/officeDocument$/;

/**
 * The parts of a .docx by name. Sizes are looked at before anything is unpacked, so that an archive that is small on the
 * disk and huge in memory is refused at once. Nothing outside the archive is ever read: relationships to other places are
 * text like any other.
 */
export class WordPackage {
  readonly #parts: Record<string, Uint8Array>;
  /** The name of the main part, `word/document.xml` as a rule. */
  readonly documentName: string;

  constructor(parts: Record<string, Uint8Array>) {
    this.#parts = parts;
    this.documentName = mainPart(parts);
  }

  /** @throws Refused when the bytes are no document that can be read. */
  static open(bytes: Uint8Array): WordPackage {
    const reason = reasonOf(bytes);
    if (reason) throw new Refused(reason);
    return new WordPackage(unpacked(bytes));
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#parts, name);
  }

  /** @returns the part's text, or undefined when there is no such part. */
  text(name: string): string | undefined {
    const part = this.has(name) ? this.#parts[name] : undefined;
    if (!part) return undefined;
    if (part.length > LARGEST_PART) throw new Refused('too-large');
    return decoded(part);
  }

  get document(): string {
    const text = this.text(this.documentName);
    if (text === undefined) throw new Refused('not-word');
    return text;
  }

  /** The name of a part beside the main part, such as `comments.xml`. */
  beside(name: string): string {
    return this.documentName.replace(/[^/]*$/, name);
  }

  /** The archive with some parts replaced or added; all others keep their bytes. */
  with(changed: ReadonlyMap<string, string>): Uint8Array {
    const parts = { ...this.#parts };
    for (const [name, text] of changed) parts[name] = strToU8(text.replace(UTF_16_DECLARED, '$1UTF-8$2'));
    // Readers look for the list of content types first.
    const first = '[Content_Types].xml';
    const { [first]: types, ...others } = parts;
    return zipSync(types ? { [first]: types, ...others } : others, { level: 6 });
  }
}

/** What is written is UTF-8, whatever it was. */
const UTF_16_DECLARED = /^(\uFEFF?<\?xml[^>]*encoding=["'])UTF-16(["'])/i;

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  let count = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        if (++count > MOST_PARTS || size > LARGEST_PACKAGE) throw new Refused('too-large');
        return isPlainName(name);
      },
    });
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('damaged');
  }
}

/** Parts are looked up by name and never written to the disk; a name that leads out of the archive is no part all the same. */
const isPlainName = (name: string): boolean => name !== '__proto__' && !/^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name);

function mainPart(parts: Readonly<Record<string, Uint8Array>>): string {
  if ('OFD.xml' in parts) throw new Refused('ofd');
  const relationships = parts['_rels/.rels'];
  for (const [tag] of relationships ? decoded(relationships).matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g) : []) {
    const target = attribute(tag, 'Target')?.replace(/^\//, '');
    if (target && target in parts && DOCUMENT_RELATIONSHIP.test(attribute(tag, 'Type') ?? '')) return target;
  }
  if ('word/document.xml' in parts) return 'word/document.xml';
  throw new Refused('not-word');
}

/** @returns the attribute's text as written in a start tag. */
export const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined);

/** XML is UTF-8, or UTF-16 with a mark. */
function decoded(part: Uint8Array): string {
  if (part[0] === 0xff && part[1] === 0xfe) return new TextDecoder('utf-16le').decode(part);
  if (part[0] === 0xfe && part[1] === 0xff) return new TextDecoder('utf-16be').decode(part);
  return strFromU8(part);
}
