import { type Item, itemsIn } from '../../facts/lists/items.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Prose, Report } from '../../report/report.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';

const SUBJECT = '问题与改进措施的条数';
const MEASURES = /改进|整改|措施|下一步|今后|针对/;
const PROBLEMS = /问题|不足|差距|短板|薄弱/;

/** Section five answers each problem with a measure; only lists that are numbered on both sides are compared. */
export default defineRule({
  meta: {
    id: 'consistency/problem-measure-count',
    title: { zh: '问题与改进措施的条数不一致', en: 'Problems and measures differ in number' },
    severity: 'hint',
    basis: '审核惯例：改进措施与存在问题一一对应',
    fix: 'none',
    messages: {
      differs: {
        zh: '列了 {problems} 个问题、{measures} 条措施，请确认是否逐条对应。',
        en: '{problems} problems are listed, but {measures} measures; check that each is answered.',
      },
    },
  },
  *check(report) {
    if (!report.prose.some(({ section }) => section === 5)) {
      yield notChecked(SUBJECT, 'section-missing');
      return;
    }
    const [problems, measures, another] = listsIn(report);
    const first = problems?.[0];
    const second = measures?.[0];
    if (!first || !second || another || problems.length < 2 || measures.length < 2) {
      yield notChecked(SUBJECT, 'list-not-found');
      return;
    }
    const lead = (item: typeof first): string => item.paragraph.text.slice(0, item.at);
    const between =
      second.paragraph === first.paragraph ? second.paragraph.text.slice(first.at, second.at) : lead(second);
    if (!PROBLEMS.test(lead(first)) || !MEASURES.test(between)) yield notChecked(SUBJECT, 'list-not-found');
    else if (problems.length === measures.length) yield passed(SUBJECT);
    else {
      yield failed(SUBJECT, {
        messageId: 'differs',
        span: spanIn(second.paragraph, second.at, second.at + 2),
        data: { problems: problems.length, measures: measures.length },
        related: [
          {
            span: spanIn(first.paragraph, first.at, first.at + 2),
            message: { zh: '问题从这里列起', en: 'the problems begin here' },
          },
        ],
      });
    }
  },
});

interface Numbered extends Item {
  readonly paragraph: Prose;
}

/** The lists 一是 二是 … of section five, no more than three: two are compared, and another one makes that a guess. */
function listsIn(report: Report): Numbered[][] {
  const lists: Numbered[][] = [];
  for (const paragraph of report.prose) {
    if (paragraph.section !== 5) continue;
    for (const item of itemsIn(paragraph.content, 'is')) {
      if (item.number === 1 || lists.length === 0) {
        if (lists.length === 3) return lists;
        lists.push([]);
      }
      lists.at(-1)?.push({ ...item, paragraph });
    }
  }
  return lists;
}
