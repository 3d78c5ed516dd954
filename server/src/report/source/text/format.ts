import { defineFormat } from '../format.ts';

/** Plain text is the draft itself. */
export const text = defineFormat({
  id: 'text',
  endings: ['.txt'],
  languages: ['plaintext', 'nianbao'],
  hasLines: true,
  hasComments: false,
  hasTags: false,
  hasMarks: false,
  isAiry: false,
  tableLayout: 'tab-rows',
  heading: (line) => line,
  view: () => undefined,
  place: (_, edits) => edits,
});
