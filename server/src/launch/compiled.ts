import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** Code is compiled anew after so long, and code that nobody renews is thrown away: of programs long gone. */
const LIFETIME = 90 * 24 * 3600 * 1000;
const isOld = (time: number): boolean => Date.now() - time > LIFETIME;

/** The user's own folder for what can be made again; none where Node itself was told to keep no code. */
function cacheFolder(): string | undefined {
  const { NODE_DISABLE_COMPILE_CACHE, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  if (NODE_DISABLE_COMPILE_CACHE) return undefined;
  const inHome = process.platform === 'darwin' ? ['Library', 'Caches'] : ['.cache'];
  const caches = process.platform === 'win32' ? LOCALAPPDATA : XDG_CACHE_HOME || join(homedir(), ...inHome);
  return caches && join(caches, 'nianbao-lint');
}

/** Only what this very user wrote: whoever can write here decides what runs. */
function readOwn(file: string): Buffer | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const { uid, mode, mtimeMs } = fstatSync(handle);
    const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    return isOwn && !isOld(mtimeMs) ? readFileSync(handle) : undefined;
  } catch {
    return undefined; // most often: there is none yet
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** All or nothing, even when the power fails: V8 takes what it is given on trust. */
function writeWhole(folder: string, name: string, parts: readonly Uint8Array[]): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `${name}.${process.pid}`);
  const handle = openSync(unfinished, 'wx', 0o600);
  try {
    for (const part of parts) writeFileSync(handle, part);
    fsyncSync(handle);
    renameSync(unfinished, join(folder, name));
  } finally {
    closeSync(handle);
    rmSync(unfinished, { force: true });
  }
}

function clearAway(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (isOld(statSync(path).mtimeMs)) rmSync(path, { force: true });
  }
}

export interface Compiled<Exports> {
  readonly exports: Exports;
  /** To be called when all that a usual run needs has run once: what V8 compiled of it is kept for the next start. */
  readonly keep: () => void;
}

/**
 * As `require`, but with the code that V8 compiled at an earlier start. Most of a start is compiling.
 * @param build names the bundle's content, so that no code of another one is ever run: a digest, or '' to keep nothing.
 */
export function requireCompiled<Exports>(file: string, build: string): Compiled<Exports> {
  const folder = build === '' ? undefined : cacheFolder();
  const { arch, execArgv, versions } = process;
  // V8 refuses what it compiled under other options, so each set of them has its own.
  const options = execArgv.join('').replace(/\W+/g, '-').slice(0, 100);
  const name = `${file.slice(dirname(file).length + 1)}-${versions.v8}-${arch}${options}`;
  const stamp = Buffer.from(build);
  const known = folder === undefined ? undefined : readOwn(join(folder, name));
  const cachedData = known?.subarray(0, stamp.length).equals(stamp) ? known.subarray(stamp.length) : undefined;
  const head = '(function (exports, require, module, __filename, __dirname) { ';
  const script = new Script(`${head}${readFileSync(file, 'utf8')}\n})`, {
    filename: file,
    columnOffset: -head.length,
    ...(cachedData && { cachedData }),
  });
  const module: { exports: Exports } = { exports: Object.create(null) };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  let isKept = cachedData !== undefined && script.cachedDataRejected === false;
  return {
    exports: module.exports,
    keep() {
      if (folder === undefined || isKept) return;
      isKept = true;
      try {
        writeWhole(folder, name, [stamp, script.createCachedData()]);
        clearAway(folder);
      } catch {
        // No room, no right: the next start takes as long as this one did.
      }
    },
  };
}
