import { fileURLToPath } from 'node:url';
import { CONFIG_REFUSALS, type ConfigRefusal } from '../config/config.ts';
import { LARGEST_CONFIG } from '../config/tree.ts';
import { readFileWithin, readFoundFile, readRegularFile } from '../disk/read-file.ts';
import type { ConfigText } from './runtime.ts';

/** Reports are small; a log file of a gigabyte is not looked into. In bytes. */
export const LARGEST_REPORT = 5_000_000;

/** A file of this machine; undefined when there is none, or none that can be read. */
export function readText(uri: string): string | undefined {
  try {
    return new TextDecoder().decode(readRegularFile(fileURLToPath(uri), LARGEST_REPORT));
  } catch {
    return undefined;
  }
}

/** No character takes more bytes in UTF-8. */
const BYTES = 3;

/** A configuration file of this machine, or why it is not read. */
export function readConfig(uri: string, workspace: string | undefined): ConfigText {
  try {
    const folder = workspace?.startsWith('file:') ? fileURLToPath(workspace) : undefined;
    return new TextDecoder().decode(readFoundFile(fileURLToPath(uri), folder, LARGEST_CONFIG * BYTES));
  } catch (error) {
    const refusal = refusalOf(error);
    return refusal && { refusal };
  }
}

/** A rule pack of this machine, or why it is not read. @param home the folder that it lies in, wherever links lead */
export function readPack(uri: string, home: string): ConfigText {
  try {
    return new TextDecoder().decode(readFileWithin(fileURLToPath(uri), fileURLToPath(home), LARGEST_CONFIG * BYTES));
  } catch (error) {
    const refusal = refusalOf(error);
    return refusal && { refusal };
  }
}

/** Undefined: there is no such file, and where the address is none there cannot be one. */
function refusalOf(error: unknown): ConfigRefusal | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return CONFIG_REFUSALS.find((known) => known === code) ?? (UNREADABLE.has(code) ? 'unreadable' : undefined);
}

const UNREADABLE: ReadonlySet<string> = new Set(['EACCES', 'EBUSY', 'EIO', 'ELOOP', 'EMFILE', 'EPERM']);
