import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Sarif from 'sarif';
import type { IgnoredProblem, Problem } from '../../check/lint.ts';
import type { Rule, Severity } from '../../rules/rule.ts';
import type { Span } from '../../text/span.ts';
import { productVersion } from '../../version.ts';
import type { WordPlace } from '../../word/place.ts';
import { elsewhere } from '../elsewhere.ts';
import { messagesIn } from '../messages.ts';
import type { Locate, PackPlace } from '../positions.ts';
import { type CheckedReport, type FileResult, isFailure } from '../result.ts';
import { pageIn, readRulePage } from '../rule-pages.ts';
import type { FormatContext, Formatter } from './format.ts';
import { printableJson } from './width.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  gb18030: 'GB18030',
  docx: undefined,
} as const;

/** Draft text inside a message must read as text: SARIF gives `[x](1)` and `{0}` a meaning of their own. */
const plain = (text: string): Sarif.Message => ({
  text: text.replace(/\[(?=[^\]]*\]\()/g, '\\[').replace(/\{(\d+)\}/g, '{{$1}}'),
});

const region = ({ start, end }: Span, locate: Locate): Sarif.Region => {
  const { line: startLine, column: startColumn } = locate(start);
  const { line: endLine, column: endColumn } = locate(end);
  return { startLine, startColumn, endLine, endColumn };
};

/** The page of a rule that found something; the log of a clean report need not carry all pages. */
function help({ meta }: Rule, { locale }: FormatContext, found: boolean): Sarif.MultiformatMessageString {
  const page = found ? readRulePage(meta.id) : undefined;
  return { text: `${meta.title[locale]}\n${meta.basis}`, ...(page && { markdown: pageIn(page, locale) }) };
}

function descriptor(rule: Rule, context: FormatContext, found: boolean): Sarif.ReportingDescriptor {
  const { meta } = rule;
  return {
    id: meta.id,
    shortDescription: { text: meta.title[context.locale] },
    fullDescription: { text: `${meta.title.zh} / ${meta.title.en}` },
    help: help(rule, context, found),
    defaultConfiguration: { level: LEVELS[meta.severity] },
    properties: { title: meta.title, severity: meta.severity, basis: meta.basis, fix: meta.fix },
  };
}

/** Relative to the folder the program runs in, so that the log means the same on another machine. */
function addressOf(path: string, absolute: string | undefined, cwd: string): Sarif.ArtifactLocation {
  const encoded = (plainPath: string): string => plainPath.split('/').map(encodeURIComponent).join('/');
  if (absolute === undefined && path === '-') return { uri: 'stdin' };
  const full = absolute ?? resolve(cwd, path);
  const inside = relative(cwd, full);
  const outside = inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return { uri: outside ? pathToFileURL(full).href : encoded(inside.split(sep).join('/')) };
}

const withEncoding = (encoding: CheckedReport['encoding']) => {
  const name = ENCODINGS[encoding];
  return name === undefined ? {} : { encoding: name };
};

/** A Word document has no lines; the region is that of the text which it shows. */
function logical(place: WordPlace): Sarif.LogicalLocation {
  const { text, ...counted } = place;
  const fullyQualifiedName = Object.entries(counted)
    .map(([name, number]) => `${name} ${number}`)
    .join(' ');
  return { name: plain(text).text ?? '', fullyQualifiedName, kind: 'element' };
}

/** The entry of a rule pack that asked for a finding. */
const entryLocation = ({ path, absolute, line, column }: PackPlace, cwd: string): Sarif.Location => ({
  physicalLocation: {
    artifactLocation: addressOf(path, absolute, cwd),
    region: { startLine: line, startColumn: column },
  },
  message: { text: '规则包中的条目 / entry of the rule pack' },
});

