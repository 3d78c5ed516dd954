import { spanIn } from '../../report/prose/span-in.ts';
import type { Prose, Report } from '../../report/report.ts';
import { chineseNumeral, startsItem } from '../../text/ordinals.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { insertAt } from '../support/wording.ts';

const SUBJECT = '并列各项的序号';

/** 时效不够：…。 A short name of the item, a colon, and what is said of it. Contact lines are shorter and end openly. */
const ITEM = /^([\u4e00-\u9fff、和与]{4,16})[：:](?=.{15,}[。；]$)/s;
/** What stands before a colon without naming an item. */
const NO_ITEM =
  /^(?:其中|如下|包括|例如|地址|电话|邮编|邮箱|联系|办公|传真|网址|时间|附件|注)|(?:地址|电话|如下|情况|方面|问题|措施)$/;
/** 首先, 第一 number it in other words. */
const ORDERED = /^(?:首先|其次|再次|最后|另外|此外|同时|第)/;
const FEWEST = 2;

/** Items that are named before a colon stand in a row without numbers. */
export default defineRule({
  meta: {
    id: 'numbering/missing-item-number',
    title: { zh: '并列各项没有序号', en: 'Items in a row without numbers' },
    severity: 'hint',
    basis: 'GB/T 9704—2012 7.3.3：文中结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注',
    fix: 'suggestion',
    messages: {
      bare: {
        zh: '“{first}”起 {count} 项并列，都没有序号，宜写作“{numbered}”。',
        en: '{count} items in a row, from “{first}” on, have no numbers; the first might read “{numbered}”.',
      },
    },
  },
  *check(report) {
    let clean = true;
    for (const items of rowsOf(report)) {
      const [first] = items;
      const name = ITEM.exec(first?.text ?? '')?.[1] ?? '';
      if (!first) continue;
      clean = false;
      yield failed(SUBJECT, {
        messageId: 'bare',
        span: spanIn(first, 0, name.length),
        data: { first: name, count: items.length, numbered: `一是${name}` },
        fixes: [
          {
            title: {
              zh: `给这 ${items.length} 项加上“一是”“二是”等序号`,
              en: `Number these ${items.length} items 一是, 二是 …`,
            },
            edits: items.map((item, index) => insertAt(spanIn(item, 0, 1).start, `${chineseNumeral(index + 1)}是`)),
            kind: 'suggestion',
          },
        ],
      });
    }
    if (clean) yield passed(SUBJECT);
  },
});

/** Paragraphs that follow each other in section one or five, all of them such items. */
function rowsOf({ prose }: Report): Prose[][] {
  const rows: Prose[][] = [];
  let row: Prose[] = [];
  for (const paragraph of prose) {
    if (row.at(-1)?.section !== paragraph.section) row = [];
    if (!isItem(paragraph)) {
      row = [];
      continue;
    }
    row.push(paragraph);
    if (row.length === FEWEST) rows.push(row);
  }
  return rows;
}

function isItem({ section, text }: Prose): boolean {
  const name = section === 1 || section === 5 ? ITEM.exec(text)?.[1] : undefined;
  return name !== undefined && !NO_ITEM.test(name) && !startsItem(text) && !ORDERED.test(name);
}
