import type { FormBlock } from '../../forms/index.ts';
import { foldLabel } from '../../text/fold.ts';
import { once } from '../../text/once.ts';
import type { Span } from '../../text/span.ts';
import type { Label } from '../report.ts';

/**
 * Whether the heads of a block's columns stand in the form's order. Two heads exchanged leave every sum of the table
 * true, and make every number below them mean something else.
 */

export interface HeadCell {
  readonly key: string;
  readonly raw: string;
  readonly span: Span;
}

/** With fewer columns a head that is not there is no sign: a caption may stand for it. */
const LEAST_COLUMNS = 3;

interface Heads {
  /** Each wording of a head, folded → what the form calls it. */
  readonly names: ReadonlyMap<string, string>;
  readonly columns: ReadonlySet<string>;
  readonly printed: readonly string[][];
}

const headsOf = once((block: FormBlock): Heads => {
  const names = new Map<string, string>();
  for (const { label, aliases = [], under = [] } of block.columns) {
    for (const wording of [label, ...aliases]) names.set(foldLabel(wording), label);
    for (const group of under) names.set(foldLabel(group), group);
  }
  return { names, columns: new Set(block.columns.map(({ label }) => label)), printed: printedOrders(block) };
});

/**
 * @param cells what stands above the block's first row, in text order
 * @returns a pair that stands in each other's place, or the head that is not there with the place of its neighbour;
 *   none where the order differs in any other way: a copy may have moved more than one cell
 */
export function misplacedHeads(cells: readonly HeadCell[], block: FormBlock): Label[] {
  const { names, columns, printed } = headsOf(block);
  const found = cells.flatMap(({ key, raw, span }) => {
    const name = names.get(key);
    return name === undefined ? [] : { name, raw, span };
  });
  if (columns.size !== block.columns.length) return exchangedAmongRepeated(found, block);
  // A merged head may be repeated over every column that it covers, or be left out.
  const own = found.filter(({ name }, at) => columns.has(name) || found.findIndex((each) => each.name === name) === at);
  const present = new Set(own.map(({ name }) => name));
  if (present.size !== own.length) return [];
  const orders = printed.map((order) => order.filter((name) => present.has(name) || columns.has(name)));
  if (orders.some((order) => order.length === own.length && order.every((name, at) => own[at]?.name === name)))
    return [];
  for (const order of orders) {
    if (order.length === own.length) {
      const [one, other, ...more] = own.filter(({ name }, at) => order[at] !== name);
      const isPair = one && other && more.length === 0 && columns.has(one.name) && columns.has(other.name);
      if (isPair) return [exchanged(one, other.name), exchanged(other, one.name)];
    }
  }
  const isWhole = cells.every(({ key }) => names.has(key) || !isPiece(key, names));
  return isWhole && block.columns.length >= LEAST_COLUMNS ? missing(own, orders, columns) : [];
}

interface Found {
  readonly name: string;
  readonly raw: string;
  readonly span: Span;
}

/**
 * Heads of a block whose groups of columns have the same ones: a pair exchanged in one group, or in each of them; or two
 * groups of one merged head.
 */
function exchangedAmongRepeated(found: readonly Found[], { columns }: FormBlock): Label[] {
  const labels = new Set(columns.map(({ label }) => label));
  const own = found.filter(({ name }) => labels.has(name));
  if (own.length !== columns.length) return [];
  const off = own.flatMap(({ name }, at) => (name === columns[at]?.label ? [] : at));
  const [first, second] = off.map((at) => own[at]);
  if (first && second) {
    const names = new Set([first.name, second.name]);
    const isOnePair = off.length % 2 === 0 && off.every((at) => names.has(columns[at]?.label ?? ''));
    return isOnePair ? [exchanged(first, second.name), exchanged(second, first.name)] : [];
  }
  const depth = Math.max(...columns.map(({ under = [] }) => under.length));
  for (let level = 0; level < depth; level++) {
    const groups = [...new Set(columns.flatMap(({ under = [] }) => under[level] ?? []))];
    const [one, other] = groups.flatMap((group) => found.find(({ name }) => name === group) ?? []);
    if (groups.length !== 2 || !one || !other || one.span.start < other.span.start) continue;
    return [exchanged(other, one.name), exchanged(one, other.name)];
  }
  return [];
}

const exchanged = ({ raw, span }: Found, expected: string): Label => ({ raw, span, expected, match: 'exchanged' });

function missing(own: readonly Found[], orders: readonly string[][], columns: ReadonlySet<string>): Label[] {
  for (const order of orders) {
    if (order.length !== own.length + 1) continue;
    const at = order.findIndex((name, index) => own[index]?.name !== name);
    const [expected, next] = [order[at], own[at] ?? own.at(-1)];
    const isOnlyOne = order.toSpliced(at, 1).every((name, index) => own[index]?.name === name);
    if (expected && next && isOnlyOne && columns.has(expected)) {
      return [{ raw: next.raw, span: next.span, expected, match: 'missing' }];
    }
  }
  return [];
}

/** 总 of 总计, or 自然人商业企业 in one cell: then no head is missing. */
const isPiece = (key: string, names: ReadonlyMap<string, string>): boolean =>
  key !== '' && [...names.keys()].some((name) => name.includes(key) || key.includes(name));

/** The heads row by row, as the form prints them, and column by column. */
function printedOrders({ columns }: FormBlock): string[][] {
  const paths = columns.map(({ label, under = [] }) => [...under, label]);
  const depth = Math.max(...paths.map(({ length }) => length));
  const byRow = Array.from({ length: depth }, (_, row) => paths.flatMap((path) => path[row] ?? [])).flat();
  return [[...new Set(byRow)], [...new Set(paths.flat())]];
}
