import { join } from 'node:path';
import type { main } from '../lsp/main-node.ts';
import { requireCompiled } from './compiled.ts';
import { setOptions } from './options.ts';

/** Put in by the build: names the content of server-main.cjs. */
declare const BUILD: string;

setOptions();
const { exports, keep } = requireCompiled<{ main: typeof main }>(join(__dirname, 'server-main.cjs'), BUILD);
exports.main(keep);
