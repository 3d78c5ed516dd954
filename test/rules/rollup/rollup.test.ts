import { describe, expect, it } from 'vitest';
import { type CellId, cellId, FORMS } from '../../../server/src/forms/index.ts';
import { planOf } from '../../../server/src/forms/plan.ts';
import { applyEdits } from '../../../server/src/text/span.ts';
import { between, type Filed } from '../../support/between.ts';
import { type DraftOptions, draft } from '../../support/draft.ts';
import type { Issuer } from '../../support/issuers.ts';

const body = (name: string): Issuer => ({
  name,
  type: name.endsWith('政府') ? 'government' : 'department',
  self: '我局',
  whole: '全局',
});
const NAMES = ['青溪县水利局', '青溪县教育局', '青溪县民政局', '青溪县司法局'];
const IDS = Object.values(FORMS['2021'].tables).flatMap((table) => [...planOf(table).places.keys()]);

type Cells = Readonly<Partial<Record<CellId, string>>>;

const members: readonly (Filed & { readonly printed: ReadonlyMap<CellId, string> })[] = NAMES.map((name, index) => {
  const { text, printed } = draft({ issuer: body(name), seed: index + 7, size: 'small' });
  return { path: `县/${index}.txt`, text, printed };
});

const sums: Cells = Object.fromEntries(
  IDS.map((id) => [id, `${members.reduce((sum, { printed }) => sum + Number(printed.get(id) ?? 0), 0)}`]),
);

/** The government's report, which prints the sums but for some cells. */
function county(changed: Cells = {}, options: DraftOptions = {}, settings?: Filed['settings']): Filed[] {
  const { text } = draft({ issuer: body('青溪县人民政府'), cells: { ...sums, ...changed }, ...options });
  return [{ path: '县/政府.txt', text, ...(settings && { settings }) }, ...members];
}

const changedBy = (id: CellId, by: number): Cells => ({ [id]: `${Number(sums[id]) + by}` });
const LICENCE = cellId('proactive', 'licence', 'decisions');
const PENALTY = cellId('proactive', 'penalty', 'decisions');

describe('rollup/sum', () => {
  it('passes the sums of all cells', () => {
    expect(between('rollup/sum', county())).toEqual([]);
    expect(between('rollup/sum', county({}, {}, { members: NAMES }))).toEqual([]);
  });

  it('warns where the sum of the parts exceeds the whole, and leads to the parts', () => {
    const files = county(changedBy(PENALTY, -1));
    const [problem, ...more] = between('rollup/sum', files);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ severity: 'warning' });
    expect(problem?.message).toContain('4 个单位之和');
    expect(problem?.related.length).toBeGreaterThan(0);
    const fixed = applyEdits(files[0]?.text ?? '', problem?.fixes[0]?.edits ?? []).text;
    expect(between('rollup/sum', [{ path: '县/政府.txt', text: fixed }, ...members])).toEqual([]);
  });

  it('names the member that was left out', () => {
    const left = Number(members[1]?.printed.get(LICENCE));
    const [problem] = between('rollup/sum', county(changedBy(LICENCE, -left)));
    expect(problem?.messageId).toBe('omitted');
    expect(problem?.message).toContain('青溪县教育局');
  });

  it('lets a government have numbers of its own, unless all members are listed', () => {
    const more = changedBy(PENALTY, 5);
    expect(between('rollup/sum', county(more))).toEqual([]);
    expect(between('rollup/sum', county(more, {}, { members: NAMES }))).toMatchObject([{ severity: 'error' }]);
  });

  it('tells the part, and not the totals that follow from it', () => {
    const ids = ['natural', 'total'].map((column) => cellId('requests', 'new', column));
    const files = county(Object.assign({}, ...ids.map((id) => changedBy(id, -2))));
    expect(between('rollup/sum', files).map(({ message }) => message)).toEqual([expect.stringContaining('自然人列')]);
  });

  it('is silent where the report says that its tables are its own alone', () => {
    const zeros = Object.fromEntries(IDS.map((id) => [id, '0']));
    const say = { 0: '表格中的数据仅统计县政府本级，不包括部门和乡镇。' };
    expect(between('rollup/sum', county(zeros, { say }))).toEqual([]);
    expect(between('rollup/sum', county(zeros))).toMatchObject([{ severity: 'information', messageId: 'unlike' }]);
  });

  it('leaves room for money that was rounded member by member', () => {
    const fees = cellId('proactive', 'fees', 'amount');
    const parts = ['1.24', '2.33', '0.42', '0'].map((amount, index) => ({
      path: `县/${index}.txt`,
      text: draft({ issuer: body(NAMES[index] ?? ''), seed: index + 7, cells: { [fees]: amount } }).text,
    }));
    const found = (total: string) => between('rollup/sum', [county({ [fees]: total })[0] as Filed, ...parts]);
    expect(found('3.98')).toEqual([]);
    expect(found('3.9')).toHaveLength(1);
  });
});

