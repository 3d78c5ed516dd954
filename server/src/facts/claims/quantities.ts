import { readNumeral } from '../../text/numerals.ts';

/** How exact a number is: 三千余件 is at least three thousand and less than four. */
export type Surely = 'exactly' | 'about' | 'above' | 'nearly' | 'at-least';

export interface Quantity {
  /** Counted in ones; money in 元 multiplied out, with its unit 元. */
  readonly value: number;
  /** What the last digit written stands for: 1.2万 is exact to a thousand. */
  readonly step: number;
  /** The measure word, or '' where none follows. */
  readonly unit: string;
  readonly surely: Surely;
  /** Of the number with what belongs to it (万) but without its measure word, in the folded text. */
  readonly start: number;
  readonly end: number;
  /** Behind the measure word. */
  readonly behind: number;
}

const ARABIC =
  /(\d{1,3}(?:,\d{3})+(?!\d)|\d{1,12})(\.\d{1,6})?([十百千]?[万亿]|[百千](?=[余多件条]))?(余|多|来)?(万|亿)?(余|多)?/y;
const CHINESE = /([零〇一二两三四五六七八九十百千万亿]{1,12})(余|多|来)?(万|亿)?/y;
const UNIT =
  /个工作日|个百分点|人次|家次|批次|万元|亿元|平方米|公里|小时|分钟|[件条宗份次个例起部项单封桩篇期场名人家户套册种处台批天日月元%分级岁页字倍位届轮所间辆亩吨万亿]/y;
/** What a Chinese numeral must be followed by to be one: 一件 is a number, 一是 and 统一 are none. */
const COUNTED_UNIT = /件(?!事)|条|宗|份|例|起(?!来|草)|部(?!分|门)|项|封|篇|期|场|家|名|次(?!性)|个|人次|万元|元/y;
const LEAD = /(约|近|超过|超|逾|至少|不少于|不低于|大约|将近|接近|多达)$/;
const TAIL = /(以上|左右|上下)/y;
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

const scaleOf = (words: string | undefined): number =>
  [...(words ?? '')].reduce((scale, word) => scale * (SCALES[word] ?? 1), 1);

const at = (pattern: RegExp, text: string, offset: number): RegExpExecArray | null => {
  pattern.lastIndex = offset;
  return pattern.exec(text);
};

/** The number that begins at an offset of a folded text. */
export function quantityAt(text: string, offset: number): Quantity | undefined {
  const code = text.charCodeAt(offset);
  return code >= 0x30 && code <= 0x39 ? arabicAt(text, offset) : chineseAt(text, offset);
}

function arabicAt(text: string, offset: number): Quantity | undefined {
  const match = at(ARABIC, text, offset);
  if (!match || /[A-Za-z.\d-]/.test(text.charAt(offset - 1))) return undefined;
  const [whole = '', digits = '', fraction = '', scaled, more, scaledMore, moreStill] = match;
  const scale = scaleOf(scaled) * scaleOf(scaledMore);
  const plain = digits.replaceAll(',', '');
  const value = Math.round(Number(plain + fraction) * scale * 1e6) / 1e6;
  const zeros = fraction ? 0 : (/0*$/.exec(plain)?.[0].length ?? 0);
  const step = fraction ? scale / 10 ** (fraction.length - 1) : scale;
  const surely = surelyAt(text, offset, more ?? moreStill);
  return withUnit(text, { value, surely, start: offset, end: offset + whole.length }, step, zeros);
}

function chineseAt(text: string, offset: number): Quantity | undefined {
  const match = at(CHINESE, text, offset);
  if (!match || /[第零〇一二两三四五六七八九十百千万亿]/.test(text.charAt(offset - 1))) return undefined;
  const [whole = '', digits = '', more, scaled] = match;
  const value = readNumeral(digits);
  if (value === undefined || !at(COUNTED_UNIT, text, offset + whole.length)) return undefined;
  const scale = scaleOf(scaled);
  const zeros = /0*$/.exec(String(value))?.[0].length ?? 0;
  const surely = surelyAt(text, offset, more);
  return withUnit(text, { value: value * scale, surely, start: offset, end: offset + whole.length }, scale, zeros);
}

function surelyAt(text: string, offset: number, more: string | undefined): Surely {
  const lead = LEAD.exec(text.slice(Math.max(0, offset - 3), offset))?.[1];
  if (lead && /约/.test(lead)) return 'about';
  if (lead && /近/.test(lead)) return 'nearly';
  if (lead) return 'at-least';
  return more ? 'above' : 'exactly';
}

type Begun = Pick<Quantity, 'value' | 'surely' | 'start' | 'end'>;

/** @param zeros at the end of the digits: 2300余 is exact to a hundred, 2300件 to one. */
function withUnit(text: string, begun: Begun, step: number, zeros: number): Quantity {
  const unit = at(UNIT, text, begun.end)?.[0] ?? '';
  let behind = begun.end + unit.length;
  const more = text.charAt(behind);
  let { surely } = begun;
  if (surely === 'exactly' && unit !== '' && /[多余]/.test(more)) {
    surely = 'above';
    behind++;
  }
  const tail = at(TAIL, text, behind);
  if (tail) {
    surely = tail[0] === '以上' ? 'at-least' : 'about';
    behind += tail[0].length;
  }
  const money = unit === '万元' ? 10_000 : unit === '亿元' ? 100_000_000 : 1;
  return {
    ...begun,
    surely,
    value: Math.round(begun.value * money * 1e6) / 1e6,
    step: (surely === 'exactly' ? step : step * 10 ** zeros) * money,
    unit: unit.endsWith('元') ? '元' : unit,
    behind,
  };
}

/** Whether the stated number can mean this one. */
export function allows({ value, step, surely }: Pick<Quantity, 'value' | 'step' | 'surely'>, actual: number): boolean {
  const near = 1e-6;
  if (surely === 'exactly') return Math.abs(actual - value) <= (step === 1 ? 0 : step / 2) + near;
  if (surely === 'above') return actual >= value - near && actual < value + step + near;
  if (surely === 'at-least') return actual >= value - near;
  if (surely === 'nearly') return actual <= value + near && actual >= value - step - near;
  return Math.abs(actual - value) <= step + near;
}
