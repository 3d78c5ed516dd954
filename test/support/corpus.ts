import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

/**
 * Real reports are no part of this repository: they stand in the folder that NIANBAO_CORPUS names, or in `shared`
 * beside the checkout. Tests on them are skipped where there is none, and goldens hold places only, never text.
 */
const ROOT = process.env.NIANBAO_CORPUS ?? fileURLToPath(new URL('../../../shared', import.meta.url));

const present = ['seeds', 'reports', 'domain'].every((folder) => existsSync(join(ROOT, folder)));

/** A suite on real reports; its name says why it is skipped. */
export const describeCorpus = (name: string, suite: () => void): void => {
  if (present) describe(name, suite);
  else describe.skip(`${name} (no real reports here: set NIANBAO_CORPUS to their folder)`, suite);
};

export interface RealReport {
  /** 004: what the lists of findings call it. */
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

export function realReports(folder: 'seeds' | 'reports'): RealReport[] {
  if (!present) return [];
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({
      id: basename(name, '.txt').split('_')[0] ?? name,
      name,
      text: readFileSync(join(ROOT, folder, name), 'utf8'),
    }));
}

/** A finding that a careful reader made in a real report. */
export interface Defect {
  readonly seed: string;
  readonly line: number;
  readonly endLine?: number;
  readonly alsoLines?: readonly number[];
  readonly rule: string;
  readonly cls: 'certain' | 'likely' | 'style' | 'artefact';
}

/** A place that looks like a fault and is none. `mustNot` is a rule or `group/*`. */
export interface Trap {
  readonly seed: string;
  readonly line: number;
  readonly endLine?: number;
  readonly quote: string;
  readonly mustNot: string;
}

const list = (name: string): unknown => (present ? JSON.parse(readFileSync(join(ROOT, 'domain', name), 'utf8')) : []);

export const defects = (): Defect[] => list('seed-defects.json') as Defect[];
export const traps = (): Trap[] => list('traps.json') as Trap[];

export const isOnLines = (entry: { line: number; endLine?: number; alsoLines?: readonly number[] }, line: number) =>
  (line >= entry.line && line <= (entry.endLine ?? entry.line)) || entry.alsoLines?.includes(line) === true;
