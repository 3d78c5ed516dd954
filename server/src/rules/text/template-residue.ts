import { type Hit, hitsOf, type Search, search } from '../../facts/search/search.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { replaceBy } from '../support/wording.ts';

/** Alternatives that only a template has, each with the readings that a body may choose from. */
const CHOICES: readonly { readonly pattern: Search; readonly choose: (hit: Hit) => string[] }[] = [
  // 办公厅（室） and 处（室） are names of the law and of offices; 科（处）室 is a choice.
  {
    pattern: search(/([科处股])[（(]([科处股])[）)]室/g),
    choose: ({ groups: [first = '', second = ''] }) => [`${first}室`, `${second}室`],
  },
  {
    pattern: search(/本机关[/／](?:本部门|本单位|本行政机关)/g),
    choose: ({ text }) => text.split(/[/／]/),
  },
  {
    pattern: search(/(?:我|本)[局委办镇乡县市区]\/(?:我|本)?[局委办镇乡县市区]/g),
    choose: ({ text }) => text.split('/'),
  },
  // A government writes 各县（市、区）; a body that calls itself 我县（市、区） has not chosen.
  {
    pattern: search(/([我本全])([市县区])[（(]([市县区])[、，,]([市县区])[）)]/g),
    choose: ({ groups: [whose = '', ...places] }) => places.map((place) => `${whose}${place}`),
  },
  // 县（市、区）／乡镇（街道）／本单位
  {
    pattern: search(
      /(?<!本)(?!本机关)[\u4e00-\u9fff]{2,4}(?:[（(][\u4e00-\u9fff、]{1,5}[）)])?(?:[／/](?:本(?:单位|机关|部门|级|地区)|乡镇(?:[（(]街道[）)])?|[县市区](?:[（(][市县区、]{1,3}[）)])?|街道|部门|单位)){1,3}(?![\u4e00-\u9fff]{0,6}[年月])/g,
    ),
    choose: ({ text }) => text.split(/[/／]/),
  },
  { pattern: search(/(?:是\/否|有\/无|未\/已|已\/未)/g), choose: ({ text }) => text.split('/') },
];

/** A choice of the template that was never made. */
export default defineRule({
  meta: {
    id: 'text/template-residue',
    title: { zh: '留有模板的可选项', en: 'A choice of the template was never made' },
    severity: 'information',
    basis: '部分地方的编制通知：重在聚焦主题、简明客观',
    fix: 'suggestion',
    messages: {
      choice: {
        zh: '“{text}”像是模板留下的可选项，应按本机关实际写明一种。',
        en: '“{text}” looks like a choice that the template left; keep the one that applies.',
      },
    },
  },
  *check(report) {
    let clean = true;
    for (const { pattern, choose } of CHOICES) {
      for (const hit of hitsOf(report, pattern)) {
        clean = false;
        yield failed('模板可选项', {
          messageId: 'choice',
          span: hit.span,
          data: { text: hit.text },
          fixes: choose(hit).map((choice) => replaceBy(hit, choice, 'suggestion', false)),
        });
      }
    }
    if (clean) yield passed('模板可选项');
  },
});
