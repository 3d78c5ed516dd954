import { describe, expect, it } from 'vitest';
import { isReport } from '../../server/src/index.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';

describe('is this text a report?', () => {
  it.each(LAYOUTS)('yes: $name, with a title, without one, and a table alone', (layout) => {
    const { text } = draft({ layout });
    expect(isReport(text)).toBe(true);
    expect(isReport(draft({ layout, title: 0, headings: 'unnumbered' }).text)).toBe(true);
    const table = draft({ layout, title: 0, sections: [3], headings: { 3: '' }, prose: { preface: [], signOff: [] } });
    expect(isReport(table.text)).toBe(true);
  });

  it.each([
    ['', 'nothing'],
    ['会议纪要\n一、传达文件\n二、部署工作\n', 'minutes'],
    [
      '关于做好2024年政府信息公开工作年度报告编制工作的通知\n各乡镇人民政府：\n请于1月20日前报送。\n',
      'a notice about reports',
    ],
    ['政府信息公开申请表\n姓名 |\n证件号码 |\n', 'an application form'],
    ['const 总体情况 = 1;\n', 'code'],
  ])('no: %j (%s)', (text) => {
    expect(isReport(text)).toBe(false);
  });
});
