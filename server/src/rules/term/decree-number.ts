import { type Hit, hitsOf, search } from '../../facts/search/search.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { replaceBy } from '../support/wording.ts';

/** 国务院令711号, 国务院第711号令, 国务院（第711号令）, 第711号国务院令. 国令第711号 is the official short form. */
const WITHOUT_ORDINAL = search(/国务院令\s?(\d{1,4})\s?号/g, { avoid: ['book-title'] });
const REVERSED = search(/国务院\s?第\s?(\d{1,4})\s?号令|第\s?(\d{1,4})\s?号国务院令/g, {
  avoid: ['book-title'],
});

/** Orders are cited as 国务院令第711号: with 第, without a year. */
export default defineRule({
  meta: {
    id: 'term/decree-number',
    title: { zh: '国务院令的写法不规范', en: 'An order of the State Council cited irregularly' },
    severity: 'information',
    basis: '国务院令第711号公布的《中华人民共和国政府信息公开条例》',
    fix: 'safe',
    messages: {
      form: { zh: '“{found}”的规范写法是“{right}”。', en: '“{found}” is properly written “{right}”.' },
    },
  },
  *check(report) {
    let clean = true;
    for (const [pattern, kind] of [
      [WITHOUT_ORDINAL, 'safe'],
      [REVERSED, 'suggestion'],
    ] as const) {
      for (const hit of hitsOf(report, pattern)) {
        clean = false;
        const right = rightForm(hit);
        yield failed('国务院令的写法', {
          messageId: 'form',
          span: hit.span,
          data: { found: hit.text, right },
          fixes: [replaceBy(hit, right, kind)],
        });
      }
    }
    if (clean) yield passed('国务院令的写法');
  },
});

const rightForm = ({ groups }: Hit): string => `国务院令第${groups.find((number) => number !== '') ?? ''}号`;
