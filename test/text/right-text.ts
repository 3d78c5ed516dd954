import { readdirSync, readFileSync } from 'node:fs';
import { areaList } from '@vant/area-data';
import { readReport } from '../../server/src/index.ts';
import { LONG_WORDS } from '../../server/src/text/near-miss/words.generated.ts';
import { RIGHT } from '../facts/claims/right.ts';
import { RIGHT_ELSEWHERE } from '../facts/claims/right-elsewhere.ts';
import { filled } from '../facts/claims/sample.ts';
import { BIND_NOTHING, BINDS } from '../facts/claims/sentences.ts';
import { draft } from '../support/draft.ts';
import { ISSUERS } from '../support/issuers.ts';

const root = new URL('../../', import.meta.url).pathname;

const filesIn = (folder: string, name: RegExp): string[] =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => readFileSync(`${root}${folder}/${file}`, 'utf8'));

/** A page without what it shows as wrong, quotes and marks as code. */
const proseOf = (page: string): string =>
  page
    .replace(/```(?:draft 错误|json|html|ts|sh|text)[\s\S]*?```/g, '')
    .replace(/“[^”\n]{0,80}”|`[^`\n]*`|→[^，。；\n]*/g, '');

/** The Chinese prose of this repository and of the packages that it is built with. */
function* pages(): Iterable<string> {
  for (const page of filesIn('docs', /\.md$/)) yield proseOf(page);
  for (const name of ['README.md', 'CHANGELOG.md', 'SECURITY.md', 'CONTRIBUTING.md'])
    yield proseOf(readFileSync(`${root}${name}`, 'utf8'));
  for (const name of ['@biomejs/biome/README.zh-CN.md', 'opencc-js/README-zh-CN.md', 'axe-core/locales/zh_CN.json'])
    yield readFileSync(`${root}node_modules/${name}`, 'utf8');
}

/** Whole reports: the samples, and drafts of many bodies and numbers. */
function* reports(): Iterable<string> {
  for (const text of filesIn('samples', /\.(?:md|txt|html)$/)) yield* readReport(text).prose.map((each) => each.text);
  for (const [index, issuer] of ISSUERS.entries()) {
    for (const size of ['zero', 'small', 'large'] as const) {
      yield* readReport(draft({ issuer, size, seed: 100 + index }).text).prose.map(({ text }) => text);
    }
  }
}

/** Right sentences of the tests and, where it is there, of the practice set. */
function sentences(): string[] {
  const own = [...RIGHT, ...RIGHT_ELSEWHERE, ...BINDS, ...BIND_NOTHING].flatMap((group) => group.sentences);
  const corpus = process.env.NIANBAO_CORPUS;
  const practice = corpus
    ? readFileSync(`${corpus}/practice/cases.jsonl`, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { set: string; text: string | string[] })
        .filter(({ set }) => set === 'A')
        .map(({ text }) => [text].flat().join(''))
    : [];
  return [...own.map((sentence) => filled(sentence)), ...PLACED, ...practice];
}

/** Sentences in which the place stands beside ordinary words, and any long word of the language. */
const PLACED = [
  '青溪县坚持先审查、后公开，对拟公开的信息逐条核对来源、数据和表述，涉及个人隐私的作去标识化处理后再发布。',
  '通过青溪县政府网站公开财政预决算、行政许可、行政处罚等信息，并在便民服务大厅摆放纸质资料，方便老年人查看。',
  '青溪县水利局、青溪县教育局联合公布汛期学校避险转移路线，逐户发放明白卡，村广播每日播报雨情、水情。',
  '对青溪县提出的申请，受理机构当日登记，经办科室三日内提出处理意见，法制机构审核后依法答复申请人。',
  '青溪县群众反映的道路照明、垃圾清运、停车收费等问题，由主管部门限期办结，结果在公示栏张贴。',
  '赴青溪县学习基层政务公开标准化规范化经验，梳理形成“一张清单、一套流程、一个窗口”的做法。',
  '青溪县公布水质检测结果，适时更新名录；畅通检察监督渠道，实行同一标准。WORD一词在文中照原样使用。',
];

/** Text in which nothing is misspelt, without an end: each of some hundred sentences with each of the country's counties. */
export function* rightText(): Iterable<string> {
  yield* pages();
  yield* reports();
  const all = sentences();
  const words = LONG_WORDS.split(/\s/);
  const places = [...new Set(Object.values(areaList.county_list))].filter((name) => /^[\u4e00-\u9fff]{2,}$/.test(name));
  for (let round = 0; ; round++) {
    const place = places[(round * 7) % places.length] ?? '';
    yield (all[round % all.length] ?? '')
      .replaceAll('青溪县', place)
      .replace('WORD', words[round % words.length] ?? '');
  }
}
