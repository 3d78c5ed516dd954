import { type Found, hitsOf, search } from '../../facts/search/search.ts';
import { type Issuer, issuerKind, partsOfName } from '../../report/issuer.ts';
import { isMasked, masksIn } from '../../report/prose/masks.ts';
import { sentencesIn } from '../../report/prose/sentences.ts';
import type { Prose, ProseContent, Report } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type Fix, failed, notChecked, passed } from '../rule.ts';

const SUBJECT = '文中的发布机关名称';
const NAME =
  '[\\u4e00-\\u9fff]{2,12}?(?:省|市|州|盟|县|旗|区|镇|乡|街道)[\\u4e00-\\u9fff]{0,16}?(?:人民政府|街道办事处|委员会|办公室|局|厅|委|办)';
/** What a report says of its own body; of another body it would say what that body did to this one. */
const OWN_WORK =
  '(?=[，,]|严格|认真|坚持|按照|深入|积极|始终|全面|高度|紧紧|围绕|通过|主动|共|未|没有|依法|切实|不断|持续|进一步|扎实|根据|在|全年|累计|政府信息公开|政务公开)';
/** 2024年，青溪县水利局认真… at the head of a sentence. */
const LEAD = new RegExp(
  `^(?:[（(]\\s?[一二三四五]\\s?[）)][^。，,]{2,12}[。：:]?)?(?:20\\d\\d\\s?年(?:度|全年)?[，,]?\\s?)(${NAME})${OWN_WORK}`,
);
/** The preface and section five name whose report it is. */
const TITLE_IN_PREFACE = new RegExp(
  `(?:现将|发布|公布|编制|《)(${NAME})20\\d\\d年(?:度)?政府信息公开(?:工作)?(?:年度)?(?:工作)?报告`,
);
const REPORT_TITLE = /年度?政府信息公开/;
const SHORTCOMINGS = new RegExp(`^(?:20\\d\\d\\s?年[，,]?\\s?)?(${NAME})政府信息公开工作(?:虽|还|仍|在|存在|取得)`);
/** A body that was renamed, or that is named beside this one. */
const RELATED = /[（(]原|原名|原为|现为|更名|挂牌|划转|联合|会同|牵头|配合/;

/** What may begin a sentence that LEAD matches. */
const LEAD_BEGINS = new Set('2（(');
/** How far into it the year may stand. */
const LONGEST_LEAD = 24;
const WORK_FALLS_SHORT = /政府信息公开工作[虽还仍在存取]/;

type Place = 'preface' | 'lead' | 'shortcomings';

/** A body that is named where the issuer is meant, in offsets of its paragraph. */
interface NameAt extends Found {
  readonly place: Place;
  readonly name: string;
}

const NAMES = search(namesIn, { from: ['20', WORK_FALLS_SHORT] });

/** Another body of the same rank where the issuer is meant: what a copied report leaves behind. */
export default defineRule({
  meta: {
    id: 'peer/foreign-agency-name',
    title: { zh: '文中把其他机关写成了发布机关', en: 'Another body is named where the issuer is meant' },
    severity: 'warning',
    basis: '国办公开办函〔2021〕30号：不得内容雷同、敷衍塞责',
    fix: 'suggestion',
    messages: {
      foreign: {
        zh: '此处的“{found}”不是本报告的发布机关“{issuer}”，可能是套用其他报告时未改。',
        en: '“{found}” stands where the issuer “{issuer}” is meant, perhaps left from another report.',
      },
    },
  },
  *check(report) {
    const { issuer } = report;
    if (!issuer || issuer.kind === 'unknown' || partsOfName(issuer.name).rank === undefined) {
      yield notChecked(SUBJECT, 'issuer-unknown');
      return;
    }
    const names = [...foreignNames(report, issuer)];
    for (const { name, span } of names) {
      yield failed(SUBJECT, {
        messageId: 'foreign',
        span,
        data: { found: name, issuer: issuer.name },
        related: [{ span: issuer.span, message: { zh: '发布机关', en: 'the issuer' } }],
        fixes: [replaceName(span, name, issuer.name)],
      });
    }
    if (names.length === 0) yield passed(SUBJECT);
  },
});

interface Named {
  readonly name: string;
  readonly span: Span;
}

/** Preface and overview begin with the body's name, section five tells of its shortcomings. */
const isRead = (place: Place, { section }: Prose): boolean =>
  place === 'shortcomings' ? section === 5 : section === 0 || (section === 1 && place === 'lead');

function* foreignNames(report: Report, issuer: Issuer): Iterable<Named> {
  for (const { place, name, span, paragraph } of hitsOf(report, NAMES)) {
    if (isRead(place, paragraph) && isForeign(name, issuer)) yield { name, span };
  }
  const { signature } = report;
  if (signature?.name && isForeign(signature.name.text, issuer)) {
    yield { name: signature.name.text, span: signature.name.span };
  }
}

function namesIn(content: ProseContent): NameAt[] {
  const names: NameAt[] = [];
  const { text } = content;
  const add = (place: Place, offset: number, match: RegExpExecArray | null): void => {
    const name = match?.[1];
    if (!match || !name) return;
    const start = offset + match.index + match[0].indexOf(name);
    const end = start + name.length;
    if (place === 'preface' || !isMasked(masksIn(content), start, end)) names.push({ place, name, start, end });
  };
  if (REPORT_TITLE.test(text)) add('preface', 0, TITLE_IN_PREFACE.exec(text));
  const isAboutWork = WORK_FALLS_SHORT.test(text);
  let year = text.indexOf('20');
  for (const { start, end } of year >= 0 || isAboutWork ? sentencesIn(content) : []) {
    if (year >= 0 && year < start) year = text.indexOf('20', start);
    const mayLead = year >= start && year < start + LONGEST_LEAD && LEAD_BEGINS.has(text.charAt(start));
    if (!mayLead && !isAboutWork) continue;
    const sentence = text.slice(start, end);
    const lead = mayLead ? LEAD.exec(sentence) : null;
    const shortcomings = isAboutWork ? SHORTCOMINGS.exec(sentence) : null;
    if (!(lead || shortcomings) || RELATED.test(sentence) || /[我本][局委办厅镇乡县市区]/.test(sentence)) continue;
    add('lead', start, lead);
    add('shortcomings', start, shortcomings);
  }
  return names;
}

/** A body of the same kind and rank that is not this one, nor this one under a short, older or misspelt name. */
function isForeign(name: string, issuer: Issuer): boolean {
  if (name.includes(issuer.name) || issuer.name.includes(name) || issuerKind(name) !== issuer.kind) return false;
  const own = partsOfName(issuer.name);
  const other = partsOfName(name);
  if (other.rank === undefined || other.rank !== own.rank) return false;
  const place = (long: string, short: string): boolean => long.endsWith(short);
  const samePlace = place(own.place, other.place) || place(other.place, own.place);
  if (!samePlace) return true;
  return shared(other.agency, own.agency) < 0.5;
}

/** How much of the shorter name’s characters the other has too, the last one (局, 委) left out. */
function shared(a: string, b: string): number {
  const [short, long] = (a.length <= b.length ? [a, b] : [b, a]).map((name) => name.slice(0, -1));
  if (!short || !long) return 1;
  return [...short].filter((char) => long.includes(char)).length / short.length;
}

const replaceName = (span: Span, found: string, issuer: string): Fix => ({
  title: { zh: `将“${found}”改为“${issuer}”`, en: `Change “${found}” to “${issuer}”` },
  edits: [{ span, newText: issuer }],
  kind: 'suggestion',
});
