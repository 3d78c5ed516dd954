import type { FormatContext, Formatter } from './format.ts';
import { atTheEnd, type PlainFile, type PlainFinding } from './plain.ts';
import { attributes, XML_HEAD, xml } from './xml.ts';

/** What is worth a look or a matter of style fails no test. */
const isFailure = ({ severity }: PlainFinding): boolean => severity === 'error' || severity === 'warning';

function testCase(finding: PlainFinding, path: string): string {
  const { rule, severity, message, start } = finding;
  const head = `    <testcase${attributes({ name: `${rule} ${start.line}:${start.column}`, classname: path })}>\n`;
  const said = `${severity} ${path}:${start.line}:${start.column} ${message}`;
  const body = isFailure(finding)
    ? `      <failure${attributes({ message, type: severity })}>${xml(said)}</failure>\n`
    : `      <system-out>${xml(said)}</system-out>\n`;
  return `${head}${body}    </testcase>\n`;
}

/** A report that has nothing to be told is one test that has passed. */
function suite({ path, findings }: PlainFile): string {
  const cases =
    findings.length > 0
      ? findings.map((finding) => testCase(finding, path)).join('')
      : `    <testcase${attributes({ name: 'nianbao-lint', classname: path })}/>\n`;
  const counts = {
    tests: Math.max(1, findings.length),
    failures: findings.filter(isFailure).length,
    errors: 0,
    skipped: 0,
  };
  return `  <testsuite${attributes({ name: path, ...counts })}>\n${cases}  </testsuite>\n`;
}

/** The XML of JUnit: a test suite a report, a test case a finding. */
export const junit = (context: FormatContext): Formatter<PlainFile | undefined> =>
  atTheEnd(context, (files) => {
    const all = files.flatMap(({ findings }) => findings);
    const tests = files.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
    const counts = { tests, failures: all.filter(isFailure).length, errors: 0 };
    return `${XML_HEAD}<testsuites${attributes({ name: 'nianbao-lint', ...counts })}>\n${files.map(suite).join('')}</testsuites>\n`;
  });
