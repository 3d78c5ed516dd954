import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Location } from 'vscode-languageserver-types';
import type { Problem } from '../check/lint.ts';
import type { ConfigProblem } from '../config/config.ts';
import { othersIn, rangeIn } from '../relations/others.ts';
import type { Relations } from '../relations/relations.ts';
import staleIgnore from '../rules/config/stale-ignore.ts';
import type { Locale, RuleId, Severity } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { toRange } from './ranges.ts';

export const SOURCE = 'nianbao';

/** Of a finding in a configuration file; rule ids have a group, so it cannot be taken for one. */
const CONFIG_CODE = 'config';

/** The rule that says the same of ignore comments. */
const STALE_CODE = staleIgnore.meta.id;

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a diagnostic carries for programs: which message it is, and what the fixes are called. */
export interface DiagnosticData {
  readonly messageId: string;
  readonly fixes: readonly { readonly title: string; readonly kind: 'safe' | 'suggestion' }[];
}

/** Where findings lead. */
export interface Leads {
  /** An address with `{rule}` for a rule's id. */
  readonly rulePages: string | undefined;
  /** Where the entry stands that a rule of a pack comes from. */
  readonly entryOf: ((rule: RuleId) => Location | undefined) | undefined;
  /** The other reports that the check knew of. */
  readonly relations?: Relations | undefined;
  readonly locale: Locale;
}

const ENTRY = { zh: '规则包中的这一条', en: 'This entry of the rule pack' };

/** Lines and columns of a fragment count from 1. */
const hrefOf = ({ uri, range: { start } }: Location): string => `${uri}#L${start.line + 1},${start.character + 1}`;

export function toDiagnostic(document: TextDocument, problem: Problem, leads: Leads): Diagnostic {
  const { rulePages, relations } = leads;
  const entry = leads.entryOf?.(problem.rule);
  const href = entry ? hrefOf(entry) : rulePages?.replace('{rule}', problem.rule);
  const { rule, messageId, message, severity, span, related, fixes } = problem;
  const data: DiagnosticData = { messageId, fixes: fixes.map(({ title, kind }) => ({ title, kind })) };
  return {
    range: toRange(document, span),
    severity: SEVERITIES[severity],
    source: SOURCE,
    code: rule,
    message,
    ...(href !== undefined && { codeDescription: { href } }),
    ...((related.length > 0 || entry) && {
      relatedInformation: [
        ...related.map(({ document: other, span: place, message: what }) => ({
          location:
            other === undefined
              ? { uri: document.uri, range: toRange(document, place) }
              : { uri: other, range: rangeIn(relations && othersIn(relations).get(other), place) },
          message: what,
        })),
        ...(entry ? [{ location: entry, message: ENTRY[leads.locale] }] : []),
      ],
    }),
    data,
  };
}

/** A fault in a configuration file: it does not make a report wrong. */
export const toConfigDiagnostic = (document: TextDocument, { span, message, severity }: ConfigProblem): Diagnostic => ({
  range: toRange(document, span),
  severity: SEVERITIES[severity],
  source: SOURCE,
  code: CONFIG_CODE,
  message,
});

/** An entry of `ignores` that matches nothing any more. */
export const toStaleDiagnostic = (document: TextDocument, span: Span, message: string): Diagnostic => ({
  range: toRange(document, span),
  severity: DiagnosticSeverity.Information,
  source: SOURCE,
  code: STALE_CODE,
  message,
  tags: [DiagnosticTag.Unnecessary],
});
