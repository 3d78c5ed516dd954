import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { grammarText } from '../../scripts/grammar/grammar.ts';
import { HEAD_LABELS, ROW_LABELS } from '../../scripts/grammar/patterns.ts';
import { FORMS, headingOf } from '../../server/src/forms/index.ts';
import { SECTIONS } from '../../server/src/forms/sections.ts';
import { loadGrammar, scopesOf } from './tokenizer.ts';

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

const labelOf = (line: string): string | undefined =>
  scopesOf(grammar, line).find(({ scopes }) => scopes.some((scope) => scope.startsWith('support.constant.label')))
    ?.text;

const labels = [...new Set([...HEAD_LABELS, ...ROW_LABELS])].filter((label) => label !== '');

describe('the grammar', () => {
  it('is up to date with the forms', async () => {
    const written = await readFile(new URL('../../syntaxes/nianbao.tmLanguage.json', import.meta.url), 'utf8');
    expect(written).toBe(grammarText());
  });

  it('knows the labels of both forms', () => {
    expect(labels).toContain('本年制发件数');
    expect(labels).toContain('政府集中采购');
    expect(labels).toContain('3.其他');
    expect(labels).toContain('复议后起诉');
    expect(Object.keys(FORMS)).toEqual(['2019', '2021']);
  });

  it.each(labels)('marks the label %s in every layout', (label) => {
    const halfWidth = label.normalize('NFKC');
    const spaced = [...label].join(' ');
    for (const [written, line] of [
      [label, label],
      [label, `\t${label}`],
      [label, `${label} | 0 | 12 |`],
      [label, `| ${label} | 0 |`],
      [label, `\t${label}\t0\t0`],
      [label, `${label} 0 0 3`],
      [label, `${label} |||`],
      [halfWidth, `${halfWidth} | 0 |`],
      [spaced, `\t${spaced}`],
    ] as const) {
      expect(labelOf(line), line).toBe(written);
    }
  });

  it.each(labels)('does not mark %s inside a sentence', (label) => {
    expect(labelOf(`本年度对${label}作了说明。`)).toBeUndefined();
  });

  it.each(SECTIONS.flatMap((section) => [headingOf(section), section.title, ...section.aliases]))(
    'marks the heading %s',
    (heading) => {
      for (const line of [heading, `## ${heading}`, `  ${heading}`, `**${heading}**`, `${heading}：`]) {
        const found = scopesOf(grammar, line).filter(({ scopes }) => scopes.includes('markup.heading.section.nianbao'));
        expect(found.map(({ text }) => text).join(''), line).toBe(line);
      }
    },
  );

  it('colours a long line quickly', () => {
    const lines = [
      ' '.repeat(20_000),
      '|'.repeat(20_000),
      '0 '.repeat(10_000),
      '《'.repeat(5_000),
      '政府信息公开'.repeat(2_000),
      '（一）'.repeat(4_000),
      '国'.repeat(10_000),
      'a'.repeat(10_000),
      '2024年'.repeat(3_000),
      '- '.repeat(8_000),
    ];
    for (const line of lines) {
      const started = performance.now();
      grammar.tokenizeLine(line, null);
      expect(performance.now() - started, line.slice(0, 12)).toBeLessThan(5_000);
    }
  });
});

describe('the language configuration', () => {
  it('closes each bracket with its partner, and finds words in Chinese text', async () => {
    const file = new URL('../../syntaxes/nianbao.language-configuration.json', import.meta.url);
    const configuration = JSON.parse(await readFile(file, 'utf8')) as {
      brackets: [string, string][];
      autoClosingPairs: { open: string; close: string }[];
      wordPattern: string;
    };
    const pairs = configuration.brackets.map(([open, close]) => open + close);
    expect(pairs).toEqual(expect.arrayContaining(['《》', '〈〉', '（）', '〔〕', '【】', '“”', '‘’', '()', '[]']));
    expect(configuration.autoClosingPairs.map(({ open, close }) => open + close)).toEqual(
      expect.arrayContaining(pairs.slice(0, 9)),
    );
    const words = '收到申请12件，其中App提交3.5件（占比）'.match(new RegExp(configuration.wordPattern, 'g'));
    expect(words).toEqual(['收到申请', '12', '件', '其中', 'App', '提交', '3.5', '件', '占比']);
    expect(new RegExp(configuration.wordPattern).test('，。（）')).toBe(false);
  });
});
