import { hitsOf, search } from '../../facts/search/search.ts';
import type { Report } from '../../report/report.ts';
import { fold } from '../../text/fold.ts';
import { span } from '../../text/span.ts';
import { defineRule, type Fix, failed, passed } from '../rule.ts';
import { textBounds } from '../support/skeleton.ts';
import { insertTitle, titleOf } from '../support/title-line.ts';

const SUBJECT = '标题';
/** …特发布云岭市水利局2020年政府信息公开工作年度报告: a preface that names body and year. */
const NAMED = search(
  /(?:发布|公布|编制|编写|现将|制作|形成|《)(?:了|的)?([\u4e00-\u9fff]{3,30}?)\s?(20\d\d)\s?年(?:度)?政府信息公开(?:工作)?年度(?:工作)?报告/g,
  { avoid: [] },
);
/** 青溪县水利局根据…，编制2024年政府信息公开工作年度报告。 */
const SUBJECT_FIRST = search(
  /^([\u4e00-\u9fff]{2,24}?(?:政府|局|委员会|办公室|办公厅|厅|委|办|院|镇|乡|街道办事处))(?:根据|按照|依据|依照|现将|严格)[^\n]{0,400}?(20\d\d)\s?年(?:度)?\s?政府信息公开(?:工作)?年度(?:工作)?报告/g,
  { avoid: [] },
);
const FILE_NAME = /^([\u4e00-\u9fff]{3,30}?)(20\d\d)年?/;

/** The report begins with a title line that names the issuer and the year. */
export default defineRule({
  meta: {
    id: 'structure/missing-title',
    title: { zh: '缺少报告标题', en: 'The report has no title' },
    severity: 'warning',
    basis: '通行做法：<机关名称><年份>年政府信息公开工作年度报告',
    fix: 'suggestion',
    messages: {
      missing: {
        zh: '没有找到标题，应为“<机关名称><年份>年政府信息公开工作年度报告”。',
        en: 'No title found; expected “<issuer><year>年政府信息公开工作年度报告”.',
      },
      named: {
        zh: '没有标题行；前言已写明机关和年份，请在文首补上标题。',
        en: 'There is no title line; the preface names issuer and year, so add the title at the top.',
      },
    },
  },
  *check(report, { fileName }) {
    if (report.title) {
      yield passed(SUBJECT, report.title.span);
      return;
    }
    const preface = namedIn(report);
    const proposal = preface ?? namedByFile(fileName) ?? namedElsewhere(report);
    const { start } = textBounds(report);
    const lineEnd = report.text.slice(start).search(/[\r\n]/);
    yield failed(SUBJECT, {
      messageId: preface ? 'named' : 'missing',
      span: preface?.span ?? span(start, lineEnd < 0 ? report.text.length : start + lineEnd),
      ...(preface && { severity: 'information' }),
      ...(proposal && { fixes: [insert(report, proposal.title)] }),
    });
  },
});

interface Named {
  readonly title: string;
  readonly span?: { readonly start: number; readonly end: number };
}

/** What the first paragraph of the preface says that names both. */
function namedIn(report: Report): Named | undefined {
  const [first] = [...hitsOf(report, NAMED), ...hitsOf(report, SUBJECT_FIRST)]
    .filter(({ paragraph }) => paragraph.section === 0)
    .sort((a, b) => a.paragraph.index - b.paragraph.index);
  const [name, year] = first?.groups ?? [];
  return first && name && year ? { title: titleOf(name, year), span: first.span } : undefined;
}

function namedByFile(fileName: string | undefined): Named | undefined {
  const match = FILE_NAME.exec(fold(fileName ?? ''));
  return match?.[1] && match[2] ? { title: titleOf(match[1], match[2]) } : undefined;
}

/** In the signature, or where the preface says who compiled the report; the year from wherever the text tells it. */
function namedElsewhere({ issuer, year }: Report): Named | undefined {
  return issuer && year !== undefined ? { title: titleOf(issuer.name, year) } : undefined;
}

function insert(report: Report, title: string): Fix {
  return {
    title: { zh: `在文首插入标题“${title}”`, en: `Insert the title “${title}”` },
    edits: [insertTitle(report, title)],
    kind: 'suggestion',
    preferred: true,
  };
}
