// What pipelines read: each format holds what its documentation asks for, and nothing of a draft breaks out of it.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { cli, folderOf, TITLE } from '../harness.ts';

const FILES = {
  '一.txt': `${TITLE}坏数，旧词。\n怪字，，。\n`,
  '二.txt': `${TITLE}一切正常。\n`,
  '信.txt': '你好。\n',
};

const run = async (format: string, files: Readonly<Record<string, string>> = FILES, ...more: string[]) =>
  cli(folderOf(files), ['.', '--format', format, ...more]);

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The elements of a document in their order. @throws when a tag is not closed by its own */
function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        elements.push({ name, attributes });
        open.push(name);
      },
      onclosetag: (name) => expect(open.pop()).toBe(name),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  expect(open).toEqual([]);
  return elements;
}

describe('--format github', () => {
  test('is a workflow command a finding, by level', async () => {
    const { stdout, status } = await run('github');
    expect(status).toBe(1);
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      '::error file=一.txt,line=2,endLine=2,col=1,endColumn=3,title=table/wrong-sum::此处有“坏数”',
      '::warning file=一.txt,line=2,endLine=2,col=4,endColumn=6,title=term/old-word::此处有“旧词”',
    ]);
    expect(stdout).toContain('::notice file=一.txt,line=3');
    for (const line of stdout.trimEnd().split('\n')) {
      expect(line).toMatch(
        /^::(?:error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[^,:]+::.+$/,
      );
    }
  });

  test('a name cannot end a property', async () => {
    const { stdout } = await run('github', { 'a,b:c%.txt': `${TITLE}坏数\n` });
    expect(stdout).toContain('file=a%2Cb%3Ac%25.txt,');
  });
});

describe('--format gitlab', () => {
  const isValid = new Ajv().compile({
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      additionalProperties: false,
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string', minLength: 1 },
        fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', pattern: '^(?!\\./|/).+' },
            lines: {
              type: 'object',
              required: ['begin'],
              properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
            },
          },
        },
      },
    },
  });

  test('has the fields that GitLab documents', async () => {
    const issues = JSON.parse((await run('gitlab')).stdout);
    expect(isValid(issues), JSON.stringify(isValid.errors)).toBe(true);
    expect(issues.map(({ severity }: { severity: string }) => severity)).toEqual([
      'critical',
      'major',
      'minor',
      'info',
    ]);
  });

  test('no two findings have one fingerprint, and lines put before them change none', async () => {
    const printsOf = async (files: Record<string, string>): Promise<string[]> =>
      JSON.parse((await run('gitlab', files)).stdout).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    const body = '坏数，坏数。\n坏数。\n';
    const prints = await printsOf({ 'a.txt': `${TITLE}${body}`, 'b.txt': `${TITLE}${body}` });
    expect(new Set(prints).size).toBe(6);
    expect(await printsOf({ 'a.txt': `${TITLE}又一段。\n${body}`, 'b.txt': `${TITLE}${body}` })).toEqual(prints);
  });

  test('nothing to tell is an empty list', async () => {
    expect(JSON.parse((await run('gitlab', { 'a.txt': `${TITLE}好。\n` })).stdout)).toEqual([]);
  });
});

describe('--format checkstyle', () => {
  test('is a file element a report and an error element a finding', async () => {
    const elements = elementsOf((await run('checkstyle')).stdout);
    expect(elements.map(({ name }) => name)).toEqual([
      'checkstyle',
      'file',
      'error',
      'error',
      'error',
      'error',
      'file',
    ]);
    expect(elements[1]?.attributes).toEqual({ name: '一.txt' });
    expect(elements[2]?.attributes).toEqual({
      line: '2',
      column: '1',
      severity: 'error',
      message: '此处有“坏数”',
      source: 'nianbao.table.wrong-sum',
    });
  });
});