function resultOf(
  found: Problem,
  file: CheckedReport,
  address: Sarif.ArtifactLocation,
  ruleIndex: number,
  cwd: string,
): Sarif.Result {
  const other = elsewhere(file.relations);
  const locationOf = (span: Span, document?: string): Sarif.Location => {
    if (document !== undefined) {
      const artifactLocation = addressOf(document, undefined, cwd);
      return { physicalLocation: { artifactLocation, region: region(span, other(document)) } };
    }
    const place = file.placeOf?.(span);
    return {
      physicalLocation: { artifactLocation: address, region: region(span, file.locate) },
      ...(place && { logicalLocations: [logical(place)] }),
    };
  };
  const entry = file.packPlaceOf?.(found.rule);
  const related: Sarif.Location[] = [
    ...found.related.map(({ document, span, message }) => ({ ...locationOf(span, document), message: plain(message) })),
    ...(entry ? [entryLocation(entry, cwd)] : []),
  ];
  // The standard wants at least one replacement in a fix. Who reads a log applies what stands in it unseen.
  const fixes = file.fixesOf(found).filter(({ tried, fix: { edits } }) => tried && edits.length > 0);
  return {
    ruleId: found.rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: LEVELS[found.severity],
    message: plain(found.message),
    locations: [locationOf(found.span)],
    ...(related.length > 0 && { relatedLocations: related.map((location, id) => ({ id, ...location })) }),
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ title, fix: { edits } }) => ({
        description: plain(title),
        artifactChanges: [
          {
            artifactLocation: address,
            replacements: edits.map(({ span, newText }) => ({
              deletedRegion: region(span, file.locate),
              insertedContent: { text: newText },
            })),
          },
        ],
      })),
    }),
    partialFingerprints: { 'nianbao/v1': found.fingerprint },
    properties: { messageId: found.messageId, severity: found.severity },
  };
}

/** Ignored findings are listed with their reason: a log without them would look as if all were right. */
const suppressed = (result: Sarif.Result, { by, reason }: IgnoredProblem): Sarif.Result => ({
  ...result,
  suppressions: [{ kind: by === 'comment' ? 'inSource' : 'external', status: 'accepted', justification: reason }],
});

function notification(file: Exclude<FileResult, CheckedReport>, context: FormatContext): Sarif.Notification {
  const say = messagesIn(context.locale);
  const failure = file.kind === 'not-read' && isFailure(file);
  return {
    level: failure ? 'error' : 'note',
    message: plain(file.kind === 'not-report' ? say.notReport(file.path) : say.cannotRead(file.path, file.reason)),
    locations: [{ physicalLocation: { artifactLocation: addressOf(file.path, undefined, context.cwd) } }],
  };
}

type Part =
  | { readonly notification: Sarif.Notification }
  | { readonly artifact: Sarif.Artifact; readonly results: readonly Sarif.Result[] };

function partOf(file: FileResult, context: FormatContext, indexOf: (rule: string) => number): Part {
  if (file.kind !== 'report') return { notification: notification(file, context) };
  const address = addressOf(file.path, file.absolute, context.cwd);
  const toResult = (found: Problem): Sarif.Result => resultOf(found, file, address, indexOf(found.rule), context.cwd);
  return {
    artifact: {
      location: address,
      roles: ['analysisTarget'],
      ...withEncoding(file.encoding),
      properties: { year: file.result.year ?? null, form: file.result.form },
    },
    results: [...file.shown.map(toResult), ...file.result.ignored.map((found) => suppressed(toResult(found), found))],
  };
}

/** SARIF 2.1.0, for code scanning and editors that read it. */
export const sarif = (context: FormatContext): Formatter<Part> => {
  const indexOf = new Map<string, number>(context.rules.map(({ meta }, index) => [meta.id, index]));
  const artifacts: Sarif.Artifact[] = [];
  const results: Sarif.Result[] = [];
  const notifications: Sarif.Notification[] = [];
  return {
    part: (file) => partOf(file, context, (rule) => indexOf.get(rule) ?? -1),
    add(part) {
      if ('notification' in part) notifications.push(part.notification);
      else {
        artifacts.push(part.artifact);
        for (const result of part.results) results.push(result);
      }
      return '';
    },
    end(summary, exitCode) {
      const found = new Set(results.map(({ ruleId }) => ruleId));
      const log: Sarif.Log = {
        $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: [
          {
            tool: {
              driver: {
                name: 'nianbao-lint',
                fullName: '年报校对 nianbao-lint',
                version: productVersion,
                semanticVersion: productVersion,
                rules: context.rules.map((rule) => descriptor(rule, context, found.has(rule.meta.id))),
              },
            },
            language: context.locale === 'zh' ? 'zh-CN' : 'en',
            columnKind: 'utf16CodeUnits',
            invocations: [{ executionSuccessful: exitCode !== 2, exitCode, toolExecutionNotifications: notifications }],
            artifacts,
            results,
            properties: { summary },
          },
        ],
      };
      return [`${printableJson(JSON.stringify(log, null, 2))}\n`];
    },
  };
};
