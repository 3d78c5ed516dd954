import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { workbenchFolder } from '../workbench/paths.ts';

export interface WayPage {
  readonly href: string;
  remove(): void;
}

/**
 * A page, readable by this user alone, that leads on to an address. A browser is given addresses on its command line,
 * which every user of the machine can read; the workbench's address holds its token, that of the page holds nothing.
 * It does not stand in the system's temporary folder: a packaged browser has one of its own.
 */
export function wayPage(url: string): WayPage {
  const file = join(workbenchFolder, `open-${randomBytes(8).toString('hex')}.html`);
  const address = JSON.stringify(url).replaceAll('<', '\\u003c');
  const page = `<!doctype html><meta name="referrer" content="no-referrer"><script>location.replace(${address})</script>\n`;
  mkdirSync(workbenchFolder, { recursive: true });
  writeFileSync(file, page, { mode: 0o600, flag: 'wx' });
  return { href: pathToFileURL(file).href, remove: () => rmSync(file, { force: true }) };
}
