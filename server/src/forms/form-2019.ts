import { OVERVIEW_ASPECTS } from './aspects.ts';
import { defineForm } from './define.ts';
import { DOCUMENTS } from './documents.ts';
import { PROACTIVE_2019 } from './proactive.ts';
import { REQUESTS_2019 } from './requests.ts';
import { REVIEW } from './review.ts';
import { SECTIONS } from './sections.ts';

/** The form of 国办公开办函〔2019〕60号. Its equations number 37 + 3. */
export const form2019 = defineForm({
  id: '2019',
  notice: DOCUMENTS['form-2019'],
  since: 2019,
  sections: SECTIONS,
  tables: { proactive: PROACTIVE_2019, requests: REQUESTS_2019, review: REVIEW },
  // Before 2020 no notice that could be read asks for the five.
  overview: { aspects: OVERVIEW_ASPECTS, since: 2020, byName: false },
  statesFees: false,
  fillsEveryCell: false,
});
