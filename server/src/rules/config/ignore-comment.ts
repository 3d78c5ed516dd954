import { isReason } from '../../report/lines/comments.ts';
import { similarity } from '../../text/similar.ts';
import { defineRule, type Finding, failed, passed } from '../rule.ts';

/** Two letters amiss in `table/label` is still the same word for a reader. */
const LIKELY_TYPO = 0.7;

/** An ignore comment says which rule and why, so that the next reader need not guess. */
export default defineRule({
  meta: {
    id: 'config/ignore-comment',
    title: { zh: '忽略注释写得不完整', en: 'An ignore comment is incomplete' },
    severity: 'information',
    basis: '本工具的写法：<!-- nianbao-ignore 规则: 理由 -->',
    fix: 'suggestion',
    messages: {
      'no-reason': {
        zh: '忽略注释没有写明理由，写法：<!-- nianbao-ignore 规则: 理由 -->',
        en: 'The ignore comment gives no reason. Write <!-- nianbao-ignore rule: reason -->',
      },
      'no-rule': {
        zh: '忽略注释没有写明忽略哪条规则，写法：<!-- nianbao-ignore 规则: 理由 -->',
        en: 'The ignore comment names no rule. Write <!-- nianbao-ignore rule: reason -->',
      },
      'unknown-rule': {
        zh: '没有名为“{rule}”的规则或规则组，这条忽略不起作用',
        en: 'There is no rule or group of rules “{rule}”, so that nothing is ignored',
      },
      'similar-rule': {
        zh: '没有名为“{rule}”的规则或规则组，是否应为“{similar}”？',
        en: 'There is no rule or group of rules “{rule}”. Did you mean “{similar}”?',
      },
    },
  },
  *check({ ignoreComments }, { knownRules }) {
    for (const { span, rules, reason } of ignoreComments) {
      const findings: Finding<'no-reason' | 'no-rule' | 'unknown-rule' | 'similar-rule'>[] = [];
      if (rules.length === 0) findings.push({ messageId: 'no-rule', span });
      for (const name of rules) {
        if (knownRules.has(name.id)) continue;
        const similar = [...knownRules].find((id) => similarity(id, name.id) >= LIKELY_TYPO);
        if (similar === undefined) {
          findings.push({ messageId: 'unknown-rule', span: name.span, data: { rule: name.id } });
          continue;
        }
        findings.push({
          messageId: 'similar-rule',
          span: name.span,
          data: { rule: name.id, similar },
          fixes: [
            {
              title: { zh: `改为“${similar}”`, en: `Write “${similar}”` },
              edits: [{ span: name.span, newText: similar }],
              kind: 'suggestion',
            },
          ],
        });
      }
      if (rules.length > 0 && !isReason(reason)) findings.push({ messageId: 'no-reason', span });
      if (findings.length === 0) yield passed('忽略注释');
      for (const finding of findings) yield failed('忽略注释', finding);
    }
  },
});
