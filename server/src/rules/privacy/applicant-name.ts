import { hitsOf, search } from '../../facts/search/search.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { isQuoted } from '../support/wording.ts';

const SUBJECT = '申请人姓名';
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔汤';
/** 某, × and letters stand for a name; of an office or company the name is public. */
const NAMES = search(
  new RegExp(
    `(?:申请人|原告|上诉人|信访人)[：:]?[${SURNAMES}](?:(?![某××诉申向对不因认提及与和等的])[\\u4e00-\\u9fff]){1,2}(?=诉|申请公开|申请政府信息|向我|不服|因不服|提起|提出)`,
    'g',
  ),
);

/** Who asked, or sued, by name. */
export default defineRule({
  meta: {
    id: 'privacy/applicant-name',
    title: { zh: '公开文本中有申请人姓名', en: 'An applicant is named' },
    severity: 'information',
    basis: '条例第十五条',
    fix: 'none',
    messages: {
      found: {
        zh: '“{found}”写有个人姓名，属于个人隐私，公布前宜隐去，如“张某”。',
        en: '“{found}” names a person; mask the name before publishing.',
      },
    },
  },
  *check(report) {
    let clean = true;
    for (const hit of hitsOf(report, NAMES)) {
      if (isQuoted(hit)) continue;
      clean = false;
      yield failed(SUBJECT, { messageId: 'found', span: hit.span, data: { found: hit.text } });
    }
    if (clean) yield passed(SUBJECT);
  },
});
