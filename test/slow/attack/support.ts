import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const root = join(import.meta.dirname, '..', '..', '..');
export const CLI = join(root, 'dist', 'cli.js');

export const isRoot = process.getuid?.() === 0;
export const isWindows = process.platform === 'win32';

/** For the name of a test that only root can make: nobody else can become another user. */
export const rootOnly = isRoot ? '' : ' (skipped: needs root)';

/** Somebody else on this machine, and no administrator. */
export const OTHER = { uid: 12_345, gid: 12_345 } as const;

/** A folder that is gone after the test. @param mode others may look into it when it says so. */
export function folder(mode = 0o700): string {
  const path = mkdtempSync(join(tmpdir(), 'nianbao-attack-'));
  chmodSync(path, mode);
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** So long nothing takes that ends at all; in milliseconds. */
export const PATIENCE = 60_000;

/** The command line. A run that does not end is ended, which shows as its signal. */
export function cli(cwd: string, argv: readonly string[], more: Parameters<typeof spawnSync>[2] = {}): Ran {
  const options = { encoding: 'utf8', timeout: PATIENCE, killSignal: 'SIGKILL', cwd, ...more } as const;
  const { stdout, stderr, status, signal } = spawnSync(process.execPath, [CLI, ...argv], options);
  return { stdout: String(stdout), stderr: String(stderr), status, signal };
}
