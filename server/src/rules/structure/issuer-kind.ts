import { defineRule, failed, passed } from '../rule.ts';

const SUBJECT = '发布机关的类型';
/** Bodies of an area that may be a government’s agency or do a government’s work; a company or a school is neither. */
const UNDECIDED = /(?:区|管理委员会|管委会|指挥部)(?:人民政府|政府)?$/;

/** 条例第四十九条、第五十条 ask different things of a government and of its departments, and the name does not tell. */
export default defineRule({
  meta: {
    id: 'structure/issuer-kind',
    title: { zh: '看不出发布机关是部门还是政府', en: 'The issuer’s name does not tell a department from a government' },
    severity: 'hint',
    basis: '条例第四十九条、第五十条',
    fix: 'none',
    messages: {
      unknown: {
        zh: '从名称看不出“{name}”按部门还是按政府报告，公布期限和监督保障应写的内容没有核对。可用快速修复写明机关类型。',
        en: '“{name}” may report as a department or as a government, so two checks were left out: the deadline, and what 监督保障 has to say. A quick fix writes down which it is.',
      },
    },
  },
  *check({ issuer }) {
    if (!issuer) return;
    if (issuer.kind !== 'unknown' || !UNDECIDED.test(issuer.name)) {
      yield passed(SUBJECT);
      return;
    }
    yield failed(SUBJECT, { messageId: 'unknown', span: issuer.span, data: { name: issuer.name } });
  },
});
