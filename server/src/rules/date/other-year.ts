/** Whether a sentence names another year than the report's rightly: as history, in a comparison, in a plan. */

/** Next to the year, behind its four digits. */
const LIST = /^\s?年度?\s?[、和与及至到—–～~-]\s?20\d\d|^\s?年[^，,。；;]{1,8}?、[本今次]年/;
const BEFORE = /^\s?年度?(?:及?以前|及?之前|前)/;
/** 2023年9月开通的视频号, 2023年底建成的专区: what came about on a day is told of as history. */
const DATED_THING = /^\s?年\s?(?:\d{1,2}\s?月|第?[一二三四]季度|[上下]半年|[底末初])[^，,。、；;：:]{1,12}?的/;
/** 2023年开工的3个项目. What is counted every year stays a statement: 2023年主动公开的政府信息共86条. */
const THING_OF_YEAR =
  /^\s?年度?(?![我本全各])[^，,。、；;：:]{1,8}?(?<!公开|收到|受理|新收|答复|处理|办理|办结|制发)的/;
const HONOUR = /^\s?年度?[，,]?\s?[^，,。；;\d]{0,12}?(?:获评|荣获|被评为|被授予)/;
/** 年度 and the name of a document; a verb between the two would make the year that of the deed. */
const documentOfYear = (kinds: string): RegExp =>
  new RegExp(
    `^\\s?年度?(?:(?!(?<!信息|政务|重点)公开|公布|发布|编制|制定|印发|更新|修订|梳理|组织|开展|完成|召开|举办|受理|收到|出台|调整|建立|推进|主动|累计|(?<!公)共|向)[^，,。、；;：:]){0,12}?(?:${kinds})`,
  );
/** A report on a year is published, and the year's work assessed, in the next one, and the plans for a year in the one before. */
const LOOKS_BACK = documentOfYear(
  '报告|决算|绩效(?:评价|自评)|公报|年鉴|白皮书|审计|考评|(?:考核|评估|评议)(?:结果|反馈|得分|排名|通报|中|发现)',
);
const LOOKS_AHEAD = documentOfYear('预算|清单|计划|要点|目录|方案|任务');
/** Reports are finished, checked and published in the first months of the next year. */
const WEEKS_OF_WRITING = /^\s?年\s?(?:[1-3]\s?月|初|元旦|春节)/;

const LOOK_AHEAD = 40;

/** @param rest what stands behind the year's four digits */
export function isOtherByPlace(rest: string, year: number, reportYear: number): boolean {
  const near = rest.slice(0, LOOK_AHEAD);
  if (LIST.test(near) || BEFORE.test(near) || DATED_THING.test(near) || THING_OF_YEAR.test(near)) return true;
  if (year < reportYear) return LOOKS_BACK.test(near) || HONOUR.test(near);
  return LOOKS_AHEAD.test(near) || (year === reportYear + 1 && WEEKS_OF_WRITING.test(near));
}

/** Plans, comparisons and history, with the characters that hold the same sign in other words left out. */
const OTHER_YEAR_IS_RIGHT =
  /下一步|计划|拟|明年|来年|下一年|下年度|预计|力争|今后|提前部署|逐年|相较|较\s?(?:上|去|前|往|同|之|以往|20\d\d)|[同环对相]比|(?<!占)比\s?(?:上|去|前|往|之|20\d\d)|(?<!网)上年|去年|上一年|往年|以来|连续|历年|近年|[年月日]度?起|自\s?20|至今|十[三四五六]五|(?<!资源[和与]?)规划(?!局|厅|委|和自然)|党代会|(?<!安)全会|施行|实施|(?:发布|制定)的|颁布|成立|结转/;
/** What this year took over from the last and hands to the next is part of this year's count. */
const CARRIED = /上一?年度?的?结转|结转(?:至|到|入)?下一?年度?(?:继续办理)?/g;
/** 将…纳入考核 takes an object; 将继续…, 将新建… is the future. */
const TAKES_OBJECT =
  /将(?!继续|进一步|持续|把|于|在|对|会|以|按)[^，,。；;将]{2,25}?(?:纳入|作为|列为|列入|融入|贯穿|摆[在上到]|放在)/g;

/** An enactment is history, unless the sentence counts the body's own work of the year. */
const ENACTED = /印发|修订/;
const ENACTED_BY_NAME = /(?:印发|修订)[^，,。；;]{0,12}《/;
const ENACTED_ABOVE = /(?:国务院|国家|中央|人大|[省市州县区]委|政府|办公厅)[^，,。；;]{0,10}(?:印发|修订)/;
const COUNTED_WORK =
  /(?:公开(?!工作|考核|评估)|公布|发布|收到|受理|制发|印发|制定|举办|召开|组织|开展|解读|办理|答复|更新|修订|新收)[^，,。；;、《》]{0,16}?\d\s?(?:余|多)?(?:条|件|次|份|个|期|篇|场|项)/;

export const countsWork = (sentence: string): boolean => COUNTED_WORK.test(sentence);

/** @param isPast the year is before the report's, so that no 将 can be meant for it */
export function isOtherBySentence(sentence: string, isPast: boolean): boolean {
  const said = sentence.replace(CARRIED, '');
  if (OTHER_YEAR_IS_RIGHT.test(said)) return true;
  if ((isPast ? said.replace(TAKES_OBJECT, '') : said).includes('将')) return true;
  return ENACTED.test(said) && (ENACTED_BY_NAME.test(said) || ENACTED_ABOVE.test(said) || !countsWork(said));
}
