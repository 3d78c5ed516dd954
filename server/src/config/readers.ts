import type { Node } from 'jsonc-parser';
import type { Span } from '../text/span.ts';
import type { MessageId } from './messages.ts';

/** Reports that something at a place is wrong; reading goes on. */
export type Say = (span: Span, message: MessageId, data?: Readonly<Record<string, string | number>>) => void;

/** Reads one value. Undefined = nothing usable, which has been reported. */
export type Reader<T> = (node: Node, say: Say) => T | undefined;

export const spanOf = ({ offset, length }: Node): Span => ({ start: offset, end: offset + length });

/** A type error, in the words of someone who edits the file by hand. */
function wrongType(node: Node, say: Say, expected: MessageId): undefined {
  say(spanOf(node), expected);
  return undefined;
}

export const text: Reader<string> = (node, say) =>
  node.type === 'string' ? String(node.value) : wrongType(node, say, 'needs-text');

/** A non-empty text, or null for “not set”. */
export const filledText: Reader<string> = (node, say) => {
  if (node.type === 'null') return undefined;
  const read = text(node, say)?.trim();
  if (read === '') return wrongType(node, say, 'needs-filled-text');
  return read;
};

/** A list of items of one kind. Items that cannot be used are reported and left out; the others hold. */
export const listOf =
  <T>(item: Reader<T>, expected: MessageId): Reader<readonly T[]> =>
  (node, say) => {
    if (node.type !== 'array') return wrongType(node, say, expected);
    return (node.children ?? []).flatMap((child) => item(child, say) ?? []);
  };

/** A whole number within bounds, or null for “not set”. */
export const wholeNumber =
  (from: number, to: number): Reader<number> =>
  (node, say) => {
    if (node.type === 'null') return undefined;
    if (Number.isInteger(node.value) && node.value >= from && node.value <= to) return Number(node.value);
    say(spanOf(node), 'needs-number', { from, to });
    return undefined;
  };

/** A list of words. */
export const textList = listOf<string>((node, say) => text(node, say)?.trim() || undefined, 'needs-list');

export const oneOf =
  <const T extends string>(choices: readonly T[]): Reader<T> =>
  (node, say) => {
    const choice = choices.find((candidate) => candidate === node.value);
    if (choice === undefined) say(spanOf(node), 'needs-choice', { choices: choices.join(' / ') });
    return choice;
  };

type Property = readonly [key: Node, value: Node];

function propertiesOf(node: Node, say: Say): readonly Property[] {
  if (node.type !== 'object') {
    say(spanOf(node), 'needs-object');
    return [];
  }
  // A property that is still being typed has no value yet; the syntax error has been reported.
  return (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    return key && value ? [[key, value] as const] : [];
  });
}

/** An object with arbitrary keys and values of one kind. `check` may refuse a key. */
export const mapOf =
  <T>(value: Reader<T>, check: (key: Node, say: Say) => boolean = () => true): Reader<Readonly<Record<string, T>>> =>
  (node, say) => {
    const entries = new Map<string, T>();
    for (const [key, child] of propertiesOf(node, say)) {
      const read = check(key, say) ? value(child, say) : undefined;
      if (read !== undefined) entries.set(String(key.value), read);
    }
    return Object.fromEntries(entries);
  };

/** An object with a fixed set of keys, all optional. An unknown key is reported and left out. */
export const objectOf =
  <T extends object>(readers: { readonly [K in keyof T]-?: Reader<NonNullable<T[K]>> }): Reader<Partial<T>> =>
  (node, say) => {
    const known = new Map<string, Reader<unknown>>(Object.entries(readers));
    const entries = new Map<string, unknown>();
    for (const [key, child] of propertiesOf(node, say)) {
      const name = String(key.value);
      const reader = known.get(name);
      if (!reader) {
        say(spanOf(key), 'unknown-key', { key: name, known: [...known.keys()].join('、') });
        continue;
      }
      const read = reader(child, say);
      if (read !== undefined) entries.set(name, read);
    }
    return Object.fromEntries(entries) as Partial<T>;
  };
