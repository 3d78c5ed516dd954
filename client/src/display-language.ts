import * as vscode from 'vscode';

/** The words of the counts are the engine's own, in the language of the editor around them. */
export const displayLanguage = (): 'zh' | 'en' => (/^zh\b/i.test(vscode.env.language) ? 'zh' : 'en');
