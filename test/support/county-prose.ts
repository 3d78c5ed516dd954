import type { DraftProse } from './prose.ts';
import type { Random } from './random.ts';

/** Prose of a body's report that differs from body to body and from year to year, as that of different writers does. */

/** What a body works on: two of these stand in its sentences, and no other body of the county has them. */
const TOPICS = [
  ['河道治理', '灌区改造'],
  ['学区划分', '校园供餐'],
  ['救助审批', '养老补贴'],
  ['律师执业', '公证收费'],
  ['工程招标', '道路养护'],
  ['用地预审', '矿权出让'],
  ['药店监管', '疫苗接种'],
  ['招商项目', '节能审查'],
  ['林木采伐', '湿地保护'],
  ['普查数据', '统计执法'],
  ['宅基地审批', '村级账目'],
  ['垃圾分类', '停车收费'],
  ['文物修缮', '景区门票'],
  ['预算绩效', '政府采购'],
  ['农机购置', '耕地轮作'],
] as const;

const OPENINGS = [
  '{self}把{a}列入当年公开要点，逐月对照检查进度。',
  '围绕{a}和{b}两项重点，{self}安排专人跟踪公开进展。',
  '{self}年初召开部署会，将{a}的公开任务分到各科室。',
  '群众来电最多的是{b}，{self}据此调整了公开的次序。',
  '{self}按照先易后难的办法推进{a}公开，年底前全部完成。',
];
const DISCLOSURE = [
  '办事大厅的电子屏滚动播放{a}流程，来访者可以当场取走纸质说明。',
  '把{b}的申请条件画成流程图，贴到每个窗口，减少了重复询问。',
  '{a}的审批结果一周一发布，附上依据和联系人，便于当事人核对。',
  '邀请村民代表旁听{b}讨论会，会后把采纳情况逐条回复。',
  '为{a}编写问答手册，选取群众常问的问题由业务骨干作答。',
  '对历年{b}文件重新编目，标题、文种和成文日期都能检索。',
];
const REQUESTS = [
  '接到书面材料后先与来件人通电话，弄清用途再查档。',
  '涉及{b}的来件由两个科室共同拟稿，分歧提交例会商定。',
  '答复文书统一版式，末尾写明救济渠道和承办人电话。',
  '聘请顾问对疑难来件出具意见，意见随案卷一并保存。',
  '设置登记台账，收件、转办、答复三个时点由系统自动提醒。',
];
const MANAGEMENT = [
  '公文拟稿单增加公开属性一栏，缺项的退回补填。',
  '每逢单月抽查{a}栏目，发现链接失效的当天修复。',
  '对{b}信息实行定期评估，条件变化的转为主动公开。',
  '存档的光盘另备一份，存放在不同楼层的档案室。',
  '梳理{a}目录时合并名称相近的条目，删去早已停办的事项。',
];
const PLATFORM = [
  '网站首页增设{a}入口，手机浏览时自动换成大字版。',
  '在图书馆设立查阅角，工作日有志愿者帮助老人上网。',
  '公众号留言由值班员两小时内认领，{b}类问题转业务科室。',
  '更换查阅点的旧电脑，加装语音播报，方便视力不好的群众。',
  '把{a}数据做成图表，既能在线浏览，也能下载后自行分析。',
];
const SUPERVISION = [
  '年中请退休干部暗访窗口，问题清单抄送主要负责人。',
  '新进人员先跟班一周，熟悉{b}口径后再独立审稿。',
  '分管负责人每月听一次汇报，当场明确整改时限。',
  '问卷发放到{a}服务对象手中，意见集中的事项列入督办。',
  '编印案例选辑供各科室传阅，错例隐去单位名称。',
];
const PROBLEMS = [
  '{a}方面的解读写得过于专业',
  '{b}栏目更新跟不上业务进度',
  '经办{b}的科室把公开当作年底的事',
  '{a}的老旧文件缺少电子版，查找费时',
  '管{b}的站点人手紧，审核容易走过场',
  '对{a}来件人真实需求的了解不够',
];
const MEASURES = [
  '请业务能手改写{a}说明，先给窗口人员试读',
  '把更新时限写进{b}岗位职责，逾期通报',
  '每季度安排一次{a}交流，由做得好的讲经验',
  '分三年扫描{b}旧档，优先处理查阅量大的年份',
  '抽调人员到{a}站点轮岗，帮助把关',
  '答复{b}来件前增加一次沟通，记录想要什么',
];

export interface Voice {
  readonly self: string;
  readonly topics: readonly [string, string];
  /** Sentences that this body has used in no year yet. */
  readonly left: readonly (readonly string[])[];
}

const POOLS = [OPENINGS, DISCLOSURE, REQUESTS, MANAGEMENT, PLATFORM, SUPERVISION, PROBLEMS, MEASURES];

export const voiceOf = (index: number, self: string, random: Random): Voice => ({
  self,
  topics: TOPICS[index % TOPICS.length] ?? TOPICS[0],
  left: POOLS.map((pool) => shuffled(pool, random)),
});

function shuffled(pool: readonly string[], random: Random): string[] {
  const left = [...pool];
  return pool.map(() => left.splice(random.int(0, left.length - 1), 1)[0] ?? '');
}

const ASPECTS = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'];

/** What a body writes in its nth year. */
export function proseOf({ self, topics: [a, b], left }: Voice, nth: number): Pick<DraftProse, 'overview' | 'problems'> {
  const say = (pool: number, index: number): string => {
    const sentences = left[pool] ?? [];
    const sentence = sentences[index % sentences.length] ?? '';
    return sentence.replaceAll('{a}', a).replaceAll('{b}', b).replaceAll('{self}', self);
  };
  return {
    overview: [
      say(0, nth),
      ...ASPECTS.map((aspect, index) => `（${'一二三四五'.charAt(index)}）${aspect}。${say(index + 1, nth * 2)}`),
    ],
    problems: [
      `存在的主要问题：一是${say(6, nth * 2)}；二是${say(6, nth * 2 + 1)}。`,
      `改进情况：一是${say(7, nth * 2)}；二是${say(7, nth * 2 + 1)}。`,
    ],
  };
}
