import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The display language as `--locale` names it. */
export const CHINESE = 'zh-cn';

/**
 * What VS Code says most beside our own texts, in Chinese: module → key → text. Microsoft's language pack is not to be
 * had from npm; without any pack VS Code would show the extension's English texts too.
 */
const TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'vs/workbench/contrib/markers/browser/messages': {
    'markers.panel.title.problems': '问题',
    'markers.panel.aria.label.problems.tree': '按文件分组的问题',
    'markers.panel.no.problems.build': '未在工作区检测到问题。',
  },
  'vs/workbench/contrib/files/browser/explorerViewlet': { explore: '资源管理器' },
  'vs/editor/contrib/codeAction/browser/codeActionMenu': {
    'codeAction.widget.id.quickfix': '快速修复',
    'codeAction.widget.id.more': '更多操作...',
    'codeAction.widget.id.source': '源代码操作',
  },
  'vs/editor/contrib/codeAction/browser/codeActionCommands': {
    'quickfix.trigger.label': '快速修复...',
    'editor.action.quickFix.noneMessage': '没有可用的代码操作',
  },
  'vs/workbench/contrib/files/browser/fileActions.contribution': { newUntitledFile: '新建无标题文本文件' },
};

/** Writes what makes the workbench speak Chinese into a user's folder before the first start. */
export function writeChinese(userFolder: string): void {
  const folder = join(userFolder, 'chinese');
  mkdirSync(folder, { recursive: true });
  const texts = join(folder, 'main.i18n.json');
  writeFileSync(texts, JSON.stringify({ version: '1.0.0', contents: TEXTS }));
  const extensions = [{ extensionIdentifier: { id: 'nianbao.chinese' }, version: '1.0.0' }];
  const pack = { hash: 'nianbao', extensions, translations: { vscode: texts }, label: '中文(简体)' };
  writeFileSync(join(userFolder, 'languagepacks.json'), JSON.stringify({ [CHINESE]: pack }));
}
