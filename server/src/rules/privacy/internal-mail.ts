import { hitsOf, search } from '../../facts/search/search.ts';
import { defineRule, failed, passed } from '../rule.ts';

const SUBJECT = '个人邮箱';

/** Services that give mail boxes to anybody; an office has one under gov.cn, or none of these. */
const PERSONAL =
  /@(?:qq|foxmail|163|126|yeah|139|189|sina|sohu|aliyun|outlook|hotmail|gmail)\.(?:com|net|cn)(?![A-Za-z0-9.])/gi;

const BOXES = search(PERSONAL, { avoid: [] });

/** A mail box of a public service in a text that is to be published. Small offices have no other, so it is only a hint. */
export default defineRule({
  meta: {
    id: 'privacy/internal-mail',
    title: { zh: '公布的邮箱不是政务邮箱', en: 'A mail box that is not the government’s' },
    severity: 'hint',
    basis: '条例第十五条',
    fix: 'none',
    messages: {
      found: {
        zh: '“{found}”是公共邮箱，对外公布的邮箱宜使用政务邮箱。',
        en: '“{found}” is a box of a public mail service; one of the government’s is better.',
      },
    },
  },
  *check(report) {
    let clean = true;
    for (const { span, text } of hitsOf(report, BOXES)) {
      clean = false;
      yield failed(SUBJECT, { messageId: 'found', span, data: { found: text } });
    }
    if (clean) yield passed(SUBJECT);
  },
});
