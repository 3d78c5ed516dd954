import type { Span } from '../../text/span.ts';
import type { Heading } from '../report.ts';
import type { Lines } from './lines.ts';

/** A run of lines, both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** One such line is enough: no author of a report writes it. */
const STRONG =
  /版权所有|ICP备|公网安备|网站标识码|扫一扫|浏览(?:次数|量)\s?[:：]|点击(?:数|次数|量|率)\s?[:：]|阅读(?:次数|量)\s?[:：]|打印本[页文]|关闭(?:窗口|本页)|^上一[篇条]\s?[:：]|^下一[篇条]\s?[:：]|^(?:当前|您的?|你的?)(?:的|当前|所在|现在){0,3}位置\s?[:：]|^您现在的位置|^分享到?\s?[:：]|字[体号]\s?[:：]?\s?[[【(（]?\s?(?:大|小|默认)|^返回顶部$|^网站地图|^无障碍(?:阅读|浏览)?$|^长者(?:模式|版|助手)$|^首页\s?(?:[>›»／/|-]|>>)|^设为首页|^加入收藏|^友情链接\s?[:：]|^政府网站找错$|^(?:[您你]是)?(?:本站)?第\s?\d{1,12}\s?[位个]访[问客]|^(?:本站|本页|总|累计)?访问(?:量|人数|次数)\s?[:：]\s?\d/;

/** A clerk may write one of these himself; two or more at an edge are the web page's. */
const WEAK =
  /^(?:来源|信息来源|文章来源|发布(?:时间|日期|机构|单位|者)|发文(?:机关|日期|字号)|成文日期|生成日期|公开(?:日期|时间|方式|时限|范围)|更新(?:时间|日期)|索\s?引\s?号|主题(?:分类|词)|信息(?:分类|名称|索引|类别)|文\s?号|有效性|作者|(?:责任)?编辑|审核|名\s?称|主办(?:单位)?|承办(?:单位)?|协办(?:单位)?|技术支持|网站支持)\s?[:：]|^(?:打印|关闭|保存|收藏|分享|字号|首页|微信|微博|下载|返回|附件下载|相关(?:链接|阅读|文章|信息)|友情链接|网站导航|联系我们|关于我们|网站声明|隐私声明|我要纠错|政府网站找错)$|^[\u4e00-\u9fff（()）]{2,12}网站$/;

/** What a page's buttons say. Two of them side by side are no author's line: 打印 关闭, 【打印】【关闭】. */
const BUTTONS: ReadonlySet<string> = new Set(
  '打印 打印本页 关闭 关闭窗口 关闭本页 保存 收藏 分享 字号 大 中 小 默认 首页 网站首页 返回 返回首页 返回列表 返回顶部 下载 附件下载 微信 微博 关于我们 关于本站 联系我们 联系方式 网站声明 隐私声明 版权声明 法律声明 网站地图 网站导航 网站支持 友情链接 我要纠错 纠错 政府网站找错 无障碍 无障碍阅读 长者模式 设为首页 加入收藏 上一篇 下一篇 上一页 下一页 RSS'.split(
    ' ',
  ),
);
const BUTTON_MARKS = /[\s|｜/·【】[\]（）()]+/;

function isButtonRow(line: string): boolean {
  const names = line.split(BUTTON_MARKS).filter((name) => name !== '');
  return names.length >= 2 && names.every((name) => BUTTONS.has(name));
}

const LONGEST = 80;
/** A marker may have an unmarked line beside it: the value of 索引号 on a line of its own. */
const WIDEST_GAP = 2;
const SIGNATURE = /^(?:20|二)[\d〇零一二三四五六七八九十]{1,3}\s?年|(?:政府|委员会|办公室|局|委|办|厅|乡|镇)$/;

/**
 * What a web page put around the report: navigation, index tables, counters, 打印/关闭. Only at the edges: above the
 * first sentence or heading, and below the last line of the report.
 */
export function findBoilerplate(
  text: string,
  lines: Lines,
  headings: readonly { readonly line: number; readonly heading: Heading }[],
  title: Span | undefined,
): LineRange[] {
  const firstHeading = headings[0]?.line ?? 0;
  const lastHeading = headings.at(-1)?.line;
  if (lastHeading === undefined) return [];
  const isTitle = (index: number): boolean =>
    title !== undefined && lines.to(index) > title.start && lines.from(index) < title.end;
  const found: LineRange[] = [];
  const collect = (first: number, end: number, step: 1 | -1): void => {
    let marked = 0;
    let nearest = 0;
    let furthest = 0;
    let strong = false;
    let gap = 0;
    const close = (): void => {
      if (strong || marked >= 2) {
        found.push({ first: Math.min(nearest, furthest), last: Math.max(nearest, furthest) });
      }
      marked = 0;
      strong = false;
      gap = 0;
    };
    for (let index = first; index !== end; index += step) {
      if (lines.isEmpty(index)) continue;
      const length = lines.to(index) - lines.from(index);
      const raw = length <= LONGEST ? text.slice(lines.from(index), lines.to(index)) : '';
      const isStrong = STRONG.test(raw) || isButtonRow(raw);
      if (isStrong || WEAK.test(raw)) {
        if (marked++ === 0) nearest = index;
        furthest = index;
        strong ||= isStrong;
        gap = 0;
        continue;
      }
      if (isTitle(index)) close();
      else if (length > LONGEST || /[。；]/.test(raw)) break;
      else if (step < 0 && (marked === 0 || raw.includes('|') || SIGNATURE.test(raw.replace(/\s/g, '')))) break;
      else if (++gap > WIDEST_GAP) close();
    }
    close();
  };
  collect(0, firstHeading, 1);
  collect(lines.length - 1, lastHeading, -1);
  return found.sort((a, b) => a.first - b.first);
}
