import { type Hit, hitsOf, type Search, search } from '../../facts/search/search.ts';
import type { Report } from '../../report/report.ts';
import { NUMBER_SOURCE } from '../../text/numerals.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { before, replaceBy } from '../support/wording.ts';

const SUBJECT = '计量单位';
const NUMBER = `\\s?${NUMBER_SOURCE}\\s?`;

interface Measure {
  readonly name: string;
  /** The measure word alone is in the first parentheses, at the end of the match. */
  readonly pattern: Search;
  readonly right: string;
  /** Words in the same clause that make another measure right. */
  readonly unless?: RegExp;
}

const MEASURES: readonly Measure[] = [
  {
    name: '政府信息公开申请',
    pattern: search(new RegExp(`信息公开申请(?:共|数量?为?)?${NUMBER}([条份次起个])(?!数)`, 'g')),
    right: '件',
    unless: /公开申请(?:的)?(?:渠道|平台|方式|指南|培训)/,
  },
  {
    name: '行政复议',
    pattern: search(new RegExp(`行政复议(?:案件)?${NUMBER}([起次条])`, 'g')),
    right: '件',
  },
  {
    name: '行政诉讼',
    pattern: search(new RegExp(`行政诉讼(?:案件)?${NUMBER}([起次条])`, 'g')),
    right: '件',
  },
  {
    name: '规范性文件',
    pattern: search(new RegExp(`规范性文件(?:共)?${NUMBER}([份个条篇])`, 'g')),
    right: '件',
    // What is published on a site is counted in 条, whatever it is.
    unless: /公开|发布|公布|解读|审查|审核/,
  },
  {
    name: '行政处罚',
    pattern: search(new RegExp(`行政处罚(?:案件|决定)?${NUMBER}(起)`, 'g')),
    right: '件',
  },
  {
    name: '问题',
    pattern: search(new RegExp(`(?:整改|发现|反馈|查摆|解决)[^，。；,;]{0,14}问题${NUMBER}(次)`, 'g')),
    right: '个',
    unless: /研究|讨论|会议|调度|专题|听取/,
  },
];

/** Applications, cases and documents are counted in 件, problems in 个. */
export default defineRule({
  meta: {
    id: 'term/measure-word',
    title: { zh: '计量单位不规范', en: 'An unusual measure word' },
    severity: 'information',
    basis: '格式所附各表以“件”计数',
    fix: 'suggestion',
    messages: {
      measure: {
        zh: '{name}以“{right}”计，此处写作“{found}”。',
        en: '{name} is counted in {right}, not in {found}.',
      },
    },
  },
  *check(report) {
    const hits = MEASURES.flatMap((measure) => unusual(report, measure).map((hit) => ({ hit, measure })));
    // Who counts in 条 counts in 条 throughout: said once for each thing that is counted.
    const first = hits.filter(({ measure }, index) => hits.findIndex((other) => other.measure === measure) === index);
    for (const { hit, measure } of first) {
      const found = hit.groups[0] ?? '';
      yield failed(SUBJECT, {
        messageId: 'measure',
        span: hit.span,
        data: { name: measure.name, right: measure.right, found },
        fixes: [replaceBy(hit, hit.text.slice(0, -found.length) + measure.right)],
      });
    }
    if (first.length === 0) yield passed(SUBJECT);
  },
});

const unusual = (report: Report, { pattern, unless }: Measure): Hit[] =>
  hitsOf(report, pattern).filter((hit) => !unless?.test(clauseOf(hit)));

const clauseOf = (hit: Hit): string => {
  const lead = before(hit, 20);
  return lead.slice(Math.max(...['，', '。', '；', ',', ';'].map((mark) => lead.lastIndexOf(mark))) + 1) + hit.text;
};
