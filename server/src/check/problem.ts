import type { Report } from '../report/report.ts';
import { formatOf } from '../report/source/index.ts';
import { type Finding, type Fix, fill, type Locale, type RuleId, type RuleMeta, type Severity } from '../rules/rule.ts';
import { type Edit, type InDocument, isHere, type Span } from '../text/span.ts';

/** A finding as a person reads it: in one language, with its final severity. */
export interface Problem extends InDocument {
  readonly rule: RuleId;
  /** The rule's title. */
  readonly title: string;
  readonly messageId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly (InDocument & { readonly span: Span; readonly message: string })[];
  readonly fixes: readonly ProblemFix[];
  readonly term?: string | undefined;
  /** Identifies the finding without positions, for `ignores`. */
  readonly fingerprint: string;
}

export interface ProblemFix extends Omit<Fix, 'title'> {
  readonly title: string;
}

/** What all problems of one check share. */
export interface Setting {
  readonly report: Report;
  readonly locale: Locale;
  readonly fingerprintOf: (problem: Problem) => string;
}

/** Puts a finding into words, on demand: of thousands of problems most are never shown. */
export const toProblem = (setting: Setting, meta: RuleMeta, finding: Finding, severity: Severity): Problem =>
  new LazyProblem(setting, meta, finding, severity);

/**
 * The accessors are on the prototype. An accessor on the object itself would give every object a hidden class of its
 * own, which V8 keeps until the next full collection, with everything that the accessor refers to.
 */
class LazyProblem implements Problem {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly span: Span;
  readonly #setting: Setting;
  readonly #meta: RuleMeta;
  readonly #finding: Finding;
  #message: string | undefined;
  #related: Problem['related'] | undefined;
  #fixes: Problem['fixes'] | undefined;

  constructor(setting: Setting, meta: RuleMeta, finding: Finding, severity: Severity) {
    this.rule = meta.id;
    this.severity = severity;
    this.span = finding.span;
    this.#setting = setting;
    this.#meta = meta;
    this.#finding = finding;
  }

  get title(): string {
    return this.#meta.title[this.#setting.locale];
  }

  get messageId(): string {
    return this.#finding.messageId;
  }

  /** See Finding. */
  get document(): string | undefined {
    return this.#finding.document;
  }

  get term(): string | undefined {
    return this.#finding.term;
  }

  get message(): string {
    const { messageId, data } = this.#finding;
    this.#message ??= fill(this.#meta.messages[messageId]?.[this.#setting.locale] ?? messageId, data);
    return this.#message;
  }

  get related(): Problem['related'] {
    const { locale } = this.#setting;
    this.#related ??= (this.#finding.related ?? []).map(({ document, span, message }) => ({
      ...(document !== undefined && { document }),
      span,
      message: message[locale],
    }));
    return this.#related;
  }

  get fixes(): readonly ProblemFix[] {
    const { locale, report } = this.#setting;
    this.#fixes ??= (this.#finding.fixes ?? []).map((fix) => ({
      ...fix,
      title: fix.title[locale],
      edits: placed(report, fix.edits),
    }));
    return this.#fixes;
  }

  get fingerprint(): string {
    return this.#setting.fingerprintOf(this);
  }

  toJSON(): Problem {
    return plainProblem(this);
  }
}

/** A problem as an object of its own properties; a spread would leave out the accessors of the prototype. */
export function plainProblem(problem: Problem): Problem {
  const { rule, title, messageId, severity, message, document, span, related, fixes, term, fingerprint } = problem;
  const plain = { rule, title, messageId, severity, message, span, related, fixes, fingerprint };
  return {
    ...plain,
    ...(document !== undefined && { document }),
    ...(term !== undefined && { term }),
  };
}

/** Rules write plain text. The format maps the edits into the source and keeps the tags around and between. */
const placed = (report: Report, edits: readonly Edit[]): readonly Edit[] => [
  ...formatOf(report).place(report.text, edits.filter(isHere)),
  ...edits.filter((edit) => !isHere(edit)),
];
