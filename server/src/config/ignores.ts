import type { Node } from 'jsonc-parser';
import type { Ignore } from '../check/ignores/apply.ts';
import { isReason } from '../report/lines/comments.ts';
import { fill, type Locale } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { MESSAGES } from './messages.ts';
import { filledText, objectOf, type Reader, type Say, spanOf, text } from './readers.ts';
import type { RuleNames } from './rule-names.ts';

/** One entry of `ignores`. */
export interface IgnoreEntry extends Ignore {
  /** The report's path relative to the configuration file; left out = whichever report has the finding. */
  readonly file?: string;
  /** The message, shortened, for the person who reads the file. */
  readonly text?: string;
  /** The entry's place in the file. */
  readonly span: Span;
}

interface Written {
  readonly file: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly reason: string;
  readonly text: string;
}

const writtenWith = ({ isRule }: RuleNames) =>
  objectOf<Written>({
    file: filledText,
    rule: (node, say) => {
      const id = filledText(node, say);
      return id !== undefined && isRule(node, say) ? id : undefined;
    },
    fingerprint: filledText,
    reason: text,
    text,
  });

const NEEDED = ['rule', 'fingerprint'] as const;

/** An entry without a reason has effect, and is reported until it has one. */
export const ignoreEntry = (names: RuleNames): Reader<IgnoreEntry> => {
  const written = writtenWith(names);
  return (node, say) => toEntry(written(node, say), node, say);
};

const toEntry = (entry: Partial<Written> | undefined, node: Node, say: Say): IgnoreEntry | undefined => {
  if (!entry || node.type !== 'object') return undefined;
  const keys = new Set((node.children ?? []).map(({ children }) => children?.[0]?.value));
  for (const key of NEEDED) if (!keys.has(key)) say(spanOf(node), 'needs-key', { key });
  const { rule, fingerprint, reason = '', file, text: shown } = entry;
  if (rule === undefined || fingerprint === undefined) return undefined;
  if (!isReason(reason)) say(spanOf(node), 'needs-reason');
  return {
    rule,
    fingerprint,
    reason,
    ...(file !== undefined && { file }),
    ...(shown !== undefined && { text: shown }),
    span: spanOf(node),
  };
};

/** The message for an entry that matches nothing any more. */
export const staleMessage = ({ rule, file }: IgnoreEntry, locale: Locale): string =>
  fill(MESSAGES['stale-ignore'][locale], { rule, file: file ?? '' });
