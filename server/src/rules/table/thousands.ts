import { tablesOf } from '../../facts/rows.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { perTable } from '../support/rows.ts';

const GROUPED = /\d[,，]\d{3}/;

const subjectOf = perTable((form) => `${form.title}数字的写法`);

/** 1,234: allowed by GB/T 15835, but harder to copy into the platform's form. One hint a table. */
export default defineRule({
  meta: {
    id: 'table/thousands',
    title: { zh: '表内数字使用千分撇', en: 'Numbers with thousands separators in a table' },
    severity: 'hint',
    basis: '填报习惯；GB/T 15835—2011 允许分节',
    fix: 'suggestion',
    messages: {
      wide: {
        zh: '表内有 {count} 个数字夹着逗号，如“{found}”，表内只填数字。',
        en: '{count} numbers of this table hold commas: “{found}”. Write the digits only.',
      },
      grouped: {
        zh: '表内有 {count} 个数字带千分撇，如“{found}”。',
        en: '{count} numbers of this table have thousands separators: “{found}”.',
      },
    },
  },
  *check(report) {
    for (const table of tablesOf(report)) {
      const subject = subjectOf(table);
      const grouped = table.odd.filter((cell) => typeof cell.value === 'object' && GROUPED.test(cell.raw));
      const [first] = grouped;
      if (!first) {
        yield passed(subject);
        continue;
      }
      const plain = (raw: string): string => raw.replace(/(\d)[,，](?=\d{3})/g, '$1');
      // A full-width comma is no separator of thousands in any notation.
      const isWide = grouped.some(({ raw }) => raw.includes('，'));
      yield failed(subject, {
        messageId: isWide ? 'wide' : 'grouped',
        ...(isWide && { severity: 'warning' as const }),
        span: first.span,
        data: { count: grouped.length, found: first.raw.trim() },
        fixes: [
          {
            title: {
              zh: `将“${first.raw.trim()}”${grouped.length > 1 ? `等 ${grouped.length} 个数字` : ''}改为不带千分撇（${plain(first.raw.trim())}）`,
              en: `Write ${grouped.length} numbers without separators (${plain(first.raw.trim())})`,
            },
            edits: grouped.map((cell) => ({ span: cell.span, newText: plain(cell.raw) })),
            kind: 'suggestion',
          },
        ],
      });
    }
  },
});
