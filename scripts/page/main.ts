// `npm run page [-- FILE]`: the page on which a draft is checked without installing anything, in one file.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildPage } from './build.ts';

const { file, bytes } = await buildPage(resolve(process.argv[2] ?? 'out/page/index.html'));
const kilobytes = (count: number): string => `${Math.round(count / 1000)} kB`;
console.log(
  `${pathToFileURL(file).href}\n${kilobytes(bytes)}，压缩后 compressed ${kilobytes(gzipSync(readFileSync(file)).length)}`,
);
