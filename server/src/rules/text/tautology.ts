import { hitsOf, search } from '../../facts/search/search.ts';
import { MEASURE } from '../../text/measures.ts';
import { defineRule, failed, passed } from '../rule.ts';

/** 主动公开政府信息共6条，其中主动公开政府信息6条: the part is the whole, in number and in name. */
const PART_IS_WHOLE = search(
  new RegExp(
    `([\\u4e00-\\u9fff]{4,10}?)(?:总计|总共|共计|合计|累计|共)?\\s?(\\d{1,6})\\s?(${MEASURE})[，,。；;]\\s?其中[，,：:]?\\s?\\1(?:总计|共计|共)?\\s?\\2\\s?\\3`,
    'g',
  ),
);

/** A part of a sum that is the sum again. */
export default defineRule({
  meta: {
    id: 'text/tautology',
    title: { zh: '分项与总数同名同数', en: 'A part that is the whole again' },
    severity: 'hint',
    basis: '部分地方的编制通知：重在聚焦主题、简明客观',
    fix: 'none',
    messages: {
      part: {
        zh: '“其中”之后的分项“{name}{count}{unit}”与总数同名同数，没有说明公开的方式或类别。',
        en: 'The part “{name}{count}{unit}” has the name and the number of the whole.',
      },
    },
  },
  *check(report) {
    let clean = true;
    for (const hit of hitsOf(report, PART_IS_WHOLE)) {
      const [name = '', count = '', unit = ''] = hit.groups;
      clean = false;
      yield failed('分项的名称', { messageId: 'part', span: hit.span, data: { name, count, unit } });
    }
    if (clean) yield passed('分项的名称');
  },
});
