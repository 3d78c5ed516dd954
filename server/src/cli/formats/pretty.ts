import { styleText } from 'node:util';
import type { Locale, Severity } from '../../rules/rule.ts';
import { placeInWords } from '../../word/place.ts';
import { messagesIn } from '../messages.ts';
import type { CheckedReport, Summary } from '../result.ts';
import type { FormatContext, Formatter } from './format.ts';
import { padTo, printable, widest, widthOf } from './width.ts';

type Style = Parameters<typeof styleText>[0];

const STYLES: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'gray',
};

/** One long message must not push the rule ids of all others off the screen. */
const WIDEST_MESSAGE = 76;

type Paint = (style: Style, text: string) => string;

/** For people: a block per report with its problems in the order of the text, and how much was checked. */
export const pretty = (context: FormatContext): Formatter<string> => {
  const { colour, quiet } = context;
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
  return {
    part: (file) =>
      file.kind !== 'report' || (quiet && file.shown.length === 0) ? '' : reportBlock(file, context, paint),
    add: (text) => text,
    end: (summary) => [summaryText(summary, context, paint)],
  };
};

function reportBlock(file: CheckedReport, { locale, quiet, wrote }: FormatContext, paint: Paint): string {
  const say = messagesIn(locale);
  const { year, form, checks } = file.result;
  const lines = [
    `${paint('bold', printable(file.path))}  ${paint('dim', say.heading(year, form))}`,
    ...findings(file, locale, paint),
    ...packEntries(file, paint),
    ...(file.fixed > 0 ? [`  ${say.fixed(file.fixed, wrote)}`] : []),
    ...(quiet ? [] : [`  ${paint('dim', say.checked(checks))}`]),
  ];
  return `${lines.join('\n')}\n\n`;
}

/** A line a finding, in columns. */
function findings({ shown, locate, placeOf }: CheckedReport, locale: Locale, paint: Paint): string[] {
  const say = messagesIn(locale);
  const rows = shown.map(({ span, severity, message, rule }) => {
    const { line, column } = locate(span.start);
    const inWord = placeOf?.(span);
    const place = inWord ? placeInWords(inWord)[locale] : `${line}:${column}`;
    return { place, severity, message: printable(message), rule };
  });
  const places = widest(rows.map(({ place }) => place));
  const names = widest(rows.map(({ severity }) => say.severity[severity]));
  const messages = Math.min(WIDEST_MESSAGE, widest(rows.map(({ message }) => message)));
  return rows.map(({ place, severity, message, rule }) => {
    const name = paint(STYLES[severity], padTo(say.severity[severity], names));
    return `  ${' '.repeat(places - widthOf(place))}${place}  ${name}  ${padTo(message, messages)}  ${paint('dim', rule)}`;
  });
}

/** Where the entries of rule packs stand that asked for what was found. */
function packEntries({ shown, packPlaceOf }: CheckedReport, paint: Paint): string[] {
  if (!packPlaceOf) return [];
  return [...new Set(shown.map(({ rule }) => rule))].flatMap((rule) => {
    const entry = packPlaceOf(rule);
    return entry ? [`  ${paint('dim', printable(`${rule}  ${entry.path}:${entry.line}:${entry.column}`))}`] : [];
  });
}

/** The last lines: how many files, what was found in all of them, and whether that exceeds the limit. */
function summaryText(summary: Summary, { locale, quiet, wrote, maxWarnings }: FormatContext, paint: Paint): string {
  const say = messagesIn(locale);
  const { reports, notReports, notRead, problems, fixable, fixed } = summary;
  const isExcess = maxWarnings !== undefined && problems.warning > maxWarnings;
  const excess = isExcess ? `${say.tooManyWarnings(problems.warning, maxWarnings)}\n` : '';
  if (quiet && problems.error === 0) return excess;
  const files = [
    say.reports(reports),
    ...(notReports > 0 ? [say.notReports(notReports)] : []),
    ...(notRead > 0 ? [say.notRead(notRead)] : []),
  ];
  const found = [
    say.counts(problems),
    ...(fixable > 0 ? [say.fixable(fixable)] : []),
    ...(fixed > 0 ? [say.fixed(fixed, wrote)] : []),
  ];
  const { comma, colon, stop } = MARKS[locale];
  const total = `${files.join(comma)}${colon}${found.join(stop)}`;
  const style: Style = problems.error > 0 ? 'red' : problems.warning > 0 ? 'yellow' : 'green';
  // For a single report its own block has said this.
  const checked = reports > 1 ? `${say.checked(summary.checks)}\n` : '';
  return `${paint(style, total)}\n${checked}${excess}`;
}

const MARKS = {
  zh: { comma: '，', colon: '：', stop: '；' },
  en: { comma: ', ', colon: ': ', stop: '; ' },
} as const;
