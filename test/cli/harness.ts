import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { composeFixes, fixAll } from '../../server/src/check/fix.ts';
import { type LintResult, lintReport } from '../../server/src/check/lint.ts';
import { listedFixes } from '../../server/src/check/offered-fixes.ts';
import type { Judged } from '../../server/src/check/try-fix.ts';
import type { Engine } from '../../server/src/cli/check.ts';
import { run } from '../../server/src/cli/run.ts';
import type { LintOptions } from '../../server/src/index.ts';
import { summaryOf } from '../../server/src/relations/summary.ts';
import { readReport } from '../../server/src/report/read.ts';
import { defineRule, failed, notChecked, passed, type Rule } from '../../server/src/rules/rule.ts';

/** Finds a word; enough to see what the command line does with findings of each kind. */
const wordRule = (id: `${string}/${string}`, word: string, severity: Rule['meta']['severity'], better?: string): Rule =>
  defineRule({
    meta: {
      id,
      title: { zh: `不用“${word}”`, en: `no "${word}"` },
      severity,
      basis: '测试',
      fix: better === undefined ? 'none' : 'safe',
      messages: { found: { zh: '此处有“{word}”', en: 'here is "{word}"' } },
    },
    *check({ text }, { allowedTerms }) {
      yield passed('document');
      if (text.includes('空表')) yield notChecked('table', 'table-missing');
      if (allowedTerms.has(word)) return;
      for (const { index } of text.matchAll(new RegExp(word, 'g'))) {
        const span = { start: index, end: index + word.length };
        yield failed(word, {
          messageId: 'found',
          span,
          data: { word },
          related: [{ span: { start: 0, end: 2 }, message: { zh: '标题', en: 'title' } }],
          ...(better !== undefined && {
            fixes: [
              {
                kind: 'safe' as const,
                title: { zh: `改为“${better}”`, en: `write "${better}"` },
                edits: [{ span, newText: better }],
              },
            ],
          }),
        });
      }
    },
  });

const rules: readonly Rule[] = [
  wordRule('table/wrong-sum', '坏数', 'error'),
  wordRule('term/old-word', '旧词', 'warning', '新词'),
  wordRule('term/split', '断行', 'warning', '断\n开'),
  wordRule('text/curious', '怪字', 'information'),
  wordRule('punct/comma', '，，', 'hint', '，'),
];

const judgeWith =
  (options: LintOptions) =>
  (text: string): Judged => {
    const report = readReport(text, options);
    return { report, result: lintReport(report, options, rules) };
  };
const lint = (text: string, options: LintOptions): LintResult => judgeWith(options)(text).result;

export const fakeEngine: Engine = {
  isReport: (text) => text.includes('年度报告'),
  lint,
  fix: (text, options) => fixAll(text, judgeWith(options)),
  fixEdits: (text, options) => composeFixes(text, judgeWith(options)),
  offeredFixes: (text, options) => listedFixes(text, judgeWith(options), options.locale ?? 'zh'),
  summarise: (text, document, options) => summaryOf(readReport(text, options), document),
  rules,
};

export const TITLE = '青禾县水务局2024年政府信息公开工作年度报告\n';

/** A fresh folder with these files; gone after the test. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

interface Given {
  readonly stdin?: string | Uint8Array;
  readonly colour?: boolean;
  readonly terminal?: boolean;
  readonly stopped?: () => boolean;
  readonly engine?: Engine;
}

async function* once(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** The command line in this process. `bytes` is standard output as written. */
export async function cli(cwd: string, argv: readonly string[], given: Given = {}) {
  const out: Uint8Array[] = [];
  let stderr = '';
  const status = await run(argv, {
    cwd,
    stdin: once(given.stdin ?? ''),
    stdout: (chunk) => out.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk),
    stderr: (chunk) => {
      stderr += chunk;
    },
    colour: given.colour ?? false,
    terminal: given.terminal ?? false,
    stopped: given.stopped ?? (() => false),
    engine: async () => given.engine ?? fakeEngine,
  });
  const bytes = Buffer.concat(out);
  return { status, stdout: bytes.toString('utf8'), stderr, bytes };
}
