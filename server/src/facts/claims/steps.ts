import type { Quantity } from './quantities.ts';
import type { Token } from './scan.ts';

/** A number with the words that belong to it, or a stretch of words without any number. */
export interface Step {
  readonly quantity: Quantity | undefined;
  /** The words before the number; all words where there is none. */
  readonly before: readonly Token[];
  readonly behind: readonly Token[];
  /** The mark before it: `,` `、` `;` `:` `(` `。`, or '' where it goes on from a number in the same clause. */
  readonly mark: string;
  /** The mark behind its clause. */
  readonly end: string;
  /** How many brackets it stands in. */
  readonly depth: number;
  /** The measure word of the number before it in its clause: 20个工作日 内办结 47 件. */
  readonly after: string;
  /** Its sentence tells late ones from others, so that 按时 is not all of them. */
  readonly isLate: boolean;
}

const isLate = (token: Token): boolean => token.kind === 'some' && token.meaning === 'late';

/** Words that may stand right behind the noun that a number counts: 50 件申请中. */
const isNoun = (token: Token): boolean => token.kind === 'apply' || token.kind === 'thing' || token.kind === 'info';

/** Parts a paragraph's tokens at its marks, and clauses with several numbers between these. */
export function stepsOf(tokens: readonly Token[]): Step[] {
  const steps: Step[] = [];
  const isLateAt = lateIn(tokens);
  let clause: Token[] = [];
  let mark = '。';
  let depth = 0;
  const close = (end: string): void => {
    const late = isLateAt(clause[0]?.start ?? 0);
    if (clause.length > 0) addSteps(steps, clause, { mark, end, depth, isLate: late });
    clause = [];
  };
  for (const token of withoutNotes(tokens)) {
    if (token.kind !== 'mark') {
      clause.push(token);
      continue;
    }
    // 行政复议、行政诉讼共 10 件: what is joined by 、 before a number is counted together.
    if (token.mark === '、' && clause.length > 0 && !clause.some(({ kind }) => kind === 'number')) {
      clause.push({ kind: 'and', meaning: '、', start: token.start, end: token.end });
      continue;
    }
    close(token.mark);
    if (token.mark === '(') depth++;
    if (token.mark === ')') depth = Math.max(0, depth - 1);
    mark = token.mark;
  }
  close('。');
  return eachOwn(steps);
}

const isOpening = (token: Token | undefined): boolean =>
  token?.kind === 'mark' && (token.mark === '(' || token.mark === '（');

/** Leaves out brackets without a number: 乡镇（街道）收到…, （二）. */
function withoutNotes(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  let open = -1;
  let hasNumber = false;
  for (const token of tokens) {
    if (isOpening(token)) {
      open = kept.length;
      hasNumber = false;
    }
    hasNumber ||= token.kind === 'number';
    kept.push(token);
    if (token.kind === 'mark' && token.mark === ')' && open >= 0) {
      if (!hasNumber) kept.length = open;
      open = -1;
    }
  }
  return kept;
}

/** Where each sentence ends, and whether it tells late ones from others. */
function lateIn(tokens: readonly Token[]): (offset: number) => boolean {
  const ends: { readonly end: number; readonly late: boolean }[] = [];
  let late = false;
  for (const token of tokens) {
    late ||= isLate(token);
    if (token.kind === 'mark' && token.mark === '。') {
      ends.push({ end: token.end, late });
      late = false;
    }
  }
  ends.push({ end: Number.POSITIVE_INFINITY, late });
  let at = 0;
  return (offset) => {
    while ((ends[at]?.end ?? offset + 1) <= offset) at++;
    return ends[at]?.late ?? false;
  };
}

type Place = Pick<Step, 'mark' | 'end' | 'depth' | 'isLate'>;

/** Adds a clause's steps: one for each number, or one for all of its words. */
function addSteps(steps: Step[], clause: readonly Token[], { mark, end, depth, isLate }: Place): void {
  let from = 0;
  let after = '';
  for (let at = nextNumber(clause, 0); at < clause.length; ) {
    const token = clause[at];
    if (token?.kind !== 'number') break;
    const next = nextNumber(clause, at + 1);
    const isLast = next === clause.length;
    const to = isLast ? next : endOfNoun(clause, at + 1, next);
    steps.push({
      quantity: token.quantity,
      before: clause.slice(from, at),
      behind: clause.slice(at + 1, to),
      mark: from === 0 ? mark : '',
      end: isLast ? end : '',
      depth,
      after,
      isLate,
    });
    from = to;
    after = token.quantity.unit;
    at = next;
  }
  if (from === 0) steps.push({ quantity: undefined, before: clause, behind: [], mark, end, depth, after, isLate });
}

function nextNumber(clause: readonly Token[], from: number): number {
  let at = from;
  while (at < clause.length && clause[at]?.kind !== 'number') at++;
  return at;
}

const isJoint = (token: Token): boolean => token.kind === 'and';

/** 行政复议和行政诉讼分别为 7 件、4 件: each number gets its own words, where there are as many of both. */
function eachOwn(steps: readonly Step[]): Step[] {
  const owned = [...steps];
  for (const [index, step] of steps.entries()) {
    const at = step.quantity ? step.before.findIndex(({ kind }) => kind === 'respectively') : -1;
    if (at < 1) continue;
    const names = splitAt(step.before.slice(0, at));
    const numbers = [step];
    for (let next = steps[index + numbers.length]; next && isBare(next); next = steps[index + numbers.length]) {
      numbers.push(next);
    }
    if (names.length < 2 || names.length !== numbers.length) continue;
    for (const [each, name] of names.entries()) {
      const number = numbers[each];
      if (number) owned[index + each] = { ...number, before: name };
    }
  }
  return owned;
}

const isBare = ({ quantity, before, mark }: Step): boolean =>
  quantity !== undefined && before.every(isJoint) && /^[、,]?$/.test(mark);

function splitAt(tokens: readonly Token[]): Token[][] {
  const names: Token[][] = [[]];
  for (const token of tokens) {
    if (isJoint(token)) names.push([]);
    else names.at(-1)?.push(token);
  }
  return names.filter((name) => name.length > 0);
}

/** 50 件申请中 18 件予以公开: the noun and 中 belong to the first number. */
function endOfNoun(clause: readonly Token[], from: number, to: number): number {
  // 236 件新收申请加上 9 件结转申请
  const joint = clause.findIndex(
    ({ kind }, index) => index >= from && index < to && (kind === 'with' || kind === 'and'),
  );
  if (joint > from) return joint;
  const noun = clause.findIndex((token, index) => index >= from && index < to && isNoun(token));
  if (noun < 0 || clause.slice(from, noun).some(({ kind }) => kind === 'event')) return from;
  let end = noun + 1;
  while (end < to && ['of', 'apply', 'thing'].includes(clause[end]?.kind ?? '')) end++;
  // 10 件申请的单位有 5 个
  const isOf = clause[end]?.kind === 'plain' && clause[end + 1]?.kind === 'gap';
  return isOf && end + 1 < to ? end + 2 : end;
}
