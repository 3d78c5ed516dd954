import type { Report } from './report.ts';

/** What is worked out from a report alone: once, however many ask. */
export function perReport<T>(make: (report: Report) => T): (report: Report) => T {
  const made = new WeakMap<Report, { readonly value: T }>();
  return (report) => {
    const known = made.get(report);
    if (known) return known.value;
    const value = make(report);
    made.set(report, { value });
    return value;
  };
}
