import { isMasked, masksIn, masksOfKinds } from '../report/prose/masks.ts';
import { spanIn } from '../report/prose/span-in.ts';
import type { Mask, Report } from '../report/report.ts';
import { type Data, type Finding, type Fix, failed, notChecked, type Outcome, passed } from '../rules/rule.ts';
import { slipsIn } from './name-slips.ts';
import type {
  CheckedEntry,
  DeadlineEntry,
  ForbidEntry,
  LengthEntry,
  NameEntry,
  ReplaceEntry,
  RequireEntry,
} from './pack.ts';
import { literalPattern, type Pattern, type Place, placesOf } from './pattern.ts';
import { type FoundPlace, PLACE_WORDS, placeIn, type Stretch } from './place.ts';

/** The one message that an entry has. */
export const FOUND = 'found';
type Outcomes = Iterable<Outcome<typeof FOUND>>;

/** What an entry of a pack says of a report. @param names all names of the packs in use: none is a slip of another */
export function checkEntry(entry: CheckedEntry, report: Report, names: readonly string[]): Outcomes {
  switch (entry.kind) {
    case 'require':
      return checkRequire(entry, report);
    case 'replace':
    case 'term':
      return checkReplace(entry, report);
    case 'forbid':
      return checkForbid(entry, report);
    case 'name':
      return checkName(entry, report, names);
    case 'length':
      return checkLength(entry, report);
    case 'deadline':
      return checkDeadline(entry, report);
  }
}

const finding = (span: Finding['span'], data: Data, fixes?: readonly Fix[]): Finding<typeof FOUND> => ({
  messageId: FOUND,
  span,
  data,
  ...(fixes && { fixes }),
});

const ADDRESSES: readonly Mask['kind'][] = ['url', 'email'];
const QUOTED: readonly Mask['kind'][] = [...ADDRESSES, 'document-number', 'book-title'];

interface Hit extends Place {
  readonly stretch: Stretch;
}

/** Where a stretch has one of the phrases. @param avoid what is not the author's own wording */
function hitsIn(stretch: Stretch, phrases: readonly Pattern[], avoid: readonly Mask['kind'][]): Hit[] {
  const { paragraph, start, end } = stretch;
  const found = phrases
    .flatMap((phrase) => placesOf(paragraph.content, phrase))
    .filter((hit) => hit.start >= start && hit.end <= end);
  const masks = found.length === 0 ? [] : masksOfKinds(masksIn(paragraph.content), avoid);
  return found.filter((hit) => !isMasked(masks, hit.start, hit.end)).map((hit) => ({ ...hit, stretch }));
}

const spanOf = ({ stretch, start, end }: Hit): Finding['span'] => spanIn(stretch.paragraph, start, end);
const textOf = ({ stretch, start, end }: Hit): string => stretch.paragraph.text.slice(start, end);

function* checkRequire(entry: RequireEntry, report: Report): Outcomes {
  const place = placeIn(report, entry.in);
  const subject = PLACE_WORDS[entry.in];
  if (!place) {
    yield notChecked(subject, 'section-missing');
    return;
  }
  const isThere = place.stretches.some((stretch) => hitsIn(stretch, entry.phrases, ADDRESSES).length > 0);
  if (isThere) yield passed(subject, place.anchor);
  else yield failed(subject, { ...finding(place.anchor, { place: subject }), missing: entry.id });
}

/** Without the hits that are part of what is right: 公开工作领导小组 in 政务公开工作领导小组. */
function* wrongHits(entry: ReplaceEntry, place: FoundPlace): Generator<Hit> {
  const right = literalPattern(entry.instead);
  for (const stretch of place.stretches) {
    const hits = hitsIn(stretch, entry.phrases, QUOTED);
    const rightOnes = hits.length === 0 ? [] : placesOf(stretch.paragraph.content, right);
    for (const hit of hits) {
      if (!rightOnes.some(({ start, end }) => start <= hit.start && hit.end <= end)) yield hit;
    }
  }
}

