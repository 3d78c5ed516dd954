// What each place says of an open text, driven in any order, is what a fresh check says, or that it is being checked.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStandings } from '../../client/src/standings.ts';
import { type Counts, countsOf } from '../../server/src/check/counts.ts';
import { CHECK_TEXT, type CheckTextResult } from '../../server/src/lsp/protocol.ts';
import { type Editor, PULL, startEditor } from './harness.ts';
import { toyEngine } from './toy-engine.ts';

const URIS = ['file:///a/one.txt', 'untitled:Untitled-1'] as const;
const TEXTS = ['年报', '年报 word', '年报 word。。 data', 'a note', '年报 出稿。。'];
const TERMS = [[], ['word'], ['data']] as const;

type Step =
  | { readonly does: 'open' | 'change'; readonly doc: number; readonly text: number }
  | { readonly does: 'close' | 'language' | 'settle'; readonly doc: number }
  | { readonly does: 'settings'; readonly terms: number }
  | { readonly does: 'restart' };

const doc = fc.nat(URIS.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constantFrom('open' as const, 'change' as const), doc, text: fc.nat(TEXTS.length - 1) }),
  fc.record({ does: fc.constantFrom('close' as const, 'language' as const, 'settle' as const), doc }),
  fc.record({ does: fc.constant('settings' as const), terms: fc.nat(TERMS.length - 1) }),
  fc.record({ does: fc.constant('restart' as const) }),
);

interface Open {
  text: string;
  version: number;
  language: string;
  /** Was it recognised since it was opened? */
  isReport: boolean;
}

/** An editor with the client's own memory of what it was told. */
class World {
  readonly standings = createStandings();
  readonly open = new Map<string, Open>();
  terms: readonly string[] = [];
  #editor!: Editor;

  async start(): Promise<void> {
    this.#editor = await startEditor({
      engine: toyEngine(),
      capabilities: { ...PULL, workspace: { ...PULL.workspace, configuration: true } },
      configuration: () => ({ allowedTerms: this.terms }),
    });
    const put = this.#editor.statuses.put.bind(this.#editor.statuses);
    const { standings, open } = this;
    this.#editor.statuses.put = (status) => {
      if (open.has(status.uri)) standings.told(status.uri, status);
      put(status);
    };
    for (const [uri, { text, language, version }] of open) await this.#editor.open(uri, text, language, version);
  }

  async do(each: Step): Promise<void> {
    if (each.does === 'settings') {
      this.terms = TERMS[each.terms] ?? [];
      this.standings.outdated(); // as the server tells when it hears of it
      await this.#editor.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
      return;
    }
    if (each.does === 'restart') {
      this.standings.outdated();
      for (const one of this.open.values()) one.isReport = false;
      return this.start();
    }
    const uri = URIS[each.doc] ?? URIS[0];
    const one = this.open.get(uri);
    if (each.does === 'open' && !one) {
      const text = TEXTS[each.text] ?? '';
      this.open.set(uri, { text, version: 1, language: 'plaintext', isReport: false });
      await this.#editor.open(uri, text);
    } else if (each.does === 'change' && one) {
      one.text = TEXTS[each.text] ?? '';
      one.version++;
      await this.#editor.change(uri, one.text);
    } else if (each.does === 'close' && one) {
      this.open.delete(uri);
      this.standings.closed(uri);
      await this.#editor.close(uri);
    } else if (each.does === 'language' && one) {
      one.language = one.language === 'ini' ? 'plaintext' : 'ini';
      this.standings.outdated(uri);
      await this.#editor.close(uri);
      await this.#editor.open(uri, one.text, one.language, one.version);
    } else if (each.does === 'settle' && one) await this.settle(uri, one);
  }

  /** Until the status of this version is there; then all places say the same. */
  async settle(uri: string, one: Open): Promise<void> {
    one.isReport ||= one.text.startsWith('年报');
    const { items } = (await this.#editor.pull(uri)) as { items: readonly unknown[] };
    const state = (): string => this.standings.of(uri, one.version, true).state;
    for (let tries = 0; tries < 100 && state() === 'checking'; tries++)
      await new Promise((done) => setTimeout(done, 10));
    if (!one.isReport) {
      expect([items.length, state()]).toEqual([0, 'none']);
      return;
    }
    const fresh = this.fresh(one);
    const { found } = fresh;
    expect(items).toHaveLength(found.error + found.warning + found.information + found.hint);
    const standing = this.standings.of(uri, one.version, true);
    if (standing.state === 'checked') expect(standing.status.counts).toEqual(fresh);
    const folder = await this.#editor.client.sendRequest<CheckTextResult | null>(CHECK_TEXT, {
      uri,
      languageId: 'nianbao',
      text: one.text,
    });
    expect(folder?.counts).toEqual(fresh);
  }

  fresh({ text }: Open): Counts {
    const engine = toyEngine();
    return countsOf(engine.lint(engine.read(text, {}), { allowedTerms: this.terms }));
  }

  /** At any moment: what is said as checked is what a fresh check of this very text says. */
  expectTruth(): void {
    for (const uri of URIS) {
      const one = this.open.get(uri);
      const standing = this.standings.of(uri, one?.version ?? 0, true);
      if (!one) expect(standing.state, uri).toBe('none');
      else if (standing.state === 'checked') expect(standing.status.counts).toEqual(this.fresh(one));
    }
  }
}

test('in any order of opens, edits, closes, languages, settings and restarts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const world = new World();
      await world.start();
      for (const each of steps) {
        await world.do(each);
        world.expectTruth();
      }
      for (const [uri, one] of world.open) await world.settle(uri, one);
      world.expectTruth();
    }),
    { numRuns: 25 },
  );
});

test('levels and checks are said in the same words everywhere, and nothing found only where nothing was', async () => {
  const { checksText, foundText, resultText } = await import('../../server/src/check/counts.ts');
  const found = { error: 0, warning: 0, information: 0, hint: 2 };
  const checks = { passed: 7, failed: 2, notChecked: 1, ignored: 0 };
  expect(resultText({ found, checks }, 'zh')).toBe('提示 2');
  expect(checksText(checks, 'zh')).toBe('已核对 9 项：通过 7，不符 2；未能核对 1');
  const none = { error: 0, warning: 0, information: 0, hint: 0 };
  expect(foundText(none, 'en')).toBe('nothing found');
  expect(resultText({ found: none, checks: { ...checks, failed: 0 } }, 'zh')).toBe(
    '未发现问题（已核对 7 项，未能核对 1 项）',
  );
});
