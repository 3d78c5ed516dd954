import { describe, expect, it } from 'vitest';
import { readReport } from '../../server/src/index.ts';
import { issuerKind, partsOfName } from '../../server/src/report/issuer.ts';

describe('issuerKind', () => {
  it.each([
    ['青溪县水利局', 'department'],
    ['云岭市城市管理综合行政执法局', 'department'],
    ['青溪县发展和改革委员会', 'department'],
    ['中共青溪县委办公室', 'department'],
    ['青溪县人民政府办公室', 'department'],
    ['云江省教育厅', 'department'],
    ['云岭市人民政府', 'government'],
    ['青溪县人民政府', 'government'],
    ['澜沧自治州人民政府', 'government'],
    ['青溪县松河镇人民政府', 'township'],
    ['望澜乡', 'township'],
    ['青溪县临水街道办事处', 'street-office'],
    ['临水街道', 'street-office'],
    ['云岭高新技术产业开发区管理委员会', 'unknown'],
    ['云岭市自来水公司', 'unknown'],
    ['青溪经济开发区', 'unknown'],
  ])('%s is a %s', (name, kind) => {
    expect(issuerKind(name)).toBe(kind);
  });
});

describe('partsOfName', () => {
  it.each([
    ['青溪县水利局', '青溪县', '水利局', 3],
    ['云岭市青溪区教育局', '云岭市青溪区', '教育局', 3],
    ['青溪县松河镇人民政府', '青溪县松河镇', '人民政府', 4],
    ['云岭市市场监督管理局', '云岭市', '市场监督管理局', 2],
    ['云江自治区教育厅', '云江自治区', '教育厅', 1],
    ['青溪县城市管理局', '青溪县', '城市管理局', 3],
  ])('%s', (name, place, agency, rank) => {
    expect(partsOfName(name)).toEqual({ place, agency, rank });
  });
});

const BODY = '一、总体情况\n（一）主动公开。公开信息3条。\n六、其他需要报告的事项\n无。\n';

describe('the issuer of a report', () => {
  it('is read from the title', () => {
    const { issuer } = readReport(`青溪县水利局2024年政府信息公开工作年度报告\n${BODY}`);
    expect(issuer).toEqual({ name: '青溪县水利局', kind: 'department', span: { start: 0, end: 6 } });
  });

  it('is read from a title over two lines', () => {
    expect(readReport(`松河镇人民政府\n2024年政府信息公开工作年度报告\n${BODY}`).issuer).toMatchObject({
      name: '松河镇人民政府',
      kind: 'township',
    });
  });

  it.each([
    '现将青溪县水利局2024年政府信息公开工作年度报告公布如下。',
    '青溪县水利局根据《中华人民共和国政府信息公开条例》编制本报告。',
    '如有疑问，请与青溪县水利局联系。',
  ])('is read from a preface: %s', (preface) => {
    expect(readReport(`${preface}\n${BODY}`).issuer?.name).toBe('青溪县水利局');
  });

  it('is read from the signature when nothing else names it', () => {
    expect(readReport(`${BODY}青溪县水利局\n2025年1月8日\n`).issuer?.name).toBe('青溪县水利局');
  });

  it('stays unknown rather than guessed', () => {
    expect(readReport(BODY).issuer).toBeUndefined();
    expect(readReport(`2024年政府信息公开工作年度报告\n${BODY}`).issuer).toBeUndefined();
  });
});
