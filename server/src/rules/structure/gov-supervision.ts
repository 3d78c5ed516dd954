import { sectionIn } from '../../report/find.ts';
import { spanIn, spanOfHead } from '../../report/prose/span-in.ts';
import type { Report } from '../../report/report.ts';
import { defineRule, type Fix, failed, notChecked, passed } from '../rule.ts';

const RESULTS: readonly (readonly [name: string, said: RegExp])[] = [
  ['工作考核', /考核|考评|绩效/],
  ['社会评议', /评议|评估|满意度/],
  ['责任追究', /追究|追责|问责/],
];

/** 各级人民政府 report the results of 工作考核、社会评议 and 责任追究. Departments and 街道办事处 are not asked to. */
export default defineRule({
  meta: {
    id: 'structure/gov-supervision',
    title: {
      zh: '政府的报告没有写工作考核、社会评议和责任追究结果',
      en: 'A government’s report lacks the results of assessment, public appraisal or accountability',
    },
    severity: 'information',
    basis: '条例第五十条第（四）项；国办公开办函〔2021〕30号（一）总体情况：监督保障',
    fix: 'suggestion',
    messages: {
      missing: {
        zh: '各级人民政府的报告要写明工作考核、社会评议和责任追究结果情况，这里没有写到{names}。',
        en: 'A government reports the results of 工作考核, 社会评议 and 责任追究; this report does not mention {names}.',
      },
    },
  },
  *check(report) {
    const subject = '工作考核、社会评议和责任追究结果情况';
    const { issuer } = report;
    if (issuer?.kind === 'department' || issuer?.kind === 'street-office') return;
    if (!issuer || issuer.kind === 'unknown') {
      yield notChecked(subject, 'issuer-unknown');
      return;
    }
    const section = sectionIn(report, 1);
    if (!section) {
      yield notChecked(subject, 'section-missing');
      return;
    }
    const said = report.prose.filter((each) => each.section > 0).map(({ text }) => text);
    const missing = RESULTS.filter(([, pattern]) => !said.some((text) => pattern.test(text))).map(([name]) => name);
    if (missing.length === 0) {
      yield passed(subject);
      return;
    }
    const last = supervisionOf(report);
    yield failed(subject, {
      messageId: 'missing',
      span: last?.span ?? section.heading.span,
      data: { names: missing.map((name) => `“${name}”`).join('、') },
      fixes: last ? [addSentence(last, missing)] : [],
    });
  },
});

/** The item on 监督保障, else the last paragraph of section one. */
function supervisionOf(report: Report): Place | undefined {
  const paragraphs = report.prose.filter(({ section }) => section === 1);
  const paragraph = paragraphs.find(({ text }) => /^.{0,16}监督保障/.test(text)) ?? paragraphs.at(-1);
  if (!paragraph) return undefined;
  const { length } = paragraph.text;
  return { span: spanOfHead(paragraph, 16), end: spanIn(paragraph, length, length) };
}

interface Place {
  readonly span: { readonly start: number; readonly end: number };
  readonly end: { readonly start: number; readonly end: number };
}

function addSentence({ end }: Place, missing: readonly string[]): Fix {
  const sentence = `${missing.join('、')}结果情况：（待填写）。`;
  return {
    title: { zh: `在监督保障部分补上“${sentence}”`, en: `Append “${sentence}”` },
    edits: [{ span: end, newText: sentence }],
    kind: 'suggestion',
  };
}
