import type { TextFormat } from '../../server/src/report/report.ts';
import { type DraftOptions, draft } from './draft.ts';
import { LAYOUTS } from './layouts.ts';
import type { Random } from './random.ts';

/** A report that somebody spoilt in one or two places. */
export interface Mutant {
  readonly text: string;
  readonly format: TextFormat;
  /** Writes the draft again, for who looks at a failure. */
  readonly from: string;
}

const CELL_TEXTS = ['', '0', '7', '12', '一', '/', '３', '3件', '-2', '１，２８７', '待填', '九十'] as const;
const PIECES = [
  '。',
  '，，',
  '(',
  ' ',
  '0',
  '的',
  '国办函[2020]109 号',
  '《条例',
  '2023年',
  'workflows',
  '收到申请 3件。',
  '未收到政府信息公开申请。',
] as const;
const LABELS = ['', '小计', '（七）合计', '1.属于国家机密', '重复申请', '规章'] as const;
const HEADINGS = ['', '存在的主要问题', '三、总体情况', '（一）主动公开', '六、其他'] as const;

type Change = (text: string, random: Random) => string;

/** Something among the matches of a pattern is replaced. */
const replaceOne =
  (pattern: RegExp, by: (found: string, random: Random) => string): Change =>
  (text, random) => {
    const found = [...text.matchAll(pattern)];
    const one = found[random.int(0, Math.max(0, found.length - 1))];
    return one ? text.slice(0, one.index) + by(one[0], random) + text.slice(one.index + one[0].length) : text;
  };

const lines =
  (change: (all: string[], at: number, random: Random) => void): Change =>
  (text, random) => {
    const all = text.split('\n');
    change(all, random.int(0, all.length - 1), random);
    return all.join('\n');
  };

const CHANGES: readonly [Change, ...Change[]] = [
  lines((all, at) => all.splice(at, 1)),
  lines((all, at) => all.splice(at, 0, all[at] ?? '')),
  lines((all, at) => all.splice(at, 2, all[at + 1] ?? '', all[at] ?? '')),
  lines((all, at, random) => all.splice(at, random.int(2, 6))),
  replaceOne(/\d+/g, (_, random) => random.pick(CELL_TEXTS)),
  replaceOne(/\d+/g, (found, random) => `${Number(found) + random.int(1, 9)}`),
  replaceOne(/[（(]?[一二三四五六七八九1-8][）)、.][\u4e00-\u9fff]{3,}/g, (_, random) => random.pick(LABELS)),
  replaceOne(/[一二三四五六]、[\u4e00-\u9fff、]{3,}/g, (_, random) => random.pick(HEADINGS)),
  replaceOne(/自然人|商业企业|科研机构|总计|结果维持|本年制发件数|现行有效件数/g, (_, random) =>
    random.pick(['', '自然人', '商业企业', '总计', '本年']),
  ),
  replaceOne(/[\u4e00-\u9fff]{1,3}/g, () => ''),
  replaceOne(/[\u4e00-\u9fff。，；](?=[\u4e00-\u9fff])/g, (found, random) => found + random.pick(PIECES)),
  replaceOne(/[。，；、]/g, (_, random) => random.pick(['', '.', ',', '；', '。。'])),
];

/** A report of any layout and either form, with one change or two. */
export function mutant(random: Random): Mutant {
  const layout = random.pick(LAYOUTS);
  const options: DraftOptions = {
    layout,
    seed: random.int(1, 1_000_000),
    size: random.pick(['small', 'large', 'zero']),
    form: random.pick(['2021', '2021', '2021', '2019']),
  };
  const right = draft(options);
  let { text } = right;
  for (let left = random.int(1, 2); left > 0; left--) text = random.pick(CHANGES)(text, random);
  return { text, format: right.format, from: JSON.stringify({ ...options, layout: layout.name }) };
}
