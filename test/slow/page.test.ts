// The page to try it on, used as a clerk uses it: from a file on the disk, without a network.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Document, Packer, Paragraph } from 'docx';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPage } from '../../scripts/page/build.ts';
import { launchBrowser } from '../../scripts/workbench/browser.ts';
import { root } from '../../scripts/workbench/paths.ts';
import { readWord } from '../../server/src/word/bundle.ts';
import { draft } from '../support/draft.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const screenshots = join(root, 'test', 'vscode', 'screenshots');
const CLEAN = draft({ form: '2021' }).text;

let folder: string;
let address: string;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-page-'));
  address = pathToFileURL((await buildPage(join(folder, 'index.html'))).file).href;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  readonly asked: string[];
  readonly complaints: string[];
}

async function open(options: BrowserContextOptions = {}): Promise<Opened> {
  const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options })).newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  return { page, asked, complaints };
}

const status = (page: Page) => page.locator('#status');

function viewOf(page: Page): Frame {
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (!frame) throw new Error('the page has no view');
  return frame;
}

const textOf = (page: Page): Promise<string> =>
  page.locator('.cm-content').evaluate((content) => {
    const { view } = (content as unknown as { cmTile: { view: { state: { doc: { toString(): string } } } } }).cmTile;
    return view.state.doc.toString();
  });

async function give(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('#file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** What the browser would save. */
async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(button).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

describe('the page', () => {
  it('says what is wrong with the example, and mends it with what it offers', async () => {
    const { page, complaints } = await open();
    await page.click('#example');
    await expect.poll(() => status(page).textContent()).toBe('错误 1，警告 6，提示 1');
    await page.locator('.cm-lintRange-error, .cm-lintRange-warning').first().hover();
    await page.locator('.cm-tooltip-lint').waitFor();
    await page.screenshot({ path: join(screenshots, 'page, a finding.png') });
    await page.locator('.cm-tooltip-lint .cm-diagnosticAction').first().click();
    await expect.poll(() => status(page).textContent()).toContain('警告 5');
    await page.click('#fix-all');
    await expect.poll(() => status(page).textContent()).toMatch(/^已修正 \d+ 处。/);
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => status(page).textContent()).toBe('错误 1，警告 6，提示 1');
    expect(complaints).toEqual([]);
  });

  it('checks what is pasted and what is typed behind it', async () => {
    const { page } = await open();
    await page.locator('.cm-content').focus();
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, CLEAN);
    await expect.poll(() => status(page).textContent()).toMatch(/^未发现问题/);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n本年度按deadline完成。');
    await expect.poll(() => status(page).textContent()).not.toMatch(/^未发现问题/);
  });

  it('takes numbers in the drawn form, writes them into the text and takes them back', async () => {
    const { page } = await open();
    await give(page, '报告.txt', Buffer.from(CLEAN));
    const view = viewOf(page);
    const cell = view.locator('td[data-cell^="requests/"]').first();
    await cell.click();
    const before = await textOf(page);
    await page.keyboard.type('977');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page)).toContain('977');
    await expect.poll(() => status(page).textContent()).toContain('错误');
    await page.screenshot({ path: join(screenshots, 'page, a number entered.png') });
    await page.keyboard.press('Control+z');
    await expect.poll(() => textOf(page)).toBe(before);
  });

  it('reads a Word document and gives it back with comments', async () => {
    const text = `${CLEAN.split('\n').slice(0, 6).join('\n')}\n本年度按deadline完成。`;
    const children = text.split('\n').map((line) => new Paragraph(line));
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
    const { page } = await open();
    await give(page, '报告.docx', bytes);
    await expect.poll(() => textOf(page)).toContain('deadline');
    await expect.poll(() => status(page).textContent()).toContain('警告');
    const { name, bytes: reviewed } = await saved(page, '#save-reviewed');
    expect(name).toBe('报告-批注.docx');
    const again = readWord(reviewed);
    expect(typeof again === 'string' ? again : again.parts.text('word/comments.xml')).toContain('deadline');
  });

  it('reads GB 18030, and says what to do with what it cannot read', async () => {
    const { page } = await open();
    // 青溪县, as an old program saves it.
    const gb18030 = Buffer.from('c7e0cfaacfd8', 'hex');
    await give(page, '旧稿.txt', gb18030);
    await expect.poll(() => textOf(page)).toBe('青溪县');
    await expect.poll(() => status(page).textContent()).toContain('不像');
    await give(page, '报告.pdf', Buffer.from('%PDF-1.7\n'));
    await expect.poll(() => status(page).textContent()).toContain('这是 PDF');
    await give(page, '报告.docx', Buffer.from('no document'));
    await expect.poll(() => status(page).textContent()).toContain('另存为');
    expect(await textOf(page)).toBe('青溪县');
  });

  it('saves and prints the check page', async () => {
    const { page } = await open();
    await give(page, '报告.txt', Buffer.from(CLEAN));
    await expect.poll(() => status(page).textContent()).toMatch(/^未发现问题/);
    const { name, bytes } = await saved(page, '#save-page');
    expect(name).toBe('报告-检查.html');
    expect(bytes.toString()).toContain('审核人');
    await page.click('#print');
    await page.locator('iframe.printed').waitFor({ state: 'attached' });
  });

  it('asks nobody for anything, and cannot', async () => {
    const { page, asked } = await open();
    await page.click('#example');
    await expect.poll(() => status(page).textContent()).toContain('警告');
    const refused = await page.evaluate(() =>
      Promise.allSettled([fetch('https://example.com/'), fetch('data:,x')]).then((all) =>
        all.map(({ status }) => status),
      ),
    );
    expect(refused).toEqual(['rejected', 'rejected']);
    expect(asked.filter((url) => !/^(?:file|data|about|blob):/.test(url))).toEqual([]);
  });

  it.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['narrow', { viewport: { width: 400, height: 800 } }],
  ] as const)('can be used by everybody: %s', async (name, options) => {
    const { page } = await open(options);
    await page.click('#example');
    await expect.poll(() => status(page).textContent()).toContain('警告');
    await viewOf(page).locator('td[data-cell]').first().waitFor();
    await page.screenshot({ path: join(screenshots, `page, ${name}.png`) });
    for (const frame of [page.mainFrame(), viewOf(page)]) {
      await frame.evaluate(axe);
      const found = await frame.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
      });
      expect(found).toEqual([]);
    }
  });

  it('speaks English when asked', async () => {
    const { page } = await open();
    await page.click('#example');
    await page.click('#language');
    await expect.poll(() => status(page).textContent()).toMatch(/^1 error, 6 warnings/);
    await expect.poll(() => viewOf(page).locator('main').textContent()).toContain('Statutory');
    await page.screenshot({ path: join(screenshots, 'page, English.png') });
  });
});
