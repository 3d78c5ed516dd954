import type { Report } from './report.ts';

/** What is worked out from a report alone: once, however many ask. */
export const perReport =
  <T>(make: (report: Report) => T): ((report: Report) => T) =>
  (report) =>
    report.notes.of(make, report);
