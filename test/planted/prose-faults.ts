import { type Fault, say } from './fault.ts';

/** The five aspects without a number of requests. */
const ASPECTS: readonly string[] = [
  '（一）主动公开。公开及时。',
  '（二）依申请公开。答复规范。',
  '（三）政府信息管理。审查严格。',
  '（四）政府信息公开平台建设。专栏完善。',
  '（五）监督保障。培训经常。',
];

const consistency: readonly Fault[] = [
  {
    name: 'another number of requests in the text',
    rule: 'consistency/text-vs-table',
    plant: say(1, '据统计，全年新收政府信息公开申请99871件。'),
    at: { words: '99871' },
  },
  {
    name: 'no requests in the text',
    rule: 'consistency/zero-claim',
    plant: () => ({ prose: { overview: [...ASPECTS, '全年未收到政府信息公开申请。'] } }),
    at: { words: '未收到政府信息公开申请' },
  },
  {
    name: 'parts above the whole',
    rule: 'consistency/parts-sum',
    plant: say(1, '举办活动共计26场，其中街道11场，社区12场，学校8场。'),
    at: { words: '26场' },
  },
  {
    name: 'a share of other numbers',
    rule: 'consistency/percent',
    plant: say(1, '举办活动共计40场，其中街道10场，占75%，社区30场。'),
    at: { words: '75' },
  },
  {
    name: 'four announced, three named',
    rule: 'consistency/announced-count',
    plant: () => ({
      prose: {
        problems: ['存在问题：公开不够及时。', '今后从以下4个方面改进：一是加强学习；二是按时更新；三是回应关切。'],
      },
    }),
    at: { words: '以下4个方面' },
  },
  {
    name: 'a fee that the table does not know',
    rule: 'consistency/fee-vs-table',
    plant: () => ({ cells: { 'proactive/fees/amount': '0' }, prose: { other: ['本年度收取信息处理费400元。'] } }),
    at: { words: '400元' },
  },
];

const dates: readonly Fault[] = [
  {
    name: 'last year’s title',
    rule: 'date/wrong-year',
    plant: ({ issuer }) => ({ title: [`${issuer.name}2023年政府信息公开工作年度报告`] }),
    at: { words: '2023' },
  },
  {
    name: 'last year’s sentence',
    rule: 'date/wrong-year',
    plant: say(1, '2023年，共发布工作动态35条。'),
    at: { words: '2023年' },
  },
  {
    name: 'a period without its last word',
    rule: 'date/period',
    plant: () => ({ prose: { preface: ['本报告所列数据的统计期限自2024年1月1日起至2024年12月31止。'] } }),
    at: { words: '2024年12月31止' },
  },
  {
    name: 'a period of eleven months',
    rule: 'date/period',
    plant: () => ({ prose: { preface: ['本报告所列数据的统计期限自2024年1月1日起至2024年11月30日止。'] } }),
    at: { words: '2024年11月30日' },
  },
  {
    name: 'a day that no calendar has',
    rule: 'date/impossible',
    plant: say(1, '2024年2月30日举办开放日活动。'),
    at: { words: '2月30日' },
  },
  {
    name: 'a late report',
    rule: 'date/after-deadline',
    plant: ({ issuer }) => ({ prose: { signOff: [issuer.name, '2025年2月20日'] } }),
    at: { words: '2025年2月20日' },
  },
  {
    name: 'a report before its year was over',
    rule: 'date/before-period-end',
    plant: ({ issuer }) => ({ prose: { signOff: [issuer.name, '2024年12月20日'] } }),
    at: { words: '2024年12月20日' },
  },
];

