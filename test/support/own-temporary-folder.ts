import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What programs that a test starts keep there for the next time: tsx and Node their compiled code. */
const KEPT = /^(?:tsx-\d+|node-compile-cache|v8-compile-cache-\d+)$/;

/** Gives a run a temporary folder of its own, and fails it when a test has left something behind there. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-tests-'));
  // Some tests become another user, who must get to what is his in it.
  chmodSync(folder, 0o711);
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder;
  return () => {
    const left = readdirSync(folder).filter((name) => !KEPT.test(name));
    rmSync(folder, { recursive: true, force: true });
    if (left.length === 0) return;
    // To throw here is shown and counts for nothing.
    process.exitCode = 1;
    console.error(`\n✗ left in the temporary folder: ${left.join(', ')}`);
  };
}
