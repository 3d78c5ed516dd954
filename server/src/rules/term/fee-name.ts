import { hitsOf, search } from '../../facts/search/search.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { alsoAt, replaceBy } from '../support/wording.ts';

const SUBJECT = '信息处理费的名称';
const OTHER_NAME = search(/(?:政府)?信息公开(?:处理费|费(?!用)|工本费)/g);
/** 安徽 itself calls the fee 信息公开处理费 in its rules (皖财综〔2021〕28号). */
const OFFICIAL_THERE = /安徽|皖财/;

/** The fee has one name in the 条例 and in its rules. */
export default defineRule({
  meta: {
    id: 'term/fee-name',
    title: { zh: '信息处理费名称不规范', en: 'The fee is called by another name' },
    severity: 'hint',
    basis: '《中华人民共和国政府信息公开条例》第四十二条；国办函〔2020〕109号',
    fix: 'suggestion',
    messages: {
      name: {
        zh: '《条例》和收费办法称“信息处理费”，此处写作“{found}”。',
        en: 'The regulations call the fee 信息处理费, not “{found}”.',
      },
    },
  },
  *check(report) {
    const hits = hitsOf(report, OTHER_NAME);
    const [first] = hits;
    if (!first || OFFICIAL_THERE.test(report.text)) {
      yield passed(SUBJECT);
      return;
    }
    yield failed(SUBJECT, {
      messageId: 'name',
      span: first.span,
      data: { found: first.text },
      related: alsoAt(hits),
      fixes: [replaceBy(first, '信息处理费')],
    });
  },
});
