import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readReport } from '../../server/src/index.ts';
import { COUNTIES } from '../../server/src/rules/peer/places.generated.ts';
import { reportDictionary } from '../../server/src/rules/text/dictionary/index.ts';
import { nearMisses } from '../../server/src/text/near-miss/near-miss.ts';
import { LONG_WORDS } from '../../server/src/text/near-miss/words.generated.ts';

const LENGTH = 1_000_000;

/** Right sentences in which a place and an ordinary word stand; each of the country's counties is put into them. */
const SENTENCES = [
  '2024年，PLACE人民政府办公室组织各乡镇、街道和县直各部门开展政务公开业务培训3期，参训人员186人次，培训后逐一测试。',
  'PLACE坚持先审查、后公开，对拟公开的信息逐条核对来源、数据和表述，涉及个人隐私的作去标识化处理后再发布。',
  '通过PLACE政府网站公开财政预决算、行政许可、行政处罚等信息，并在便民服务大厅摆放纸质资料，方便老年人查看。',
  'PLACE水利局、PLACE教育局联合公布汛期学校避险转移路线，逐户发放明白卡，村广播每日播报雨情、水情。',
  '对PLACE提出的申请，受理机构当日登记，经办科室三日内提出处理意见，法制机构审核后依法答复申请人。',
  'PLACE群众反映的道路照明、垃圾清运、停车收费等问题，由主管部门限期办结，结果在公示栏张贴。',
  '赴PLACE学习基层政务公开标准化规范化经验，梳理形成“一张清单、一套流程、一个窗口”的做法。',
  'PLACE公布水质检测结果，适时更新名录；畅通检察监督渠道，实行同一标准。WORD一词在文中照原样使用。',
];

const own = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|txt|html)$/.test(name))
    .flatMap((name) => readReport(readFileSync(`${folder}/${name}`, 'utf8')).prose.map(({ text }) => text));

function* rightText(): Iterable<string> {
  const corpus = process.env['NIANBAO_CORPUS'];
  if (corpus) {
    for (const line of readFileSync(`${corpus}/practice/cases.jsonl`, 'utf8').trim().split('\n')) {
      const { set, text } = JSON.parse(line) as { set: string; text: string | string[] };
      if (set === 'A') yield [text].flat().join('');
    }
  }
  yield* own('samples');
  const words = LONG_WORDS.split(/\s/);
  const places = COUNTIES.split(/\s/);
  for (let round = 0; round < SENTENCES.length * places.length; round++) {
    const place = places[round % places.length] ?? '';
    yield (SENTENCES[(round + Math.floor(round / places.length)) % SENTENCES.length] ?? '')
      .replaceAll('PLACE', place)
      .replace('WORD', words[round % words.length] ?? '');
  }
}

test('a million characters of right text raise no near miss', { timeout: 60_000 }, () => {
  const dictionary = reportDictionary();
  let length = 0;
  const found = new Set<string>();
  for (const text of rightText()) {
    length += text.length;
    for (const { start, end, phrase } of nearMisses(text, dictionary)) found.add(`${text.slice(start, end)}→${phrase}`);
    if (length > LENGTH) break;
  }
  expect(length).toBeGreaterThan(LENGTH);
  expect([...found]).toEqual([]);
});
