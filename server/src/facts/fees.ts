import { reportFact } from '../report/fact.ts';

/** 信息处理费, 信息公开处理费, 信息公开费, 信息公开收费, 未收取任何费用. */
const STATED = /处理费|信息公开(?:收?费)|收费(?:情况|通知|标准|金额)|(?:收取|产生|发生|减免).{0,12}费/;
/** The name of the fee, in whatever section. */
const NAMED = /信息(?:公开)?处理费/;

/** Whether the report says how much 信息处理费 was collected, in section six or, by its name, anywhere. */
export const statesFee = reportFact((report) =>
  report.prose.some(
    ({ section, text }) => (section === 6 && STATED.test(text)) || (text.includes('处理费') && NAMED.test(text)),
  ),
);
