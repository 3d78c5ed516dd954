import { expect, it } from 'vitest';
import { cellId } from '../../../server/src/forms/index.ts';
import * as engine from '../../../server/src/index.ts';
import { draft } from '../../support/draft.ts';
import { cli, folderOf } from '../harness.ts';

it('shows bodies and years, findings by rule, and each report with its findings', async () => {
  const cwd = folderOf({
    '2023.txt': draft({ year: 2023, seed: 3 }).text,
    '2024.txt': draft({ year: 2024, seed: 4, cells: { [cellId('requests', 'carriedIn', 'total')]: '41' } }).text,
    '<b>.txt': '通知',
  });
  const { stdout, status } = await cli(cwd, ['.', '--format', 'html'], { engine });
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /<th scope="row">青溪县水利局<\/th><td[^>]*><a href="#r0">[^<]*<\/a><\/td><td class="error"><a href="#r1">/,
  );
  expect(stdout).toContain('<small>year/carry-over</small>');
  expect(stdout).toContain('<section id="r1"><h3>2024.txt · 2024</h3>');
  expect(stdout).not.toContain('<b>.txt');
  expect(stdout).not.toContain('<script');
});
