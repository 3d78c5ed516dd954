import { fold } from '../text/fold.ts';
import { type Span, span } from '../text/span.ts';
import { spanIn } from './prose/span-in.ts';
import type { Issuer, IssuerKind, Prose, Title } from './report.ts';
import type { Signature } from './signature.ts';

/** …特发布云岭市水利局2020年政府信息公开工作年度报告, 现将…, 《…》 */
const PREFACE =
  /(?:发布|公布|公开|编制|编写|现将|制作|形成|《)(?:了|的)?([\u4e00-\u9fff]{3,30}?)(?:关于)?20\d\d年(?:度)?政府信息公开(?:工作)?(?:年度)?(?:工作)?报告/;
/** 由青禾县教育局编制; 请与青禾县教育局联系. Names of offices inside the body are cut off. */
const BY = /(?:由|请与|请联系|请向|如下由)([\u4e00-\u9fff]{4,30}?)(?:编制|编写|发布|联系|根据|负责|反映)/;

/** 青禾县教育局根据《条例》…编制本报告。 */
const OPENING = /^([\u4e00-\u9fff]{4,30}?)(?:根据|依据|按照|依照|现将|严格按照)/;

/** From the title, else the preface, else the signature. */
export function findIssuer(
  text: string,
  title: Title | undefined,
  prose: readonly Prose[],
  signature: Signature | undefined,
): Issuer | undefined {
  const inTitle = fromTitle(text, title);
  if (inTitle) return inTitle;
  const preface = prose.filter(({ section }) => section === 0);
  const named = firstMatch(preface, PREFACE);
  if (named) return named;
  if (signature?.name) return toIssuer(signature.name.text, signature.name.span);
  return firstMatch(preface, OPENING) ?? firstMatch(preface, BY);
}

const toIssuer = (name: string, place: Span): Issuer => ({ name, kind: issuerKind(name), span: place });

function fromTitle(text: string, title: Title | undefined): Issuer | undefined {
  const name = title?.issuer?.replace(/^《|关于$/g, '');
  if (!title || !name || !/[\u4e00-\u9fff]{2}/.test(name)) return undefined;
  const at = text.slice(title.span.start, title.span.end).indexOf(name);
  const start = title.span.start + Math.max(at, 0);
  return toIssuer(name, at < 0 ? title.span : span(start, start + name.length));
}

function firstMatch(paragraphs: readonly Prose[], pattern: RegExp): Issuer | undefined {
  for (const paragraph of paragraphs) {
    const match = pattern.exec(paragraph.text);
    const name = match?.[1];
    if (!match || !name || !hasFullName(name)) continue;
    const at = match.index + match[0].indexOf(name);
    return toIssuer(name, spanIn(paragraph, at, at + name.length));
  }
  return undefined;
}

const OFFICE_OF_GOVERNMENT = /政府(?:办公室|办公厅|办)$/;
const NO_GOVERNMENT_AREA = /(?:开发|高新|新|园|景|产业|功能|示范|管理|保税|合作|实验|试验)区$/;

export function issuerKind(raw: string): IssuerKind {
  const name = fold(raw);
  if (OFFICE_OF_GOVERNMENT.test(name)) return 'department';
  if (/街道(?:办事处|办)?$/.test(name)) return 'street-office';
  if (/(?:镇|乡|苏木)(?:人民政府|政府)?$/.test(name)) return 'township';
  if (/(?:省|市|县|区|旗|州|盟)(?:人民政府|政府)$/.test(name)) {
    return NO_GOVERNMENT_AREA.test(name.replace(/(?:人民)?政府$/, '')) ? 'unknown' : 'government';
  }
  if (/管理委员会$|管委会$/.test(name)) return 'unknown';
  if (/^[\u4e00-\u9fff]{2,}(?:局|委员会|委|厅|部|办公室|办)$/.test(name)) return 'department';
  if (/(?:省|市|县|旗|自治区|自治州)$/.test(name)) return 'government';
  return /区$/.test(name) && !NO_GOVERNMENT_AREA.test(name) ? 'government' : 'unknown';
}

/** The rank of the place in a body's name: 1 province, 2 city, 3 county, 4 township; undefined where it cannot be told. */
export type Rank = 1 | 2 | 3 | 4;

/** A place name at the head of a body's name: 云岭市青溪县 + 水利局. */
const PLACE =
  /^((?:[\u4e00-\u9fff]{2,8}?(?:自治区|特别行政区|省))?(?:[\u4e00-\u9fff]{1,9}?(?:自治州|自治县|自治旗|地区|市|州|盟|县|旗|区)){0,2}(?:[\u4e00-\u9fff]{1,8}?(?:街道|镇|乡|苏木))?)/;
/** Words that contain 市, 区, 县 or 州 and name no place. */
const NO_PLACE =
  /市场|城市|都市|市政|市容|社区|园区|景区|库区|片区|城区|辖区|山区|林区|矿区|灾区|校区|乡村|城乡|州际|县域/;

export interface NameParts {
  readonly place: string;
  /** What the body does: 水利局. Empty when the name is only a place. */
  readonly agency: string;
  readonly rank: Rank | undefined;
}

/** 云岭市青溪县水利局 → 云岭市青溪县 (rank 3) + 水利局. */
export function partsOfName(raw: string): NameParts {
  const name = fold(raw);
  const blocked = NO_PLACE.exec(name);
  const searched = blocked ? name.slice(0, blocked.index) : name;
  const place = PLACE.exec(searched)?.[1] ?? '';
  return { place, agency: name.slice(place.length), rank: rankOf(place) };
}

function rankOf(place: string): Rank | undefined {
  if (/(?:街道|镇|乡|苏木)$/.test(place)) return 4;
  if (/(?:省|自治区|特别行政区)$/.test(place)) return 1;
  if (NO_GOVERNMENT_AREA.test(place)) return undefined;
  if (/(?:县|旗|区)$/.test(place)) return /地区$/.test(place) ? 2 : 3;
  return /(?:市|州|盟)$/.test(place) ? 2 : undefined;
}

/** What a place name may contain; 我局按照县政府办公室的要求 names nobody. */
const IN_NAME = '(?:(?![我本各全按照根据依托由与向对的了经将于])[\\u4e00-\\u9fff])';

/** The kind of place is searched first and then the name before it: few texts have the former. */
const afterName = (kind: string, name: string): string => `(?:${kind})(?<=${name}(?:${kind}))`;

/** A place and an agency of it, in full: 青溪县水利局. 县水利局 names nobody. For tests only, not for extraction. */
export const FULL_NAME = new RegExp(
  `${afterName('自治区|自治州|省|市|州|盟|县|旗|区|镇|乡|街道', `${IN_NAME}{2}`)}[\\u4e00-\\u9fff]{0,20}?(?:人民政府|委员会|办公室|办公厅|办事处|管委会|局|厅|委)`,
);

/** 松河镇 as the subject of a clause: townships often name themselves so. For tests only, not for extraction. */
export const PLACE_AS_SUBJECT = new RegExp(
  `${afterName('镇|乡|街道|县|市|区', `(?:^|[。，,；;：:（(年由])\\s?${IN_NAME}{2,3}`)}(?![级域直内外])`,
);

const hasFullName = (name: string): boolean =>
  FULL_NAME.test(name) ||
  /^[\u4e00-\u9fff]{2,}(?:局|厅|部|委员会|委|办公室|中心|政府|办事处|公司|大学|学院|医院)$/.test(name);
