import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAst } from 'vitest/node';

const SOURCES = join(import.meta.dirname, '../server/src');
const MOST_LINES = 60;
const MOST_BRANCHES = 15;

interface FunctionSize {
  readonly name: string;
  readonly lines: number;
  branches: number;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name?: unknown;
  readonly id?: unknown;
  readonly key?: unknown;
  readonly test?: unknown;
  readonly operator?: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const BRANCHES = new Set([
  'IfStatement',
  'ConditionalExpression',
  'LogicalExpression',
  'ForStatement',
  'ForOfStatement',
  'ForInStatement',
  'WhileStatement',
  'DoWhileStatement',
  'CatchClause',
]);

function isBranch(node: Node): boolean {
  if (node.type === 'SwitchCase') return isNode(node.test);
  if (node.type === 'AssignmentExpression') return ['??=', '||=', '&&='].includes(String(node.operator));
  return BRANCHES.has(node.type);
}

const nameIn = (holder: unknown): string => (isNode(holder) ? String(holder.name ?? '') : '');

/** Each function of a source. The branches of a function inside another are counted to the inner one alone. */
function functionsIn(source: string): FunctionSize[] {
  const sizes: FunctionSize[] = [];
  const visit = (node: Node, around: FunctionSize | undefined, name: string): void => {
    let size = around;
    if (FUNCTIONS.has(node.type)) {
      const lines = source.slice(node.start, node.end).split('\n').length;
      size = { name: nameIn(node.id) || name, lines, branches: 0 };
      sizes.push(size);
    } else if (size && isBranch(node)) size.branches++;
    const named = nameIn(node.type === 'VariableDeclarator' ? node.id : node.key);
    for (const part of Object.values(node).flat()) if (isNode(part)) visit(part, size, named);
  };
  const program: unknown = parseAst(source, { lang: 'ts' });
  if (isNode(program)) visit(program, undefined, '');
  return sizes;
}

describe('a function', () => {
  it(`has at most ${MOST_LINES} lines and ${MOST_BRANCHES} branches`, () => {
    const tooLarge = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.generated.ts'))
      .flatMap((file) =>
        functionsIn(readFileSync(join(SOURCES, file), 'utf8'))
          .filter(({ lines, branches }) => lines > MOST_LINES || branches > MOST_BRANCHES)
          .map(({ name }) => `${file.replaceAll('\\', '/')} ${name}`),
      );
    expect(tooLarge).toEqual([]);
  }, 60_000);

  it('is counted with its branches, those of a function inside it left out', () => {
    const source =
      'const f = (a?: number) => {\n  if (a && a > 1) return [a].map((b) => (b ? 1 : 2));\n  return a ?? 0;\n};';
    expect(functionsIn(source)).toEqual([
      { name: 'f', lines: 4, branches: 3 },
      { name: '', lines: 1, branches: 1 },
    ]);
  });
});
