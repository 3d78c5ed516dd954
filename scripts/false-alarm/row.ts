import type { SectionNumber } from '../../server/src/forms/index.ts';

/** A paragraph that is right, and the rule that took it for wrong. */
export interface FalseAlarm {
  readonly rule: string;
  readonly year: number;
  /** 0 is the preface. */
  readonly section: SectionNumber | 0;
  readonly text: string;
  readonly why: string;
}

/** The fields of .github/ISSUE_TEMPLATE/false-alarm.yml. */
export const LABELS = {
  rule: '规则 Rule',
  year: '报告年度 Report year',
  section: '位置 Place',
  text: '被误报的文字 Text',
  why: '为什么是对的 Why it is right',
} as const;

/** What an issue of the form says, as a test row. Throws with what is missing or unknown. */
export function toRow(issue: string, rules: ReadonlySet<string>): FalseAlarm {
  const said = (field: keyof typeof LABELS): string => {
    const parts = issue.replaceAll('\r\n', '\n').split(/^### /m);
    const own = parts.find((part) => part.startsWith(`${LABELS[field]}\n`));
    const value = own?.slice(LABELS[field].length).trim() ?? '';
    if (value === '' || value === '_No response_') throw new Error(`没有填写 is missing: ${LABELS[field]}`);
    return value;
  };
  const rule = said('rule').replace(/^`|`$/g, '');
  if (!rules.has(rule)) throw new Error(`没有这条规则 no such rule: ${rule}`);
  const year = Number(/20\d\d/.exec(said('year'))?.[0]);
  if (!year) throw new Error(`不是年份 is no year: ${said('year')}`);
  const text = said('text');
  if (text.includes('\n')) throw new Error('文字不止一段 the text is more than one paragraph');
  return { rule, year, section: sectionIn(said('section')), text, why: said('why').replace(/\s*\n\s*/g, ' ') };
}

const SECTIONS: readonly (SectionNumber | 0)[] = [0, 1, 2, 3, 4, 5, 6];

const sectionIn = (place: string): FalseAlarm['section'] =>
  SECTIONS.find((number) => place.endsWith(` ${number}`)) ?? 0;