const wording: readonly Fault[] = [
  {
    name: 'a foreign word',
    rule: 'text/untranslated',
    plant: say(5, '持续完善各项制度和workflows，提高质量。'),
    at: { words: 'workflows' },
  },
  {
    name: 'a number never filled in',
    rule: 'text/placeholder',
    plant: say(1, '全年发布工作动态XX条。'),
    at: { words: 'XX' },
  },
  {
    name: 'two words to choose from',
    rule: 'text/template-residue',
    plant: say(5, '督促各科(处)室按时更新。'),
    at: { words: '科(处)室' },
  },
  {
    name: 'the website’s navigation',
    rule: 'text/web-boilerplate',
    plant: () => ({ prose: { signOff: ['打印本页', '关闭窗口', '国务院部门网站', '地方政府网站'] } }),
    at: { words: '打印本页' },
  },
  { name: 'garbled characters', rule: 'text/mojibake', plant: say(1, '加强锟斤拷队伍建设。'), at: { words: '锟斤拷' } },
  {
    name: 'a character lost',
    rule: 'text/typo',
    plant: say(1, '扎实推进政府息公开各项任务。'),
    at: { words: '政府息公开' },
  },
  {
    name: 'a word twice',
    rule: 'text/duplicated-word',
    plant: say(1, '及时更新群众关心的的信息。'),
    at: { words: '的的' },
  },
  {
    name: 'marks of a writing machine',
    rule: 'text/generic-prose',
    plant: say(5, '以下是为您整理的改进措施。'),
    at: { words: '以下是' },
  },
];

const terms: readonly Fault[] = [
  {
    name: 'the old order of the regulations',
    rule: 'term/old-decree',
    plant: say(1, '严格执行《中华人民共和国政府信息公开条例》（国务院令第492号）。'),
    at: { words: '492' },
  },
  {
    name: 'an order without 第',
    rule: 'term/decree-number',
    plant: say(1, '学习《政府信息公开条例》（国务院令711号）。'),
    at: { words: '国务院令711号' },
  },
  {
    name: 'the slogan of 2007',
    rule: 'term/outdated-law',
    plant: say(1, '坚持以公开为原则、不公开为例外。'),
    at: { words: '以公开为原则' },
  },
  {
    name: 'a garbled document number',
    rule: 'term/document-number-fact',
    plant: say(6, '依据《政府信息公开信息处理费管理办法》（国办函〔2021〕109号）执行。'),
    at: { words: '2021〕109号' },
  },
];

const punctuation: readonly Fault[] = [
  {
    name: 'square brackets in a document number',
    rule: 'punct/docnum-bracket',
    plant: say(6, '按照国办函[2020]109号文件执行。'),
    at: { words: '国办函[2020]109号' },
  },
  { name: 'a mark too many', rule: 'punct/stray-mark', plant: say(1, '公开内容更加丰富，。'), at: { words: '，。' } },
  {
    name: 'a bracket that never closes',
    rule: 'punct/unbalanced',
    plant: say(1, '举办开放日活动（含线上活动若干场。'),
    at: { words: '（含线上' },
  },
  {
    name: 'a paragraph that ends in a comma',
    rule: 'punct/paragraph-end',
    plant: say(5, '持续提升公开质量和服务水平，'),
    at: { words: '服务水平，' },
  },
  {
    name: '二是 twice',
    rule: 'numbering/duplicate',
    plant: say(5, '同时，一是加强学习。二是按时更新。二是回应关切。'),
    at: { words: '二是回应关切' },
  },
  {
    name: '二是 without 一是',
    rule: 'numbering/missing-first',
    plant: say(1, '及时调整清单。二是落实制度。三是规范行为。'),
    at: { words: '二是落实制度' },
  },
];

const privacy: readonly Fault[] = [
  {
    name: 'an identity number',
    rule: 'privacy/id-number',
    plant: say(1, '申请人身份证号11010519491231002X。'),
    at: { words: '11010519491231002X' },
  },
  {
    name: 'a mobile number beside a name',
    rule: 'privacy/mobile',
    plant: say(1, '联系申请人李某某（手机13800138000）核实情况。'),
    at: { words: '13800138000' },
  },
  {
    name: 'another body’s name',
    rule: 'peer/foreign-agency-name',
    plant: () => ({ prose: { overview: ['2024年，青溪县林业局严格落实公开要求，公开工作取得进展。', ...ASPECTS] } }),
    at: { words: '青溪县林业局' },
  },
];

export const PROSE_FAULTS: readonly Fault[] = [
  ...consistency,
  ...dates,
  ...wording,
  ...terms,
  ...punctuation,
  ...privacy,
];
