import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
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

function launchOptions() {
  const { path, libraries } = getChromium();
  const env = { ...process.env };
  if (libraries) env.LD_LIBRARY_PATH = [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { executablePath: path, headless: true, args: ARGS, env };
}

/** The size of a small laptop's screen, with VS Code's menus in English. */
const SCREEN = { viewport: { width: 1400, height: 900 }, locale: 'en-US' };

/** A headless Chromium. Getting one may take a minute on first use. */
export const launchBrowser = (): Promise<Browser> => chromium.launch(launchOptions());

/**
 * One that keeps a profile in a folder. Views of a VS Code in the browser alone come from other names than its window;
 * their workers need what browsers call third-party cookies.
 */
export function launchProfile(folder: string): Promise<BrowserContext> {
  const preferences = { profile: { block_third_party_cookies: false, cookie_controls_mode: 0 } };
  mkdirSync(join(folder, 'Default'), { recursive: true });
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  return chromium.launchPersistentContext(folder, { ...launchOptions(), ...SCREEN });
}

export async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext(SCREEN);
  return context.newPage();
}

/** A picture in a third of the bytes. The browser writes it, so that no library is needed for pictures. */
export async function toWebp(page: Page, png: Buffer): Promise<Buffer> {
  const studio = await page.context().newPage();
  const url = await studio.evaluate(
    async (data) => {
      const image = new Image();
      image.src = data;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', 0.5);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await studio.close();
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}
