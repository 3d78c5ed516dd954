import * as vscode from 'vscode';
import type { NewReportParams } from '../../server/src/lsp/protocol.ts';
import { goToNextOpen } from './next-open.ts';
import { isReportDocument } from './reports.ts';

const { t } = vscode.l10n;

const TITLE = /^\s*#*\s*([\u4e00-\u9fff]{2,30}?)\s*(20\d\d)\s*年/m;

/**
 * Asks who issues the report and for which year, and opens a complete draft with zeros. Escape at any step cancels.
 * @param answers what a task or a key binding has answered beforehand; nothing is asked when all is there
 */
export async function newReport(
  make: (params: NewReportParams) => Promise<string | undefined>,
  answers?: unknown,
): Promise<void> {
  const params = isComplete(answers) ? answers : await ask();
  const content = params && (await make(params));
  if (content === undefined) return;
  // Saved under a name that ends in .txt, which this language proposes.
  const language = params?.markdown ? 'markdown' : 'nianbao';
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  goToNextOpen();
}

function isComplete(answers: unknown): answers is NewReportParams {
  if (typeof answers !== 'object' || answers === null) return false;
  const { issuer, type, year }: Partial<NewReportParams> = answers;
  return typeof issuer === 'string' && typeof year === 'number' && TYPES.some((known) => known.type === type);
}

async function ask(): Promise<NewReportParams | undefined> {
  const last = lastReport();
  const year = await askYear(last?.year);
  if (year === undefined) return undefined;
  const issuer = await vscode.window.showInputBox({
    title: t('New annual report'),
    prompt: t('Full name of the issuing body'),
    value: last?.issuer ?? '',
    validateInput: (value) => (value.trim().length < 2 ? t('Write the full name, e.g. 青溪县水利局') : undefined),
  });
  if (issuer === undefined) return undefined;
  const type = await askType(issuer.trim());
  if (!type) return undefined;
  const carried = last && last.year === year - 1 ? await askPrevious(last, issuer.trim()) : { previous: '' };
  if (!carried) return undefined;
  const { previous } = carried;
  const markdown = vscode.window.activeTextEditor?.document.languageId === 'markdown';
  return { issuer: issuer.trim(), type, year, markdown, ...(previous && { previous }) };
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

interface IssuerType extends vscode.QuickPickItem {
  readonly type: NewReportParams['type'];
  readonly fits: RegExp;
}

const TYPES: readonly IssuerType[] = [
  { label: t('Government (county and above)'), type: 'government', fits: /[省市县区州盟旗]人民政府$/ },
  { label: t('Township government'), type: 'township', fits: /[乡镇](?:人民)?政府$/ },
  { label: t('Street office'), type: 'street-office', fits: /街道(?:办事处|办)?$/ },
  { label: t('Department (局, 委, 办 …)'), type: 'department', fits: /(?:)/ },
];

async function askType(issuer: string): Promise<NewReportParams['type'] | undefined> {
  // What the name says comes first.
  const likely = TYPES.find(({ fits }) => fits.test(issuer));
  const types = TYPES.toSorted((a, b) => Number(b === likely) - Number(a === likely));
  const choice = await vscode.window.showQuickPick(types, {
    title: t('New annual report'),
    placeHolder: t('What kind of body is it?'),
  });
  return choice?.type;
}

/** Undefined: cancelled. An empty address: nothing is carried over. */
async function askPrevious(
  { uri, year, issuer }: LastReport,
  own: string,
): Promise<{ readonly previous: string } | undefined> {
  const take = {
    label: t('Carry over from the open report of {0} for {1}', issuer, year),
    description: t('requests carried forward, documents in force'),
    previous: uri,
  };
  const zeros = { label: t('Start with zeros'), previous: '' };
  // Another body's numbers are not the first choice.
  return vscode.window.showQuickPick(issuer === own ? [take, zeros] : [zeros, take], {
    title: t('New annual report'),
  });
}
