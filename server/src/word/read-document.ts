import { Parser } from 'htmlparser2';
import type {
  Block,
  Paragraph,
  ParagraphPlace,
  Run,
  RunChild,
  TableCell,
  TableRow,
  WordDocument,
  WordTable,
} from './document.ts';
import { decodeText, usualNames } from './names.ts';
import type { ListNumbers } from './numbering.ts';
import { DEEPEST, Refused } from './refusal.ts';

type Attributes = Readonly<Record<string, string>>;

/** Elements whose content shows nothing: what a revision takes away or changes, a field's code, a shape drawn twice, pinyin. */
const UNSEEN = new Set([
  ...['w:del', 'w:moveFrom', 'w:delText', 'w:instrText', 'w:delInstrText', 'w:rt', 'mc:Fallback'],
  ...[
    'w:pPrChange',
    'w:rPrChange',
    'w:tblPrChange',
    'w:trPrChange',
    'w:tcPrChange',
    'w:sectPrChange',
    'w:tblGridChange',
  ],
]);

const REVISIONS = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:cellDel', 'w:cellIns']);

/** Read the main part of a document as if all its revisions were accepted. Linear in its length. */
export function readDocument(xml: string, numbers: ListNumbers): WordDocument {
  const reader = new Reader(xml, numbers);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes, parser.startIndex, parser.endIndex + 1),
      ontext: () => reader.text(parser.startIndex, parser.endIndex + 1),
      onclosetag(name, unwritten) {
        // An element that ends without an end tag was cut off. An empty one ends in its start tag.
        if (unwritten && xml[parser.endIndex - 1] !== '/') throw new Refused('damaged');
        reader.close(name, parser.startIndex, parser.endIndex + 1);
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(xml);
  return reader.finish();
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

interface OpenParagraph {
  readonly paragraph: Draft<Paragraph>;
  readonly runs: Run[];
  run: OpenRun | undefined;
  style: string | undefined;
  list: string | undefined;
  level: number | undefined;
  /** How many fields are open. */
  fields: number;
}

interface OpenRun {
  readonly run: Draft<Run>;
  readonly children: RunChild[];
  child: { start: number; name: string; from: number; to: number } | undefined;
  hidden: boolean;
  propertiesStart: number;
  /** A run may hold runs: characters with pinyin above them. */
  readonly outer: OpenRun | undefined;
}

interface OpenTable {
  readonly table: WordTable;
  readonly rows: TableRow[];
  row: { cells: TableCell[]; column: number; deleted: boolean } | undefined;
  cell: OpenCell | undefined;
}

interface OpenCell {
  readonly blocks: Block[];
  readonly column: number;
  span: number;
  covered: boolean;
  deleted: boolean;
}

class Reader {
  readonly #xml: string;
  readonly #numbers: ListNumbers;
  readonly #blocks: Block[] = [];
  readonly #stack: string[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: OpenTable[] = [];
  /** Text boxes open: their blocks follow the paragraph that holds them. */
  readonly #boxes: { readonly blocks: Block[]; readonly tables: number }[] = [];
  readonly #insertions: { readonly open: string; readonly depth: number }[] = [];
  #usual: ((name: string) => string) | undefined;
  #unseen = 0;
  #simpleFields = 0;
  #count = { paragraphs: 0, tables: 0, boxes: 0, revisions: 0, pictures: 0 };

  constructor(xml: string, numbers: ListNumbers) {
    this.#xml = xml;
    this.#numbers = numbers;
  }

  finish(): WordDocument {
    if (!this.#usual) throw new Refused('damaged');
    return { xml: this.#xml, blocks: this.#blocks, revisions: this.#count.revisions, pictures: this.#count.pictures };
  }

  open(written: string, attributes: Attributes, start: number, end: number): void {
    this.#usual ??= usualNames(attributes);
    const name = this.#usual(written);
    this.#stack.push(name);
    if (this.#stack.length > DEEPEST) throw new Refused('too-deep');
    if (REVISIONS.has(name)) this.#count.revisions++;
    if (name === 'w:del') this.#deletion();
    if (UNSEEN.has(name)) this.#unseen++;
    if (this.#unseen > 0) return;
    const value = attributes[written.replace(/[^:]*$/, 'val')] ?? attributes['w:val'];
    this.#element(name, start, end);
    this.#property(name, value);
    this.#tableElement(name, value);
    this.#runElement(name, attributes, start, end);
  }

  /** What holds text or pictures. */
  #element(name: string, start: number, end: number): void {
    if (name === 'w:p') this.#openParagraph(start, end);
    else if (name === 'w:r') this.#openRun(start, end);
    else if (name === 'w:tbl') this.#openTable();
    else if (name === 'w:ins' || name === 'w:moveTo') this.#openInsertion(start, end);
    else if (name === 'w:fldSimple') this.#simpleFields++;
    else if (name === 'w:txbxContent') this.#boxes.push({ blocks: [], tables: this.#tables.length });
    else if (name === 'a:blip' || name === 'v:imagedata') this.#count.pictures++;
  }

  /** A mark of deletion stands inside the properties of a paragraph's mark or of a row. */
  #deletion(): void {
    const paragraph = this.#paragraphs.at(-1)?.paragraph;
    const row = this.#tables.at(-1)?.row;
    if (this.#parent() === 'w:rPr' && this.#parent(3) === 'w:pPr' && paragraph) paragraph.joinsNext = true;
    else if (this.#parent() === 'w:trPr' && row) row.deleted = true;
  }

  text(start: number, end: number): void {
    const child = this.#paragraphs.at(-1)?.run?.child;
    if (this.#unseen > 0 || child?.name !== 'w:t') return;
    if (child.from < 0) child.from = start;
    child.to = end;
  }

  close(written: string, start: number, end: number): void {
    const name = this.#usual?.(written) ?? written;
    this.#stack.pop();
    if (UNSEEN.has(name)) {
      this.#unseen--;
      return;
    }
    if (this.#unseen > 0) return;
    if (name === 'w:p') this.#closeParagraph(start, end);
    else if (name === 'w:r') this.#closeRun(end);
    else if (name === 'w:tbl') this.#closeTable();
    else if (name === 'w:txbxContent') this.#closeBox();
    else if (name === 'w:fldSimple') this.#simpleFields--;
    else if (name === 'w:ins' || name === 'w:moveTo') {
      if (this.#insertions.at(-1)?.depth === this.#stack.length) this.#insertions.pop();
    } else this.#closeInner(name, start, end);
  }

  #parent(back = 2): string {
    return this.#stack.at(-back) ?? '';
  }

  // Paragraphs and runs

  #openParagraph(start: number, end: number): void {
    const paragraph: Draft<Paragraph> = {
      kind: 'paragraph',
      xml: this.#xml,
      start,
      end,
      contentEnd: end,
      number: '',
      runs: [],
      joinsNext: false,
      place: this.#place(),
    };
    const open = {
      paragraph,
      runs: [],
      run: undefined,
      style: undefined,
      list: undefined,
      level: undefined,
      fields: 0,
    };
    this.#paragraphs.push(open);
    this.#sink().push(paragraph);
  }

  #place(): ParagraphPlace {
    const box = this.#boxes.at(-1);
    const table = this.#tables.at(-1);
    if (table?.cell && table.row && this.#tables.length > (box?.tables ?? 0)) {
      return { table: table.table.number, row: table.rows.length + 1, column: table.cell.column };
    }
    return box ? { textBox: this.#count.boxes + 1 } : { paragraph: ++this.#count.paragraphs };
  }

  #sink(): Block[] {
    const box = this.#boxes.at(-1);
    const cell = this.#tables.at(-1)?.cell;
    if (cell && this.#tables.length > (box?.tables ?? 0)) return cell.blocks;
    return box?.blocks ?? this.#blocks;
  }

  #closeParagraph(start: number, end: number): void {
    const open = this.#paragraphs.pop();
    if (!open) return;
    const { paragraph, runs, style, list, level } = open;
    paragraph.end = end;
    paragraph.contentEnd = this.#xml.startsWith('</', start) ? start : end;
    paragraph.runs = runs;
    paragraph.number = this.#numbers.next(style, {
      ...(list === undefined ? {} : { list }),
      ...(level === undefined ? {} : { level }),
    });
  }

  #openRun(start: number, end: number): void {
    const open = this.#paragraphs.at(-1);
    if (!open) return;
    const insertion = this.#insertions.at(-1);
    const direct = insertion?.depth === this.#stack.length - 2;
    const run: Draft<Run> = {
      xml: this.#xml,
      start,
      end,
      open: this.#xml.slice(start, end),
      properties: '',
      children: [],
      insertedBy: direct ? insertion?.open : undefined,
      fixed:
        this.#simpleFields > 0 || open.fields > 0 || open.run !== undefined || (insertion !== undefined && !direct),
    };
    open.run = { run, children: [], child: undefined, hidden: false, propertiesStart: -1, outer: open.run };
  }

  #closeRun(end: number): void {
    const open = this.#paragraphs.at(-1);
    if (!open?.run) return;
    const { run, children, hidden } = open.run;
    run.end = end;
    run.children = hidden ? [] : children;
    open.runs.push(run);
    open.run = open.run.outer;
  }

  #openInsertion(start: number, end: number): void {
    this.#insertions.push({ open: this.#xml.slice(start, end), depth: this.#stack.length - 1 });
  }

  /** What a paragraph, a run or a row says about itself. */
  #property(name: string, value: string | undefined): void {
    const open = this.#paragraphs.at(-1);
    if (!open) return;
    if (name === 'w:pStyle') open.style = value;
    else if (name === 'w:numId' && this.#parent() === 'w:numPr') open.list = value;
    else if (name === 'w:ilvl' && this.#parent() === 'w:numPr') open.level = Number(value);
    else if (name === 'w:vanish' && open.run && this.#parent() === 'w:rPr' && value !== '0' && value !== 'false') {
      open.run.hidden = true;
    }
  }

  #runElement(name: string, attributes: Attributes, start: number, end: number): void {
    const open = this.#paragraphs.at(-1);
    const run = open?.run;
    if (!open || !run || this.#parent() !== 'w:r') return;
    if (name === 'w:rPr') run.propertiesStart = start;
    else if (name === 'w:fldChar') {
      const type = Object.entries(attributes).find(([key]) => key.endsWith('fldCharType'))?.[1];
      if (type === 'begin') open.fields++;
      else if (type === 'end') open.fields = Math.max(0, open.fields - 1);
    }
    run.child = { start, name, from: -1, to: end };
  }

  #closeInner(name: string, start: number, end: number): void {
    const open = this.#paragraphs.at(-1);
    const run = open?.run;
    if (run && this.#stack.at(-1) === 'w:r' && run.child) {
      if (name === 'w:rPr') run.run.properties = this.#xml.slice(run.propertiesStart, end);
      else run.children.push(this.#child(run.child, start, end));
      run.child = undefined;
    }
    if (name === 'w:tr') this.#closeRow();
    else if (name === 'w:tc') this.#closeCell();
  }

  #child(child: NonNullable<OpenRun['child']>, closeStart: number, end: number): RunChild {
    const { start, name, from } = child;
    if (name !== 'w:t') return { start, end, text: SHOWN[name] ?? '', content: undefined, entities: [] };
    const content = from < 0 ? { start: closeStart, end: closeStart } : { start: from, end: closeStart };
    return { start, end, content, ...decodeText(this.#xml.slice(content.start, content.end)) };
  }

  // Tables and text boxes

  #openTable(): void {
    const table: WordTable = { kind: 'table', number: ++this.#count.tables, rows: [] };
    this.#sink().push(table);
    this.#tables.push({ table, rows: [], row: undefined, cell: undefined });
  }

  #tableElement(name: string, value: string | undefined): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    if (name === 'w:tr') table.row = { cells: [], column: 1, deleted: false };
    else if (name === 'w:tc' && table.row) {
      table.cell = { blocks: [], column: table.row.column, span: 1, covered: false, deleted: false };
    } else if (name === 'w:gridBefore' && table.row) table.row.column += Number(value) || 0;
    else if (table.cell) cellProperty(table.cell, name, value);
  }

  #closeCell(): void {
    const table = this.#tables.at(-1);
    if (!table?.row || !table.cell) return;
    const { blocks, column, span, covered, deleted } = table.cell;
    table.cell = undefined;
    if (deleted) return;
    table.row.cells.push({ column, covered, blocks });
    table.row.column += span;
  }

  #closeRow(): void {
    const table = this.#tables.at(-1);
    if (!table?.row) return;
    if (!table.row.deleted) table.rows.push({ cells: table.row.cells });
    table.row = undefined;
  }

  #closeTable(): void {
    const open = this.#tables.pop();
    if (open) (open.table as Draft<WordTable>).rows = open.rows;
  }

  #closeBox(): void {
    const box = this.#boxes.pop();
    if (!box) return;
    this.#count.boxes++;
    this.#sink().push(...box.blocks);
  }
}

function cellProperty(cell: OpenCell, name: string, value: string | undefined): void {
  if (name === 'w:gridSpan') cell.span = Math.max(1, Number(value) || 1);
  else if (name === 'w:cellDel') cell.deleted = true;
  else if (name === 'w:vMerge' || name === 'w:hMerge') cell.covered ||= value !== 'restart';
}

/** Elements of a run that show something other than text. */
const SHOWN: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};
