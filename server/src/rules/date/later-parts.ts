import { type Hit, hitsOf, search } from '../../facts/search/search.ts';
import type { Report } from '../../report/report.ts';
import { before, isQuoted, sentenceOf } from '../support/wording.ts';

/** A plan that is dated: 2025年，我局将进一步…. 将政务公开纳入考核 takes an object and is no plan. */
const PLAN = search(
  /(20\d\d)(?<=(?:^|[。；;！!：:，,）)])\s?\1)\s?年度?[，,]?\s?(?:(?:[我本全][局委办厅部省市州县区旗镇乡院所]|街道|我街道|本?单位|本?机关)(?:全体|各科室)?)?\s?(?:将|拟|计划)(?:继续|进一步|持续|重点|着力|认真|不断|切实|严格|从以下|从[一二两三四五六]个?方面|围绕|按照|坚持|以|在|不断|积极|加强|加大|强化|深化)/g,
);
/** Section five looks back on the year, section six tells of its fees. */
const LOOKS_BACK = search(
  /(20\d\d)(?<=(?:^|[。；;！!：:，,）)])\s?\1)\s?年度?[，,]?\s?(?:(?:[我本全][局委办厅部省市州县区旗镇乡院所]|街道|我街道|本?单位|本?机关|政府信息公开)[^。；;]{0,12}?)?(?:政府信息公开工作(?:虽|取得|还|仍|存在)|虽然?取得|取得了一定|仍?存在|发出收费通知|(?:未|没有|共)?收取(?:任何)?(?:政府信息公开)?(?:信息处理费|费用)|未产生(?:信息处理费|费用))/g,
);
/** What the year before was found to lack, and what came of it, is told rightly. */
const OF_EARLIER = /针对|整改|上年|去年|对照|反馈|通报|较|同比|相比|之前|以来|连续/;

interface LaterYear {
  readonly hit: Hit;
  readonly found: number;
  readonly wanted: number;
}

/** Plans dated in the report year or before, and looks back dated in another year than the report's. */
export function* laterYears(report: Report, year: number): Iterable<LaterYear> {
  for (const hit of hitsOf(report, PLAN)) {
    const found = Number(hit.groups[0]);
    const isOld = found === year || found === year - 1;
    if (hit.paragraph.section === 5 && isOld && !isQuoted(hit)) yield { hit, found, wanted: year + 1 };
  }
  for (const hit of hitsOf(report, LOOKS_BACK)) {
    const found = Number(hit.groups[0]);
    const isNear = found !== year && Math.abs(found - year) <= 3 && hit.paragraph.section >= 5;
    if (isNear && !isQuoted(hit) && !OF_EARLIER.test(sentenceOf(hit)) && !/对$/.test(before(hit, 1)))
      yield { hit, found, wanted: year };
  }
}
