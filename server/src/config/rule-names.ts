import type { Node } from 'jsonc-parser';
import { groupOf } from '../check/ignores/apply.ts';
import { rules as allRules } from '../rules/index.ts';
import { similarity } from '../text/similar.ts';
import { type Say, spanOf } from './readers.ts';

/** Within two edits, a reader still recognises `table/label`. */
const LIKELY_TYPO = 0.7;

const ids = (): readonly string[] => allRules.map((rule) => rule.meta.id);

const among = (known: readonly string[], node: Node, say: Say): boolean => {
  const rule = String(node.value);
  if (known.includes(rule)) return true;
  const scores = known.map((id) => similarity(id, rule, LIKELY_TYPO));
  const best = Math.max(...scores);
  const similar = known[scores.indexOf(best)];
  if (similar !== undefined && best >= LIKELY_TYPO) say(spanOf(node), 'similar-rule', { rule, similar });
  else say(spanOf(node), 'unknown-rule', { rule });
  return false;
};

/** Whether the text of a node names something. If not, this has been reported, with the nearest name. */
type IsNamed = (node: Node, say: Say) => boolean;

export interface RuleNames {
  readonly isRule: IsNamed;
  readonly isRuleOrGroup: IsNamed;
}

/** @param ofPacks names of packs, and of the rules in them */
export const ruleNames = (ofPacks: readonly string[] = []): RuleNames => ({
  isRule: (node, say) => among([...ids(), ...ofPacks.filter((name) => groupOf(name) !== '')], node, say),
  isRuleOrGroup: (node, say) =>
    among([...new Set([...ids().flatMap((id) => [id, groupOf(id)]), ...ofPacks])], node, say),
});
