import { Parser } from 'htmlparser2';
import { chineseNumeral } from './chinese-numeral.ts';
import { usualNames } from './names.ts';
import { DEEPEST, Refused } from './refusal.ts';

/** One level of a list, as numbering.xml defines it (ECMA-376 part 1, 17.9). */
interface Level {
  format: string;
  /** `（%1）`: `%n` is the counter of level n. */
  text: string;
  start: number;
  /** The level whose next number starts this one again; by default any level above. */
  restart: number | undefined;
  /** Counters of other levels in it are shown in Arabic digits. */
  legal: boolean;
  style: string | undefined;
}

interface Numbering {
  abstract: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

/** What a paragraph or a style says about its list. */
export interface ListReference {
  readonly list: string;
  readonly level: number;
}

type Attributes = Readonly<Record<string, string>>;

/** Reads a small part by its elements' usual names. */
function parsePart(xml: string, open: (name: string, attributes: Attributes) => void, close?: (name: string) => void) {
  let usual: ((name: string) => string) | undefined;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > DEEPEST) throw new Refused('too-deep');
        usual ??= usualNames(attributes);
        const own = usual;
        open(own(name), Object.fromEntries(Object.entries(attributes).map(([key, value]) => [own(key), value])));
      },
      onclosetag(name) {
        depth--;
        close?.(usual?.(name) ?? name);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
}

/** The automatic numbers of a document's paragraphs, in order. */
export class ListNumbers {
  readonly #lists = new Map<string, Numbering>();
  readonly #abstracts = new Map<string, Map<number, Level>>();
  readonly #styles = new Map<string, { basedOn?: string; list?: string; level?: number }>();
  /** abstract list → its counters; lists that share a definition count on together. */
  readonly #counters = new Map<string, Map<number, number>>();
  readonly #begun = new Set<string>();

  constructor(numberingXml: string | undefined, stylesXml: string | undefined) {
    if (numberingXml) this.#readNumbering(numberingXml);
    if (stylesXml) this.#readStyles(stylesXml);
  }

