import { defineFormat } from '../format.ts';
import { inMarkup } from './markup.ts';
import { viewHtml } from './view.ts';

/** The source of a page, read as what a browser shows of it. */
export const html = defineFormat({
  id: 'html',
  endings: ['.html', '.htm'],
  languages: ['html'],
  hasLines: false,
  hasComments: true,
  hasTags: true,
  hasMarks: false,
  isAiry: false,
  tableLayout: 'html',
  heading: (line, level) => `<h${level}>${line}</h${level}>`,
  view: (source) => viewHtml(source),
  place: (source, edits) => edits.flatMap((edit) => inMarkup(source, edit)),
});
