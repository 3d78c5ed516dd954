import { hitsOf, search } from '../../facts/search/search.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { replaceBy } from '../support/wording.ts';

const SUBJECT = '行政复议、行政诉讼的表述';
/** One is applied for, the other brought. The section's name in the 条例 has its verb before the second. */
const ONE_VERB = search(/被申请行政复议(?:和|及|与|或|或者|、)行政诉讼/g);

/** 被申请行政复议、提起行政诉讼: each of the two has its own verb. */
export default defineRule({
  meta: {
    id: 'term/review-litigation-wording',
    title: { zh: '行政复议、行政诉讼表述不规范', en: 'Review and litigation under one verb' },
    severity: 'hint',
    basis: '《中华人民共和国政府信息公开条例》第五十条第（三）项：因政府信息公开工作被申请行政复议、提起行政诉讼的情况',
    fix: 'suggestion',
    messages: {
      verb: {
        zh: '“{found}”宜写作“被申请行政复议、提起行政诉讼”。',
        en: '“{found}” should read 被申请行政复议、提起行政诉讼.',
      },
    },
  },
  *check(report) {
    let clean = true;
    for (const hit of hitsOf(report, ONE_VERB)) {
      clean = false;
      yield failed(SUBJECT, {
        messageId: 'verb',
        span: hit.span,
        data: { found: hit.text },
        fixes: [replaceBy(hit, '被申请行政复议、提起行政诉讼')],
      });
    }
    if (clean) yield passed(SUBJECT);
  },
});
