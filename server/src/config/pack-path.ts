import type { Span } from '../text/span.ts';
import { filledText, type Reader, spanOf } from './readers.ts';

/** How the name of a rule pack ends. No other file is ever read as one, whatever a settings file says. */
export const PACK_ENDING = '.nianbao-pack.json';

/** Where a settings file or a pack names a pack. */
export interface PackPath {
  /** Relative to the file it stands in, with forward slashes. */
  readonly path: string;
  readonly span: Span;
}

/** In characters; file systems allow no longer paths. */
const LONGEST_PATH = 1_000;

/** No address, no drive, no absolute path: what a settings file may name lies beside it. */
const isRelative = (path: string): boolean =>
  !/^(?:\/|~|[a-z][a-z0-9+.-]*:)|[\0-\x1f]/i.test(path) && path.length <= LONGEST_PATH;

/** Does the name of a file, or its path or address, say that it is a rule pack? */
export const isPackName = (path: string): boolean => path.endsWith(PACK_ENDING);

export const packPath: Reader<PackPath> = (node, say) => {
  const written = filledText(node, say);
  if (written === undefined) return undefined;
  const path = written.replaceAll('\\', '/');
  if (isRelative(path) && isPackName(path)) return { path, span: spanOf(node) };
  say(spanOf(node), 'pack-path', { path: written });
  return undefined;
};
