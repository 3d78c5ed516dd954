// What VS Code runs as the extension's tests: mocha, inside the extension host.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { format } from 'node:util';

/** About an editor without a report, so it can't come after the others. */
const FIRST = 'no-report.test.cjs';

/** Loads every bundled test beside this file; rejects when one fails or when there was none. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha'); // an ES module, which not every editor's Node can require
  // Set where the extension host's own output can't be seen from outside.
  const { NIANBAO_TEST_REPORT: report, NIANBAO_TEST_COUNTS: counts, NIANBAO_TEST_GREP: grep } = process.env;
  if (report) {
    Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => fs.appendFileSync(report, `${format(...parts)}\n`);
  }
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 30_000, reporter: 'spec', forbidOnly: true });
  if (grep) mocha.grep(grep); // some of them, while one works on them
  const tests = fs.readdirSync(__dirname).filter((name) => name.endsWith('.test.cjs') && name !== FIRST);
  for (const name of [FIRST, ...tests.sort()]) mocha.addFile(path.join(__dirname, name));
  await new Promise<void>((passed, failed) => {
    const runner = mocha.run((failures) => {
      if (counts) fs.writeFileSync(counts, JSON.stringify(runner.stats));
      if (failures > 0) failed(new Error(`${failures} of the tests failed`));
      else if (!runner.stats?.passes) failed(new Error('no test ran'));
      else passed();
    });
  });
}
