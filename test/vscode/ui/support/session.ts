// One workbench with the extension, opened in a browser and used as a person uses it.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { makeWorkspace } from '../../../../scripts/test/workspace.ts';
import { launchBrowser, newPage } from '../../../../scripts/workbench/browser.ts';
import { installWorkbench } from '../../../../scripts/workbench/install.ts';
import { root } from '../../../../scripts/workbench/paths.ts';
import { startServer, type WorkbenchServer, workbenchUrl } from '../../../../scripts/workbench/server.ts';

export const screenshots = join(root, 'test', 'vscode', 'screenshots');

const SETTINGS = {
  'nianbao.language': 'zh',
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
  'workbench.colorTheme': 'Default Light Modern',
};

export interface Session {
  readonly page: Page;
  /** The temporary folder with fixtures/ and samples/; the workbench shows fixtures/. */
  readonly workspace: string;
  shoot(name: string): Promise<void>;
  /** With a picture of what was there instead, when a step fails. */
  step<T>(name: string, run: () => Promise<T>): Promise<T>;
  /** Opens a file of the explorer and waits for its text. */
  open(name: string): Promise<void>;
  /** Runs a command from the palette by its English title. */
  command(title: string): Promise<void>;
  /** Opens an empty text that has no name yet. */
  newText(): Promise<void>;
  /** Puts a text on the clipboard and presses Ctrl+V. */
  paste(text: string): Promise<void>;
  goTo(line: number, column: number): Promise<void>;
  /** Rests the mouse on something until what it brings up is there. */
  hover(target: Locator, popup: Locator): Promise<void>;
  /** Clicks on something until what it brings up is there. */
  click(target: Locator, sign: Locator): Promise<void>;
  /** Opens the menu of what can be done at the cursor, and waits for one of its lines. */
  quickFixes(line: Locator): Promise<void>;
  /** The inside of the webview at hand. */
  readonly webview: FrameLocator;
  stop(): Promise<void>;
}

export async function startSession(
  settings: Readonly<Record<string, unknown>> = {},
  { chinese = false }: { readonly chinese?: boolean } = {},
): Promise<Session> {
  mkdirSync(screenshots, { recursive: true });
  const workspace = makeWorkspace();
  let server: WorkbenchServer | undefined;
  let browser: Browser | undefined;
  const stop = async (): Promise<void> => {
    await browser?.close();
    await server?.stop();
    rmSync(workspace, { recursive: true, force: true });
  };
  try {
    // A packed extension, when there is one to try; else this folder as it is.
    const vsix = process.env.NIANBAO_VSIX;
    const all = { ...SETTINGS, ...settings };
    server = await startServer({ entry: installWorkbench(), settings: all, chinese, vsix });
    browser = await launchBrowser();
    const page = await newPage(browser);
    page.setDefaultTimeout(20_000);
    if (process.env.SLOWER) await slowDown(page, Number(process.env.SLOWER));
    const folder = join(workspace, 'fixtures');
    await page.goto(workbenchUrl(server, { folder, extensionDevelopmentPath: vsix ? undefined : root }));
    return { ...actions(page), workspace, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** As on a busy machine: `SLOWER=5 npm run test:ui` finds the steps that only hold when everything answers at once. */
async function slowDown(page: Page, rate: number): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate });
}

/** What a person does with a window that is open. */
export function actions(page: Page): Omit<Session, 'workspace' | 'stop'> {
  const shoot = async (name: string): Promise<void> => {
    await page.screenshot({ path: join(screenshots, `${name}.png`) });
  };
  const quickInput = page.locator('.quick-input-widget input[type=text]');
  const command = async (title: string): Promise<void> => {
    await page.keyboard.press('F1');
    await quickInput.fill(`>${title}`);
    await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: title }).waitFor();
    await page.keyboard.press('Enter');
  };
  return {
    page,
    shoot,
    async step(name, run) {
      try {
        return await run();
      } catch (error) {
        await shoot(`failed ${name}`);
        throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
      }
    },
    async open(name) {
      // The list of problems names files, too.
      await page.locator('.explorer-folders-view').getByRole('treeitem', { name }).first().dblclick();
      await page.locator('.tab.active', { hasText: name }).waitFor();
      await page.locator('.monaco-editor .view-line').first().waitFor();
    },
    command,
    async newText() {
      await page.getByRole('treeitem').first().waitFor();
      const tabs = page.locator('.tab', { hasText: /^Untitled/ });
      const before = await tabs.count();
      await page.keyboard.press('Control+Alt+n');
      await tabs.nth(before).waitFor();
      await page.locator('.monaco-editor.focused').first().waitFor();
    },
    async paste(text) {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
      await page.keyboard.press('Control+v');
    },
    async goTo(line, column) {
      await page.keyboard.press('Control+g');
      await quickInput.fill(`:${line}:${column}`);
      await page.keyboard.press('Enter');
      await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
    },
    hover: (target, popup) => until(page, () => target.hover(), popup),
    click: (target, sign) => until(page, () => target.click(), sign),
    async quickFixes(line) {
      // The editor drops what it has asked for when another extension begins to offer its own, and says that there is
      // nothing: the one for Markdown does so soon after the first such file is opened. New findings close its menu. A
      // person asks again.
      const nothing = page.locator('.monaco-editor-overlaymessage', { hasText: 'No code actions available' });
      const asked = async (): Promise<void> => {
        await page.keyboard.press('Escape');
        await nothing.waitFor({ state: 'hidden' });
        await page.keyboard.press('Control+.');
      };
      await until(page, asked, line);
    },
    webview: page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),
  };
}

/** What moves while lenses and hints are still coming takes the mouse away from its aim; a person tries again. */
async function until(page: Page, act: () => Promise<void>, sign: Locator): Promise<void> {
  for (let tries = 1; ; tries++) {
    await act();
    try {
      await sign.first().waitFor({ timeout: 5_000 });
      return;
    } catch (error) {
      if (tries === 6) throw error;
      await page.mouse.move(2, 2);
    }
  }
}
