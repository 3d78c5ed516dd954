/** The little that the server must know of URIs. No path library: they may belong to any file system. */

export const schemeOf = (uri: string): string => uri.slice(0, Math.max(0, uri.indexOf(':')));

/** Percent signs that belong to no encoding stay as they are. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The file's name without folders. */
export const nameOf = (uri: string): string => decode(uri.slice(uri.lastIndexOf('/') + 1));

export const join = (folder: string, name: string): string => `${folder.replace(/\/+$/, '')}/${name}`;

/** The folders above a file, nearest first, without a slash at the end. Nothing for URIs without a path. */
export function foldersAbove(uri: string): string[] {
  const root = /^[^:/?#]+:\/\/[^/]*/.exec(uri)?.[0];
  if (root === undefined) return [];
  const folders: string[] = [];
  for (let at = uri.lastIndexOf('/'); at >= root.length; at = uri.lastIndexOf('/', at - 1)) {
    folders.push(uri.slice(0, at));
  }
  return folders;
}

/** Drive letters come as `C:`, `c:` or `c%3A`, depending on the client. */
const comparable = (uri: string): string =>
  decode(uri).replace(/^(file:\/\/\/)([A-Z]):/, (_, head, drive) => `${head}${drive.toLowerCase()}:`);

/** Do two addresses name one file, however they are encoded? */
export const isSame = (a: string, b: string): boolean => comparable(a) === comparable(b);

/** The decoded path of a file below a folder, with forward slashes; undefined when it is not below it. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const head = `${comparable(folder).replace(/\/+$/, '')}/`;
  const whole = comparable(uri);
  return whole.startsWith(head) ? whole.slice(head.length) : undefined;
}

/** Where a relative path leads from a file, with `.` and `..` followed; undefined when that is above the root. */
export function resolvePath(from: string, path: string): string | undefined {
  const root = /^[^:/?#]+:\/\/[^/]*/.exec(from)?.[0];
  if (root === undefined) return undefined;
  const parts = from.slice(root.length).split('/').slice(1, -1);
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '' && part !== '.' && part !== '..') parts.push(encodeURIComponent(part));
  }
  return `${root}/${parts.join('/')}`;
}
