import { type Claim, sumOf } from '../../facts/claims/claims.ts';
import type { Subject } from '../../facts/claims/frame.ts';
import type { Report } from '../../report/report.ts';
import { type Span, span } from '../../text/span.ts';

/**
 * What a report says where it has numbers: 收到政府信息公开申请3件 in the place of 未收到政府信息公开申请. One clause may
 * deny several things (行政复议、行政诉讼), so all claims of one place are said together.
 * @returns undefined where a number is not known, or where the words for it are not
 */
export function saidWithNumbers(report: Report, claims: readonly Claim[]): string | undefined {
  const words = claims.map((claim) => said(report, claim));
  if (words.includes(undefined)) return undefined;
  const isOfCases = claims.every(({ subject }) => subject.of === 'cases');
  return `${isOfCases ? '因政府信息公开工作' : ''}${words.join('、')}`;
}

function said(report: Report, { subject, readings: [reading], about }: Claim): string | undefined {
  const { value } = reading ? sumOf(report, reading) : {};
  const words = wordsFor(subject, about);
  return value === undefined || !words ? undefined : `${words}${value}件`;
}

const CASES: Readonly<Record<string, string>> = { review: '被申请行政复议', litigation: '被提起行政诉讼' };
const DOCUMENTS: Readonly<Record<string, string>> = { made: '制发', repealed: '废止', published: '公开' };

function wordsFor(subject: Subject, about: string): string | undefined {
  switch (subject.of) {
    case 'requests':
      return subject.events.length + subject.results.length + subject.applicants.length === 0 ? `收到${about}` : about;
    case 'cases':
      return subject.things.length === 1 && subject.roads.length + subject.outcomes.length === 0
        ? CASES[subject.things[0] ?? '']
        : undefined;
    case 'documents': {
      const verb = DOCUMENTS[subject.events[0] ?? ''];
      return verb && subject.things.length === 1 && subject.things[0] === 'normative'
        ? `${verb}行政规范性文件`
        : undefined;
    }
    default:
      return undefined;
  }
}

/**
 * The clause that claims something, with the mark that parts it from what stands before. Undefined where the clause says
 * more than that or begins its paragraph: what is left would not be a sentence.
 */
export function wholeClause({ text }: Report, { start, end }: Span): Span | undefined {
  if (!/[，,。；;]/.test(text.charAt(end))) return undefined;
  if (/[，,；;]/.test(text.charAt(start - 1))) return span(start - 1, end);
  return text.charAt(start - 1) === '。' && text.charAt(end) === '。' ? span(start, end + 1) : undefined;
}
