import { sliceOf } from '../../text/span.ts';
import { defineRule, type Fix, failed, passed } from '../rule.ts';
import { type Damage, type DamageKind, damageOf } from './damage.ts';

const NAMES: Readonly<Record<DamageKind, string>> = {
  lost: '乱码',
  private: '私用区字符',
  latin: '编码错乱',
  gbk: '编码错乱',
  invisible: '不可见字符',
  entity: 'HTML 实体',
  pinyin: '夹注拼音',
  traditional: '繁体字',
  compatibility: '兼容字符',
};

/** What wrong decoding, copying out of PDFs and web pages, and conversion of scripts leave in a text. */
export default defineRule({
  meta: {
    id: 'text/mojibake',
    title: { zh: '乱码和异常字符', en: 'Garbled and stray characters' },
    severity: 'warning',
    basis: '国家通用语言文字法第九条',
    fix: 'safe',
    messages: {
      lost: {
        zh: '“{text}”是乱码，原来的文字已经丢失{more}。',
        en: '“{text}” is what is left of lost characters{moreEn}.',
      },
      private: {
        zh: '此处有私用区字符，别的电脑上显示为空白或方框{more}。',
        en: 'A private-use character shows as a blank or a box elsewhere{moreEn}.',
      },
      latin: { zh: '“{text}”是按错误编码读出的汉字{more}。', en: '“{text}” is Chinese text decoded wrongly{moreEn}.' },
      gbk: { zh: '“{text}”是按错误编码读出的标点{more}。', en: '“{text}” is a mark decoded wrongly{moreEn}.' },
      invisible: {
        zh: '此处有不可见的字符（{code}），会妨碍检索和核对{more}。',
        en: 'An invisible character ({code}) hinders searching and checking{moreEn}.',
      },
      entity: { zh: '“{text}”是网页代码，未转换成文字{more}。', en: '“{text}” is web page code{moreEn}.' },
      pinyin: {
        zh: '“{text}”是夹在字后的拼音，应删除{more}。',
        en: '“{text}” is pinyin left behind a character{moreEn}.',
      },
      traditional: { zh: '“{text}”是繁体字{more}。', en: '“{text}” is a traditional character{moreEn}.' },
      compatibility: {
        zh: '“{text}”是从 PDF 复制来的部首或兼容字符，字形相同而编码不同，检索不到{more}。',
        en: '“{text}” looks like an ordinary character but is a radical or compatibility character{moreEn}.',
      },
    },
  },
  *check(report) {
    for (const [kind, damage] of damageOf(report)) {
      const [first] = damage.places;
      const subject = `正文有无${NAMES[kind]}`;
      if (!first) {
        yield passed(subject);
        continue;
      }
      // One accident of one copy: said once, with the number of places.
      const count = damage.places.length;
      const text = sliceOf(report.text, first);
      yield failed(subject, {
        messageId: kind,
        span: first,
        data: {
          text: text.slice(0, 12),
          code: `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
          more: count > 1 ? `，全文共 ${count} 处` : '',
          moreEn: count > 1 ? `; ${count} places in all` : '',
        },
        fixes: mend(kind, damage, report.text),
      });
    }
  },
});

function mend(kind: DamageKind, { edits }: Damage, text: string): Fix[] {
  const [first] = edits ?? [];
  if (!edits || !first) return [];
  const count = edits.length;
  const old = sliceOf(text, first.span);
  const what = count > 1 ? ` ${count} 处` : '';
  const zh =
    kind === 'invisible'
      ? `删除不可见字符${what}`
      : first.newText === ''
        ? `删除“${old}”${count > 1 ? `等${what}` : ''}`
        : `将“${old}”改为“${first.newText}”${count > 1 ? `，全文${what}一并改正` : ''}`;
  return [
    {
      title: { zh, en: count > 1 ? `Mend all ${count} places` : 'Mend it' },
      edits,
      kind: isSafe(kind, edits, text) ? 'safe' : 'suggestion',
      preferred: true,
    },
  ];
}

/** Only where characters keep their meaning and no two runs of digits grow together. */
const isSafe = (kind: DamageKind, edits: NonNullable<Damage['edits']>, text: string): boolean =>
  kind === 'compatibility' ||
  (kind === 'invisible' &&
    edits.every(({ span: { start, end } }) => !isDigit(text.charAt(start - 1)) || !isDigit(text.charAt(end))));

/** Also full-width, in a circle or in brackets: what compatibility normalisation makes a digit of. */
const isDigit = (char: string): boolean => /\d/.test(char.normalize('NFKC'));
