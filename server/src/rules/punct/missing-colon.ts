import { hitsOf, search } from '../../facts/search/search.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { alsoAt, insertAt } from '../support/wording.ts';

const SUBJECT = '联系方式的冒号';
const FIELD = search(
  /(?:邮编|邮政编码|联系电话|电话|传真|网址|电子邮箱|邮箱)(?=\s?(?:\d{3,}|https?:|www\.|[a-z\d]{3,}@))/g,
  { avoid: ['book-title'] },
);
const WITH_COLON = /(?:地址|邮编|邮政编码|电话|传真|网址|邮箱)\s?([：:])/;

/** 地址：…，邮编834600: one field of a contact line lacks the colon that the others have. */
export default defineRule({
  meta: {
    id: 'punct/missing-colon',
    title: { zh: '联系方式缺少冒号', en: 'A contact field without its colon' },
    severity: 'hint',
    basis: 'GB/T 15834—2011 4.7',
    fix: 'safe',
    messages: {
      colon: { zh: '“{text}”之后缺少冒号，与其他各项不一致。', en: '“{text}” lacks the colon that other fields have.' },
    },
  },
  *check(report) {
    const hits = hitsOf(report, FIELD).filter(({ paragraph }) => WITH_COLON.test(paragraph.text));
    const [first] = hits;
    if (!first) {
      yield passed(SUBJECT);
      return;
    }
    yield failed(SUBJECT, {
      messageId: 'colon',
      span: first.span,
      data: { text: first.text },
      related: alsoAt(hits),
      fixes: [
        {
          title: { zh: '补上冒号', en: 'Insert the colon' },
          edits: hits.map(({ paragraph, span }) => insertAt(span.end, WITH_COLON.exec(paragraph.text)?.[1] ?? '：')),
          kind: 'safe',
          preferred: true,
        },
      ],
    });
  },
});
