import * as vscode from 'vscode';
import type { NewReportParams } from '../../server/src/lsp/protocol.ts';
import { isReportDocument } from './reports.ts';

const { t } = vscode.l10n;

const TITLE = /^\s*#*\s*([\u4e00-\u9fff]{2,30}?)\s*(20\d\d)\s*年/m;

/** Asks who issues the report and for which year, and opens a complete draft with zeros. Escape at any step cancels. */
export async function newReport(make: (params: NewReportParams) => Promise<string | undefined>): Promise<void> {
  const last = lastReport();
  const year = await askYear(last?.year);
  if (year === undefined) return;
  const issuer = await vscode.window.showInputBox({
    title: t('New annual report'),
    prompt: t('Full name of the issuing body'),
    value: last?.issuer ?? '',
    validateInput: (value) => (value.trim().length < 2 ? t('Write the full name, e.g. 青溪县水利局') : undefined),
  });
  if (issuer === undefined) return;
  const type = await askType(issuer);
  if (!type) return;
  const previous = last && last.year === year - 1 ? await askPrevious(last) : undefined;
  const markdown = vscode.window.activeTextEditor?.document.languageId === 'markdown';
  const content = await make({ issuer: issuer.trim(), type, year, markdown, ...(previous && { previous }) });
  if (content === undefined) return;
  const document = await vscode.workspace.openTextDocument({ language: markdown ? 'markdown' : 'plaintext', content });
  await vscode.window.showTextDocument(document);
}

interface LastReport {
  readonly uri: string;
  readonly issuer: string;
  readonly year: number;
}

/** The open report with the latest year: most often the one that is written anew each January. */
function lastReport(): LastReport | undefined {
  const found = vscode.workspace.textDocuments.filter(isReportDocument).flatMap((document): LastReport[] => {
    const match = TITLE.exec(document.getText().slice(0, 2000));
    return match?.[1] && match[2] ? [{ uri: document.uri.toString(), issuer: match[1], year: Number(match[2]) }] : [];
  });
  return found.sort((a, b) => b.year - a.year)[0];
}

async function askYear(last: number | undefined): Promise<number | undefined> {
  const usual = last === undefined ? new Date().getFullYear() - (new Date().getMonth() < 6 ? 1 : 0) : last + 1;
  const answer = await vscode.window.showInputBox({
    title: t('New annual report'),
    prompt: t('Report year'),
    value: String(usual),
    validateInput: (value) =>
      /^20(?:19|[2-9]\d)$/.test(value.trim()) ? undefined : t('A year from 2019 on, in four digits'),
  });
  return answer === undefined ? undefined : Number(answer.trim());
}

async function askType(issuer: string): Promise<NewReportParams['type'] | undefined> {
  const types: (vscode.QuickPickItem & { readonly type: NewReportParams['type']; readonly fits: RegExp })[] = [
    { label: t('Department (局, 委, 办 …)'), type: 'department', fits: /./ },
    { label: t('Government (county and above)'), type: 'government', fits: /[省市县区州盟旗]人民政府$/ },
    { label: t('Township government'), type: 'township', fits: /[乡镇](?:人民)?政府$/ },
    { label: t('Street office'), type: 'street-office', fits: /街道(?:办事处|办)?$/ },
  ];
  // What the name says comes first.
  types.sort(
    (a, b) =>
      Number(b.type !== 'department' && b.fits.test(issuer)) - Number(a.type !== 'department' && a.fits.test(issuer)),
  );
  const choice = await vscode.window.showQuickPick(types, {
    title: t('New annual report'),
    placeHolder: t('What kind of body is it?'),
  });
  return choice?.type;
}

async function askPrevious({ uri, year }: LastReport): Promise<string | undefined> {
  const take = {
    label: t('Carry over from the open report for {0}', year),
    description: t('requests carried forward, documents in force'),
    uri,
  };
  const choice = await vscode.window.showQuickPick([take, { label: t('Start with zeros'), uri: '' }], {
    title: t('New annual report'),
  });
  return choice?.uri || undefined;
}
