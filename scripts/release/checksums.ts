import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const CHECKSUMS = 'SHA256SUMS';

/**
 * Puts the list of what is in the bundles beside what is released, and writes down the checksum of each file as
 * `sha256sum --check` reads it.
 */
export function sealFolder(folder: string, bom: string, bomName: string): void {
  copyFileSync(bom, join(folder, bomName));
  const names = readdirSync(folder).filter((name) => name !== CHECKSUMS);
  const line = (name: string): string =>
    `${createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')}  ${name}\n`;
  writeFileSync(join(folder, CHECKSUMS), names.sort().map(line).join(''));
}
