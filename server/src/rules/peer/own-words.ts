import { hitsOf, search } from '../../facts/search/search.ts';
import { partsOfName } from '../../report/issuer.ts';
import type { Issuer, Report } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { before, isQuoted } from '../support/wording.ts';

/** 我镇 and the like; 我局长, 我市场 are other words. */
const WORD = search(/[我本](街道|局|厅|委|镇|乡)(?![长员市场里级])/g);

/**
 * What a body may call itself, by the end of its name, and what it writes most. Only what no such body is
 * counts.
 */
const OWN: readonly { readonly ends: RegExp; readonly own: string; readonly may: RegExp }[] = [
  { ends: /镇(?:人民)?政府$|镇$/, own: '镇', may: /镇/ },
  { ends: /(?:乡|苏木)(?:人民)?政府$|乡$/, own: '乡', may: /[乡镇]/ },
  { ends: /街道(?:办事处|办)?$/, own: '街道', may: /街道/ },
  { ends: /局$/, own: '局', may: /局/ },
  { ends: /厅$/, own: '厅', may: /厅/ },
  { ends: /委员会$|委$/, own: '委', may: /[委局]/ },
];

interface ForeignWord {
  readonly word: string;
  readonly own: string;
  readonly span: Span;
}

/** 我镇 in a bureau's report. A body that says it more often than its own word knows why. */
export function foreignWords(report: Report, issuer: Issuer): ForeignWord[] {
  const rule = OWN.find(({ ends }) => ends.test(issuer.name));
  if (!rule) return [];
  const found: ForeignWord[] = [];
  let own = 0;
  for (const hit of hitsOf(report, WORD)) {
    const [kind = ''] = hit.groups;
    if (kind === rule.own) own++;
    else if (!rule.may.test(kind) && !isQuoted(hit) && !/[自基根]$/.test(before(hit, 1)))
      found.push({ word: hit.text, own: `${hit.text.charAt(0)}${rule.own}`, span: hit.span });
  }
  return found.length > Math.max(own, 1) ? [] : found;
}

const COUNTY = search(/[我本]县(?![级域直])/g);
/** More often than this it is no leftover: the body knows why. */
const MOST_LEFT = 2;

/** 我县 in the report of a city's or district's body. */
export function foreignPlaceWords(report: Report, issuer: Issuer): ForeignWord[] {
  const own = /[市区]$/.exec(partsOfName(issuer.name).place)?.[0];
  if (!own) return [];
  const found = hitsOf(report, COUNTY).filter((hit) => !isQuoted(hit) && !/[自基根原]$/.test(before(hit, 1)));
  if (found.length > MOST_LEFT) return [];
  return found.map(({ text, span }) => ({ word: text, own: `${text.charAt(0)}${own}`, span }));
}
