import { type Hit, hitsOf, search } from '../../facts/search/search.ts';
import { DOCUMENTS, yearInForce } from '../../forms/documents.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';
import { after, before, replaceBy, sentenceOf } from '../support/wording.ts';

const OLD = search(/(?:国务院令|国令)\s?第?\s?492\s?号|国务院\s?第?\s?492\s?号令/g, {
  avoid: ['book-title'],
});
/** The 条例 of 2007 is rightly named where its history is told. */
const HISTORY = /修订|修改|原《|原条例|旧|废止|失效|2007|2008|颁布以来|711/;
/** 国务院令第492号修订后的《条例》: the first version revised nothing. */
const PRESENT = /^[）)]?(?:修订后的?|修订的|修订公布)/;
/** 新修订的《条例》（国务院令第492号）, （国务院令第492号，2019年修订）: the revision has another number. */
const REVISED = /^[，,、\s]{0,2}2019年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:修订|修正)(?!前)/;
const OF_REVISED = /(?:新|最新)?修订后?的?《[^《》]{0,24}条例》\s?[（(]?$/;
const TOLD = /711|2007|2008|公布/;
const SUBJECT = '《条例》的令号';
const FIRST_YEAR = yearInForce(DOCUMENTS['regulations-2019']);

/** The 条例 of 2007 cited as the law in force. */
export default defineRule({
  meta: {
    id: 'term/old-decree',
    title: { zh: '引用已被修订的国务院令第492号', en: 'The superseded order No. 492 cited as current' },
    severity: 'warning',
    basis: '国务院令第711号：自2019年5月15日起施行',
    fix: 'suggestion',
    messages: {
      old: {
        zh: '现行《条例》由国务院令第711号公布，自2019年5月15日起施行；“{found}”是修订前的令号。',
        en: 'The regulations in force were promulgated by order No. 711; “{found}” is the superseded one.',
      },
    },
  },
  *check(report) {
    const { year } = report;
    if (year === undefined) {
      yield notChecked(SUBJECT, 'year-unknown');
      return;
    }
    let clean = true;
    if (year >= FIRST_YEAR) {
      for (const hit of hitsOf(report, OLD)) {
        if (isOfHistory(hit)) continue;
        clean = false;
        yield failed(SUBJECT, {
          messageId: 'old',
          span: hit.span,
          data: { found: hit.text },
          fixes: [replaceBy(hit, DOCUMENTS['regulations-2019'].number)],
        });
      }
    }
    if (clean) yield passed(SUBJECT);
  },
});

function isOfHistory(hit: Hit): boolean {
  const sentence = sentenceOf(hit);
  if (!HISTORY.test(sentence) || PRESENT.test(after(hit, 6))) return false;
  return TOLD.test(sentence) || !(REVISED.test(after(hit, 20)) || OF_REVISED.test(before(hit, 40)));
}
