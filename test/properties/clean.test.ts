import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lint } from '../../server/src/index.ts';
import { optionsArbitrary } from '../support/arbitrary.ts';
import { alarms, check, lineAt } from '../support/check.ts';
import { type DraftOptions, draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';

const CLEAN_REPORTS = 1000;
const TIMEOUT = 120_000;

/** What to write in an error message: enough to write the same draft again. */
const named = (options: DraftOptions): string => JSON.stringify({ ...options, layout: options.layout?.name });

describe('correct reports', () => {
  it(
    `${CLEAN_REPORTS} of them, in every layout and both forms: no error, no warning, one information at most`,
    () => {
      const tried = new Set<string>();
      fc.assert(
        fc.property(optionsArbitrary, (options) => {
          const written = draft(options);
          tried.add(written.layout.name);
          const result = check(written);
          const said = alarms(result).map(({ rule, message }) => `${rule} ${message}`);
          expect(said, named(options)).toEqual([]);
          const looks = result.problems.filter(({ severity }) => severity === 'information');
          expect(looks.length, `${named(options)} ${looks.map(({ message }) => message)}`).toBeLessThanOrEqual(1);
          expect(result.year).toBe(written.year);
          expect(result.form).toBe(written.form.id);
        }),
        { numRuns: CLEAN_REPORTS },
      );
      expect(tried.size).toBe(LAYOUTS.length);
    },
    TIMEOUT,
  );

  it(
    'say the same with LF and with CRLF',
    () => {
      const faulty = optionsArbitrary.map(
        (options): DraftOptions => ({
          ...options,
          cells: { 'requests/granted/natural': '77', 'requests/new/total': '' },
          faults: { labels: { 'denied.internal': '5.属于三类内容事务信息' }, dropRows: ['notHandled.repeat'] },
          say: { 5: '建立feedback机制，2024年2月30日前完成。' },
          title: 0,
          bom: false,
        }),
      );
      fc.assert(
        fc.property(faulty, (options) => {
          const [unix, dos] = (['\n', '\r\n'] as const).map((lineBreak) => {
            const { text, format } = draft({ ...options, lineBreak });
            return lint(text, { format }).problems.map(({ rule, message, severity, span }) => {
              const line = lineAt(text, span.start);
              const column = span.start - text.lastIndexOf('\n', span.start - 1);
              return `${severity} ${rule}@${line}:${column} ${message}`;
            });
          });
          expect(unix?.length).toBeGreaterThan(3);
          expect(dos, named(options)).toEqual(unix);
        }),
        { numRuns: 60 },
      );
    },
    TIMEOUT,
  );
});
