import { describe, expect, it } from 'vitest';
import { ignoreCommentEdit } from '../../server/src/check/ignores/write.ts';
import { type LintOptions, type LintResult, lint, readReport, rules } from '../../server/src/index.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { found, only } from '../support/check.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';

const WORD = 'text/untranslated';
const TITLE = '# 青禾县水务局2024年政府信息公开工作年度报告\n\n';
const md = (text: string, options: LintOptions = {}): LintResult => lint(text, { format: 'markdown', ...options });
const rulesOf = ({ problems }: LintResult): string[] => problems.map(({ rule }) => rule);
const words = (result: LintResult): number => found(result, WORD).length;

/** Two paragraphs of section one with a foreign word each. */
const two = (comment: string, between = ''): string =>
  `${TITLE}## 一、总体情况\n\n${comment}\n\n本局的 workflow 已理顺。\n\n${between}本局的 docflow 已启用。\n\n## 二、主动公开政府信息情况\n`;

describe('a comment', () => {
  it('lets the next paragraph stand, and no other', () => {
    const result = md(two(`<!-- nianbao-ignore ${WORD}: 系统名称 -->`));
    expect(found(result, WORD).map(({ term }) => term)).toEqual(['docflow']);
    expect(result.ignored).toMatchObject([{ rule: WORD, term: 'workflow', reason: '系统名称', by: 'comment' }]);
    expect(rulesOf(result).filter((rule) => rule.startsWith('config/'))).toEqual([]);
  });

  it('may stand with others, name several rules or a group, and be written in full width', () => {
    const apart = `<!-- nianbao-ignore date: 甲 -->\n<!-- nianbao-ignore table/label， text：系统名称 -->`;
    expect(md(two(apart)).ignored).toMatchObject([{ term: 'workflow', reason: '系统名称' }]);
  });

  it('of the file lets all of it stand, wherever it is', () => {
    const comment = `<!-- nianbao-ignore-file ${WORD}: 系统名称 -->`;
    for (const text of [`${comment}\n${two('')}`, two('', `${comment}\n\n`), `${two('')}\n${comment}`]) {
      expect(md(text).ignored).toHaveLength(2);
      expect(words(md(text))).toBe(0);
    }
  });

  it('counts neither as passed nor as failed', () => {
    const { outcomes } = md(two(`<!-- nianbao-ignore ${WORD}: 系统名称 -->`));
    const ignored = outcomes.filter((outcome) => outcome.ignored);
    expect(ignored).toMatchObject([{ rule: WORD, status: 'failed', ignoreReason: '系统名称' }]);
  });

  it('is not part of the draft: no rule reads it, and fingerprints stay', () => {
    const bare = md(two(''));
    const commented = md(two('<!-- TODO: the workflow -->'));
    expect(commented.problems.map(({ fingerprint }) => fingerprint)).toEqual(
      bare.problems.map(({ fingerprint }) => fingerprint),
    );
  });

  it('without a reason works and is pointed out; the placeholder is none', () => {
    for (const reason of ['', ': ', ': 请写明理由', '：say why']) {
      const result = md(two(`<!-- nianbao-ignore ${WORD}${reason} -->`));
      expect(result.ignored).toHaveLength(1);
      expect(only(found(result, 'config/ignore-comment'))).toMatchObject({
        severity: 'information',
        messageId: 'no-reason',
      });
    }
  });

  it('that names no rule, or one that is not there, is pointed out', () => {
    const named = (name: string) =>
      only(found(md(two(`<!-- nianbao-ignore ${name}: 甲 -->`)), 'config/ignore-comment'));
    expect(named('').messageId).toBe('no-rule');
    expect(named('天气').messageId).toBe('unknown-rule');
    const typo = named('text/untranlated');
    expect(typo.message).toContain(WORD);
    expect(typo.fixes[0]?.edits[0]?.newText).toBe(WORD);
  });

  it('means nothing in plain text', () => {
    expect(lint(two(`<!-- nianbao-ignore ${WORD}: 系统名称 -->`)).ignored).toEqual([]);
  });

  it.each([
    ['<!-- nianbao-ignore'],
    ['<!-- nianbao-ignore text/untranslated'],
    ['<!-->'],
    ['<!-- nianbao-ignored x: y -->'],
  ])('%s is none', (comment) => expect(md(two(comment)).ignored).toEqual([]));

  it('takes no time worth mentioning when never closed', () => {
    const start = performance.now();
    md(`${TITLE}${'<!-- nianbao-ignore '.repeat(4_000)}`);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('a comment whose finding has gone', () => {
  const stale = `<!-- nianbao-ignore term/old-decree, ${WORD}: 甲 -->`;

  it('is pointed out at the name of the rule', () => {
    const text = two(stale);
    const { span, severity } = only(found(md(text), 'config/stale-ignore'));
    expect([text.slice(span.start, span.end), severity]).toEqual(['term/old-decree', 'information']);
  });

  it('is not when its rule was not run', () => {
    expect(found(md(two(stale), { rules: { 'term/old-decree': 'off' } }), 'config/stale-ignore')).toEqual([]);
    expect(found(md(two(stale), { rules: { config: 'off' } }), 'config/stale-ignore')).toEqual([]);
  });

  it('can be deleted with its line', () => {
    const text = two('<!-- nianbao-ignore date: 甲 -->\n');
    const fix = only(only(found(md(text), 'config/stale-ignore')).fixes);
    expect(applyEdits(text, fix.edits).text).toBe(two(''));
  });

  it('cannot be ignored itself', () => {
    const text = `<!-- nianbao-ignore-file config: 甲 -->\n${two('<!-- nianbao-ignore date: 甲 -->')}`;
    expect(found(md(text), 'config/stale-ignore')).toHaveLength(1);
  });

  it('is looked for after all other rules', () => {
    expect(rules.at(-1)?.meta.id).toBe('config/stale-ignore');
  });
});

describe('an entry', () => {
  const text = two('');
  const [first] = found(md(text), WORD);
  const entry = { rule: WORD, fingerprint: first?.fingerprint ?? '', reason: '系统名称' };

  it('lets one finding stand, in any format', () => {
    for (const format of ['markdown', 'text'] as const) {
      const result = lint(text, { format, ignores: [entry] });
      expect(result.ignored).toMatchObject([{ term: 'workflow', reason: '系统名称', by: 'configuration' }]);
      expect(result.staleIgnores).toEqual([]);
      expect(words(result)).toBe(1);
    }
  });

  it('is stale when it matches nothing, unless its rule was not run', () => {
    const ignores = [
      { ...entry, fingerprint: 'x' },
      { ...entry, rule: 'date/period' },
    ];
    expect(md(text, { ignores }).staleIgnores).toEqual(ignores);
    expect(md(text, { ignores, rules: { [WORD]: 'off' } }).staleIgnores).toEqual(ignores.slice(1));
    expect(words(md(text, { ignores }))).toBe(2);
  });

  it('leaves nothing for a fix: what is meant is not mended', () => {
    const { problems } = md(text, { ignores: [entry] });
    expect(problems.some(({ fingerprint }) => fingerprint === entry.fingerprint)).toBe(false);
  });
});

const MARKUP = LAYOUTS.filter(({ format }) => format !== 'text');

describe('the comment that is written', () => {
  it('covers Markdown and HTML', () => {
    expect(new Set(MARKUP.map(({ format }) => format))).toEqual(new Set(['markdown', 'html']));
  });

  it.each(MARKUP.map((layout) => [layout.name, layout] as const))(
    'in %s: ignores its finding, and no other changes',
    (_, layout) => {
      const { text, format } = draft({
        layout,
        headings: { 1: '总体情况' },
        cells: { 'requests/resultTotal/natural': '1987', 'requests/new/legalService': '' },
        say: { 1: '本局的 workflow 已理顺。', 5: '对外答复的 docflow 不畅。' },
        faults: { dropRows: ['granted'] },
      });
      const before = lint(text, { format });
      expect(new Set(rulesOf(before)).size).toBeGreaterThan(3);
      for (const problem of before.problems) {
        const edit = ignoreCommentEdit(readReport(text, { format }), problem, '已核实 --> 无误');
        if (!edit) throw new Error(`nothing to write for ${problem.rule}`);
        const after = lint(applyEdits(text, [edit]).text, { format });
        expect(
          after.ignored.map(({ fingerprint }) => fingerprint),
          problem.rule,
        ).toContain(problem.fingerprint);
        expect(after.ignored[0]?.reason).toBe('已核实 —> 无误');
        const left = new Set([...after.problems, ...after.ignored].map(({ fingerprint }) => fingerprint));
        expect(left, problem.rule).toEqual(new Set(before.problems.map(({ fingerprint }) => fingerprint)));
        expect(after.ignored.every(({ rule }) => rule === problem.rule)).toBe(true);
      }
    },
  );

  it('keeps indentation and line ends', () => {
    const text = two('').replaceAll('\n', '\r\n').replace('本局的 w', '  本局的 w');
    const problem = found(md(text), WORD)[0];
    if (!problem) throw new Error('not found');
    const edit = ignoreCommentEdit(readReport(text, { format: 'markdown' }), problem, '甲');
    expect(edit?.newText).toBe(`  <!-- nianbao-ignore ${WORD}: 甲 -->\r\n`);
  });

  it('is not offered in plain text', () => {
    const text = two('');
    const [problem] = found(lint(text), WORD);
    expect(problem && ignoreCommentEdit(readReport(text), problem, '甲')).toBeUndefined();
  });
});
