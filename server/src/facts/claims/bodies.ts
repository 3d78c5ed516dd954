import type { Report } from '../../report/report.ts';
import { isShortFor } from '../../text/similar.ts';
import type { Whose } from './features.ts';

/** The level is all that tells 县政府 from 县…镇人民政府. */
const GOVERNMENT = /([省市州盟县区旗镇乡])(?:人民)?政府$/;
const LEVEL = /[省市州盟县区旗镇乡]/;

/** 县住建局 is 青溪县住房和城乡建设局: a short name has its characters in the order of the full one. */
function isOwnName(name: string, issuer: string): boolean {
  const own = GOVERNMENT.exec(issuer)?.[1];
  const level = GOVERNMENT.exec(name)?.[1];
  if (level !== undefined && level !== own) return false;
  if (name === '政府' || name === '人民政府') return own !== undefined;
  // 云岭县 of 云岭县人民政府 is the county itself, and of its bureau's report another body.
  if (own !== undefined && level === undefined && name.endsWith(own)) return issuer.startsWith(name);
  const ends = issuer.replace(/人民政府$/, '政府').slice(-1) === name.slice(-1) || name.endsWith('街道');
  return ends && (isShortFor(name, issuer) || isShortFor(name.replace(LEVEL, ''), issuer));
}

export type Scope = 'own' | 'part' | 'other' | 'wider';

/** Whose a number is, as seen from the report's issuer. 全县 is a county itself, and more than one of its bureaus. */
export function scopeOf(whose: Whose | undefined, { title, issuer }: Report): Scope {
  const name = title?.issuer ?? issuer?.name;
  const isGovernment = /政府$/.test(name ?? '');
  switch (whose?.kind) {
    case undefined:
    case 'own':
      return 'own';
    case 'wide':
      return isGovernment ? 'own' : 'wider';
    case 'level':
      return isGovernment ? 'part' : 'own';
    case 'part':
      return 'part';
    case 'body':
      return name === undefined || isOwnName(whose.name, name) ? 'own' : 'other';
  }
}
