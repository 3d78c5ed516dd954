import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const filesIn = (folder: string, endings: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !/(?:^|\/)(?:node_modules|dist)\//.test(path));

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** `import … from 'x'`, `import 'x'`, `export … from 'x'`, `import('x')`; not the examples in comments. */
const IMPORT =
  /(?:^(?:import|export|\}) ?[^'*]*?from |^import |\bimport\()'([^']+)'|^(?:import|export) \* (?:as \w+ )?from '([^']+)'/gm;

interface Import {
  readonly from: string;
  /** A path from the root, or a package's name. */
  readonly to: string;
}

const importsOf = (path: string): Import[] =>
  [...read(path).matchAll(IMPORT)].map((match) => {
    const target = match[1] ?? match[2] ?? '';
    const to = target.startsWith('.')
      ? relative(ROOT, resolve(ROOT, path, '..', target)).replaceAll('\\', '/')
      : target;
    return { from: path, to };
  });

const SERVER = filesIn('server/src', /\.ts$/);
const CLIENT = filesIn('client/src', /\.ts$/);
const PAGE = filesIn('page/src', /\.ts$/);
const imports = SERVER.flatMap(importsOf);

/** The layer of a file: its folder below server/src, or its own name for files beside them. */
const layerOf = (path: string): string => /^server\/src\/([^/]+)/.exec(path)?.[1]?.replace(/\.ts$/, '') ?? '';

/** text ← forms ← report ← facts ← relations ← rules ← check ← packs ← language ← lsp, cli. */
const ENGINE = ['text', 'forms', 'report', 'facts', 'relations', 'rules', 'check'] as const;

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(ENGINE.map((layer, place) => [layer, ENGINE.slice(0, place)])),
  config: ENGINE,
  packs: [...ENGINE, 'config'],
  word: [...ENGINE, 'config'],
  index: [...ENGINE, 'config', 'packs', 'language'],
  language: [...ENGINE, 'version', 'config', 'packs'],
  disk: [],
  version: [],
  lsp: [...ENGINE, 'version', 'disk', 'config', 'packs', 'word', 'language', 'index'],
  cli: [...ENGINE, 'version', 'disk', 'config', 'packs', 'word', 'language', 'index'],
  launch: ['lsp', 'cli'],
};

const SHARED_WITH_CLIENT = [
  'server/src/check/counts.ts',
  'server/src/lsp/protocol.ts',
  'server/src/report/may-be-report.ts',
  'server/src/report/sniff.ts',
  'server/src/text/decode.ts',
];

/** Loaded when the first Word document is opened; it takes the engine's pure parts and the libraries for Word. */
const LOADED_BY_CLIENT = ['server/src/word/bundle.ts'];

const described = ({ from, to }: Import): string => `${from} → ${to}`;

describe('the layers', () => {
  it('all have a place in the order', () => {
    expect([...new Set(SERVER.map(layerOf))].filter((layer) => !(layer in MAY_IMPORT))).toEqual([]);
  });

  it('import only what stands before them', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (!to.startsWith('server/src/')) return to.startsWith('client/') || to.startsWith('test/');
      const [own, other] = [layerOf(from), layerOf(to)];
      return own !== other && !MAY_IMPORT[own]?.includes(other);
    });
    expect(wrong.map(described)).toEqual([]);
  });

  it('the client takes from the server the names and types of the protocol and the pure sniff only', () => {
    const taken = CLIENT.flatMap(importsOf).filter(({ to }) => to.startsWith('server/'));
    expect(taken.length).toBeGreaterThan(0);
    expect([...new Set(taken.map(({ to }) => to))].sort()).toEqual([...SHARED_WITH_CLIENT, ...LOADED_BY_CLIENT]);
  });

  it('the page takes the engine, what the view and the editor tell each other, and its text area', () => {
    const allowed =
      /^(?:server\/src\/(?:text|report|rules|check|language|word)\/|server\/src\/(?:index|lsp\/protocol)\.ts$|client\/src\/webview\/messages\.ts$|page\/src\/|@codemirror\/)/;
    const wrong = PAGE.flatMap(importsOf).filter(({ to }) => !allowed.test(to));
    expect(PAGE.length).toBeGreaterThan(0);
    expect(wrong.map(described)).toEqual([]);
  });

  it('what the client takes is pure', () => {
    const seen = new Set<string>();
    const visit = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const { to } of importsOf(path)) if (to.startsWith('server/')) visit(to);
    };
    for (const path of SHARED_WITH_CLIENT) visit(path);
    const outside = [...seen]
      .flatMap(importsOf)
      .filter(
        ({ to }) => !/^server\/src\/(?:text|forms|report|check\/counts\.ts$|word\/convert\/blocks\.ts$)/.test(to),
      );
    expect(outside.map(described)).toEqual(['server/src/text/similar.ts → fastest-levenshtein']);
    expect(importsOf('server/src/check/counts.ts')).toEqual([]);
  });
});

