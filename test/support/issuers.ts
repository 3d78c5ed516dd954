/** Invented bodies. No place of these names exists. */
export interface Issuer {
  readonly name: string;
  readonly type: 'department' | 'government' | 'township' | 'street-office';
  /** How the body speaks of itself: 我局. */
  readonly self: string;
  /** What it speaks for: 全局, 全县. */
  readonly whole: string;
}

const department = (name: string): Issuer => ({ name, type: 'department', self: '我局', whole: '全局' });

export const ISSUERS: readonly [Issuer, ...Issuer[]] = [
  department('青溪县水利局'),
  department('云岭市教育局'),
  department('禾原区卫生健康局'),
  department('雁川市农业农村局'),
  department('澜桥县市场监督管理局'),
  { name: '青溪县人民政府', type: 'government', self: '我县', whole: '全县' },
  { name: '雁川市人民政府', type: 'government', self: '我市', whole: '全市' },
  { name: '青溪县松河镇人民政府', type: 'township', self: '我镇', whole: '全镇' },
  { name: '禾原区白鹭街道办事处', type: 'street-office', self: '本街道', whole: '街道' },
];

export const DEPARTMENT = ISSUERS[0];
