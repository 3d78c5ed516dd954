import { describe, expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { ISSUERS, type Issuer } from '../../support/issuers.ts';
import { marked, mended, statuses } from '../fragments.ts';

const RULE = 'peer/foreign-agency-name';
const by = (name: string): Issuer => ISSUERS.find((each) => each.name === name) ?? { ...ISSUERS[0], name };
const saying = (sentence: string, part: 0 | 1 | 5 | 6 = 1, name = '青溪县水利局') =>
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

  it.each([
    ['青溪县水利局', '青溪县教育局高度重视政务公开工作，专题部署。', 1, '青溪县教育局'],
    ['青溪县水利局', '（二）依申请公开。禾原县水利局收到政府信息公开申请3件。', 1, '禾原县水利局'],
    ['云岭市水利局', '禾原县教育局全年主动公开信息30条。', 1, '禾原县教育局'],
    ['青溪县水利局', '青溪县教育局严格按照规定收费。', 6, '青溪县教育局'],
    ['青溪县水利局', '对本报告有疑问的，请与禾原县水利局办公室联系（电话：0511-5550100）。', 0, '禾原县水利局'],
    ['青溪县水利局', '如有疑问，请与禾原县人民政府办公室联系。', 6, '禾原县人民政府'],
    ['青溪县人民政府', '禾原县人民政府以公开透明为目标，公开信息120条。', 1, '禾原县人民政府'],
    ['青溪县人民政府', '禾原县人民政府持续推进政务公开，公开信息120条。', 1, '禾原县人民政府'],
    ['青溪县水利局', '我委定期组织培训。', 1, '我委'],
    ['青溪县水利局', '我镇定期组织培训。', 1, '我镇'],
    ['青溪县松河镇人民政府', '我局定期组织培训。', 1, '我局'],
    ['云岭市水利局', '我县政务新媒体运行平稳。', 1, '我县'],
    ['青溪县水利局', '禾原县人民政府门户网站由我局维护。', 1, '禾原县'],
    ['青溪县松河镇人民政府', '按照禾原县委、县政府统一部署做好公开工作。', 1, '禾原县'],
    ['青溪县松河镇人民政府', '禾原县政府网站运行平稳。', 1, '禾原县'],
  ] as const)('is a warning without a year before it: %s, %s', (name, sentence, part, found) => {
    expect(marked(RULE, saying(sentence, part, name))).toEqual([`warning:${found}`]);
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
    ['an office of the same trade in a county', '云岭市水利局', '禾原县水利局全年主动公开信息30条。'],
    ['the county of a city’s bureau, as its subject', '云岭市水利局', '禾原县人民政府网站全年发布信息30条。'],
    ['the county of a township that leaves it out', '松河镇人民政府', '按照禾原县委、县政府统一部署做好公开工作。'],
    ['the county that leads', '青溪县松河镇人民政府', '按照青溪县委、县政府和云岭市委统一部署做好公开工作。'],
    ['its own place', '青溪县水利局', '青溪县人民政府门户网站由我局维护，我县政务新媒体运行平稳。'],
    ['the city above it', '青溪县水利局', '云岭市人民政府网站运行平稳，我市统一部署。'],
    ['a neighbour that was visited', '青溪县水利局', '赴禾原县水利局学习政务公开经验，与教育局共享数据。'],
    ['a list of bodies', '青溪县水利局', '青溪县教育局、禾原县水利局等单位参加培训。'],
    ['the government’s own office', '青溪县水利局', '如有疑问，请与青溪县人民政府办公室联系。'],
    ['another county that came to see', '青溪县人民政府', '禾原县人民政府来我县学习推进政务公开的做法。'],
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
