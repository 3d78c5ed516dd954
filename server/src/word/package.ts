import { strToU8 } from 'fflate';
import { type Entry, pack, readArchive, unpack, writeArchive } from './archive.ts';
import { Refused, reasonOf } from './refusal.ts';

/** The text of a document with its markup. */
const LARGEST_PART = 48 * 1024 * 1024;
const MOST_PARTS = 5_000;
/** Everything in a document together, as it says of itself; a report with pictures has some megabytes. */
const LARGEST_PACKAGE = 128 * 1024 * 1024;

export const DOCUMENT_RELATIONSHIP = /\/relationships\/officeDocument$/;

/** The parts that hold a document's macros (MS-OVBA), and what is set for them. */
const MACROS = /(?:^|\/)vba(?:Project|Data)\.(?:bin|xml)$/i;

/**
 * The parts of a .docx by name. Only the few that are asked for are unpacked, and their sizes are looked at before, so
 * that an archive that is small on the disk and huge in memory is refused at once. Nothing outside the archive is ever
 * read: relationships to other places are text like any other.
 */
export class WordPackage {
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #texts = new Map<string, string>();
  /** The name of the main part, `word/document.xml` as a rule. */
  readonly documentName: string;

  private constructor(entries: ReadonlyMap<string, Entry>) {
    this.#entries = entries;
    this.documentName = this.#mainPart();
  }

  /** @throws Refused when the bytes are no document that can be read. */
  static open(bytes: Uint8Array): WordPackage {
    const reason = reasonOf(bytes);
    if (reason) throw new Refused(reason);
    const entries = readArchive(bytes, MOST_PARTS);
    let size = 0;
    for (const [name, entry] of entries) {
      size += entry.size;
      if (size > LARGEST_PACKAGE) throw new Refused('too-large');
      if (leadsOut(name)) throw new Refused('damaged');
      if (MACROS.test(name)) throw new Refused('macros');
    }
    return new WordPackage(entries);
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** @returns the part's text, or undefined when there is no such part. */
  text(name: string): string | undefined {
    const known = this.#texts.get(name);
    const entry = this.#entries.get(name);
    if (known !== undefined || !entry) return known;
    if (entry.size > LARGEST_PART) throw new Refused('too-large');
    const text = decoded(unpack(entry));
    // Word itself refuses a document type; what one declares may be a bomb or the address of a file.
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Refused('entities');
    this.#texts.set(name, text);
    return text;
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

  /** The archive with some parts replaced or added; all others keep their bytes, packed as they were. */
  with(changed: ReadonlyMap<string, string>): Uint8Array {
    const entries = new Map(this.#entries);
    for (const [name, text] of changed) {
      entries.set(name, pack(name, strToU8(text.replace(UTF_16_DECLARED, '$1UTF-8$2'))));
    }
    return writeArchive(entries.values());
  }

  #mainPart(): string {
    if (this.has('OFD.xml')) throw new Refused('ofd');
    const relationships = this.text('_rels/.rels') ?? '';
    for (const [tag] of relationships.matchAll(/<(?:\w+:)?Relationship\b[^<>]*>/g)) {
      const target = attribute(tag, 'Target')?.replace(/^\//, '');
      if (target && this.has(target) && DOCUMENT_RELATIONSHIP.test(attribute(tag, 'Type') ?? '')) return target;
    }
    if (this.has('word/document.xml')) return 'word/document.xml';
    throw new Refused('not-word');
  }
}

/** What is written is UTF-8, whatever it was. */
const UTF_16_DECLARED = /^(\uFEFF?<\?xml[^<>]*encoding=["'])UTF-16(["'])/i;

/** Parts are looked up by name and never written to the disk; no writer makes a name that leads out of the archive. */
const leadsOut = (name: string): boolean => /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(name);

/** @returns the attribute's text as written in a start tag. */
export const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined);

/** XML is UTF-8, or UTF-16 with a mark. A mark of UTF-8 stays: what is not changed is written as it was. */
function decoded(part: Uint8Array): string {
  const utf16 =
    part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : part[0] === 0xfe && part[1] === 0xff ? 'utf-16be' : '';
  try {
    return new TextDecoder(utf16 || 'utf-8', { fatal: true, ignoreBOM: !utf16 }).decode(part);
  } catch {
    throw new Refused('damaged');
  }
}
