import type * as vscode from 'vscode';
import { isReport } from '../../server/src/report/sniff.ts';
import { isDraft } from './drafts.ts';

export const isReportDocument = (document: vscode.TextDocument): boolean =>
  isDraft(document) && (document.languageId === 'nianbao' || isReport(document.getText()));
