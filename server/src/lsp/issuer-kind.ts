import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { setIssuer } from '../config/edit.ts';
import { ISSUER_TYPES, type IssuerType } from '../config/issuer.ts';
import type { Bilingual, Locale } from '../rules/rule.ts';
import type { Checked } from './checker.ts';
import { configEdit, type WriteContext } from './config-edit.ts';

const KINDS: Readonly<Record<IssuerType, Bilingual>> = {
  department: { zh: '政府部门', en: 'a department' },
  government: { zh: '一级政府', en: 'a government' },
  township: { zh: '乡镇政府', en: 'a township government' },
  street: { zh: '街道办事处', en: 'a street office' },
};

/** Ways to say what the issuer is, for this report, in the settings file. */
export function issuerKindActions(
  checked: Checked,
  diagnostic: Diagnostic,
  locale: Locale,
  context: WriteContext,
): CodeAction[] {
  const name = checked.report?.issuer?.name;
  if (name === undefined) return [];
  return ISSUER_TYPES.flatMap((type): CodeAction[] => {
    const change = (report: string) => setIssuer({ name, type }, report);
    const edit = configEdit(checked, { scope: 'report', change }, context);
    const title = { zh: `“${name}”按${KINDS[type].zh}核对`, en: `Check “${name}” as ${KINDS[type].en}` }[locale];
    return edit ? [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit }] : [];
  });
}
