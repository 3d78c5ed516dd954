import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';
import { randomNumbers } from './stats.ts';

export interface Reports {
  /** What they are, for the record: never their names. */
  readonly kind: string;
  readonly texts: readonly string[];
}

const HOW_MANY = 5;

/** Real reports where NIANBAO_CORPUS names their folder, or in `shared` beside the checkout; else our own samples. */
export function loadReports(): Reports {
  const seeds = join(process.env.NIANBAO_CORPUS ?? join(root, '..', 'shared'), 'seeds');
  const real = existsSync(seeds);
  const folder = real ? seeds : join(root, 'samples');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .slice(0, HOW_MANY)
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return { kind: real ? 'real reports' : 'samples', texts };
}

export const bytesOf = (text: string): number => Buffer.byteLength(text);

/** The text again and again, cut at a line end, to about so many bytes. */
export function repeatTo(text: string, bytes: number): string {
  const lines = text.split('\n').map((line) => `${line}\n`);
  const parts: string[] = [];
  for (let written = 0, i = 0; ; i++) {
    const line = lines[i % lines.length] ?? '';
    written += bytesOf(line);
    if (written > bytes && parts.length > 0) return parts.join('');
    parts.push(line);
  }
}

/** A JSON document of about so many bytes, with a key twice here and there: what a server for JSON is good at. */
export function jsonOf(bytes: number): string {
  const entries: string[] = [];
  for (let written = 0, i = 0; written < bytes; i++) {
    const twice = i % 20 === 0 ? ',"id":0' : '';
    const entry = `{"id":${i}${twice},"name":"report ${i}","items":[${i},${i + 1}],"nested":{"open":${i % 2 === 0}}}`;
    entries.push(entry);
    written += entry.length + 2;
  }
  return `[\n${entries.join(',\n')}\n]\n`;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Change {
  readonly range: Range;
  readonly text: string;
}

const TYPED = [...'的，1年 a'];

/** A document under edit, kept as lines so that an edit costs one line here as well. */
export class EditedDocument {
  readonly uri: string;
  readonly languageId: string;
  version = 1;
  private readonly lines: string[];
  private readonly random: () => number;
  private typed: Position | undefined;

  constructor(uri: string, languageId: string, text: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.lines = text.split('\n');
    this.random = randomNumbers(42);
  }

  get text(): string {
    return this.lines.join('\n');
  }

  /** As it was when it was opened: every second edit takes back the one before. */
  get isOriginal(): boolean {
    return this.typed === undefined;
  }

  lineAt(line: number): string {
    return this.lines[line] ?? '';
  }

  get lineCount(): number {
    return this.lines.length;
  }

  /** One character typed at a random place, or the last one deleted again. */
  edit(): Change {
    this.version++;
    if (this.typed) {
      const { line, character } = this.typed;
      const old = this.lineAt(line);
      this.lines[line] = old.slice(0, character) + old.slice(character + 1);
      this.typed = undefined;
      return { range: { start: { line, character }, end: { line, character: character + 1 } }, text: '' };
    }
    const { line, character } = this.randomPlace();
    const text = TYPED[Math.floor(this.random() * TYPED.length)] ?? 'a';
    const old = this.lineAt(line);
    this.lines[line] = old.slice(0, character) + text + old.slice(character);
    this.typed = { line, character };
    return { range: { start: { line, character }, end: { line, character } }, text };
  }

  /** Never before a line's carriage return nor inside a surrogate pair. */
  randomPlace(): Position {
    const line = Math.floor(this.random() * this.lines.length);
    const text = this.lineAt(line).replace(/\r$/, '');
    const character = Math.floor(this.random() * (text.length + 1));
    const code = text.charCodeAt(character);
    return { line, character: code >= 0xdc00 && code <= 0xdfff ? character + 1 : character };
  }
}
