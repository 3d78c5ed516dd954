import { citedAs, DOCUMENTS, KNOWN_DOCUMENTS, type KnownDocument } from '../forms/documents.ts';
import type { Locale } from '../rules/rule.ts';
import { fold } from '../text/fold.ts';
import type { Block } from './markup.ts';
import type { MaskPlace } from './places.ts';
import { say } from './words.ts';

/** What a document number or a law's title stands for: title, issuer, date, and whether it is still in force. */
export function documentHover(mask: MaskPlace, locale: Locale): Block[] | undefined {
  const known = documentOf(mask);
  if (!known) return undefined;
  const { issuer, issued, inForce } = known;
  const next = known.supersededBy && DOCUMENTS[known.supersededBy];
  const date = (iso: string): string => (locale === 'zh' ? chineseDate(iso) : iso);
  return [
    [{ strong: citedAs(known) }],
    {
      list: [
        [say(locale, `发布机关：${issuer}`, `Issued by ${issuer}`)],
        [
          say(
            locale,
            `${date(issued)}发布，${date(inForce)}起施行`,
            `Issued on ${date(issued)}, in force from ${date(inForce)}`,
          ),
        ],
        next
          ? [
              { strong: say(locale, '已被取代', 'Superseded') },
              say(
                locale,
                `：${date(next.inForce)}起为${citedAs(next)}`,
                ` on ${date(next.inForce)} by ${citedAs(next)}`,
              ),
            ]
          : [{ strong: say(locale, '现行有效', 'In force') }],
      ],
    },
  ];
}

function documentOf({ kind, text }: MaskPlace): KnownDocument | undefined {
  if (kind === 'document-number') {
    const number = plainNumber(text);
    return KNOWN_DOCUMENTS.find((known) => number.endsWith(plainNumber(known.number)));
  }
  if (kind !== 'book-title') return undefined;
  const title = fold(text.slice(1, -1))
    .replace(/[〈《]/g, '<')
    .replace(/[〉》]/g, '>');
  return KNOWN_DOCUMENTS.find(({ cited }) => cited.test(title));
}

/** Brackets and 第 are written in many ways. */
const plainNumber = (text: string): string =>
  fold(text)
    .replace(/[〔〕()[\]【】第]/g, ' ')
    .replace(/ +/g, ' ');

function chineseDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
