import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../workbench/paths.ts';

/** A temporary folder with samples/ and the editor tests' own fixtures, to be changed at will. The caller removes it. */
export function makeWorkspace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-workspace-'));
  cpSync(join(root, 'samples'), join(folder, 'samples'), { recursive: true });
  cpSync(join(root, 'test', 'vscode', 'fixtures'), join(folder, 'fixtures'), { recursive: true });
  // Messages in Chinese, in whatever language the editor itself is.
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(join(folder, '.vscode', 'settings.json'), '{ "nianbao.language": "zh" }');
  return folder;
}
