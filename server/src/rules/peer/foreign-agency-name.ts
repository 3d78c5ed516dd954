import { hitsOf } from '../../facts/search/search.ts';
import { issuerKind, partsOfName } from '../../report/issuer.ts';
import type { Issuer, Prose, Report } from '../../report/report.ts';
import { isShortFor } from '../../text/similar.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type Fix, failed, notChecked, passed } from '../rule.ts';
import { nameOf, toReport } from '../support/other-report.ts';
import { copiedNames } from './copied-names.ts';
import { NAMES, type NamePlace } from './named-bodies.ts';
import { foreignPlaceWords, foreignWords } from './own-words.ts';

const SUBJECT = '文中的发布机关名称';
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
      place: {
        zh: '“{found}”不是发布机关“{issuer}”所在的地方，可能是套用其他报告时未改。',
        en: '“{found}” is not where “{issuer}” is, perhaps left from another report.',
      },
      word: {
        zh: '“{found}”不是发布机关“{issuer}”的自称，应为“{own}”，可能是套用其他报告时未改。',
        en: '“{found}” is not what “{issuer}” calls itself; “{own}” is meant.',
      },
      copied: {
        zh: '这句话与{other}的报告相同，写的也是“{found}”，而本报告的发布机关是“{issuer}”。',
        en: 'The report of {other} has this sentence, with “{found}” in it, too; this is the report of “{issuer}”.',
      },
    },
  },
  *check(report, { relations }) {
    const { issuer } = report;
    if (!issuer || issuer.kind === 'unknown' || partsOfName(issuer.name).rank === undefined) {
      yield notChecked(SUBJECT, 'issuer-unknown');
      return;
    }
    const names = [...foreignNames(report, issuer)];
    const words = [...foreignWords(report, issuer), ...foreignPlaceWords(report, issuer)];
    for (const { word, own, span } of words) {
      yield failed(SUBJECT, {
        messageId: 'word',
        span,
        data: { found: word, own, issuer: issuer.name },
        fixes: [replaceName(span, word, own)],
      });
    }
    for (const { name, span, place } of names) {
      yield failed(SUBJECT, {
        messageId: place === 'site' ? 'place' : 'foreign',
        span,
        data: { found: name, issuer: issuer.name },
        related: [{ span: issuer.span, message: { zh: '发布机关', en: 'the issuer' } }],
        fixes: place === 'site' ? [] : [replaceName(span, name, issuer.name)],
      });
    }
    const told = new Set(names.map(({ span }) => span.start));
    const copied = copiedNames(report, relations).filter(({ span }) => !told.has(span.start));
    for (const { name, span, other, there } of copied) {
      yield failed(SUBJECT, {
        messageId: 'copied',
        span,
        data: { found: name, other: nameOf(other), issuer: issuer.name },
        related: [toReport(other, there)],
        fixes: [replaceName(span, name, issuer.name)],
      });
    }
    if (names.length + words.length + copied.length === 0) yield passed(SUBJECT);
  },
});

interface Named {
  readonly place: NamePlace;
  readonly name: string;
  readonly span: Span;
}

/** Preface and overview begin with the body's name, section five tells of its shortcomings, section six of its fees. */
function isRead(place: NamePlace, { section }: Prose): boolean {
  if (place === 'contact' || place === 'site') return true;
  if (place === 'shortcomings') return section === 5;
  return section === 0 || ((place === 'lead' || place === 'deed') && (section === 1 || section >= 5));
}

function isForeignAt(place: NamePlace, name: string, issuer: Issuer): boolean {
  if (place === 'site') return isForeignPlace(name, issuer);
  if (place === 'contact' && isElsewhere(name, issuer)) return true;
  return isForeign(name, issuer) || (place === 'deed' && isOfOtherTrade(name, issuer));
}

/** Another county than the one in the issuer's name, or another city. A township that leaves out its county may be of any. */
function isForeignPlace(name: string, issuer: Issuer): boolean {
  const own = partsOfName(issuer.name);
  const { rank } = partsOfName(name);
  if (rank === undefined || own.rank === undefined || own.place.includes(name)) return false;
  return own.rank === 4 ? rank === 3 && /[县区旗]/.test(own.place) : rank === own.rank;
}

/** An office of another county, of whatever kind: nobody sends his readers there. */
function isElsewhere(name: string, issuer: Issuer): boolean {
  const [own, other] = [partsOfName(issuer.name), partsOfName(name)];
  if (own.rank !== 3 || other.rank !== 3 || !own.place || !other.place) return false;
  return !own.place.endsWith(other.place) && !other.place.endsWith(own.place);
}

/** 禾原县教育局 in the report of the city's 水利局: no example of its own offices in the counties. */
function isOfOtherTrade(name: string, issuer: Issuer): boolean {
  const [own, other] = [partsOfName(issuer.name), partsOfName(name)];
  if (issuer.kind !== 'department' || issuerKind(name) !== 'department') return false;
  return other.rank === 3 && own.rank === 2 && shared(other.agency, own.agency) < 0.5;
}

function* foreignNames(report: Report, issuer: Issuer): Iterable<Named> {
  for (const { place, name, span, paragraph } of hitsOf(report, NAMES)) {
    if (isRead(place, paragraph) && isForeignAt(place, name, issuer)) yield { place, name, span };
  }
  const { signature } = report;
  if (signature?.name && (isForeign(signature.name.text, issuer) || isOtherSigner(signature.name.text, issuer))) {
    yield { place: 'lead', name: signature.name.text, span: signature.name.span };
  }
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

/** Who signs has the issuer's name, a short form of it, or is the office that wrote for it. */
function isOtherSigner(name: string, issuer: Issuer): boolean {
  const [own, other] = [partsOfName(issuer.name), partsOfName(name)];
  if (issuer.kind !== 'department' || own.rank !== other.rank || other.agency === '') return false;
  const kind = issuerKind(name);
  if (kind !== 'department' && kind !== 'unknown') return false;
  return !isShortFor(name, issuer.name) && !isShortFor(issuer.name, name);
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