describe('the other rules on members', () => {
  it('a government that counts a case once is told as information', () => {
    const total = IDS.find((id) => /^review\/.*\/review\.total$/.test(id)) as CellId;
    const found = between('rollup/case-double-count', county({ [total]: `${Math.max(0, Number(sums[total]) - 1)}` }));
    expect(found.every(({ severity }) => severity === 'information')).toBe(true);
    expect(found).toHaveLength(Number(sums[total]) > 0 ? 1 : 0);
  });

  it('a member that is listed and not there', () => {
    const files = county({}, {}, { members: [...NAMES, '青溪县统计局'] });
    expect(between('rollup/missing-member', files)).toMatchObject([{ severity: 'information' }]);
  });

  it('a report that is there twice', () => {
    const files = [members[0], { path: '县/再报.txt', text: members[0]?.text ?? '' }] as Filed[];
    expect(between('rollup/duplicate-report', files)).toMatchObject([{ related: [{ document: '县/再报.txt' }] }]);
  });

  const told = (count: number) => {
    const zeros = Object.fromEntries(IDS.map((id) => [id, '0']));
    const say = {
      0: '表格中的数据仅统计县政府本级，不包括部门和乡镇。',
      1: `全县各单位共收到政府信息公开申请${count}件。`,
    } as const;
    return between('rollup/narrative', county(zeros, { say }));
  };

  it('what is told of the whole county', () => {
    const all = Number(sums[cellId('requests', 'new', 'total')]);
    expect(told(all)).toEqual([]);
    expect(told(all - 1)).toMatchObject([{ severity: 'warning' }]);
    expect(told(all + 500)).toMatchObject([{ severity: 'information' }]);
  });
});

describe('peer rules', () => {
  const overview = (name: string) => [
    '（一）主动公开。围绕河道治理、水库蓄水和灌区改造公布办事流程，制作图解张贴在管护站，方便群众了解。',
    '（二）依申请公开。与申请人电话沟通，先问清需要哪一段河道的材料，再作书面答复。',
    `（三）政府信息管理。${name}安排专人核对历年取水许可名单并补录缺项。`,
    '（四）政府信息公开平台建设。在水管所设置查阅角，配备触摸屏，安排专人每周更新内容。',
    '（五）监督保障。局务会每半年听取汇报，聘请群众代表担任监督员，对答复质量逐件评分。',
  ];
  const files: Filed[] = ['青溪县民政局', '青溪县水利局'].map((name, index) => ({
    path: `县/${index}.txt`,
    text: draft({ issuer: body(name), seed: index, prose: { overview: overview('县水利局') } }).text,
  }));

  it('two bodies with one overview', () => {
    const [problem] = between('peer/copied-section', files);
    expect(problem).toMatchObject({ severity: 'information', related: [{ document: '县/1.txt' }] });
    expect(problem?.message).toContain('青溪县水利局');
  });

  it('the other body’s short name in a sentence that is its own', () => {
    expect(between('peer/foreign-agency-name', files)).toMatchObject([{ messageId: 'copied', severity: 'warning' }]);
    expect(between('peer/foreign-agency-name', [...files].reverse())).toEqual([]);
  });
});
