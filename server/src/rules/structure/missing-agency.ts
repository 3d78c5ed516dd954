import { FULL_NAME, PLACE_AS_SUBJECT } from '../../report/issuer.ts';
import { span } from '../../text/span.ts';
import { defineRule, failed, passed } from '../rule.ts';

const SUBJECT = '发布机关';

/** The reader must be able to tell whose report this is: the title, the preface or the signature names the body. */
export default defineRule({
  meta: {
    id: 'structure/missing-agency',
    title: { zh: '全文没有写明发布机关', en: 'The report never names the body that issues it' },
    severity: 'warning',
    basis: '通行做法：标题为<机关名称><年份>年政府信息公开工作年度报告',
    fix: 'none',
    messages: {
      missing: {
        zh: '标题、前言、总体情况和落款都没有写明发布机关的名称。',
        en: 'Neither title, preface, overview nor signature names the issuing body.',
      },
    },
  },
  *check(report) {
    const named =
      report.issuer !== undefined ||
      report.prose.some(({ section, text }) => section <= 1 && (FULL_NAME.test(text) || PLACE_AS_SUBJECT.test(text)));
    if (named) {
      yield passed(SUBJECT);
      return;
    }
    const start = report.text.length - report.text.trimStart().length;
    const length = report.text.slice(start).search(/[\r\n]/);
    yield failed(SUBJECT, {
      messageId: 'missing',
      span: report.title?.span ?? span(start, length < 0 ? report.text.length : start + length),
    });
  },
});
