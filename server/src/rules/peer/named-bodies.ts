import { type Found, search } from '../../facts/search/search.ts';
import { isMasked, masksIn } from '../../report/prose/masks.ts';
import { sentencesIn } from '../../report/prose/sentences.ts';
import type { ProseContent } from '../../report/report.ts';

const NAME =
  '[\\u4e00-\\u9fff]{2,12}?(?:省|市|州|盟|县|旗|区|镇|乡|街道)[\\u4e00-\\u9fff]{0,16}?(?:人民政府|街道办事处|委员会|办公室|局|厅|委|办)';
/** What a report says of its own body; of another body it would say what that body did to this one. */
const OWN_WORK =
  '(?=[，,]|严格|认真|坚持|按照|深入|积极|始终|全面|高度|紧紧|围绕|通过|主动|共|未|没有|依法|收到|受理|新收|接到|办结|聚焦|紧扣|立足|结合|充分|着力|大力|落实|贯彻|切实|不断|持续|进一步|扎实|根据|在|全年|累计|政府信息公开|政务公开)';
/** 2024年，青溪县水利局认真… at the head of a sentence. */
const LEAD = new RegExp(
  `^(?:[（(]\\s?[一二三四五]\\s?[）)][^。，,]{2,12}[。：:]?)?(?:20\\d\\d\\s?年(?:度|全年)?[，,]?\\s?)(${NAME})${OWN_WORK}`,
);
/** The preface and section five name whose report it is. */
const TITLE_IN_PREFACE = new RegExp(
  `(?:现将|发布|公布|编制|《)(${NAME})20\\d\\d年(?:度)?政府信息公开(?:工作)?(?:年度)?(?:工作)?报告`,
);
/** What only the body that reports would tell of itself, so that no year is needed before the name. */
const OWN_DEED =
  '(?=高度重视|全年|认真(?:贯彻|落实)|严格(?:按照|落实|执行)|深入贯彻|(?:共|累计|新)?(?:收到|受理|接到|办结)[^，。；]{0,12}申请|(?:共|累计)?主动公开(?:各类)?(?:政府)?信息|以[^，。；]{1,16}为(?:目标|抓手|重点|导向|契机|核心|主线)|(?:持续|全面|深入|扎实|积极|不断)?(?:推进|加强|完善|健全|优化|规范)(?:基层)?(?:政府信息公开|政务公开|信息公开|依申请公开))';
const DEED =
  /[局委厅府处][^，。；]{0,2}(?:高度重视|全年|认真|严格|深入|收到|受理|新收|接到|办结|主动公开|以|持续|全面|扎实|积极|不断|推进|加强|完善|健全|优化|规范)/;
const DEED_LEAD = new RegExp(`^(?:[（(]\\s?[一二三四五]\\s?[）)][^。，,]{2,12}[。：:]?)?(${NAME})${OWN_DEED}`);
/** A place whose government's website the report tells of as its own: 禾原县人民政府门户网站由我局维护. */
const SITE =
  /(?<=^|[。；，、：按照据在由过托]|情况。)((?:(?![按照据在由过托])[\u4e00-\u9fff]){2,4}(?:县|区|市|旗))(?:人民)?政府(?:门户)?网站(?=由我[局委厅办镇乡]|运行|平稳|全年|共?发布)/;
/** A place whose committee or government leads the body that reports: 按照禾原县委、县政府统一部署. */
const LEADERS =
  /(?<=^|[。；，、：按照据在])((?:(?![按照据在由过托])[\u4e00-\u9fff]){2,4}(?:县|区|市|旗))(?:委、[县区市旗](?:人民)?政府|委|(?:人民)?政府)(?=(?:关于)?[^，。；]{0,12}(?:统一部署|统一要求|工作要求|部署要求|坚强领导|正确领导|统一领导))/;