  /**
   * The number of the next paragraph.
   * @param own what the paragraph itself says; list `0` takes a style's number away.
   */
  next(style: string | undefined, own: Partial<ListReference>): string {
    const { list, level } = this.#reference(style, own);
    const numbering = list === undefined || list === '0' ? undefined : this.#lists.get(list);
    if (!numbering || list === undefined) return '';
    const levels = (at: number): Level | undefined =>
      numbering.levels.get(at) ?? this.#abstracts.get(numbering.abstract)?.get(at);
    const current = levels(level);
    if (!current) return '';
    // A bullet is a sign of its font, and no text.
    if (current.format === 'bullet') return '';
    const counters = this.#counters.get(numbering.abstract) ?? new Map<number, number>();
    this.#counters.set(numbering.abstract, counters);
    if (!this.#begun.has(list)) {
      this.#begun.add(list);
      for (const [at, start] of numbering.starts) counters.set(at, start - 1);
    }
    counters.set(level, (counters.get(level) ?? current.start - 1) + 1);
    for (const deeper of [...counters.keys()].filter((at) => at > level)) {
      const restart = levels(deeper)?.restart;
      if (restart === undefined || (restart > 0 && level < restart)) counters.delete(deeper);
    }
    return current.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const other = levels(at);
      return written(counters.get(at) ?? other?.start ?? 1, current.legal ? 'decimal' : (other?.format ?? 'decimal'));
    });
  }

  #reference(style: string | undefined, own: Partial<ListReference>): { list: string | undefined; level: number } {
    let list = own.list;
    let level = own.level;
    const seen = new Set<string>();
    for (let at = style; at !== undefined && !seen.has(at); at = this.#styles.get(at)?.basedOn) {
      seen.add(at);
      const known = this.#styles.get(at);
      if (list === undefined && known?.list !== undefined) {
        list = known.list;
        level ??= this.#levelOfStyle(list, at) ?? known.level;
      }
    }
    return { list, level: level ?? 0 };
  }

  /** A level may name the style that it belongs to; the style then need not say the level. */
  #levelOfStyle(list: string, style: string): number | undefined {
    const abstract = this.#abstracts.get(this.#lists.get(list)?.abstract ?? '');
    return [...(abstract ?? [])].find(([, level]) => level.style === style)?.[0];
  }

  #readNumbering(xml: string): void {
    let levels: Map<number, Level> | undefined;
    let numbering: Numbering | undefined;
    let level: Level | undefined;
    let override = 0;
    parsePart(xml, (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:abstractNum') {
        levels = new Map();
        this.#abstracts.set(attributes['w:abstractNumId'] ?? '', levels);
      } else if (name === 'w:num') {
        numbering = { abstract: '', starts: new Map(), levels: new Map() };
        levels = numbering.levels;
        this.#lists.set(attributes['w:numId'] ?? '', numbering);
      } else if (name === 'w:abstractNumId' && numbering) numbering.abstract = value;
      else if (name === 'w:lvlOverride') override = Number(attributes['w:ilvl']);
      else if (name === 'w:startOverride') numbering?.starts.set(override, Number(value));
      else if (name === 'w:lvl') {
        level = { format: 'decimal', text: '', start: 1, restart: undefined, legal: false, style: undefined };
        levels?.set(Number(attributes['w:ilvl']), level);
      } else if (level) readLevel(level, name, attributes);
    });
  }

  #readStyles(xml: string): void {
    let style: { basedOn?: string; list?: string; level?: number } | undefined;
    parsePart(
      xml,
      (name, attributes) => {
        if (name === 'w:style') {
          style = {};
          this.#styles.set(attributes['w:styleId'] ?? '', style);
        }
        const value = attributes['w:val'];
        if (!style || value === undefined) return;
        if (name === 'w:basedOn') style.basedOn = value;
        else if (name === 'w:numId') style.list = value;
        else if (name === 'w:ilvl') style.level = Number(value);
      },
      (name) => {
        if (name === 'w:style') style = undefined;
      },
    );
  }
}

function readLevel(level: Level, name: string, attributes: Attributes): void {
  const value = attributes['w:val'] ?? '';
  if (name === 'w:start') level.start = Number(value);
  else if (name === 'w:numFmt') level.format = value;
  else if (name === 'w:lvlText') level.text = value;
  else if (name === 'w:lvlRestart') level.restart = Number(value);
  else if (name === 'w:isLgl') level.legal = value !== '0' && value !== 'false';
  else if (name === 'w:pStyle') level.style = value;
}

const CHINESE = new Set([
  'chineseCounting',
  'chineseCountingThousand',
  'japaneseCounting',
  'taiwaneseCounting',
  'taiwaneseCountingThousand',
  'ideographDigital',
]);
const HEAVENLY_STEMS = '甲乙丙丁戊己庚辛壬癸';

/** A counter in one of the formats that Chinese documents use (17.18.59); any other is shown in digits. */
function written(count: number, format: string): string {
  if (CHINESE.has(format)) return chineseNumeral(count);
  if (format === 'none') return '';
  if (format === 'decimalZero') return String(count).padStart(2, '0');
  if (format === 'decimalFullWidth') {
    return String(count).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  }
  if (/^decimalEnclosedCircle/.test(format) && count >= 1 && count <= 20) return String.fromCharCode(0x245f + count);
  if (format === 'ideographTraditional') return HEAVENLY_STEMS[(count - 1) % HEAVENLY_STEMS.length] ?? '';
  if (format === 'upperLetter' || format === 'lowerLetter') {
    return String.fromCharCode((format === 'upperLetter' ? 65 : 97) + ((count - 1) % 26));
  }
  if (format === 'upperRoman') return roman(count);
  return format === 'lowerRoman' ? roman(count).toLowerCase() : String(count);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(count: number): string {
  let rest = Math.min(Math.max(count, 0), 3999);
  let text = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}
