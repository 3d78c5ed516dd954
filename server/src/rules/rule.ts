import type { Form } from '../forms/index.ts';
import type { Relations } from '../relations/relations.ts';
import type { NamedRule } from '../report/lines/comments.ts';
import type { Report } from '../report/report.ts';
import type { Edit, InDocument, Span } from '../text/span.ts';

/**
 * error = an arithmetic or structural fact that makes the report wrong; warning = almost surely wrong;
 * information = worth a look; hint = style, shown only as dots.
 */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

export type Locale = 'zh' | 'en';

/** The same sentence in both languages. `{name}` is filled from the finding's data. */
export type Bilingual = Readonly<Record<Locale, string>>;

export type RuleId = `${string}/${string}`;

export interface RuleMeta<M extends string = string> {
  /** `group/name`, as in the file's path. Never reused for another check. */
  readonly id: RuleId;
  readonly title: Bilingual;
  readonly severity: Severity;
  /** The forms that it applies to, decided by their content; left out when it applies to all. */
  readonly appliesTo?: (form: Form) => boolean;
  /** The article or clause behind the rule. */
  readonly basis: string;
  readonly fix: 'none' | 'suggestion' | 'safe';
  readonly messages: Readonly<Record<M, Bilingual>>;
}

export type Data = Readonly<Record<string, string | number>>;

export interface Fix {
  readonly title: Bilingual;
  readonly edits: readonly Edit[];
  /**
   * `safe` may be applied together with others (fix-all): it changes no digit run, cell, date or document number.
   * `suggestion` is offered one at a time, and its title says exactly what it will write.
   */
  readonly kind: 'safe' | 'suggestion';
  readonly preferred?: boolean;
}

/** Another place that has to do with a finding; it may stand in another document. */
export interface Related extends InDocument {
  readonly span: Span;
  readonly message: Bilingual;
}

/** What a rule reports. It stands in the document at hand unless it names another. */
export interface Finding<M extends string = string> extends InDocument {
  readonly messageId: M;
  readonly span: Span;
  readonly data?: Data | undefined;
  /** Overrides the rule's severity where RULES.md gives two. */
  readonly severity?: Severity | undefined;
  readonly related?: readonly Related[] | undefined;
  readonly fixes?: readonly Fix[] | undefined;
  /** A foreign word that the user may allow for this report or this workspace. */
  readonly term?: string | undefined;
  /**
   * The name of something missing, where the span only says where it would go: it distinguishes this finding from
   * others in that place.
   */
  readonly missing?: string | undefined;
}

/** Why a check could not be made. The reader is told; a silent "clean" would be a lie. */
export type NotCheckedReason =
  | 'section-missing'
  | 'table-missing'
  | 'table-unreadable'
  | 'row-missing'
  | 'row-unreadable'
  | 'cell-blank'
  | 'cell-not-a-number'
  | 'cell-doubted'
  | 'not-filled-in'
  | 'year-unknown'
  | 'issuer-unknown'
  | 'number-not-bound'
  | 'list-not-found'
  | 'words-unknown'
  | 'topic-unknown'
  | 'some-of-them'
  | 'difference'
  | 'other-cases'
  | 'other-body'
  | 'part-of-body'
  | 'wider'
  | 'other-year'
  | 'part-of-year'
  | 'no-such-cell'
  | 'prior-missing'
  | 'too-many';

/**
 * One check of one subject (an equation, a cell, a section, the document). Every report has hundreds, most of them
 * passed, so that all share one compact shape.
 */
export type Outcome<M extends string = string> =
  | ({ readonly status: 'passed'; readonly subject: string; readonly span: Span | undefined } & InDocument)
  | { readonly status: 'failed'; readonly subject: string; readonly finding: Finding<M> }
  | ({
      readonly status: 'not-checked';
      readonly subject: string;
      readonly reason: NotCheckedReason;
      readonly span: Span | undefined;
    } & InDocument);

/** @param span where the subject stands, when it stands in one place: the check list leads there. */
export const passed = (subject: string, span?: Span): Outcome<never> => ({ status: 'passed', subject, span });
export const failed = <const M extends string>(subject: string, finding: Finding<M>): Outcome<M> => ({
  status: 'failed',
  subject,
  finding,
});
export const notChecked = (subject: string, reason: NotCheckedReason, span?: Span): Outcome<never> => ({
  status: 'not-checked',
  subject,
  reason,
  span,
});

/** What a rule may know besides the report. */
export interface RuleContext {
  /** Foreign words that this report or workspace allows, lower-cased. */
  readonly allowedTerms: ReadonlySet<string>;
  /** The file's name without folders, for the title that structure/missing-title proposes. */
  readonly fileName: string | undefined;
  /** Every rule's id and every group. */
  readonly knownRules: ReadonlySet<string>;
  /** What is known of other reports: of the year before, of the bodies below, of neighbours. Undefined: nobody asked. */
  readonly relations: Relations | undefined;
  /** Names in ignore comments that cover no finding so far. The rule that asks must therefore run last. */
  readonly staleNames: () => readonly NamedRule[];
}

export interface Rule<M extends string = string> {
  readonly meta: RuleMeta<M>;
  check(report: Report, context: RuleContext): Iterable<Outcome<M>>;
}

/** Keeps the literal names of `meta.messages`, so that a misspelt message id does not compile. */
export function defineRule<const M extends string>(rule: Rule<M>): Rule<M> {
  return rule;
}

/** Fills `{name}` in a message. A name without data stays as it is, so that a test sees it. */
export function fill(template: string, data: Data | undefined): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => String(data?.[name] ?? hole));
}
