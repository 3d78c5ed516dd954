import { describe, expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { ISSUERS, type Issuer } from '../../support/issuers.ts';
import { marked, mended, statuses } from '../fragments.ts';

const RULE = 'peer/foreign-agency-name';
const by = (name: string): Issuer => ISSUERS.find((each) => each.name === name) ?? { ...ISSUERS[0], name };
const saying = (sentence: string, part: 0 | 1 | 5 = 1, name = '青溪县水利局') =>
  draft({ issuer: by(name), say: { [part]: sentence } }).text;

describe('another body where the issuer is meant', () => {
  it.each([
    ['the lead sentence', '2024年，青溪县教育局认真落实各项公开要求。', 1, '青溪县教育局'],
    ['the same office of another place', '2024年，禾原县水利局主动公开信息30条。', 1, '禾原县水利局'],
    ['an item', '（一）主动公开。2024年度，青溪县教育局主动公开信息30条。', 1, '青溪县教育局'],
    ['the preface', '现将青溪县教育局2024年政府信息公开工作年度报告公布如下。', 0, '青溪县教育局'],
    ['section five', '青溪县教育局政府信息公开工作还存在一些不足。', 5, '青溪县教育局'],
  ] as const)('is a warning in %s', (_, sentence, part, found) => {
    const text = saying(sentence, part);
    expect(marked(RULE, text)).toEqual([`warning:${found}`]);
    expect(mended(RULE, text)).toContain(sentence.replace(found, '青溪县水利局'));
  });

  it('is a warning in the signature', () => {
    const text = draft({ prose: { signOff: ['青溪县教育局', '2025年1月9日'] } }).text;
    expect(marked(RULE, text)).toEqual(['warning:青溪县教育局']);
  });

  it('is a warning for townships and governments too', () => {
    expect(
      marked(RULE, saying('2024年，青溪县石桥镇人民政府主动公开信息30条。', 1, '青溪县松河镇人民政府')),
    ).toHaveLength(1);
    expect(marked(RULE, saying('2024年，禾原县人民政府主动公开信息30条。', 1, '青溪县人民政府'))).toHaveLength(1);
  });
});

describe('silence', () => {
  it.each([
    ['the issuer itself', '2024年，青溪县水利局认真落实各项公开要求。'],
    ['the issuer with its city', '2024年，云岭市青溪县水利局认真落实各项公开要求。'],
    ['a short name', '2024年，县水利局认真落实各项公开要求。'],
    ['the county’s government', '2024年，青溪县人民政府全面部署公开工作。'],
    ['the city’s office of the same kind', '2024年，云岭市水利局全面部署公开工作。'],
    ['another body and this one', '2024年，青溪县教育局主动与我局共享数据。'],
    ['a body that helped', '2024年，青溪县教育局通过联合检查促进公开。'],
    ['a body that did something to this one', '2024年，青溪县教育局印发了公开目录。'],
    ['a body inside a sentence', '2024年，收到青溪县教育局转来的申请1件。'],
    ['a renamed body', '2024年，青溪县水务局（现为水利局）主动公开信息。'],
    ['the county’s party committee', '2024年，青溪县委全面部署公开工作。'],
    ['a report’s title', '2024年，《青溪县教育局主动公开目录》发布。'],
  ])('on %s', (_, sentence) => {
    expect(marked(RULE, saying(sentence))).toEqual([]);
  });

  it.each([
    ['工信科技局 for 工业和信息化科技局', '青溪县工业和信息化科技局', '2024年，青溪县工信科技局主动公开信息30条。'],
    [
      'a misspelt name, which is consistency/agency-name’s',
      '青溪县工业和信息化科技局',
      '2024年，青溪县工业信息化和科技局主动公开信息30条。',
    ],
    ['departments in a government’s report', '青溪县人民政府', '2024年，青溪县教育局主动公开信息30条。'],
    ['townships in a county’s report', '青溪县人民政府', '2024年，青溪县松河镇人民政府主动公开信息30条。'],
  ])('on %s', (_, name, sentence) => {
    expect(marked(RULE, saying(sentence, 1, name))).toEqual([]);
  });

  it('and not checked when the issuer or its place is not known', () => {
    expect(statuses(RULE, saying('公开信息。', 1, '云岭高新区管理委员会'))).toEqual(['not-checked:issuer-unknown']);
    expect(statuses(RULE, saying('公开信息。', 1, '水利局'))).toEqual(['not-checked:issuer-unknown']);
  });

  it('when the government’s office signs for the government', () => {
    const text = draft({
      issuer: by('青溪县人民政府'),
      prose: { signOff: ['青溪县人民政府办公室', '2025年1月9日'] },
    }).text;
    expect(marked(RULE, text)).toEqual([]);
  });
});
