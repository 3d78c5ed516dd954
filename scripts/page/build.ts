import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { VIEW_STYLE } from '../../server/src/language/report-view-style.ts';
import { productVersion } from '../../server/src/version.ts';
import { root } from '../workbench/paths.ts';

const EXAMPLE = 'page/example.txt';

/** The view takes its colours from the editor; here there is none. */
const VIEW_COLOURS = `:root { --vscode-font-size: 14px; --vscode-button-secondaryBackground: #e8ecf1; } body { margin: 0; }
@media (prefers-color-scheme: dark) { :root {
--vscode-editorError-foreground: #ff8a80; --vscode-editorWarning-foreground: #e5c07b; --vscode-editorInfo-foreground: #7db7f5; --vscode-descriptionForeground: #a8a8a8;
--vscode-testing-iconPassed: #7bc67e; --vscode-focusBorder: #7db7f5; --vscode-editor-foreground: #e4e4e4; --vscode-editor-background: #232427; --vscode-editorWidget-border: #55585d;
--vscode-editorWidget-background: #2d2f33; --vscode-input-foreground: #e4e4e4; --vscode-input-background: #1b1c1e; --vscode-editorHoverWidget-foreground: #e4e4e4;
--vscode-editorHoverWidget-background: #2d2f33; --vscode-editorHoverWidget-border: #55585d; --vscode-button-secondaryBackground: #3a3d42; } }`;

/** To the view the page is the editor. */
const VIEW_HOST = "function acquireVsCodeApi(){return{postMessage(m){parent.postMessage(m,'*')}}}\n";

/** A file that is all of the page: one that a clerk can keep, and that any web space can show. */
export async function buildPage(file: string): Promise<{ file: string; bytes: number }> {
  const view = inScript(VIEW_HOST + (await bundle('client/src/webview/report-view.ts')));
  const viewPage = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>年报校对</title><style>${VIEW_STYLE}${VIEW_COLOURS}</style></head><body><main></main><p id="said" role="status" aria-live="polite"></p><script>${view}</script></body></html>`;
  const script = inScript(
    await bundle('page/src/main.ts', {
      EXAMPLE: JSON.stringify(readFileSync(join(root, EXAMPLE), 'utf8')),
      VERSION: JSON.stringify(productVersion),
      VIEW_PAGE: JSON.stringify(viewPage),
    }),
  );
  const parts: Readonly<Record<string, string>> = {
    POLICY: policy([script, view]),
    VERSION: productVersion,
    STYLE: readFileSync(join(root, 'page', 'page.css'), 'utf8'),
    SCRIPT: script,
  };
  const page = readFileSync(join(root, 'page', 'page.html'), 'utf8').replace(
    /%([A-Z]+)%/g,
    (_, name: string) => parts[name] ?? '',
  );
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, page);
  return { file, bytes: Buffer.byteLength(page) };
}

/**
 * Nothing is fetched, sent or opened: `default-src 'none'` refuses connections, forms and other frames. Only
 * these scripts run. The view's frame has the page's policy.
 */
const policy = (scripts: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src ${scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`).join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** Nothing in it ends the element that it stands in, or begins a comment there. */
const inScript = (code: string): string => code.replace(/<(?=\/script|!--|script)/gi, '\\x3c');

async function bundle(entry: string, define: BuildOptions['define'] = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    mainFields: ['browser', 'module', 'main'],
    define: define,
    legalComments: 'eof',
  });
  return outputFiles[0]?.text ?? '';
}
