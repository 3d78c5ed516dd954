import { lazily } from '../lazily.ts';

/**
 * Words that sound like another and are right beside the same neighbours: 检察 is no slip for 检查, nor 适时更新 for
 * 实时更新. What is written, then what is not meant.
 */
const PAIRS = `
检察检查 即时及时 其它其他 只能职能 智能职能 形势形式 同一统一 国界国家 整治政治 法制法治 法治法制 检测监测 受到收到 权利权力
交纳缴纳 医务义务 递交提交 接受接收 接收接受 接手接受 适时实时 实施实时 时时实时 实绩实际 助理处理 学系学习 终点重点 型式形式
形似形式 意志意识 部属部署 制导指导 登机登记 指责职责 紫金资金 时务事务 实务事务 重心中心 中信中心 支行执行 直行执行 联机联系
实业事业 失业事业 各式格式 帐号账号 人士人事 其中集中 治标指标 评介评价 纪录记录 影像影响 参预参与 热电热点 作好做好 作到做到
累积累计 做出作出 适用使用 试用使用 实用使用 施用使用 食用使用 时效实效 失效实效 失效时效 实效时效 实效失效 时效失效 自主自助
资助自助 多重多种 文华文化 征得征地 认知认识 有利有力 有理有力 互连互联 公议公益 承保承包 寄予给予 给与给予 主体主题 主题主体
指定制定 专任专人 时事实事 督察督查 报导报道 作法做法 一经已经 响应相应 标志标识 标示标识 执业职业 省级升级 合理合力 巡察巡查
先期限期 人材人才 企盼期盼 企望期望 已然依然 截止截至 财物财务 教务校务 所述所属 意愿意见 公立公开 化解解读 平价评价
减持坚持 实行施行 试行施行 以下一下 议事一事 积分计分 名城名称 名医名义 本性本行 市长市场 使用施用 公园公员 校区小区 在线再现
全力权力 合一核议 分期分级 时代世代 世代时代 征收征受 事件时间 时间事件 会计汇集 物理物力 定型定形 定性定形 一事议事 自身自信
情形情型 基金基准 中心忠心 建账建章
`;

const pairs = lazily((): ReadonlySet<string> => new Set(PAIRS.trim().split(/\s+/)));

/**
 * @param place of the character that differs
 * @param meant what would stand there
 */
export function isRightWord(text: string, place: number, meant: string): boolean {
  const written = text.charAt(place);
  const [before, behind] = [text.charAt(place - 1), text.charAt(place + 1)];
  return pairs().has(before + written + before + meant) || pairs().has(written + behind + meant + behind);
}
