import { CITATIONS, foldTitle } from '../../facts/citations.ts';
import { type Hit, hitsOf, search } from '../../facts/search/search.ts';
import { DOCUMENTS, KNOWN_DOCUMENTS, type KnownDocument } from '../../forms/documents.ts';
import { masksIn } from '../../report/prose/masks.ts';
import type { ProseContent, Report } from '../../report/report.ts';
import { isSlipOf } from '../../text/near-miss/one-slip.ts';
import { similarity } from '../../text/similar.ts';
import { defineRule, failed, passed, type Severity } from '../rule.ts';
import { after, before, replaceBy } from '../support/wording.ts';

const SUBJECT = '所引文件的标题';
const TITLES = search(titlesIn, { from: ['《'] });
/** 国务院令第711号 */
const ORDERS = search(/(?:国务院令|国令)\s?第?\s?711\s?号/g, { avoid: [] });

/** A province, a city or one of its offices has a document of a like title. */
const OTHER_ISSUER = /[省市县区州盟旗厅局委]|转发|贯彻|实施|我[省市县区]/;
/** Less in common, and the title is another one's. */
const SIMILAR = 0.8;
/** Titles that nobody issues without saying who he is. */
const NEEDS_ISSUER = /^关于.*的(?:通知|意见|函|公告|通报|决定)$/;
const ISSUER =
  /(?:国务院|办公厅|办公室|政府|委员会|[局委部厅院会办署省市县区])(?:[）)”]|的|印发的?|发布的?|制定的?|出台的?|下发的?)?$/;
/** 《…》（国办发〔2021〕30号）: the number names its issuer. */
const NUMBERED = /^\s?[（(]?[^（）()，。；]{0,12}(?:[〔[［【（(]\s?20\d\d|第\s?\d{1,4}\s?号)/;

/** Cited documents: the exact title, with its issuer, and a title beside the number. */
export default defineRule({
  meta: {
    id: 'term/document-title',
    title: { zh: '所引文件的标题不规范', en: 'A document cited without its exact title' },
    severity: 'hint',
    basis: 'GB/T 9704—2012 的通行写法：引用公文应当先引标题，后引发文字号，标题与原文一致',
    fix: 'suggestion',
    messages: {
      inexact: {
        zh: '《{found}》与文件的标题不一致，应为《{title}》。',
        en: '《{found}》 is not the document’s exact title: 《{title}》.',
      },
      issuer: {
        zh: '《{found}》没有写发文机关，也没有写发文字号。',
        en: '《{found}》 is cited with neither its issuer nor its number.',
      },
      untitled: {
        zh: '只写了“{found}”，全文没有引出它的标题《{title}》。',
        en: 'Only the number {found} is cited; its title 《{title}》 stands nowhere.',
      },
    },
  },
  *check(report) {
    const findings = [...oddTitles(report), ...untitled(report)];
    for (const finding of findings) yield failed(SUBJECT, finding);
    if (findings.length === 0) yield passed(SUBJECT);
  },
});

function titlesIn(content: ProseContent) {
  return masksIn(content).flatMap(({ kind, span }) => (kind === 'book-title' ? [span] : []));
}

type Title = Hit<{ start: number; end: number }>;

function* oddTitles(report: Report) {
  for (const hit of hitsOf(report, TITLES)) {
    const title = foldTitle(hit.text);
    const found = hit.text.slice(1, -1);
    const meant = nearest(title);
    if (meant) {
      yield {
        messageId: 'inexact' as const,
        span: hit.span,
        // The number behind it leaves no doubt which document is meant.
        ...(isNumbered(hit, meant) && { severity: severityOf(meant) }),
        data: { found, title: meant.title },
        fixes: [replaceBy(hit, `《${meant.title}》`)],
      };
    } else if (NEEDS_ISSUER.test(title) && !ISSUER.test(before(hit, 12)) && !NUMBERED.test(after(hit, 24))) {
      yield { messageId: 'issuer' as const, span: hit.span, data: { found } };
    }
  }
}

/** The known document that a title is nearly, and not quite. */
function nearest(title: string): KnownDocument | undefined {
  if (KNOWN_DOCUMENTS.some(({ cited }) => cited.test(title)) || ALSO_RIGHT.test(title)) return undefined;
  const bare = title.replace(/^国务院办公厅(?:政府信息与政务公开办公室)?/, '');
  if (OTHER_ISSUER.test(bare)) return undefined;
  // One slip of the pen is text/typo’s.
  const isOf = (name: string): boolean => similarity(name, bare) >= SIMILAR && !isSlipOf(name, bare);
  return KNOWN_DOCUMENTS.find((document) => namesOf(document).some(isOf));
}

/** Short for the format, as everybody writes it. */
const ALSO_RIGHT = /^(?:关于印发)?<?政府信息公开工作年度报告格式>?(?:的通知)?$/;

/** With 关于印发 … 的通知, and what that notice carries alone. */
function namesOf({ title }: KnownDocument): string[] {
  const whole = foldTitle(title);
  const inner = /<(.*)>/.exec(whole)?.[1];
  return inner ? [whole, inner] : [whole];
}

/** The regulations have one title; of notices short forms are in use. */
const severityOf = ({ id }: KnownDocument): Severity => (id.startsWith('regulations') ? 'warning' : 'information');

function isNumbered(hit: Title, { number }: KnownDocument): boolean {
  return after(hit, 24).replace(/\s/g, '').includes(number);
}

/** A number whose document the report names nowhere. */
function* untitled(report: Report) {
  const titles = hitsOf(report, TITLES).map(({ text }) => foldTitle(text));
  const told = new Set<string>();
  for (const hit of hitsOf(report, CITATIONS)) {
    const { organ, year, serial } = hit.number;
    const document = KNOWN_DOCUMENTS.find(
      ({ parts }) => parts?.organ === organ && parts.year === year && parts.serial === serial,
    );
    if (!document || hit.title !== undefined || told.has(document.id) || isNamed(document, titles)) continue;
    told.add(document.id);
    yield { messageId: 'untitled' as const, span: hit.span, data: { found: hit.text, title: document.title } };
  }
  const [order] = hitsOf(report, ORDERS);
  const regulations = DOCUMENTS['regulations-2019'];
  if (order && !isNamed(regulations, titles) && !titles.some((title) => /条例$/.test(title))) {
    yield { messageId: 'untitled' as const, span: order.span, data: { found: order.text, title: regulations.title } };
  }
}

const isNamed = (document: KnownDocument, titles: readonly string[]): boolean =>
  titles.some(
    (title) =>
      document.cited.test(title) ||
      namesOf(document).some((name) => similarity(name, title) >= SIMILAR || title.includes(name)),
  );
