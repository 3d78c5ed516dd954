import type { Severity } from '../rule.ts';

/**
 * A slip that makes another real word, so that only the words beside it tell: 招聘启示 for 招聘启事. What is no word at
 * all is found by the dictionary of what such reports say.
 */
export interface Slip {
  /** A plain text that the pattern needs. */
  readonly cue: string;
  /** Left out: the cue itself. */
  readonly pattern?: RegExp;
  readonly to: string;
  readonly severity?: Severity;
}

const plain = (list: string): Slip[] =>
  list
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [cue = '', to = ''] = pair.split('→');
      return { cue, to };
    });

/** Words that are one another's slip, each with enough of its neighbours to be wrong wherever it stands. */
const CONFUSED = plain(`
  现行有效性文件→现行有效规范性文件 现行有效规范文件→现行有效规范性文件 帐号→账号 帐户→账户 台帐→台账 记帐→记账 布署→部署 通迅→通讯
  权利清单→权力清单 权利运行→权力运行 行政权利→行政权力 法制政府→法治政府 法制化营商环境→法治化营商环境 依法制国→依法治国
  反应强烈→反映强烈 反应的问题→反映的问题 群众反应→群众反映 网民反应→网民反映 如实反应→如实反映 迅速反映机制→迅速反应机制 快速反映机制→快速反应机制 应急反映→应急反应
  招聘启示→招聘启事 征集启示→征集启事 征文启示→征文启事 公正处→公证处 度过难关→渡过难关 必需公开→必须公开 必需按照→必须按照 必需经过→必须经过 生活必须品→生活必需品
  按步就班→按部就班 再接再励→再接再厉 一如继往→一如既往 责无旁待→责无旁贷 各行其事→各司其职
  内部事物信息→内部事务信息 政府事物→政府事务 公共事物→公共事务 机关事物→机关事务 退役军人事物→退役军人事务 政务事物→政务事务
  公式公告→公示公告 公告公式→公告公示 结果公式→结果公示 公式期→公示期 预期未答复→逾期未答复 预期不补正→逾期不补正 预期未补正→逾期未补正 预期答复→逾期答复 预期未缴→逾期未缴
  受到政府信息公开申请→收到政府信息公开申请 受到申请→收到申请 未受到政府信息→未收到政府信息 提前行政诉讼→提起行政诉讼 提起行政起诉→提起行政诉讼
  不端提升→不断提升 不端完善→不断完善 不端加强→不断加强 进一部→进一步 下一部工作→下一步工作 旅行职责→履行职责 交待工作→交代工作 座落→坐落 参予→参与 象社会→向社会
  不与公开→不予公开 不与处理→不予处理 不以公开→不予公开 予已公开→予以公开 与以公开→予以公开 与以答复→予以答复
  三审三较→三审三校 三审三效→三审三校 三审三叫→三审三校 三审三教→三审三校 错别子→错别字 错别自→错别字
`);

const WITH_CONTEXT: readonly Slip[] = [
  // 截止 names the end of a term (截止日期, 于…截止); up to a date is 截至.
  {
    cue: '截止',
    pattern: /截止(?:到|至)?(?=\s?(?:20\d\d\s?年|\d{1,2}\s?月\s?\d{1,2}\s?日|目前|年底|年末))/g,
    to: '截至',
  },
  {
    cue: '登陆',
    pattern: /登陆(?=[“《]?[\u4e00-\u9fff]{0,12}(?:网站|官网|平台|系统|门户|网页|账号|客户端|APP))/g,
    to: '登录',
  },
  // 做为民服务的表率 is 做 + 为民; 把公开做为推进…的抓手 is 作为.
  { cue: '做为', pattern: /(?<=^|[，。；、,;（(]|[把将][^，。；]{2,20})做为(?![民企群老人百大农村了])/g, to: '作为' },
  { cue: '对读', pattern: /(?<![校应针面核])对读(?=重大|政策|各项|重要|措施|文件)/g, to: '对' },
  { cue: '具办', pattern: /具办(?=人员|业务|科室|部门|单位)/g, to: '承办', severity: 'hint' },
  { cue: '部份', pattern: /部份/g, to: '部分', severity: 'hint' },
  { cue: '其它', pattern: /其它/g, to: '其他', severity: 'hint' },
  // 自己, 己方, 克己奉公 have it rightly; 己全部办结 is 已.
  {
    cue: '己',
    pattern: /(?<![自知律异克利舍一各彼为身体戊推贵损律])己(?!方|任|见|欲|身|所|有|亥|丑|卯|巳|未|酉|及人|饥|溺)/g,
    to: '已',
  },
  // 年末, 期末 and the like have it rightly; 末收到 is 未.
  {
    cue: '末',
    pattern:
      /(?<![年月周旬季期岁纪始本微粉毫之])末(?=收到|收取|发生|公开|经|能|及时|按|出现|涉及|产生|制定|制发|开展|建立|完成|办结|答复)/g,
    to: '未',
  },
  { cue: '尚末', to: '尚未' },
];

export const SLIPS: readonly Slip[] = [...CONFUSED, ...WITH_CONTEXT];
