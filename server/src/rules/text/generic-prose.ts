import { hitsOf, type Search, search } from '../../facts/search/search.ts';
import type { Prose, Report } from '../../report/report.ts';
import { formatOf, formatOfFile } from '../../report/source/index.ts';
import { layoutById } from '../../report/tables/layouts/index.ts';
import { type Span, sliceOf, span } from '../../text/span.ts';
import { defineRule, failed, passed } from '../rule.ts';

/** What a writing machine says about its own text; nobody writes it in a report. */
const MACHINE: readonly Search[] = [
  search(
    /^(?:(?:好的|当然(?:可以)?|没问题)[，,！!。]\s?)?以下(?:是|为)(?:一份|一篇|根据您|根据你|为您|为你|按照您|修改后|润色后|优化后|完整)[^。]{0,40}[：:。]/g,
    { avoid: ['book-title'] },
  ),
  search(/^以下是[^。，,；]{2,40}(?:年度报告|全文|正文|范文|初稿)[^。，,；]{0,10}[：:]$/g, {
    avoid: ['book-title'],
  }),
  search(/^(?:好的|当然(?:可以)?)[，,！!。][^。]{0,40}为您[^。]{0,40}[：:。]/g, {
    avoid: ['book-title'],
  }),
  search(/希望(?:以上|这份|这篇|本文|上述)[^。]{0,20}(?:对您|对你|能帮|帮到|有所帮助|符合您)[^。]{0,12}[。！!]?/g, {
    avoid: ['book-title'],
  }),
  search(/作为(?:一个|一名|一款)?(?:AI|人工智能|大?语言模型)(?:语言)?(?:模型|助手)?/g, {
    avoid: ['book-title'],
  }),
  search(/如(?:果)?(?:您|你)?(?:还)?(?:需要?|有)[^。]{0,30}请?随?时?告诉我[^。]{0,12}[。！!]?/g, {
    avoid: ['book-title'],
  }),
  search(/您可以根据[^。]{2,24}(?:调整|修改|补充|替换)[^。]{0,12}[。]?/g, {
    avoid: ['book-title'],
  }),
];

const BOLD = /\*\*(?=\S)([^*\r\n]{1,80})(?<=\S)\*\*/g;
const HASH = /^[ \t]{0,3}#{1,6}[ \t]*(?=[^#\s])/gm;
const FENCE = /^[ \t]{0,3}```[a-z]{0,10}[ \t]*$/gm;

/** Marks that a plain text shows as they are, and sentences that speak to the person who asked for the text. */
export default defineRule({
  meta: {
    id: 'text/generic-prose',
    title: { zh: '留有自动生成文稿的痕迹', en: 'Traces of a writing machine' },
    severity: 'information',
    basis: '国办公开办函〔2021〕30号：不得内容雷同、敷衍塞责',
    fix: 'suggestion',
    messages: {
      marks: {
        zh: '文中有 {count} 处 Markdown 标记（如“{text}”），在普通文稿中会原样显示。',
        en: '{count} Markdown marks (such as “{text}”) would show as they are.',
      },
      machine: {
        zh: '“{text}”是写作工具与使用者的对话，不属于报告。',
        en: '“{text}” speaks to the person who asked for the text and is no part of the report.',
      },
    },
  },
  *check(report, { fileName }) {
    let clean = true;
    const marks = hasOwnMarks(report, fileName) ? [] : marksIn(report.text);
    const [first] = marks;
    if (first) {
      clean = false;
      yield failed('自动生成的痕迹', {
        messageId: 'marks',
        span: first,
        data: { count: marks.length, text: sliceOf(report.text, first).trim() },
        fixes: [
          {
            title: { zh: `删去 ${marks.length} 处 Markdown 标记`, en: `Delete ${marks.length} Markdown marks` },
            edits: marks.map((mark) => ({ span: mark, newText: '' })),
            kind: 'suggestion',
            preferred: true,
          },
        ],
      });
    }
    const said = new Set<Prose>();
    for (const pattern of MACHINE) {
      for (const hit of hitsOf(report, pattern)) {
        if (said.has(hit.paragraph)) continue;
        said.add(hit.paragraph);
        clean = false;
        yield failed('自动生成的痕迹', {
          messageId: 'machine',
          span: hit.span,
          data: { text: hit.text.length > 24 ? `${hit.text.slice(0, 24)}…` : hit.text },
        });
      }
    }
    if (clean) yield passed('自动生成的痕迹');
  },
});

/** Whether such marks are normal in the draft: by its format, its file's, or that of its tables. */
const hasOwnMarks = (report: Report, fileName: string | undefined): boolean =>
  formatOf(report).hasMarks ||
  formatOfFile(fileName ?? '')?.hasMarks === true ||
  Object.values(report.tables).some(({ layout }) => {
    const { format } = layoutById(layout);
    return format !== undefined && formatOf({ format }).hasMarks;
  });

/** Each mark alone: the two ends of a bold phrase, the signs before a heading. */
function marksIn(text: string): Span[] {
  const marks: Span[] = [];
  if (text.includes('**')) {
    for (const match of text.matchAll(BOLD)) {
      const end = match.index + match[0].length;
      marks.push(span(match.index, match.index + 2), span(end - 2, end));
    }
  }
  if (text.includes('#')) {
    for (const match of text.matchAll(HASH)) marks.push(span(match.index, match.index + match[0].length));
  }
  if (text.includes('```')) {
    for (const match of text.matchAll(FENCE)) marks.push(span(match.index, match.index + match[0].length));
  }
  return marks.sort((a, b) => a.start - b.start);
}
