import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { root } from '../workbench/paths.ts';

/** A package of which something is in the bundles. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As its manifest says: an SPDX expression. */
  readonly license: string;
  readonly homepage: string | undefined;
  /** Licence and notice files, in order of their names. */
  readonly texts: readonly { readonly file: string; readonly text: string }[];
  /** From the lockfile: `sha512-…` in base64. */
  readonly integrity: string | undefined;
  /** Those of its direct dependencies that are bundled, as `name@version`. */
  readonly dependencies: readonly string[];
}

/** What esbuild says of one build; only what went in is looked at. */
export interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, { bytesInOutput: number }>> }>>;
}

/** Files of ours that were made from a package's data at another time, and so are no input of esbuild's. */
const DERIVED: Readonly<Record<string, string>> = {
  'server/src/rules/text/traditional.generated.ts': 'opencc-js',
  'server/src/text/near-miss/readings.generated.ts': 'pinyin-pro',
  'server/src/text/near-miss/words.generated.ts': '@node-rs/jieba',
};

const TEXTS = /^(?:licen[cs]e|notice|third.?party|copying)/i;

/** The folder of the package that a file belongs to; undefined for files of ours. */
function folderOf(file: string): string | undefined {
  const derived = DERIVED[file];
  if (derived !== undefined) return join(root, 'node_modules', derived);
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
  return match?.[1] && join(root, match[1]);
}

function textsIn(folder: string): BundledPackage['texts'] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXTS.test(entry.name))
    .map(({ name }) => name)
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim() }));
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly integrity?: string } | undefined>>;
}

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8'));

/**
 * Every package that has bytes in an output, in order of name and version.
 * @throws when one has no licence, or no text of it: it could not lawfully be handed on.
 */
export function bundledPackages(metafiles: readonly Metafile[]): BundledPackage[] {
  const lockfile = read<Lockfile>(join(root, 'package-lock.json'));
  const folders = new Set<string>();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = bytesInOutput > 0 ? folderOf(file) : undefined;
        if (folder !== undefined) folders.add(folder);
      }
    }
  }
  const manifests = new Map([...folders].map((folder) => [folder, read<Manifest>(join(folder, 'package.json'))]));
  const packages = [...manifests].map(([folder, manifest]): BundledPackage => {
    const { name, version, license, homepage } = manifest;
    const texts = textsIn(folder);
    if (!name || !version || !license || texts.length === 0) throw new Error(`${folder}: no licence to hand on`);
    const { integrity } = lockfile.packages[folder.slice(root.length + 1).replaceAll(sep, '/')] ?? {};
    const dependencies = Object.keys(manifest.dependencies ?? {})
      .flatMap((dependency) => resolved(folder, dependency, manifests) ?? [])
      .sort();
    return { name, version, license, homepage, texts, integrity, dependencies };
  });
  return packages.sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
}

/** As Node finds it: in the package's own folder first, then in those around. */
function resolved(from: string, name: string, manifests: ReadonlyMap<string, Manifest>): string | undefined {
  for (let folder = from; folder.length >= root.length; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    const manifest = manifests.get(path);
    if (manifest) return `${manifest.name}@${manifest.version}`;
    if (existsSync(path)) return undefined; // there, and not bundled
  }
  return undefined;
}
