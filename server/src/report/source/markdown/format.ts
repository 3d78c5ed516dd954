import { defineFormat } from '../format.ts';
import { hasTags } from '../html/tags.ts';
import { viewHtml } from '../html/view.ts';

/** Read as it stands, or, where it holds a table in HTML, as what that shows; its own line breaks count all the same. */
export const markdown = defineFormat({
  id: 'markdown',
  endings: ['.md', '.markdown'],
  languages: ['markdown'],
  hasLines: true,
  hasComments: true,
  hasTags: true,
  hasMarks: true,
  isAiry: true,
  tableLayout: 'markdown',
  heading: (line, level) => `${'#'.repeat(level)} ${line}`,
  view: (source) => (hasTags(source) ? viewHtml(source, true) : undefined),
  place: (_, edits) => edits,
});
