import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';

/** Code is compiled anew after so long, and code that nobody renews is thrown away: of programs long gone. */
const LIFETIME = 90 * 24 * 3600 * 1000;
const isOld = (time: number): boolean => Date.now() - time > LIFETIME;

/** Some four times what the larger program needs. */
const LARGEST = 16 * 1024 * 1024;

/** The user's own folder for what can be made again; none where Node itself was told to keep no code. */
function cacheFolder(): string | undefined {
  const { NODE_DISABLE_COMPILE_CACHE, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  if (NODE_DISABLE_COMPILE_CACHE) return undefined;
  const inHome = process.platform === 'darwin' ? ['Library', 'Caches'] : ['.cache'];
  const caches = process.platform === 'win32' ? LOCALAPPDATA : XDG_CACHE_HOME || join(homedir(), ...inHome);
  return caches && isAbsolute(caches) ? join(caches, 'nianbao-lint') : undefined;
}

/** Whoever can write here decides what runs: nobody but this very user may. Windows' folder is the user's by itself. */
const isOwn = ({ uid, mode }: Stats): boolean =>
  process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);

/** A link would lead out of what was looked at. */
function isOwnFolder(folder: string): boolean {
  const stats = lstatSync(folder);
  return stats.isDirectory() && isOwn(stats);
}

/** Neither a link, nor a pipe that waits for ever, nor what others wrote. */
function readOwn(folder: string, name: string): Buffer | undefined {
  let handle: number | undefined;
  try {
    if (!isOwnFolder(folder)) return undefined;
    const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
    handle = openSync(join(folder, name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const stats = fstatSync(handle);
    const isPlain = stats.isFile() && stats.nlink === 1 && stats.size <= LARGEST;
    return isPlain && isOwn(stats) && !isOld(stats.mtimeMs) ? readFileSync(handle) : undefined;
  } catch {
    return undefined; // most often: there is none yet
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** All or nothing, even when the power fails. */
function writeWhole(folder: string, name: string, parts: readonly Uint8Array[]): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isOwnFolder(folder)) return;
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
  clearAway(folder);
}

function clearAway(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (isOld(lstatSync(path).mtimeMs)) rmSync(path, { force: true });
  }
}

export interface Compiled<Exports> {
  readonly exports: Exports;
  /** To be called when all that a usual run needs has run once: what V8 compiled of it is kept for the next start. */
  readonly keep: () => void;
}

/**
 * V8 takes compiled code on trust: one damaged byte, and it ends the process at every start. So the code is kept under
 * a digest of itself and of all that it belongs to: the bundle, its options, Node, V8 and the processor.
 */
function sealOf(identity: string, code: Uint8Array): Buffer {
  return createHash('sha256').update(identity).update('\0').update(code).digest();
}

/** @returns the code, or undefined when it is not, to the last bit, what was kept for this very program. */
function unsealed(kept: Buffer, identity: string): Buffer | undefined {
  const code = kept.subarray(32);
  return sealOf(identity, code).equals(kept.subarray(0, 32)) ? code : undefined;
}

/**
 * As `require`, but with the code that V8 compiled at an earlier start. Most of a start is compiling.
 * @param build names the bundle's content, so that no code of another one is ever run: a digest, or '' to keep nothing.
 */
export function requireCompiled<Exports>(file: string, build: string): Compiled<Exports> {
  const folder = build === '' ? undefined : cacheFolder();
  const { arch, execArgv, platform, version, versions } = process;
  const identity = [build, version, versions.v8, platform, arch, ...execArgv].join('\0');
  // V8 refuses what it compiled under other options, so each set of them has its own.
  const options = execArgv.join('').replace(/\W+/g, '-').slice(0, 100);
  const name = `${basename(file)}-${versions.v8}-${arch}${options}`;
  const kept = folder === undefined ? undefined : readOwn(folder, name);
  const cachedData = kept && unsealed(kept, identity);
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
        const code = script.createCachedData();
        writeWhole(folder, name, [sealOf(identity, code), code]);
      } catch {
        // No room, no right: the next start takes as long as this one did.
      }
    },
  };
}
