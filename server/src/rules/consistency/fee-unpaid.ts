import { statesFee } from '../../facts/fees.ts';
import { hitsOf, search } from '../../facts/search/search.ts';
import { cellId } from '../../forms/index.ts';
import { planOf } from '../../forms/plan.ts';
import { cellIn } from '../../report/find.ts';
import { formatDecimal } from '../../text/decimal.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';

const SUBJECT = '逾期未缴费的申请与收费通知';
const UNPAID = cellId('requests', 'other.feeUnpaid', 'total');

/** A notice that was sent, or a fee that somebody failed to pay. */
const NOTICE = search(
  /收费通知|缴费通知|通知(?:申请人)?缴|逾期(?:未|不)(?:按|缴|交|付)|未按(?:期|时|要求|收费)|(?:未|不)(?:予)?缴(?:费|纳)/g,
);
/** 发出收费通知 0 件, 未发出收费通知. */
const NO_NOTICE = search(
  /(?:收费|缴费)通知书?(?:共|为|数量为)?\s?[0０零]\s?[件份次]|(?:未|没有|无)(?:发出|制发|下达|作出)?(?:过|任何)?(?:收费|缴费)通知/g,
);

/** An application ends for an unpaid fee only after a notice to pay it. */
export default defineRule({
  meta: {
    id: 'consistency/feeUnpaid',
    title: {
      zh: '有逾期未缴费的申请，文字没有写收费通知',
      en: 'Applications ended for an unpaid fee, no notice of a fee told',
    },
    severity: 'information',
    appliesTo: ({ tables }) => planOf(tables.requests).places.has(UNPAID),
    basis: '国办函〔2020〕109号：申请人应当自收到收费通知次日起20个工作日内缴纳，逾期未缴纳的视为放弃申请',
    fix: 'none',
    messages: {
      unnamed: {
        zh: '表中有 {count} 件申请因逾期未按收费通知要求缴纳费用不再处理，文字没有写发出收费通知的情况。',
        en: 'The table has {count} applications ended for an unpaid fee; the text tells of no notice of a fee.',
      },
      denied: {
        zh: '表中有 {count} 件申请因逾期未按收费通知要求缴纳费用不再处理，文字却说没有发出收费通知。',
        en: 'The table has {count} applications ended for an unpaid fee, but the text says that no notice of a fee was sent.',
      },
    },
  },
  *check(report) {
    const cell = cellIn(report, UNPAID);
    if (!cell || typeof cell.value !== 'object') {
      yield notChecked(SUBJECT, cell ? 'cell-blank' : 'row-missing');
      return;
    }
    const [denied] = hitsOf(report, NO_NOTICE);
    const isTold = hitsOf(report, NOTICE).length > 0;
    // Where no fee is stated at all, that is told, with this number.
    if (cell.value.units <= 0 || (!denied && (isTold || !statesFee(report)))) {
      yield passed(SUBJECT);
      return;
    }
    yield failed(SUBJECT, {
      messageId: denied ? 'denied' : 'unnamed',
      span: denied?.span ?? cell.span,
      data: { count: formatDecimal(cell.value) },
      related: denied ? [{ span: cell.span, message: { zh: '表中的件数', en: 'The number in the table' } }] : [],
    });
  },
});
