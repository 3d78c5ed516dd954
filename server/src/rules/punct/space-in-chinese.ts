import { type Hit, hitsOf, search } from '../../facts/search/search.ts';
import { defineRule } from '../rule.ts';
import { PERHAPS_UNFILLED, UNFILLED } from '../support/unfilled.ts';
import { isSentence } from '../support/wording.ts';
import { onceAFile } from './once.ts';

const CHINESE = '\\u4e00-\\u9fff';
const BLANK = search(new RegExp(`(?<=[${CHINESE}，。；：、！？”》）])[ \\u00a0\\u3000]+(?=[${CHINESE}“《（])`, 'g'));
/** A heading that runs into its paragraph is separated from it by a blank: （一）主动公开 全年公开… */
const RUN_IN_HEADING = /^[^，。；：、！？,;:]{0,24}$/;
/** 联系人：王 强, 编辑：李 明: names of two characters are set wide. */
const WIDE_NAME = /(?:^|[：:、，])[\u4e00-\u9fff]$/;
/** The place of a number that was never filled in is text/placeholder's; without its blanks nobody would see it. */
const UNFILLED_HERE = new RegExp(`${UNFILLED}|${PERHAPS_UNFILLED}`, 'y');
/** Signatures and captions are laid out with blanks. */
const SHORTEST = 20;

/** Blanks between Chinese characters. */
export default defineRule({
  meta: {
    id: 'punct/space-in-chinese',
    title: { zh: '汉字之间有空格', en: 'Blanks between Chinese characters' },
    severity: 'hint',
    basis: '党政机关公文格式（GB/T 9704—2012）的通行写法',
    fix: 'safe',
    messages: {
      blank: {
        zh: '汉字之间有多余的空格（共 {count} 处）。',
        en: 'There are blanks between Chinese characters ({count}).',
      },
    },
  },
  *check(report) {
    const hits = hitsOf(report, BLANK).filter((hit) => isProse(hit) && isStray(hit));
    yield* onceAFile(
      '汉字间的空格',
      'blank',
      hits.map((hit) => ({ hit, newText: '' })),
      (count) => ({ zh: `删去 ${count} 处空格`, en: `Delete ${count} blanks` }),
    );
  },
});

const isProse = ({ paragraph }: Hit): boolean =>
  isSentence(paragraph) && paragraph.text.length >= SHORTEST && /[，。；]/.test(paragraph.text);

function isStray({ paragraph: { text }, start, end }: Hit): boolean {
  UNFILLED_HERE.lastIndex = start;
  if (UNFILLED_HERE.test(text)) return false;
  const lead = text.slice(0, start);
  if (RUN_IN_HEADING.test(lead)) return false;
  const name = WIDE_NAME.test(lead) && /^[\u4e00-\u9fff](?:[，。；、）),;]|$)/.test(text.slice(end));
  return !name;
}
