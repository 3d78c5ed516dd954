import type { IssuerSetting, IssuerType } from '../config/issuer.ts';
import { toReadOption } from '../config/issuer.ts';
import type { Say } from '../config/readers.ts';
import { readReport } from '../report/read.ts';
import type { Report } from '../report/report.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { CheckedEntry, Example, Pack, PlaceName } from './pack.ts';
import { ruleOf } from './rules.ts';

/** How a pack's own sentences came out. */
export interface Tried {
  readonly passed: number;
  readonly failed: number;
}

const BODIES: Readonly<Record<IssuerType, IssuerSetting>> = {
  department: { name: '青禾县水务局', type: 'department' },
  government: { name: '青禾县人民政府', type: 'government' },
  township: { name: '青禾县石桥镇人民政府', type: 'township' },
  street: { name: '青禾县城关街道办事处', type: 'street' },
};

const YEAR = 2025;

/** The places of a report in which a sentence may stand, in its order. */
const SKELETON: readonly (readonly [place: PlaceName | undefined, head: string])[] = [
  ['preface', ''],
  ['overview', '一、总体情况'],
  ['disclosure', '（一）主动公开。'],
  ['requests', '（二）依申请公开。'],
  ['management', '（三）政府信息管理。'],
  ['platforms', '（四）政府信息公开平台建设。'],
  ['supervision', '（五）监督保障。'],
  [undefined, '二、主动公开政府信息情况'],
  [undefined, '三、收到和处理政府信息公开申请情况'],
  [undefined, '四、政府信息公开行政复议、行政诉讼情况'],
  ['problems', '五、存在的主要问题及改进情况'],
  ['other', '六、其他需要报告的事项'],
];

/** What of a report a sentence needs around it: the sections and, for an aspect, the aspects. */
function draftWith(text: string, place: PlaceName): string {
  const home = place === 'report' ? 'disclosure' : place;
  const isInAspect = !['preface', 'overview', 'problems', 'other'].includes(home);
  const lines = SKELETON.flatMap(([own, head]) => {
    if (head.startsWith('（')) return isInAspect ? [own === home ? `${head}${text}` : head] : [];
    return own === home ? [head, text] : [head];
  });
  return lines.filter((line) => line !== '').join('\n');
}

/** The year of a date is that in which the report is due. */
const DATE = /(20\d\d)\s*年/;

function reportWith(entry: CheckedEntry, { text }: Example): Report {
  const body = BODIES[entry.for?.[0] ?? 'government'];
  const isDate = entry.kind === 'deadline';
  const year = isDate ? Number(DATE.exec(text.normalize('NFKC'))?.[1] ?? YEAR + 1) - 1 : YEAR;
  const title = `${body.name}${year}年政府信息公开工作年度报告`;
  const place = 'in' in entry ? entry.in : 'report';
  const draft = isDate ? `${draftWith('无。', 'other')}\n${body.name}\n${text}` : draftWith(text, place);
  return readReport(`${title}\n${draft}\n`, { year, issuer: toReadOption(body), format: 'text' });
}

/** Entries ask for nothing but the report. */
const CONTEXT: RuleContext = {
  allowedTerms: new Set(),
  fileName: undefined,
  knownRules: new Set(),
  relations: undefined,
  staleNames: () => [],
};

const isReported = (entry: CheckedEntry, example: Example, names: readonly string[]): boolean =>
  [...ruleOf(entry, names).check(reportWith(entry, example), CONTEXT)].some(({ status }) => status === 'failed');

/** Put each sentence of a pack into a report of its own and see whether it is reported as it says. */
export function tryExamples({ entries }: Pack, names: readonly string[], say: Say): Tried {
  let passed = 0;
  let failed = 0;
  for (const entry of entries) {
    if (entry.kind === 'severity') continue;
    for (const [examples, isWrong] of [
      [entry.right, false],
      [entry.wrong, true],
    ] as const) {
      for (const example of examples) {
        if (isReported(entry, example, names) === isWrong) passed++;
        else {
          failed++;
          say(example.span, isWrong ? 'example-wrong' : 'example-right', { example: example.text });
        }
      }
    }
  }
  return { passed, failed };
}