const SITE_OF_GOVERNMENT = /政府(?:门户)?网站/;
const LED = /部署|要求|领导/;
const REPORT_TITLE = /年度?政府信息公开/;
const SHORTCOMINGS = new RegExp(`^(?:20\\d\\d\\s?年[，,]?\\s?)?(${NAME})政府信息公开工作(?:虽|还|仍|在|存在|取得)`);
/** A body that was renamed, or that is named beside this one. */
const RELATED = /[（(]原|原名|原为|现为|更名|挂牌|划转|联合|会同|牵头|配合/;

/** What may begin a sentence that LEAD matches. */
const LEAD_BEGINS = new Set('2（(');
/** How far into it the year may stand. */
const LONGEST_LEAD = 24;
const WORK_FALLS_SHORT = /政府信息公开工作[虽还仍在存取]/;

/** Whom a reader is to turn to about the report. */
const CONTACT = new RegExp(
  `(?:请与|可与|联系|咨询|致电|向)(${NAME})[\\u4e00-\\u9fff]{0,12}(?:联系|咨询|反映|[（(](?:地址|电话|联系))`,
);
const ABOUT_REPORT = /本(?:年度)?报告|年报|报告内容|任何疑问|如有疑[问义]|如需(?:了解|查阅|咨询)/;

export type NamePlace = 'preface' | 'lead' | 'deed' | 'shortcomings' | 'contact' | 'site';

/** A body that is named where the issuer is meant, in offsets of its paragraph. */
export interface NameAt extends Found {
  readonly place: NamePlace;
  readonly name: string;
}

/** Another body and this one, or one under two names. */
const isOfBoth = (sentence: string): boolean => RELATED.test(sentence) || /[我本][局委办厅镇乡县市区]/.test(sentence);

/** The name that a pattern caught, with the pattern's text beginning at an offset of the paragraph. */
function caught(content: ProseContent, place: NamePlace, offset: number, match: RegExpExecArray | null): NameAt[] {
  const name = match?.[1];
  if (!match || !name) return [];
  const start = offset + match.index + match[0].indexOf(name);
  const end = start + name.length;
  return place === 'preface' || !isMasked(masksIn(content), start, end) ? [{ place, name, start, end }] : [];
}

/** Places where a report names its own body. */
export const NAMES = search(namesIn, { from: ['20', WORK_FALLS_SHORT, ABOUT_REPORT, DEED, SITE_OF_GOVERNMENT, LED] });

function namesIn(content: ProseContent): NameAt[] {
  return [...namesAnywhere(content), ...namesOfDeeds(content), ...namesOfWork(content)];
}

function namesAnywhere(content: ProseContent): NameAt[] {
  const { text } = content;
  const find = (place: NamePlace, needed: RegExp, pattern: RegExp): NameAt[] =>
    needed.test(text) ? caught(content, place, 0, pattern.exec(text)) : [];
  return [
    ...find('preface', REPORT_TITLE, TITLE_IN_PREFACE),
    ...find('contact', ABOUT_REPORT, CONTACT),
    ...find('site', SITE_OF_GOVERNMENT, SITE),
    ...find('site', LED, LEADERS),
  ];
}

/** At the head of sentences that tell what only the issuer would tell of itself. */
function namesOfDeeds(content: ProseContent): NameAt[] {
  if (!DEED.test(content.text)) return [];
  return sentencesIn(content).flatMap(({ start, end }): NameAt[] => {
    const sentence = content.text.slice(start, end);
    const deed = DEED_LEAD.exec(sentence);
    return deed && !isOfBoth(sentence) ? caught(content, 'deed', start, deed) : [];
  });
}

/** At the head of sentences that begin with the year, or that tell where the work falls short. */
function namesOfWork(content: ProseContent): NameAt[] {
  const { text } = content;
  const tellsShortcomings = WORK_FALLS_SHORT.test(text);
  if (!tellsShortcomings && !text.includes('20')) return [];
  return sentencesIn(content).flatMap(({ start, end }): NameAt[] => {
    const leads = mayLead(text, start);
    if (!leads && !tellsShortcomings) return [];
    const sentence = text.slice(start, end);
    const lead = leads ? LEAD.exec(sentence) : null;
    const shortcomings = tellsShortcomings ? SHORTCOMINGS.exec(sentence) : null;
    if (!(lead || shortcomings) || isOfBoth(sentence)) return [];
    return [...caught(content, 'lead', start, lead), ...caught(content, 'shortcomings', start, shortcomings)];
  });
}

/** Whether a year may stand at the head of a sentence, so that most sentences need not be tried. */
function mayLead(text: string, start: number): boolean {
  if (!LEAD_BEGINS.has(text.charAt(start))) return false;
  const year = text.slice(start, start + LONGEST_LEAD + 1).indexOf('20');
  return year >= 0 && year < LONGEST_LEAD;
}
