/** The part of a hand-written file that is generated: from `<!-- NAME:begin -->` to `<!-- NAME:end -->`. */

const begin = (name: string): string => `<!-- ${name}:begin -->`;
const end = (name: string): string => `<!-- ${name}:end -->`;

export const marked = (name: string, content: string): string => `${begin(name)}\n${content}\n${end(name)}`;

/** The text with the marked part replaced, or undefined when it has no such markers. */
export function replaceMarked(text: string, name: string, content: string): string | undefined {
  const from = text.indexOf(begin(name));
  const to = text.indexOf(end(name), from);
  if (from < 0 || to < 0) return undefined;
  return text.slice(0, from) + marked(name, content) + text.slice(to + end(name).length);
}

export const howToMark = (name: string): string => `${begin(name)} / ${end(name)}`;
