import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { outputs, type Sources } from '../../scripts/generate/outputs.ts';
import { HEADINGS } from '../../scripts/generate/pages.ts';
import { schemaOf } from '../../scripts/generate/schema.ts';
import { rules } from '../../server/src/rules/index.ts';

const root = new URL('../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8').replaceAll('\r\n', '\n');
const label = rules.filter(({ meta }) => meta.id === 'table/label');
const PAGE = 'docs/rules/table/label.md';

/** The project with one rule, after `npm run generate`. */
function project(changed: Readonly<Record<string, string | undefined>> = {}, pages: readonly string[] = [PAGE]) {
  const files: Record<string, string | undefined> = {
    'package.json': text('package.json'),
    'README.md': '# 读我\n\n<!-- rules:begin -->\n<!-- rules:end -->\n\n结尾\n',
    [PAGE]: text(PAGE),
    ...changed,
  };
  const sources: Sources = { read: (path) => files[path], pages };
  return outputs(label, sources);
}

const pageWith = (change: (page: string) => string): readonly string[] =>
  project({ [PAGE]: change(text(PAGE)) }).problems;

describe('what is generated', () => {
  it('is the same when generated again', () => {
    const { files, problems } = project();
    expect(problems).toEqual([]);
    const again = outputs(label, { read: (path) => files.get(path), pages: [PAGE] });
    expect([...again.files]).toEqual([...files]);
  });

  it('keeps what is written by hand', () => {
    const { files } = project({ [PAGE]: text(PAGE).replace('## 检查什么\n', '## 检查什么\n\n手写的一句。\n') });
    expect(files.get(PAGE)).toContain('手写的一句。');
    expect(files.get('README.md')).toMatch(
      /^# 读我\n[\s\S]*\[table\/label\]\(docs\/rules\/table\/label\.md\)[\s\S]*\n结尾\n$/,
    );
  });

  it('renews head and switching off', () => {
    const stale = text(PAGE)
      .replace('表格项目名称与格式不一致', '旧标题')
      .replace('"table/label": "off"', '"old": "off"');
    expect(project({ [PAGE]: stale }).files.get(PAGE)).toBe(project().files.get(PAGE));
  });

  it('begins a page for a rule that has none, and still asks for it', () => {
    const { files, problems } = project({ [PAGE]: undefined }, []);
    expect(problems).toEqual([expect.stringMatching(/label\.md: .*is missing/)]);
    for (const heading of HEADINGS) expect(files.get(PAGE)).toContain(`\n## ${heading}\n`);
  });
});

describe('what only a person can mend is said', () => {
  it('a page without a rule', () => {
    expect(project({}, [PAGE, 'docs/rules/table/gone.md']).problems).toEqual([
      'docs/rules/table/gone.md: 没有这条规则 / there is no such rule',
    ]);
  });

  it.each(HEADINGS)('a page without the heading %s', (heading) => {
    // The generated heading comes back by itself.
    const expected = heading === '如何关闭' ? [] : [expect.stringMatching(/小标题应为/)];
    expect(pageWith((page) => page.replace(`## ${heading}\n`, ''))).toEqual(expected);
  });

  it('headings in another order', () => {
    const [problem] = pageWith((page) => page.replace('## 依据\n', '## 暂\n').replace('## 修复\n', '## 依据\n'));
    expect(problem).toMatch(/小标题应为/);
  });

  it('an empty section', () => {
    expect(pageWith((page) => page.replace(/## 依据\n[\s\S]*?(?=## )/, '## 依据\n\n'))).toEqual([
      expect.stringMatching(/依据：没有内容/),
    ]);
  });

  it('an example without a draft', () => {
    expect(pageWith((page) => page.replaceAll('```draft 错误', '```'))).toEqual([
      expect.stringMatching(/错误示例：没有 ```draft 错误/),
    ]);
  });

  it('a page or a readme without markers', () => {
    expect(pageWith((page) => page.replace('<!-- rule:end -->', ''))).toEqual([expect.stringMatching(/缺少标记/)]);
    expect(project({ 'README.md': '# 读我\n' }).problems).toEqual([
      expect.stringMatching(/README\.md: .*<!-- rules:begin --> \/ <!-- rules:end -->/),
    ]);
    expect(project({ 'README.md': undefined }).problems).toHaveLength(1);
  });

  it('too many settings', () => {
    const manifest = JSON.parse(text('package.json'));
    for (let count = 0; count < 15; count++) manifest.contributes.configuration.properties[`nianbao.x${count}`] = {};
    expect(project({ 'package.json': JSON.stringify(manifest) }).problems).toEqual([
      expect.stringMatching(/package\.json: \d+ 项设置，最多 15 项/),
    ]);
  });
});

describe('the schema of .nianbao.json', () => {
  const valid = new Ajv({ strict: false }).compile(schemaOf(rules));

  it.each([
    [{}],
    [{ $schema: 'x', year: 2024, allowedTerms: ['OA'], rules: { table: 'off', 'table/label': 'hint' } }],
    [{ year: null, reports: { '2024/林业局.txt': { rules: { 'date/period': 'off' } } } }],
  ])('takes %j', (config) => {
    expect(valid(config), JSON.stringify(valid.errors)).toBe(true);
  });

  it.each([
    [{ rules: { 'table/labl': 'off' } }],
    [{ rules: { table: 'loud' } }],
    [{ year: '2024' }],
    [{ year: 1999 }],
    [{ colour: 'red' }],
    [{ reports: { 'a.txt': { reports: {} } } }],
  ])('refuses %j', (config) => {
    expect(valid(config)).toBe(false);
  });
});

describe('the manifest', () => {
  const manifest = JSON.parse(text('package.json'));

  it('lists the packaged files that it names', () => {
    const [validation] = manifest.contributes.jsonValidation;
    const [folder] = validation.url.replace('./', '').split('/');
    expect(manifest.files).toContain(folder);
    expect(readdirSync(new URL(`${folder}/`, root))).toContain(validation.url.split('/').at(-1));
    expect(manifest.files).toContain('docs/rules');
  });

  it('knows rules and groups in nianbao.rules', () => {
    const { enum: ids, enumDescriptions } =
      manifest.contributes.configuration.properties['nianbao.rules'].propertyNames;
    expect(ids).toEqual(expect.arrayContaining(['table', 'table/label']));
    expect(enumDescriptions).toHaveLength(ids.length);
  });
});
