import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmInstall } from '../scripts/workbench/npm.ts';
import { benchFolder } from './paths.ts';

type PeerName = 'autocorrect' | 'langservers' | 'remark' | 'markdownlint' | 'zhlint';

/** Package → exact version, by the folder they share. */
const PINNED: Readonly<Record<PeerName, Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync(join(benchFolder, 'peers.json'), 'utf8'),
);

export interface Peers {
  /** The path of a file in a peer's node_modules; undefined when the peer could not be installed. */
  file(peer: PeerName, path: string): string | undefined;
  readonly versions: readonly string[];
  readonly missing: readonly string[];
}

const folderOf = (peer: string): string => join(benchFolder, '.peers', peer);

function installedVersion(peer: string, name: string): string | undefined {
  const manifest = join(folderOf(peer), 'node_modules', name, 'package.json');
  if (!existsSync(manifest)) return undefined;
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version?: string }).version;
}

/** Each in a folder of its own, so that one that cannot be had leaves the others alone. No install script runs. */
export function installPeers(): Peers {
  const missing: string[] = [];
  const versions: string[] = [];
  for (const [peer, packages] of Object.entries(PINNED)) {
    const wanted = Object.entries(packages);
    const isThere = () => wanted.every(([name, version]) => installedVersion(peer, name) === version);
    try {
      if (!isThere()) {
        console.error(`installing ${wanted.map((entry) => entry.join('@')).join(' ')} …`);
        rmSync(folderOf(peer), { recursive: true, force: true });
        mkdirSync(folderOf(peer), { recursive: true });
        writeFileSync(join(folderOf(peer), 'package.json'), '{ "private": true }\n');
        npmInstall(folderOf(peer), '--no-package-lock', ...wanted.map((entry) => entry.join('@')));
      }
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
    }
    (isThere() ? versions : missing).push(...wanted.map((entry) => entry.join(' ')));
  }
  return {
    versions,
    missing,
    file(peer, path) {
      const full = join(folderOf(peer), 'node_modules', path);
      return existsSync(full) ? full : undefined;
    },
  };
}
