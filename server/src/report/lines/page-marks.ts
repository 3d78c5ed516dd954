/** The words that identify a web page's own lines. */

/** One such line is enough: no author of a report writes it. */
const STRONG =
  /版权所有|ICP备|公网安备|网站标识码|备案[号序]|扫一扫|浏览(?:次数|量)?\s?[:：]|点击(?:数|次数|量|率)?\s?[:：]|阅读(?:次数|量)\s?[:：]|打印本[页文]|关闭(?:窗口|本页)|^上一[篇条]\s?[:：]|^下一[篇条]\s?[:：]|^(?:当前|您的?|你的?)(?:的|当前|所在|现在){0,3}位置\s?[:：]|^您现在的位置|^分享(?:到?\s?[:：]|到)|字[体号]\s?[:：]?\s?[[【(（]?\s?(?:大|小|默认)|^返回顶部$|^网站地图|^无障碍(?:阅读|浏览)?$|^长者(?:模式|版|助手)$|^首页\s?(?:[>›»／/|-]|>>)|^设为首页|^加入收藏|^友情链接\s?[:：]|^政府网站找错$|^(?:[您你]是)?(?:本站)?第\s?\d{1,12}\s?[位个]访[问客]|^(?:本站|本页|总|累计)?访问(?:量|人数|次数)\s?[:：]\s?\d|^(?:繁體|繁体|简体)(?:版|中文)?$|^热(?:搜词?|门搜索)\s?[:：]|^建议使用.{0,40}(?:浏览|分辨率)|All\s?Rights\s?Reserved|^Copyright/i;

/** A clerk may write one of these himself; two or more at an edge are the web page's. */
const WEAK =
  /^(?:来源|信息来源|文章来源|发布(?:时间|日期|机构|单位|者)|发文(?:机关|日期|字号)|成文日期|生成日期|公开(?:日期|时间|方式|时限|范围)|更新(?:时间|日期)|索\s?引\s?号|主题(?:分类|词)|信息(?:分类|名称|索引|类别)|文\s?号|有效性|作者|(?:责任)?编辑|审核|名\s?称|主办(?:单位)?|承办(?:单位)?|协办(?:单位)?|技术支持|网站支持)\s?[:：\t|]|^[\u4e00-\u9fff（()）]{2,12}网站$|^\d{4}-\d{1,2}-\d{1,2}(?:\s\d{1,2}:\d\d(?::\d\d)?)?(?:\s来源\s?[:：].{0,20})?$/;

const wordsOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** The words on a page's buttons. Two of them side by side are no author's line: 打印 关闭, 【打印】【关闭】. */
const BUTTONS = wordsOf(`
  打印 打印本页 关闭 关闭窗口 关闭本页 保存 收藏 分享 字号 大 中 小 默认 首页 网站首页 返回 返回首页 返回列表 返回顶部 下载 附件下载
  微信 微博 QQ空间 关于我们 关于本站 联系我们 联系方式 网站声明 隐私声明 版权声明 法律声明 网站地图 网站导航 网站支持 友情链接
  我要纠错 纠错 政府网站找错 无障碍 无障碍阅读 长者模式 设为首页 加入收藏 上一篇 下一篇 上一页 下一页 RSS 登录 注册 搜索
  站点地图 English
`);

/** The columns of a government site's navigation. */
const COLUMNS = wordsOf(`
  要闻动态 政务公开 政务服务 政民互动 互动交流 公众参与 办事服务 办事指南 网上办事 在线服务 信息公开 政府信息公开 机构概况
  机构设置 机构职能 组织机构 领导之窗 通知公告 新闻中心 政策法规 政策文件 专题专栏 数据开放 公开指南 公开制度 公开目录
  公开年报 政府信息公开指南 政府信息公开制度 政府信息公开目录 政府信息公开年报 法定主动公开内容 依申请公开 重点领域信息公开
  相关链接 相关阅读 相关文章 相关信息 相关附件 相关新闻 网站声明 最新公开 热点专题
`);

const BUTTON_MARKS = /[\s|｜/·【】[\]（）()]+/;

function isButtonRow(line: string): boolean {
  const names = line.split(BUTTON_MARKS).filter((name) => name !== '');
  return names.length >= 2 && names.every((name) => BUTTONS.has(name) || COLUMNS.has(name));
}

/** Whole sentences of a page about itself: 未经授权禁止转载。 beside 版权所有. */
export const isPageSentence = (line: string): boolean =>
  /版权所有|ICP备|公网安备|网站标识码|^建议使用.{0,40}(?:浏览|分辨率)|All\s?Rights\s?Reserved/i.test(line);

export const isStrongMark = (line: string): boolean => STRONG.test(line) || isButtonRow(line);

export const isWeakMark = (line: string): boolean => WEAK.test(line) || BUTTONS.has(line) || COLUMNS.has(line);
