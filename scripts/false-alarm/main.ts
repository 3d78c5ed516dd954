// `npm run false-alarm -- issue.md`: adds what an issue of the form for false alarms says to the test rows.
//   npm run false-alarm < issue.md
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../server/src/rules/index.ts';
import { root } from '../workbench/paths.ts';
import { type FalseAlarm, toRow } from './row.ts';

const ROWS = join(root, 'test/false-alarms/rows.json');

const [, , path] = process.argv;
try {
  const row = toRow(readFileSync(path ?? 0, 'utf8'), new Set(rules.map(({ meta }) => meta.id)));
  const known: readonly FalseAlarm[] = JSON.parse(readFileSync(ROWS, 'utf8'));
  if (known.some(({ rule, text }) => rule === row.rule && text === row.text))
    throw new Error('已有这一条 it is there already');
  writeFileSync(ROWS, `${JSON.stringify([...known, row], null, 2)}\n`);
  console.log(`已加入 test/false-alarms/rows.json，请运行 added; now run: npx vitest run test/false-alarms`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
