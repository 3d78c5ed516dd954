import { type Hit, hitsOf, type Search, search } from '../../facts/search/search.ts';
import { defineRule, failed, passed, type Severity } from '../rule.ts';
import { alsoAt, replaceBy } from '../support/wording.ts';

const SUBJECT = '政府信息公开申请的名称';
const RIGHT = '政府信息公开申请';

/**
 * Names that drafts give to what the form calls 政府信息公开申请. 依申请公开 is the right name of the work
 * (依申请公开工作, 依申请公开情况); what is received and handled is an application. Names that many published reports
 * use are a hint only.
 */
const NAMES: readonly { readonly pattern: Search; readonly severity: Severity }[] = [
  {
    pattern: search(
      /(?<=(?:收到|接到|接获|受理|接收|办理)(?:的|了|到|过|任何|各类|群众|公众|社会)?)(?:依申请公开(?:政府)?(?:的)?内容|依申请(?:政府)?信息(?!公开))/g,
    ),
    severity: 'information',
  },
  {
    pattern: search(
      /(?<=(?:收到|接到|接获|受理|接收)(?:的|了|到|过|任何|各类|群众|公众|社会)?)(?:政府)?公开(?:政府)?信息的?申请/g,
    ),
    severity: 'information',
  },
  {
    pattern: search(/(?<=(?:收到|接到|接获|受理)(?:任何|各类))公开申请/g),
    severity: 'information',
  },
  {
    pattern: search(
      /(?<=(?:收到|接到|接获|受理|接收)(?:的|了|到|过|任何|各类|群众|公众|社会)?)依申请公开(?:的)?(?:政府)?(?:信息|事项|件)(?!公开|工作|情况|平台|渠道)/g,
    ),
    severity: 'hint',
  },
];

/** Applications called by another name. */
export default defineRule({
  meta: {
    id: 'term/request-wording',
    title: { zh: '政府信息公开申请的名称不规范', en: 'Applications called by another name' },
    severity: 'information',
    basis: '《中华人民共和国政府信息公开条例》第二十九条；格式第三部分“政府信息公开申请”',
    fix: 'suggestion',
    messages: {
      name: {
        zh: '“{found}”宜写作“政府信息公开申请”，与表格名称一致。',
        en: '“{found}” is called 政府信息公开申请 in the form.',
      },
    },
  },
  *check(report) {
    const found = NAMES.flatMap(({ pattern, severity }) =>
      hitsOf(report, pattern).map((hit): { hit: Hit; severity: Severity } => ({ hit, severity })),
    );
    // The worst once a file: a draft that errs in a name errs throughout.
    const hits = found.filter(({ severity }) => severity === found[0]?.severity);
    const [first] = hits.sort((a, b) => a.hit.span.start - b.hit.span.start);
    if (!first) {
      yield passed(SUBJECT);
      return;
    }
    yield failed(SUBJECT, {
      messageId: 'name',
      span: first.hit.span,
      severity: first.severity,
      data: { found: first.hit.text },
      related: alsoAt(hits.map(({ hit }) => hit)),
      fixes: [replaceBy(first.hit, RIGHT)],
    });
  },
});
