import { describe, expect, test } from 'vitest';
import { reportDictionary } from '../../server/src/rules/text/dictionary/index.ts';
import { nearMisses } from '../../server/src/text/near-miss/near-miss.ts';

const found = (text: string): string[] =>
  nearMisses(text, reportDictionary()).map(({ start, end, phrase }) => `${text.slice(start, end)}→${phrase}`);

describe('what differs by one slip from what reports always say', () => {
  test.each([
    // One that sounds alike.
    ['收到行政复义2件。', '行政复义→行政复议'],
    ['栏目内容及时更心。', '及时更心→及时更新'],
    ['运营政务新煤体账号3个。', '政务新煤体→政务新媒体'],
    ['做好攻开工作。', '攻开→公开'],
    ['党的二十届四中全汇精神', '四中全汇→四中全会'],
    ['《中华人民共合国政府信息公开条例》', '中华人民共合国→中华人民共和国'],
    ['《中华人民共和国政府信息公开条列》', '中华人民共和国政府信息公开条列→中华人民共和国政府信息公开条例'],
    // A character that is lost, written twice or in the wrong order.
    ['畅通受理渠。', '受理渠→受理渠道'],
    ['加强政信息管理。', '政信息管理→政府信息管理'],
    ['政府信息公开工情况', '政府信息公开工→政府信息公开工作'],
    ['主要问题及改情况，另行说明。', '主要问题及改情况→主要问题及改进情况'],
    ['严格信息审核核制度。', '审核核→审核'],
    ['做好财政预决算公工作。', '财政预决算公→财政预决算公开'],
    ['完善受理渠，方便群众。', '受理渠→受理渠道'],
    ['依法保障公民知情全。', '公民知情全→公民知情权'],
    ['严格保密审察制度。', '保密审察→保密审查'],
    ['加大民生领或信息公开力度。', '领或信息公开→领域信息公开'],
    ['按照《条利》规定答复。', '条利→条例'],
    // One that looks alike, shares a part or is another altogether.
    ['完善政府信倩公开目录。', '政府信倩公开目录→政府信息公开目录'],
    ['严格信息宙核把关。', '信息宙核→信息审核'],
    ['规范代建设有序推进。', '规范代建设→规范化建设'],
    ['强化监督临管。', '临管→监管'],
    ['健仝工作机制。', '健仝→健全'],
    ['推进政府信息开公工作。', '政府信息开公→政府信息公开'],
  ])('%s', (text, miss) => {
    expect(found(text).join()).toContain(miss.slice(0, miss.indexOf('→')).slice(-3));
    expect(found(text).length).toBe(1);
  });

  test.each([
    // Real words that sound like one of a phrase.
    '开展水质检测，实行同一标准，适时更新名录。',
    '自觉接受检察机关监督，工作实绩突出。',
    '做好民生时事宣传，业务实务培训2期。',
    // Words that begin where another ends.
    '加强公路路政管理，公布燃气气源价格，会同同级部门开展检查。',
    '履行处罚决定，整合乡镇人民政府资源，执行地乡镇人民政府。',
    '建设电子信息平台，推行网上办、掌上办。',
    // Other bodies, rows and phrases that differ by more than a slip.
    '县级人民政府、乡级人民政府和同级人民政府',
    '公民、法人及其他组织，法人和其他组织，法人或其他组织',
    '行政处罚规定、行政处理决定、依法给予处罚',
    '人力资源和社会保障、住房和城乡建设、自然资源和规划等领域',
    // Another last character than the phrase’s, that makes a word too seldom to be known.
    '落实信息发布审签制度，执行信息发布审读、信息发布审签和信息发布审定程序，信息发布审签字迹清楚。',
    // What reads as whole without the last character of a longer phrase.
    '做到底数清、责任清、问题清，编辑初审、领导审，现场查、随机抽，申请数12件，发布数8条，渠道畅、内容准。',
    // Words too young for the list, and what speech doubles.
    '开展业务轮训，由业务股室初核，实实在在办事，某某单位、家家户户，主任任组长。',
    '申请所涉信息较多，发展和改革委会同有关部门研究，主要领域均已公开。',
    '公开部门预决算，把政策讲成家常话，把握不够准，举办食品品鉴活动，提升产品品质。',
    // Names.
    '建社村、公凯街、王建社',
    '纷纷扰扰、清清楚楚、事事有回音、件件有着落',
  ])('silent: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
