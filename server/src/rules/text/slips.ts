import type { Severity } from '../rule.ts';

/** A known slip. Only what is wrong wherever the pattern matches may stand here: there is no statistical speller. */
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

/** Missing, swapped and mistyped characters in the words of this report. */
const OF_THE_REPORT = plain(`
  政府息公开→政府信息公开 政府信公开→政府信息公开 政府信息公工→政府信息公开工 政府信息开公→政府信息公开
  政府信息公开开展情况况→政府信息公开开展情况 政府信息公开公作→政府信息公开工作 政府信息工开→政府信息公开
  政府信息公天→政府信息公开 政俯信息→政府信息 政务公工→政务公开工 主动工开→主动公开 主动公天→主动公开
  依申公开→依申请公开 依申请工开→依申请公开 依申请公天→依申请公开 年度报报告→年度报告 年度报告告→年度报告
  勾嵇→勾稽 公开条列→公开条例 行政复意→行政复议 行政诉颂→行政诉讼 行政诉松→行政诉讼 规范性文见→规范性文件
  规犯性文件→规范性文件 行政许克→行政许可 行政处罚罚→行政处罚 信息处理废→信息处理费
  现行有效性文件→现行有效规范性文件 现行有效规范文件→现行有效规范性文件
`);

/** Confusions of office prose. */
const OF_OFFICE_PROSE = plain(`
  帐号→账号 帐户→账户 台帐→台账 记帐→记账 布署→部署 通迅→通讯 政策解度→政策解读 网络安权→网络安全
  责任追纠→责任追究 监督保章→监督保障 建建立→建立 完善善→完善 及时性性→及时性 进一步步→进一步 不段提升→不断提升
  不段完善→不断完善 不段加强→不断加强 职则分工→职责分工 履行职则→履行职责 政府网占→政府网站 门户网占→门户网站
  微信公从号→微信公众号 微信公众好→微信公众号 广范听取→广泛听取 严格把观→严格把关 迅速反映机制→迅速反应机制
`);

const WITH_CONTEXT: readonly Slip[] = [
  // 信息公工作: 开 is missing.
  { cue: '信息公工', pattern: /(?<!府)信息公工/g, to: '信息公开工' },
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
  // 做为民服务的表率 is 做 + 为民.
  { cue: '做为', pattern: /(?<=^|[，。；、,;（(])做为(?![民企群老人百大农村了])/g, to: '作为' },
  { cue: '对读', pattern: /(?<![校应针面核])对读(?=重大|政策|各项|重要|措施|文件)/g, to: '对' },
  { cue: '具办', pattern: /具办(?=人员|业务|科室|部门|单位)/g, to: '承办', severity: 'hint' },
  { cue: '部份', pattern: /部份/g, to: '部分', severity: 'hint' },
  { cue: '其它', pattern: /其它/g, to: '其他', severity: 'hint' },
];

export const SLIPS: readonly Slip[] = [...OF_THE_REPORT, ...OF_OFFICE_PROSE, ...WITH_CONTEXT];
