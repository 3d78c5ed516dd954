import {
  ASPECTS,
  type Aspect,
  asksForAspects,
  headOf,
  missingAspectsOf,
  ORGANISED,
  overviewAsked,
  overviewOf,
} from '../../facts/aspects.ts';
import { sectionIn } from '../../report/find.ts';
import { spanOfHead } from '../../report/prose/span-in.ts';
import type { Prose, Report } from '../../report/report.ts';
import { formatOf } from '../../report/source/index.ts';
import { startsBracketed } from '../../text/ordinals.ts';
import { span } from '../../text/span.ts';
import { defineRule, type Fix, failed, notChecked, passed } from '../rule.ts';
import { lineBreakOf } from '../support/skeleton.ts';

/** What the finding marks of the first item. */
const SHOWN = 22;
/** Section one speaks of the five aspects, as numbered items or in running sentences. */
export default defineRule({
  meta: {
    id: 'structure/aspects',
    title: { zh: '总体情况缺少规定的方面', en: 'The overview lacks one of the five aspects' },
    severity: 'warning',
    basis: '国办公开办函〔2021〕30号（一）总体情况',
    fix: 'suggestion',
    messages: {
      missing: {
        zh: '总体情况没有写到{names}。总体情况主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面。',
        en: 'The overview does not speak of {names}; it should cover 主动公开, 依申请公开, 政府信息管理, 政府信息公开平台建设 and 监督保障.',
      },
    },
  },
  *check(report) {
    const { year } = report;
    const paragraphs = overviewOf(report);
    const [first] = paragraphs;
    const section = sectionIn(report, 1);
    if (!section || !first) {
      yield notChecked('总体情况的五个方面', 'section-missing');
      return;
    }
    if (year === undefined) {
      yield notChecked('总体情况的五个方面', 'year-unknown');
      return;
    }
    if (!asksForAspects(report, year)) return;
    const missing = missingAspectsOf(report);
    for (const aspect of ASPECTS) if (!missing.includes(aspect)) yield passed(`总体情况：${aspect.name}`);
    if (missing.length === 0) return;
    const item = paragraphs.find(({ text }) => startsBracketed(text));
    yield failed(`总体情况：${missing.map(({ name }) => name).join('、')}`, {
      messageId: 'missing',
      span: item ? spanOfHead(item, SHOWN) : section.heading.span,
      data: { names: missing.map(({ name }) => `“${name}”`).join('、') },
      ...(!overviewAsked(report, year).byName && { severity: 'hint' }),
      fixes:
        formatOf(report).hasLines && missing.length <= ASPECTS.length - ORGANISED
          ? [insertStubs(report, paragraphs, missing)]
          : [],
    });
  },
});

/** Each before the next aspect that has an item of its own, else after the section's last paragraph. */
function insertStubs(report: Report, paragraphs: readonly Prose[], missing: readonly Aspect[]): Fix {
  const eol = lineBreakOf(report.text);
  const stub = ({ ordinal, name }: Aspect): string => `（${ordinal}）${name}。（待填写）`;
  const edits = missing.map((aspect) => {
    const later = ASPECTS.slice(ASPECTS.indexOf(aspect) + 1).filter((each) => !missing.includes(each));
    const next = paragraphs.find(
      ({ text }) => startsBracketed(text) && later.some(({ head }) => head.test(headOf(text))),
    );
    const end = paragraphs.at(-1)?.span.end ?? 0;
    return next
      ? { span: span(next.span.start, next.span.start), newText: `${stub(aspect)}${eol}` }
      : { span: span(end, end), newText: `${eol}${stub(aspect)}` };
  });
  const merged = [...new Set(edits.map((edit) => edit.span.start))].map((at) => ({
    span: span(at, at),
    newText: edits
      .filter((edit) => edit.span.start === at)
      .map((edit) => edit.newText)
      .join(''),
  }));
  const stubs = missing.map(stub).join('、');
  return {
    title: { zh: `插入“${stubs}”`, en: `Insert “${stubs}”` },
    edits: merged,
    kind: 'suggestion',
  };
}
