import { describe, expect, it } from 'vitest';
import { readReport } from '../../server/src/index.ts';
import { isMasked, masksIn } from '../../server/src/report/prose/masks.ts';
import { spanIn } from '../../server/src/report/prose/span-in.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS, layoutNamed } from '../support/layouts.ts';

const PDF = layoutNamed('space-rows, PDF');
const squeeze = (text: string): string => text.replace(/\s/g, '');

describe('prose', () => {
  it.each(LAYOUTS)('reads the paragraphs of $name whole', (layout) => {
    const overview = [
      '（一）主动公开。通过政府网站公开政府信息318条，其中通知公告类120条、政策文件及解读类56条、工作动态类142条，较上年增加25条，重点领域信息公开更加及时、完整，群众获取信息更加方便。',
      '（二）依申请公开。对申请人的要求逐件登记、限时答复，与申请人充分沟通，准确了解其需要，答复文书统一编号、存档备查，没有超过法定期限的情形。',
      '（三）政府信息管理。坚持先审查后公开，保证公开的信息准确、权威。',
    ];
    const { text, format } = draft({ layout, prose: { overview } });
    const own = readReport(text, { format }).prose.filter(({ section }) => section === 1);
    expect(own.map((paragraph) => squeeze(paragraph.text))).toEqual(overview);
  });

  it('leads back from a wrapped paragraph to the draft', () => {
    const { text } = draft({ layout: PDF, seed: 3 });
    for (const paragraph of readReport(text).prose) {
      for (let at = 0; at < paragraph.text.length; at++) {
        const { start, end } = spanIn(paragraph, at, at + 1);
        expect(text.slice(start, end)).toBe(paragraph.text[at]);
      }
      const whole = spanIn(paragraph, 0, paragraph.text.length);
      expect(whole).toEqual(paragraph.span);
    }
  });

  it('does not run two items of a list together because the first ends at the margin', () => {
    const say = { 5: '一是公开的内容还不够丰富，群众关心的信息仍然偏少，有待补充。' };
    const overview = ['（一）主动公开。公开信息8条。', '（二）依申请公开。没有收到申请。'];
    const { text } = draft({ layout: PDF, prose: { overview }, say });
    const prose = readReport(text).prose.map((paragraph) => squeeze(paragraph.text));
    expect(prose).toContain(overview[0]);
    expect(prose).toContain(overview[1]);
  });

  it('masks document numbers, titles, addresses and telephone numbers', () => {
    const sentence =
      '依据《中华人民共和国政府信息公开条例》（国务院令第711号）和国办函〔2020〕109号，见https://gk.qingxi.example/2019年/，邮箱gk2018@qingxi.example，电话0999-2260018，于2024年公开。';
    const report = readReport(draft({ say: { 1: sentence } }).text);
    const paragraph = report.prose.find(({ text }) => text.includes('国办函〔2020〕'));
    if (!paragraph) throw new Error('no such paragraph');
    const masked = (needle: string): boolean => {
      const at = paragraph.text.indexOf(needle);
      expect(at).toBeGreaterThanOrEqual(0);
      return isMasked(masksIn(paragraph.content), at, at + needle.length);
    };
    expect(['信息公开条例', '711', '2020', '2018', '2260018'].map(masked)).toEqual([true, true, true, true, true]);
    expect(masked('2024年公开')).toBe(false);
  });
});