describe('files', () => {
  it('stand in no circle: none reaches itself by what it imports', () => {
    const targets = new Map(SERVER.map((path) => [path, importsOf(path).map(({ to }) => to)]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, above: readonly string[]): void => {
      if (above.includes(path)) circles.push([...above.slice(above.indexOf(path)), path].join(' → '));
      if (done.has(path) || above.includes(path)) return;
      for (const to of targets.get(path) ?? []) if (targets.has(to)) visit(to, [...above, path]);
      done.add(path);
    };
    for (const path of SERVER) visit(path, []);
    expect(circles).toEqual([]);
  });
});

describe('packages', () => {
  /** Which layers may use a package; the engine itself uses none but these. */
  const ALLOWED: readonly (readonly [RegExp, RegExp])[] = [
    [/^server\/src\/lsp\/(?:main-node|node-[a-z-]+)\.ts$/, /^node:/],
    [/^server\/src\/(?:cli|disk|launch)\//, /^node:/],
    [/^server\/src\/lsp\//, /^vscode-languageserver(?:\/|$)/],
    [/^server\/src\/(?:lsp|language)\//, /^vscode-languageserver-(?:types|textdocument)$/],
    [/^server\/src\/(?:config|packs|lsp|cli)\//, /^jsonc-parser$/],
    [/^server\/src\/text\/similar\.ts$/, /^fastest-levenshtein$/],
    [/^server\/src\/cli\/formats\//, /^sarif$/],
    [/^server\/src\/(?:report\/source|word)\//, /^(?:htmlparser2|fflate)$/],
    [/^server\/src\/word\//, /^docx$/],
  ];

  it('are imported only where they belong', () => {
    const foreign = imports.filter(({ to }) => !to.startsWith('server/') && to !== 'package.json');
    const wrong = foreign.filter(({ from, to }) => !ALLOWED.some(([file, name]) => file.test(from) && name.test(to)));
    expect(wrong.map(described)).toEqual([]);
  });

  it('vscode is imported by the client and its tests only', () => {
    expect(imports.filter(({ to }) => to === 'vscode').map(described)).toEqual([]);
    const client = CLIENT.flatMap(importsOf).filter(({ to }) => /^(?:node:|vscode-languageserver(?:\/|$))/.test(to));
    expect(client.map(described)).toEqual([]);
  });
});

describe('what runs in a browser', () => {
  it('reaches nothing of Node, neither in the editor’s window nor in a worker', () => {
    const seen = new Set<string>();
    const visit = (path: string): void => {
      if (seen.has(path) || !path.endsWith('.ts')) return;
      seen.add(path);
      for (const { to } of importsOf(path)) visit(to);
    };
    for (const entry of ['client/src/main-browser.ts', 'server/src/lsp/main-browser.ts', 'page/src/main.ts'])
      visit(entry);
    visit('client/src/webview/report-view.ts');
    expect(seen.size).toBeGreaterThan(100);
    const wrong = [...seen].flatMap(importsOf).filter(({ to }) => /^node:|\/node$|-node\.ts$/.test(to));
    expect(wrong.map(described)).toEqual([]);
  });
});

describe('hand-written files', () => {
  const written = ['client', 'server', 'page', 'test', 'scripts', 'bench'].flatMap((folder) =>
    filesIn(folder, /\.(?:ts|mjs|cjs)$/),
  );

  it('have at most 400 lines', () => {
    const long = written.filter((path) => !path.endsWith('.generated.ts') && read(path).split('\n').length > 401);
    expect(long).toEqual([]);
  });

  it('name no place of the machine they were written on', () => {
    const own = /architecture\.test\.ts$/;
    const documents = ['.', 'docs', 'samples', '.ci', '.vscode'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: folder !== '.', withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
        .filter((path) => /(?:\.(?:md|json|txt|mjs)|\/run)$/.test(path) && !path.includes('package-lock')),
    );
    const machine = /(?:^|[\s'"`(=:])\/(?:work|root|home|Users|mnt)\//m;
    expect([...written, ...documents].filter((path) => !own.test(path) && machine.test(read(path)))).toEqual([]);
  });
});