function* checkReplace(entry: ReplaceEntry, report: Report): Outcomes {
  const place = placeIn(report, entry.in);
  if (!place) return;
  let isClean = true;
  for (const hit of wrongHits(entry, place)) {
    isClean = false;
    yield failed(textOf(hit), withInstead(hit, entry.instead));
  }
  if (isClean) yield passed(PLACE_WORDS[entry.in]);
}

/** What a pack wants instead is a suggestion: nobody has proved that it changes no number. */
function withInstead(hit: Hit, instead: string): Finding<typeof FOUND> {
  const span = spanOf(hit);
  const found = textOf(hit);
  const title = { zh: `将“${found}”改为“${instead}”`, en: `Replace “${found}” with “${instead}”` };
  return finding(span, { found, instead }, [{ title, edits: [{ span, newText: instead }], kind: 'suggestion' }]);
}

function* checkForbid(entry: ForbidEntry, report: Report): Outcomes {
  const place = placeIn(report, entry.in);
  if (!place) return;
  const hits = place.stretches.flatMap((stretch) => hitsIn(stretch, entry.phrases, QUOTED));
  for (const hit of hits) yield failed(textOf(hit), finding(spanOf(hit), { found: textOf(hit) }));
  if (hits.length === 0) yield passed(PLACE_WORDS[entry.in]);
}

function* checkName(entry: NameEntry, report: Report, names: readonly string[]): Outcomes {
  const right = [...new Set([entry.name, ...entry.others, ...names])];
  let isClean = true;
  for (const paragraph of report.prose) {
    const stretch = { paragraph, start: 0, end: paragraph.text.length };
    const slips = slipsIn(paragraph.text, entry.name, right).map((slip) => ({ ...slip, stretch }));
    const listed = hitsIn(stretch, entry.phrases, ADDRESSES).filter((hit) => !isPartOf(paragraph.text, hit, right));
    const masks = slips.length === 0 ? [] : masksOfKinds(masksIn(paragraph.content), ADDRESSES);
    for (const hit of [...slips.filter(({ start, end }) => !isMasked(masks, start, end)), ...listed]) {
      isClean = false;
      yield failed(entry.name, withInstead(hit, entry.name));
    }
  }
  if (isClean) yield passed(entry.name);
}

const isPartOf = (text: string, { start, end }: Place, names: readonly string[]): boolean =>
  names.some((name) => {
    const at = text.indexOf(name, Math.max(0, end - name.length));
    return at >= 0 && at <= start && at + name.length >= end;
  });

function* checkLength(entry: LengthEntry, report: Report): Outcomes {
  const place = placeIn(report, entry.in);
  const subject = PLACE_WORDS[entry.in];
  if (!place) {
    yield notChecked(subject, 'section-missing');
    return;
  }
  const count = place.stretches.reduce(
    (sum, { paragraph, start, end }) => sum + paragraph.text.slice(start, end).replace(/\s/g, '').length,
    0,
  );
  if (count <= entry.most) yield passed(subject, place.anchor);
  else yield failed(subject, finding(place.anchor, { place: subject, count, most: entry.most }));
}

const DEADLINE = '落款日期';

function* checkDeadline({ month, day }: DeadlineEntry, report: Report): Outcomes {
  const { signature, year } = report;
  if (!signature) return; // Most published reports have none.
  if (year === undefined) {
    yield notChecked(DEADLINE, 'year-unknown');
    return;
  }
  const order = ({ year: y, month: m, day: d }: Pick<typeof signature, 'year' | 'month' | 'day'>): number =>
    (y * 100 + m) * 100 + d;
  if (order(signature) <= order({ year: year + 1, month, day })) yield passed(DEADLINE, signature.span);
  else {
    const date = `${signature.year}年${signature.month}月${signature.day}日`;
    yield failed(DEADLINE, finding(signature.span, { date, deadline: `${year + 1}年${month}月${day}日` }));
  }
}
