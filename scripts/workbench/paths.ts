import { resolve } from 'node:path';

/** The repository's root folder. */
export const root = resolve(import.meta.dirname, '..', '..');

/** Where the workbench and, if need be, a browser are put on first use. */
export const workbenchFolder = resolve(process.env.WORKBENCH_DIR || resolve(root, '.workbench'));
