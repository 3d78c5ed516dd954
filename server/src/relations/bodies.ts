import { partsOfName } from '../report/issuer.ts';
import { fold } from '../text/fold.ts';

/** A body's name in its two parts, as bodies are compared: 云岭市青溪县 + 水利局. */
export interface Body {
  /** Empty where the name begins without one: 县水利局. */
  readonly place: string;
  /** 政府 for the government of the place itself. */
  readonly agency: string;
}

const UNIT = '省市州盟县旗区镇乡';
/** The last unit of a place: 松河镇 of 青溪县松河镇. */
const TOWNSHIP = new RegExp(`[^${UNIT}]+(?:街道|镇|乡|苏木)$`);
/** 经济开发区 is run by a committee and has no departments of its own. */
const ZONE = new RegExp(`[^${UNIT}]*(?:开发|高新|新|园|景|产业|功能|示范|管理|保税|合作|实验|试验)区$`);
const ONE_UNIT = /^[^省市州盟县旗区]+[市州盟县旗区]$/;
const GOVERNMENT = /^(?:人民)?政府$/;

/** What stands for a township's government: what its place is tells that it is one. */
const TOWNSHIP_OFFICE = '乡镇';

/** What a name is compared by. Blanks, widths and the long and short words for the same kind of body make no difference. */
export function bodyOf(name: string): Body {
  const folded = fold(name);
  const { place, agency } = partsOfName(folded);
  return { place, agency: agencyOf(place, place === '' ? agency.replace(/^[县市区旗](?=..)/, '') : agency) };
}

function agencyOf(place: string, agency: string): string {
  if (TOWNSHIP.test(place) && (agency === '' || agency === '办事处' || GOVERNMENT.test(agency))) return TOWNSHIP_OFFICE;
  if (agency === '' || GOVERNMENT.test(agency)) return '政府';
  if (/^(?:人民)?政府(?:办公室|办公厅|办)$/.test(agency)) return '政府办公室';
  return agency.replace(/委员会$/, '委');
}

/** The county or city that a body belongs to: 青溪县 for 青溪县松河镇. Empty where the name does not say. */
export const homeOf = ({ place }: Body): string => place.replace(TOWNSHIP, '').replace(ZONE, '');

/** 青溪县 is 云岭市青溪县, as far as anybody can tell; 云岭县 is not 云岭市, nor 山县 青山县. */
export function isSamePlace(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short !== '' && long.endsWith(short) && UNIT.includes(long.charAt(long.length - short.length - 1));
}

export const isSameBody = (a: Body, b: Body): boolean => a.agency === b.agency && isSamePlace(a.place, b.place);

/**
 * Whether a report of `inner` counts in the one of the government of `outer`: its departments, its townships, the
 * governments below it.
 */
export function isMemberOf(inner: Body, outer: Body): boolean {
  if (outer.agency !== '政府' || outer.place === '') return false;
  if (isSameBody(inner, outer)) return false;
  const home = homeOf(inner);
  if (isSamePlace(home, outer.place) && isLowerOrSame(home, outer.place)) return true;
  // 云岭市青溪县人民政府 counts for the city with all that it holds; its departments have counted already.
  return inner.agency === '政府' && home.startsWith(outer.place) && ONE_UNIT.test(home.slice(outer.place.length));
}

/** 青溪县 may be short for 云岭市青溪县, and so may the government's own name. */
const isLowerOrSame = (home: string, place: string): boolean => home.endsWith(place) || place.endsWith(home);
