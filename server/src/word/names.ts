import type { Entity } from './document.ts';

/** The main namespace of a document, transitional (ECMA-376) and strict (ISO/IEC 29500). */
const MAIN = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

/**
 * Elements of the main namespace are known by `w:` whatever prefix a writer gave it.
 * @param root the attributes of the root element.
 * @returns the usual name of an element or attribute of the document.
 */
export function usualNames(root: Readonly<Record<string, string>>): (name: string) => string {
  const prefix = mainPrefix(root);
  if (prefix === 'w') return (name) => name;
  if (prefix === '') return (name) => (name.includes(':') ? name : `w:${name}`);
  return (name) => (name.startsWith(`${prefix}:`) ? `w:${name.slice(prefix.length + 1)}` : name);
}

/** The prefix of the main namespace; empty where it is the default one. */
export function mainPrefix(root: Readonly<Record<string, string>>): string {
  const declared = Object.entries(root).find(([name, value]) => /^xmlns(?::|$)/.test(name) && MAIN.has(value));
  return declared?.[0].slice('xmlns:'.length) ?? 'w';
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The entities that XML itself has; those that a document declares are left as they are written. */
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g;

/** @returns the decoded text, and where in it each entity stands. */
export function decodeText(source: string): { text: string; entities: Entity[] } {
  if (!source.includes('&')) return { text: source, entities: [] };
  const entities: Entity[] = [];
  let shorter = 0;
  const text = source.replace(ENTITY, (whole, name?: string, decimal?: string, hex?: string, offset?: number) => {
    const char = name ? (NAMED[name] ?? whole) : characterOf(Number.parseInt(decimal ?? hex ?? '', decimal ? 10 : 16));
    const at = (offset ?? 0) - shorter;
    shorter += whole.length - char.length;
    entities.push({ at, longer: shorter });
    return char;
  });
  return { text, entities };
}

const characterOf = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD');

/** Text as it is written between two tags. */
export const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;'));

export const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;');
