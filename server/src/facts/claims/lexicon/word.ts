/**
 * What a word tells of a number beside it. The kinds are the questions that a claim answers: what is counted, what
 * happened to it, what came of it, who asked, whose it is, when it was, which part it is, and how sure it is.
 */
export type WordKind =
  /** What is counted: applications, reviews, documents, decisions, fees. */
  | 'thing'
  /** 申请 alone, which may be for anything. */
  | 'apply'
  /** 政府信息公开: tells which applications and cases are meant. */
  | 'info'
  /** What happened to it: received, carried over, made, repealed. */
  | 'event'
  /** A row of 三、本年度办理结果, or several. */
  | 'result'
  /** A column of the requests table, or several. */
  | 'applicant'
  /** How a review or a suit ended. */
  | 'outcome'
  /** The road to court. */
  | 'road'
  /** How an application came in. */
  | 'channel'
  /** Whose it is. */
  | 'own'
  | 'wide'
  | 'level'
  | 'part'
  | 'body'
  /** When it was. */
  | 'this-year'
  | 'last-year'
  | 'next-year'
  | 'part-year'
  | 'years'
  | 'since'
  /** A difference, a rank, a share: a number beside it is no amount. */
  | 'compare'
  | 'share'
  /** Some of them: what no cell counts. */
  | 'some'
  /** Something that the form does not count. */
  | 'foreign'
  /** How numbers stand to each other. */
  | 'among'
  | 'with'
  | 'respectively'
  | 'sum'
  | 'rest'
  | 'others'
  | 'and'
  | 'except'
  | 'of'
  /** None, or all of them. */
  | 'none'
  | 'zero'
  | 'all'
  /** Changes nothing. */
  | 'plain';

/** One meaning with all its forms. */
export interface Word {
  readonly kind: WordKind;
  /** Of the kind: `received`, `denied.secret`, `natural`. */
  readonly meaning: string;
  readonly forms: readonly string[];
}

/** A line of a lexicon: kind, meaning, and the forms separated by blanks. */
export type Line = readonly [kind: WordKind, meaning: string, forms: string];

export const wordsOf = (lines: readonly Line[]): Word[] =>
  lines.map(([kind, meaning, forms]) => ({ kind, meaning, forms: forms.split(/\s+/).filter((form) => form !== '') }));

/**
 * Sentences that show a group at work, read by the tests. In those that bind, `{reading}` stands for a number that the
 * tables answer; a true number must pass and a false one must be reported. In the others no number is reported, however
 * odd it is.
 */
export interface Examples {
  readonly binds: readonly string[];
  readonly not: readonly string[];
}
