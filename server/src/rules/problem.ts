import { inMarkup } from '../report/html/markup.ts';
import type { Report } from '../report/report.ts';
import type { Edit, Span } from '../text/span.ts';
import { type Finding, type Fix, fill, type Locale, type RuleId, type RuleMeta, type Severity } from './rule.ts';

/** A finding as a person reads it: in one language, with its final severity. */
export interface Problem {
  readonly rule: RuleId;
  /** The rule's title. */
  readonly title: string;
  readonly messageId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  readonly fixes: readonly ProblemFix[];
  readonly term?: string | undefined;
  /** Names the finding without positions, for `ignores`. */
  readonly fingerprint: string;
}

export interface ProblemFix extends Omit<Fix, 'title'> {
  readonly title: string;
}

/** A rule's finding, and where the rest of what is said of it comes from. */
export interface Source {
  readonly report: Report;
  readonly meta: RuleMeta;
  readonly finding: Finding;
  readonly severity: Severity;
  readonly locale: Locale;
  readonly fingerprint: () => string;
}

/**
 * Put into words when somebody reads it: of thousands most are shown to nobody. The accessors stand on the prototype;
 * one written into an object makes a hidden class for that object alone, which V8 keeps until the next full collection
 * together with all that the accessor knows.
 */
export class FoundProblem implements Problem {
  readonly rule: RuleId;
  readonly title: string;
  readonly messageId: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly term: string | undefined;
  readonly #source: Source;
  #message: string | undefined;
  #related: Problem['related'] | undefined;
  #fixes: Problem['fixes'] | undefined;

  constructor(source: Source) {
    const { meta, finding, severity, locale } = source;
    this.rule = meta.id;
    this.title = meta.title[locale];
    this.messageId = finding.messageId;
    this.severity = severity;
    this.span = finding.span;
    this.term = finding.term;
    this.#source = source;
  }

  get message(): string {
    const { meta, finding, locale } = this.#source;
    this.#message ??= fill(meta.messages[finding.messageId]?.[locale] ?? finding.messageId, finding.data);
    return this.#message;
  }

  get related(): Problem['related'] {
    const { finding, locale } = this.#source;
    this.#related ??= (finding.related ?? []).map(({ span, message }) => ({ span, message: message[locale] }));
    return this.#related;
  }

  get fixes(): readonly ProblemFix[] {
    const { finding, locale, report } = this.#source;
    this.#fixes ??= (finding.fixes ?? []).map((fix) => ({
      ...fix,
      title: fix.title[locale],
      edits: placed(report, fix.edits),
    }));
    return this.#fixes;
  }

  get fingerprint(): string {
    return this.#source.fingerprint();
  }

  /** All of it as plain data; a spread would leave out what stands on the prototype. */
  toJSON(): Problem {
    const { rule, title, messageId, severity, message, span, related, fixes, term, fingerprint } = this;
    const plain = { rule, title, messageId, severity, message, span, related, fixes, fingerprint };
    return term === undefined ? plain : { ...plain, term };
  }
}

/** Rules write as in plain text; in a source the tags around and between stay. */
const placed = ({ text, format }: Report, edits: readonly Edit[]): readonly Edit[] =>
  format === 'html' ? edits.flatMap((edit) => inMarkup(text, edit)) : edits;
