import { hitsOf, search } from '../../facts/search/search.ts';
import { isMasked, masksIn } from '../../report/prose/masks.ts';
import type { ProseContent } from '../../report/report.ts';
import { matchesIn } from '../../text/matches.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { hasLongNumber } from './long-numbers.ts';

const SUBJECT = '个人手机号码';
const MOBILE = /(?<![0-9A-Za-z０-９.\-/])[1１][3-9３-９][0-9０-９](?:[ -]?[0-9０-９]{4}){2}(?![0-9A-Za-z０-９.\-/])/g;
/** Sums and counts of eleven digits. */
const COUNTED = /^\s?(?:余)?(?:万|亿|元|件|条|次|人|个|户|吨|公里|平方)/;
const LOOK_BACK = 24;
/** Somebody’s number, by what the words before it name. */
const PERSON =
  /(?:联系人|经办人|填报人|申请人|负责人|责任人|姓名|手机号?码?[：:]?[\u4e00-\u9fff]{2,3}|同志|先生|女士|科长|股长|主任|局长|处长|镇长|乡长|书记|[某])[^。；;]{0,16}$/;
/** A common family name and one or two characters, right before the number. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔汤';
const NAMED = new RegExp(
  `(?:^|[（(，,、；;：:。\\s由与向请找])[${SURNAMES}][\\u4e00-\\u9fff]{1,2}[\\s：:，,（(]{0,2}(?:电话|手机|联系电话)?[\\s：:]{0,2}$`,
);
/** The body’s own contact number, if a mobile one. */
const NO_NAME = /^(?:电话|手机|方式|地址|邮编|传真|邮箱|办公)/;

const NUMBERS = search(numbersIn);

/** A mobile number next to a person’s name. A body’s own contact may be mobile too, so that is only worth a look. */
export default defineRule({
  meta: {
    id: 'privacy/mobile',
    title: { zh: '公开文本中有手机号码', en: 'A mobile number stands in the text' },
    severity: 'warning',
    basis: '条例第十五条',
    fix: 'none',
    messages: {
      personal: {
        zh: '“{found}”是个人的手机号码，属于个人隐私，公布前应删除。',
        en: '“{found}” is a person’s mobile number; remove it before publishing.',
      },
      contact: {
        zh: '“{found}”是手机号码，对外公布的联系电话宜使用办公电话。',
        en: '“{found}” is a mobile number; a public contact is better an office number.',
      },
    },
  },
  *check(report) {
    let clean = true;
    for (const { span, digits, personal } of hitsOf(report, NUMBERS)) {
      clean = false;
      yield failed(SUBJECT, {
        messageId: personal ? 'personal' : 'contact',
        span,
        ...(!personal && { severity: 'information' }),
        data: { found: `${digits.slice(0, 3)}****${digits.slice(7)}` },
      });
    }
    if (clean) yield passed(SUBJECT);
  },
});

function numbersIn(content: ProseContent) {
  if (!hasLongNumber(content)) return [];
  const { text } = content;
  return matchesIn(text, MOBILE).flatMap(({ index: start, 0: whole }) => {
    const end = start + whole.length;
    if (COUNTED.test(text.slice(end, end + 4)) || isMasked(masksIn(content), start, end)) return [];
    const before = text.slice(Math.max(0, start - LOOK_BACK), start);
    const digits = whole.normalize('NFKC').replace(/\D/g, '');
    return [{ start, end, digits, personal: PERSON.test(before) || isNamed(before) }];
  });
}

function isNamed(before: string): boolean {
  const match = NAMED.exec(before);
  return match !== null && !NO_NAME.test(match[0].replace(/^[（(，,、；;：:。\s由与向请找]/, '').slice(1));
}
