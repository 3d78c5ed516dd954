import type { Hit } from '../../facts/search/search.ts';
import { type Finding, type Fix, failed, type Outcome, passed } from '../rule.ts';
import { alsoAt } from '../support/wording.ts';

/** What every place of an artefact needs: the text that is left of it. */
export interface Mend {
  readonly hit: Hit;
  readonly newText: string;
}

/**
 * A habit of a file is one finding at its first place, with one fix for all places. Messages may say {count} and
 * {text}.
 */
export function* onceAFile<M extends string>(
  subject: string,
  messageId: M,
  mends: readonly Mend[],
  title: (count: number) => Fix['title'],
  kind: Fix['kind'] = 'safe',
): Generator<Outcome<M>> {
  const inOrder = [...mends].sort((a, b) => a.hit.span.start - b.hit.span.start);
  const [first] = inOrder;
  if (!first) {
    yield passed(subject);
    return;
  }
  const finding: Finding<M> = {
    messageId,
    span: first.hit.span,
    data: { count: inOrder.length, text: first.hit.text },
    related: alsoAt(inOrder.map(({ hit }) => hit)),
    fixes: [
      {
        title: title(inOrder.length),
        edits: inOrder.map(({ hit, newText }) => ({ span: hit.span, newText })),
        kind,
        preferred: true,
      },
    ],
  };
  yield failed(subject, finding);
}
