// The server of the remark extension: remark with the recommended rules. Run as: remark-server.mjs ENTRY --stdio
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , entry = ''] = process.argv;
const packages = join(entry, '..', '..');
const load = (name) => import(pathToFileURL(join(packages, name, 'index.js')).href);

const { createUnifiedLanguageServer } = await import(pathToFileURL(entry).href);
const { remark } = await load('remark');
const { default: recommended } = await load('remark-preset-lint-recommended');

createUnifiedLanguageServer({
  configurationSection: 'remark',
  ignoreName: '.remarkignore',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  plugins: [recommended],
  rcName: '.remarkrc',
  processorName: 'remark',
  processorSpecifier: 'remark',
  defaultProcessor: remark,
});
