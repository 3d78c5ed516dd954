/** What is fuzzed, in one module, so that it can be bundled and its coverage told from the harness's. */
export { parseConfig } from '../../server/src/config/config.ts';
export { allowTerm, configEdits, switchOff } from '../../server/src/config/edit.ts';
export { ignoresFor, settingsFor } from '../../server/src/config/settings.ts';
export { fix, isReport, lint, readReport } from '../../server/src/index.ts';
export { Frames } from '../../server/src/lsp/node-frames.ts';
