import { type Found, type Hit, hitAt, hitsOf, search } from '../../facts/search/search.ts';
import { reportFact } from '../../report/fact.ts';
import type { Prose, ProseContent, Report } from '../../report/report.ts';
import { ONE_TO_TEN, startsItem } from '../../text/ordinals.ts';
import { endsSentence } from '../../text/sentences.ts';
import { sliceOf } from '../../text/span.ts';
import { defineRule, type Fix, failed, passed } from '../rule.ts';
import { insertAt, isSentence, replaceBy, sentencesOnly } from '../support/wording.ts';

type Message = 'comma' | 'none';

const CUT_OFF = /[，、,]$/;
/** A paragraph that is a sentence: it has ended one before, and is too long for a heading. */
const SHORTEST_SENTENCE = 30;
/** Beside a sentence’s end: a colon before a list, a point that stands for a full stop. */
const CLOSED = /[：:.][”’」』）)》】]?$/;
/** Contact lines end with a number or an address, signatures with a date; neither takes a mark. */
const OPEN_END = /\d{1,2}\s?日[）)]?$|[A-Za-z0-9/_#=-]$/;
/** A draft that was wrapped in an unusual way ends most of its lines in the middle of a sentence. */
const MOST = 4;
const SHARE = 0.3;
/** A shorter paragraph is a label or a caption. */
const SHORTEST = 8;

const SLIPS = search(slipsAtEnd);

/** Paragraphs end with a full stop. */
export default defineRule({
  meta: {
    id: 'punct/paragraph-end',
    title: { zh: '段末标点有误', en: 'A paragraph without its full stop' },
    severity: 'information',
    basis: 'GB/T 15834—2011 4.1：句号用于句子末尾',
    fix: 'suggestion',
    messages: {
      comma: { zh: '段末是“{mark}”，应为句号。', en: 'The paragraph ends with “{mark}” instead of 。.' },
      none: { zh: '段末缺少句号。', en: 'The paragraph lacks its full stop.' },
    },
  },
  *check(report) {
    const open = hitsOf(report, SLIPS).filter((hit) => isSlip(hit, report));
    if (open.length >= MOST && open.length > countSentences(report) * SHARE) return;
    for (const hit of open) {
      const { messageId, span, text: mark, paragraph } = hit;
      yield failed('段末标点', {
        messageId,
        span,
        data: { mark },
        fixes: mend(hit, report.prose[paragraph.index + 1]),
      });
    }
    if (open.length === 0) yield passed('段末标点');
  },
});

const countSentences = (report: Report): number =>
  sentencesOnly(report).filter(({ text }) => text.length >= SHORTEST).length;

/** The last character of a paragraph. */
interface Slip extends Found {
  readonly messageId: Message;
}

/** What a paragraph would lack if it ended here. */
function slipsAtEnd({ text }: ProseContent): readonly Slip[] {
  if (text.length < SHORTEST || text.endsWith('。')) return [];
  const place = { start: text.length - 1, end: text.length };
  if (CUT_OFF.test(text)) return [{ ...place, messageId: 'comma' }];
  const isWhole = text.length < SHORTEST_SENTENCE || endsSentence(text) || CLOSED.test(text) || OPEN_END.test(text);
  return !isWhole && text.includes('。') ? [{ ...place, messageId: 'none' }] : [];
}

function isSlip({ paragraph, messageId }: Hit<Slip>, report: Report): boolean {
  if (!isSentence(paragraph)) return false;
  const { signature, text: draft } = report;
  const { span } = paragraph;
  // What a page break parted goes on below the page number.
  if (/^\s*[-–—－─]{1,2}\s?\d{1,3}\s?[-–—－─]{1,2}\s*(?:\r|\n|$)/.test(draft.slice(span.end, span.end + 40)))
    return false;
  if (endsInHeading(paragraph.text)) return false;
  if (isClosedBelow(draft.slice(span.end, span.end + 40))) return false;
  // In a wrapped text the reader may part a sentence; what goes on in the next line is no paragraph's end.
  if (goesOn(paragraph, report.prose[paragraph.index + 1]) && (messageId !== 'comma' || isWrapped(report)))
    return false;
  return !(signature && span.start <= signature.span.end && signature.span.start <= span.end);
}

function mend({ paragraph, messageId }: Hit<Slip>, next: Prose | undefined): Fix[] {
  const { text, span } = paragraph;
  if (messageId === 'none') {
    return [
      {
        title: { zh: '在段末补上“。”', en: 'Insert “。”' },
        edits: [insertAt(span.end, '。')],
        kind: 'suggestion',
        preferred: true,
      },
    ];
  }
  // Where the next paragraph goes on with the sentence, the line break is the slip.
  return goesOn(paragraph, next) ? [] : [replaceBy(hitAt(paragraph, text.length - 1, text.length), '。')];
}

/** …公开319条。（二）依申请公开情况: a heading that a copy hung on behind the sentence before it. */
function endsInHeading(text: string): boolean {
  const tail = text.slice(text.lastIndexOf('。') + 1);
  return tail.length <= LONGEST_HEADING && startsItem(tail) && !CLAUSE.test(tail.replace(/^.{1,3}、/, ''));
}

const LONGEST_HEADING = 40;
const CLAUSE = /[，、；：\d]/;

/** What follows is an item of its own, or 第一, and not the rest of this sentence. */
const startsNew = (text: string): boolean => startsItem(text) || FIRST.test(text);

const FIRST = new RegExp(`^第[${ONE_TO_TEN}]`);

function goesOn(paragraph: Prose, next: Prose | undefined): boolean {
  return next !== undefined && next.section === paragraph.section && !startsNew(next.text);
}

/** 及时核实答⏎复。: the last characters of the sentence alone on the next line, too few to be prose of their own. */
function isClosedBelow(below: string): boolean {
  const line = /^[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*([^\r\n。]{1,12}。)[^\S\r\n]*(?:[\r\n]|$)/.exec(below)?.[1];
  return line !== undefined && !startsNew(line);
}

/** Whether a paragraph runs over line ends. */
const isWrapped = reportFact((report) => report.prose.some((paragraph) => runsOverLines(paragraph, report)));

/** Where the draft has the paragraph's own text there is no line end in it. */
function runsOverLines({ span, text }: Prose, report: Report): boolean {
  const drafted = sliceOf(report.text, span);
  return drafted !== text && /[\r\n]/.test(drafted);
}
