import type { IgnoreComment, NamedRule } from '../../report/lines/comments.ts';
import { type Span, span } from '../../text/span.ts';
import { defineRule, type Fix, failed, passed } from '../rule.ts';

/**
 * An ignore comment whose finding has gone would hide the next one in its place. Stands last in the list of rules,
 * for it asks what the others have found.
 */
export default defineRule({
  meta: {
    id: 'config/stale-ignore',
    title: { zh: '忽略已不再对应任何问题', en: 'An ignore matches nothing any more' },
    severity: 'information',
    basis: '忽略只对当时的数字和句子有效，改动后应当重新判断',
    fix: 'suggestion',
    messages: {
      stale: {
        zh: '这里已经没有“{rule}”的问题，忽略注释可以删去',
        en: 'There is no finding of “{rule}” here any more; the ignore comment can go',
      },
    },
  },
  *check(report, { staleNames }) {
    const stale = new Set<NamedRule>(staleNames());
    for (const comment of report.ignoreComments) {
      for (const name of comment.rules) {
        if (!stale.has(name)) yield passed('忽略注释');
        else {
          const fixes = comment.rules.length === 1 ? [removal(report.text, comment)] : [];
          yield failed('忽略注释', { messageId: 'stale', span: name.span, data: { rule: name.id }, fixes });
        }
      }
    }
  },
});

const removal = (text: string, comment: IgnoreComment): Fix => ({
  title: { zh: '删去这条忽略注释', en: 'Delete this ignore comment' },
  edits: [{ span: withLine(text, comment.span), newText: '' }],
  kind: 'suggestion',
});

/** The whole line with its line break when nothing else stands in it. */
function withLine(text: string, comment: Span): Span {
  const before = /(?:^|[\r\n])([^\S\r\n]*)$/.exec(text.slice(0, comment.start));
  const after = /^[^\S\r\n]*(?:\r\n|\r|\n|$)/.exec(text.slice(comment.end));
  if (!before || !after) return comment;
  return span(comment.start - (before[1]?.length ?? 0), comment.end + after[0].length);
}