describe('--format junit', () => {
  test('is a suite a report; what is worth a look fails no test', async () => {
    const elements = elementsOf((await run('junit')).stdout);
    expect(elements[0]).toMatchObject({ name: 'testsuites', attributes: { tests: '5', failures: '2', errors: '0' } });
    const suites = elements.filter(({ name }) => name === 'testsuite');
    expect(suites.map(({ attributes: { name, tests, failures } }) => [name, tests, failures])).toEqual([
      ['一.txt', '4', '2'],
      ['二.txt', '1', '0'],
    ]);
    const cases = elements.filter(({ name }) => name === 'testcase');
    expect(cases).toHaveLength(5);
    for (const { attributes } of cases) expect(Object.keys(attributes).sort()).toEqual(['classname', 'name']);
    expect(elements.filter(({ name }) => name === 'failure')).toHaveLength(2);
  });

  test('a text cannot leave its element', async () => {
    const name = 'a<b>&"\'.txt';
    for (const format of ['junit', 'checkstyle']) {
      const { stdout } = await run(format, { [name]: `${TITLE}坏数\n` });
      expect(stdout).not.toContain('<b>');
      expect(JSON.stringify(elementsOf(stdout))).toContain(JSON.stringify(name).slice(1, -1));
    }
  });
});

describe('--format rdjson', () => {
  const position = {
    type: 'object',
    required: ['line'],
    additionalProperties: false,
    properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
  };
  const isValid = new Ajv().compile({
    type: 'object',
    required: ['diagnostics'],
    properties: {
      source: { type: 'object', required: ['name'] },
      diagnostics: {
        type: 'array',
        items: {
          type: 'object',
          required: ['message', 'location'],
          additionalProperties: false,
          properties: {
            message: { type: 'string' },
            severity: { enum: ['UNKNOWN_SEVERITY', 'ERROR', 'WARNING', 'INFO'] },
            code: { type: 'object', required: ['value'] },
            location: {
              type: 'object',
              required: ['path'],
              properties: {
                path: { type: 'string' },
                range: { type: 'object', required: ['start'], properties: { start: position, end: position } },
              },
            },
          },
        },
      },
    },
  });

  test('has the fields of the format, with columns in bytes of UTF-8', async () => {
    const result = JSON.parse((await run('rdjson')).stdout);
    expect(isValid(result), JSON.stringify(isValid.errors)).toBe(true);
    expect(result.diagnostics[1].location).toEqual({
      path: '一.txt',
      range: { start: { line: 2, column: 10 }, end: { line: 2, column: 16 } },
    });
  });
});

describe('--format agent', () => {
  test('is a line a finding, and one that says how much was checked', async () => {
    const { stdout } = await run('agent');
    expect(stdout.split('\n')).toEqual([
      '一.txt:2:1 error table/wrong-sum 此处有“坏数”',
      '一.txt:2:4 warning term/old-word 此处有“旧词”',
      '一.txt:3:1 information text/curious 此处有“怪字”',
      '一.txt:3:3 hint punct/comma 此处有“，，”',
      expect.stringMatching(
        /^reports 2, not read 0, checks passed \d+, failed 4, not checked 0, ignored 0, fixable with --fix 2$/,
      ),
      '',
    ]);
  });
});

test.each(['github', 'gitlab', 'junit', 'checkstyle', 'rdjson', 'agent'])(
  'a file that should have been checked and was not is an error: %s',
  async (format) => {
    const { stdout, status } = await cli(folderOf({}), ['none.txt', '--format', format]);
    expect(status).toBe(2);
    expect(stdout).toContain('not-read'.replace('/', '.'));
    expect(stdout).toContain('none.txt');
  },
);

test.each(['github', 'gitlab', 'junit', 'checkstyle', 'rdjson', 'agent'])(
  '--quiet leaves the errors: %s',
  async (format) => {
    const { stdout } = await run(format, FILES, '--quiet');
    expect(stdout).toContain('坏数');
    expect(stdout).not.toContain('旧词');
  },
);

test('the problem matcher of the extension reads --format agent, and takes nothing else for a finding', async () => {
  const { contributes } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  const [{ pattern }] = contributes.problemMatchers;
  const lines = (await run('agent')).stdout.trimEnd().split('\n');
  const found = lines.map((line) => new RegExp(pattern.regexp).exec(line));
  expect(found[1]?.slice(1)).toEqual(['一.txt', '2', '4', 'warning', 'term/old-word', '此处有“旧词”']);
  expect(found.filter(Boolean)).toHaveLength(4);
});
