import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { countsOf } from '../check/counts.ts';
import { newReport } from '../language/new-report.ts';
import { formatOf } from '../report/source/index.ts';
import { contentOf } from '../word/convert/content.ts';
import { convertedText } from '../word/convert/convert.ts';
import type { Checker } from './checker.ts';
import type { Guard } from './guard.ts';
import {
  CHECK_TEXT,
  type CheckTextParams,
  type CheckTextResult,
  CONVERT,
  type ConvertParams,
  type ConvertResult,
  NEW_REPORT,
  type NewReportParams,
  REPORT_VIEW,
  type ReportViewParams,
  type ReportViewResult,
} from './protocol.ts';
import { toReportView } from './report-view.ts';

/** What the client asks for beside the protocol: the drawn report, a new draft, a check of a text that is not open. */
export function serveReportRequests(connection: Connection, guard: Guard, checker: Checker): void {
  connection.onRequest(
    REPORT_VIEW,
    guard.request(
      'report view',
      (): ReportViewResult | null => null,
      async ({ uri, page, version: program = '' }: ReportViewParams, token) => {
        const checked = await checker.check(uri, token);
        if (!checked?.report || !checked.result) return null;
        const { version, report, result, settings } = checked;
        return toReportView(
          version,
          report,
          result,
          settings.lint.locale ?? 'zh',
          page ? { uri, version: program } : undefined,
        );
      },
    ),
  );

  connection.onRequest(
    NEW_REPORT,
    guard.request(
      'new report',
      (): string | null => null,
      async ({ issuer, type, year, markdown, previous }: NewReportParams) => {
        const last = previous === undefined ? undefined : await checker.check(previous);
        const layout = formatOf({ format: markdown ? 'markdown' : 'text' }).tableLayout;
        return newReport({ issuer, kind: type, year, layout, previous: last?.report });
      },
    ),
  );

  connection.onRequest(
    CONVERT,
    guard.request(
      'conversion',
      (): ConvertResult | null => null,
      async ({ uri, target }: ConvertParams, token) => {
        const report = (await checker.check(uri, token))?.report;
        if (!report) return null;
        const blocks = contentOf(report.text, { year: report.year, form: report.form, format: report.format });
        return target === 'docx' ? { blocks } : { text: convertedText(blocks, target) };
      },
    ),
  );

  connection.onRequest(
    CHECK_TEXT,
    guard.request(
      'check of a text',
      (): CheckTextResult | null => null,
      async ({ uri, languageId, text }: CheckTextParams) => {
        const { result, diagnostics } = await checker.checkClosed(TextDocument.create(uri, languageId, 0, text));
        return result ? { diagnostics, counts: countsOf(result) } : null;
      },
    ),
  );
}
