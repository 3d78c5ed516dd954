import { OVERVIEW_ASPECTS } from './aspects.ts';
import { defineForm } from './define.ts';
import { DOCUMENTS } from './documents.ts';
import { PROACTIVE_2021 } from './proactive.ts';
import { REQUESTS_2021 } from './requests.ts';
import { REVIEW } from './review.ts';
import { SECTIONS } from './sections.ts';

/** The form of 国办公开办函〔2021〕30号. Its equations number 39 + 3. */
export const form2021 = defineForm({
  id: '2021',
  notice: DOCUMENTS['form-2021'],
  since: 2021,
  sections: SECTIONS,
  tables: { proactive: PROACTIVE_2021, requests: REQUESTS_2021, review: REVIEW },
  overview: { aspects: OVERVIEW_ASPECTS, since: 2021, byName: true },
  // 国办函〔2020〕109号 took effect on 1 January 2021.
  statesFees: true,
  fillsEveryCell: true,
});
