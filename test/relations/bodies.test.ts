import { describe, expect, it } from 'vitest';
import { bodyOf, homeOf, isMemberOf, isSameBody } from '../../server/src/relations/bodies.ts';

const same = (a: string, b: string): boolean => isSameBody(bodyOf(a), bodyOf(b));
const member = (inner: string, outer: string): boolean => isMemberOf(bodyOf(inner), bodyOf(outer));

describe('the same body', () => {
  it.each([
    ['云岭市青溪县水利局', '青溪县水利局'],
    ['青溪县人民政府', '青溪县政府'],
    ['青溪县', '青溪县人民政府'],
    ['青溪县松河镇人民政府', '青溪县松河镇'],
    ['禾原区白鹭街道办事处', '禾原区白鹭街道'],
    ['青溪县人民政府办公室', '青溪县政府办'],
    ['青溪县发展和改革委员会', '青溪县发展和改革委'],
    ['青溪县 水利局', '青溪县水利局'],
  ])('%s is %s', (a, b) => {
    expect(same(a, b)).toBe(true);
    expect(same(b, a)).toBe(true);
  });

  it.each([
    ['云岭县教育局', '云岭市教育局'],
    ['青溪县水利局', '禾原县水利局'],
    ['青溪县教育局', '青溪县体育局'],
    ['青溪县人民政府', '青溪县人民政府办公室'],
    ['青溪县松河镇人民政府', '青溪县松河乡人民政府'],
    ['云岭市青溪县水利局', '雁川市青溪县水利局'],
    ['岭县教育局', '云岭县教育局'],
  ])('%s is not %s', (a, b) => {
    expect(same(a, b)).toBe(false);
    expect(same(b, a)).toBe(false);
  });
});

describe('whose report counts in whose', () => {
  it.each([
    ['青溪县水利局', '青溪县人民政府'],
    ['青溪县松河镇人民政府', '青溪县人民政府'],
    ['青溪县人民政府办公室', '青溪县人民政府'],
    ['青溪县经济开发区管理委员会', '青溪县人民政府'],
    ['云岭市青溪县人民政府', '云岭市人民政府'],
    ['青溪县水利局', '云岭市青溪县人民政府'],
  ])('%s is a member of %s', (inner, outer) => {
    expect(member(inner, outer)).toBe(true);
  });

  it.each([
    ['青溪县人民政府', '青溪县人民政府'],
    ['禾原县水利局', '青溪县人民政府'],
    ['云岭市青溪县水利局', '云岭市人民政府'],
    ['云岭市青溪县松河镇人民政府', '云岭市人民政府'],
    ['青溪县松河镇人民政府', '青溪县水利局'],
    ['云岭县教育局', '云岭市人民政府'],
  ])('%s is none of %s', (inner, outer) => {
    expect(member(inner, outer)).toBe(false);
  });

  it('a township belongs to its county', () => {
    expect(homeOf(bodyOf('青溪县松河镇人民政府'))).toBe('青溪县');
    expect(homeOf(bodyOf('松河镇人民政府'))).toBe('');
  });
});
