import { type Browser, chromium, type Page } from 'playwright-core';
import { getChromium } from './get-chromium.ts';

const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  // Nothing but the workbench can be reached, also on a machine with a network.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost , EXCLUDE *.localhost',
];

/** A headless Chromium. Getting one may take a minute on first use. */
export function launchBrowser(): Promise<Browser> {
  const { path, libraries } = getChromium();
  const env = { ...process.env };
  if (libraries) env.LD_LIBRARY_PATH = [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return chromium.launch({ executablePath: path, headless: true, args: ARGS, env });
}

/** A page of the size of a small laptop's screen, with VS Code's menus in English. */
export async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'en-US' });
  return context.newPage();
}
