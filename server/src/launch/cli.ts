#!/usr/bin/env node
import { join } from 'node:path';
import type { main } from '../cli/main.ts';
import { requireCompiled } from './compiled.ts';
import { setOptions } from './options.ts';

/** Put in by the build: names the content of cli-main.cjs. */
declare const BUILD: string;

setOptions();
const { exports, keep } = requireCompiled<{ main: typeof main }>(join(__dirname, 'cli-main.cjs'), BUILD);
void exports.main(__filename, keep);
