import { lintReport } from '../../server/src/check/lint.ts';
import { fix, isReport } from '../../server/src/index.ts';
import { readReport } from '../../server/src/report/read.ts';
import type { Report } from '../../server/src/report/report.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import type { HostileText, Setting } from './texts.ts';

/** CPU time of this process in milliseconds: what others do on the machine does not count. */
export function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A part of the engine that is timed by itself. */
export interface Part {
  readonly name: string;
  readonly run: (text: string, report: Report, setting: Setting) => unknown;
}

const onlyRule = (rule: Rule): Part => ({
  name: rule.meta.id,
  run: (_, report) => lintReport(report, {}, [rule]),
});

export const PARTS: readonly Part[] = [
  { name: 'isReport', run: (text) => isReport(text) },
  { name: 'readReport', run: (text, _, { format }) => readReport(text, { format }) },
  { name: 'all rules', run: (_, report) => lintReport(report) },
  ...rules.map(onlyRule),
  { name: 'fix', run: (text, _, { format }) => fix(text, { format }) },
];

/** One text in one setting and one size, read once for all rules. */
export interface Probe {
  readonly text: string;
  readonly report: Report;
  readonly setting: Setting;
}

export function probe(hostile: HostileText, setting: Setting, length: number): Probe {
  const text = setting.around(hostile.of(length));
  return { text, report: readReport(text, { format: setting.format }), setting };
}

export const timeOf = ({ run }: Part, { text, report, setting }: Probe): number =>
  cpuOf(() => run(text, report, setting));
