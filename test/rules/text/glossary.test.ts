import { describe, expect, it } from 'vitest';
import { MODIFIERS } from '../../../server/src/rules/text/glossary/modifiers.ts';
import { DIGITAL_NOUNS } from '../../../server/src/rules/text/glossary/nouns-digital.ts';
import { WORK_NOUNS } from '../../../server/src/rules/text/glossary/nouns-work.ts';
import { NOUN_PHRASES } from '../../../server/src/rules/text/glossary/phrases.ts';
import { VERBS } from '../../../server/src/rules/text/glossary/verbs.ts';
import { lookUp } from '../../../server/src/rules/text/glossary.ts';
import {
  ALLOWED_TERMS,
  ANY_CASE_TERMS,
  EXACT_TERMS,
  isAllowedTerm,
  isUnit,
  UNITS,
} from '../../../server/src/rules/text/terms.ts';

const LISTS = { WORK_NOUNS, DIGITAL_NOUNS, VERBS, MODIFIERS, NOUN_PHRASES };
const GLOSSARY: ReadonlyMap<string, string> = new Map(Object.values(LISTS).flatMap((list) => Object.entries(list)));
const entries = [...GLOSSARY];

describe('the glossary', () => {
  it('holds several hundred entries', () => {
    expect(GLOSSARY.size).toBeGreaterThan(600);
  });

  it('has keys in lower case, trimmed, with single blanks', () => {
    const odd = entries.map(([word]) => word).filter((word) => !/^[a-z]+(?:[ '&-]+[a-z]+)*$/.test(word));
    expect(odd).toEqual([]);
  });

  it('translates into Chinese alone', () => {
    expect(entries.filter(([, chinese]) => !/^\p{Script=Han}+$/u.test(chinese))).toEqual([]);
  });

  it('has no entry twice, be it with a hyphen or with a blank', () => {
    const keys = Object.values(LISTS).flatMap((list) => Object.keys(list).map((key) => key.replaceAll('-', ' ')));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(keys).toHaveLength(GLOSSARY.size);
  });

  it('proposes nothing for a term that is allowed', () => {
    expect(entries.filter(([word]) => isAllowedTerm(word))).toEqual([]);
    const proposed = [...ANY_CASE_TERMS].filter((term) => lookUp(term) !== undefined);
    expect(proposed).toEqual([]);
  });

  it('finds every one of its own entries', () => {
    expect(entries.filter(([word, chinese]) => lookUp(word) !== chinese)).toEqual([]);
  });

  it('keeps its lists in alphabetical order', () => {
    for (const list of Object.values(LISTS)) expect(Object.keys(list)).toEqual(Object.keys(list).toSorted());
  });
});

describe('lookUp', () => {
  it.each([
    ['workflow', '工作流程'],
    ['workflows', '工作流程'],
    ['work flow', '工作流程'],
    ['deadline', '截止日期'],
    ['feedback', '反馈'],
    ['platform', '平台'],
    ['open data', '开放数据'],
    ['data sharing', '数据共享'],
    ['follow up', '跟进'],
    ['FAQ', '常见问题'],
    ['WeChat', '微信'],
    ['QR code', '二维码'],
    ['people’s livelihood', '民生'],
  ])('%s is %s', (word, chinese) => {
    expect(lookUp(word)).toBe(chinese);
  });

  it.each([
    ['plurals', ['policies', 'processes', 'databases', 'windows', 'service centers', 'key points']],
    ['-ed', ['submitted', 'shared', 'simplified', 'published', 'planned', 'updated']],
    ['-ing', ['submitting', 'sharing', 'simplifying', 'publishing', 'planning', 'updating', 'searching']],
    ['third person', ['improves', 'publishes', 'verifies', 'reviews']],
  ])('finds %s', (_, words) => {
    const known = new Set(GLOSSARY.values());
    for (const word of words) expect(known, word).toContain(lookUp(word));
  });

  it('gives a form the meaning of its base', () => {
    expect(lookUp('policies')).toBe('政策');
    expect(lookUp('submitted')).toBe('提交');
    expect(lookUp('sharing')).toBe('共享');
    expect(lookUp('simplified')).toBe('简化');
  });

  it('prefers an entry of its own to an inflection', () => {
    expect(lookUp('advanced')).toBe('先进');
    expect(lookUp('advancing')).toBe('推进');
    expect(lookUp('meeting')).toBe('会议');
    expect(lookUp('news')).toBe('新闻');
  });

  it('reads hyphens, dashes, blanks, capitals and full-width letters alike', () => {
    for (const form of ['one-stop', 'one stop', 'One-Stop', 'ONE\u2011STOP', 'one  stop', 'ｏｎｅ－ｓｔｏｐ']) {
      expect(lookUp(form), form).toBe('一站式');
    }
  });

  it('reads British spelling', () => {
    expect(lookUp('optimised')).toBe('优化');
    expect(lookUp('organisations')).toBe('组织');
    expect(lookUp('analysing')).toBe('分析');
  });

  it('does not inflect what has no such form', () => {
    for (const word of ['platforming', 'onlines', 'newed', 'ing', 'ed', 's', '']) {
      expect(lookUp(word), word).toBeUndefined();
    }
  });

  it('proposes nothing for words that mean different things in different places', () => {
    for (const word of ['form', 'application', 'program', 'interface', 'charge', 'workshop', 'case']) {
      expect(lookUp(word), word).toBeUndefined();
    }
  });
});

describe('the allowed terms', () => {
  it('allows what official reports write in Latin letters', () => {
    const terms = ['QQ', 'App', 'APP', 'app', 'OA', 'PDF', 'Word', 'Excel', 'VR', 'GIS', 'GDP', 'PPP', 'CPU', 'ICP'];
    const more = [
      'LED',
      'FM',
      'WPS',
      'OFD',
      'UKey',
      'KTV',
      'CT',
      'DNA',
      'VOCs',
      'ETC',
      'BIM',
      'WiFi',
      'Wi-Fi',
      'E-mail',
    ];
    expect([...terms, ...more].filter((term) => !isAllowedTerm(term))).toEqual([]);
  });

  it('minds the case where another spelling is another word', () => {
    for (const word of ['ai', 'it', 'word', 'excel', 'edge', 'gap', 'windows', 'who', 'ab', 'tot']) {
      expect(isAllowedTerm(word), word).toBe(false);
    }
  });

  it('does not allow names that have a Chinese form', () => {
    for (const word of ['WeChat', 'Logo', 'SOP', 'FAQ', 'KPI']) {
      expect(isAllowedTerm(word), word).toBe(false);
      expect(lookUp(word), word).toBeDefined();
    }
  });

  it('lists both sorts', () => {
    expect(ALLOWED_TERMS.size).toBe(new Set([...EXACT_TERMS, ...ANY_CASE_TERMS]).size);
    expect([...ANY_CASE_TERMS].filter((term) => term !== term.toLowerCase())).toEqual([]);
    expect([...ALLOWED_TERMS].filter((term) => /\s|\p{Script=Han}/u.test(term))).toEqual([]);
  });
});

describe('the units', () => {
  it.each([
    'km',
    'kW',
    'kg',
    'mm',
    'cm',
    'm²',
    'm2',
    'ha',
    'MW',
    'GW',
    'kV',
    'mg/L',
    'dB',
    'km/h',
    '℃',
    'μg/m³',
    'kW·h',
  ])('knows %s', (unit) => {
    expect(isUnit(unit)).toBe(true);
  });

  it.each(['', '/', 'kmh', 'mg/', 'workflow', 'Min', 'platform'])('does not take %j for one', (word) => {
    expect(isUnit(word)).toBe(false);
  });

  it('holds no word of the glossary', () => {
    expect([...UNITS].filter((unit) => GLOSSARY.has(unit))).toEqual([]);
  });
});
