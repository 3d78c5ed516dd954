import * as vscode from 'vscode';
import { hasOwnLanguage, isUnnamedText, watchOpen } from './drafts.ts';
import { isReportDocument } from './reports.ts';

/** The open texts that have been recognised as reports. Each stays one until it is closed, whatever language it gets. */
export interface KeptReports extends vscode.Disposable {
  /** Looks at the open texts, and at those that are opened. */
  start(): void;
  has(document: vscode.TextDocument): boolean;
  /** Those whose language no report is usually written in. */
  foreign(): vscode.TextDocument[];
}

/**
 * One guess that was under way when we gave a language still comes, on a busy machine after many seconds; a report would
 * be saved as `.ini`. Who chooses another language by hand so soon is asked to do it twice.
 */
const GUESSING = 20_000;

/** @param changed a report was recognised, was given another language, or was closed */
export function keepReports(changed: (document: vscode.TextDocument) => void): KeptReports {
  const kept = new Set<vscode.TextDocument>();
  const given = new WeakMap<vscode.TextDocument, number>();
  const listeners = [
    // The editor gives a text another language by closing and opening it, as the same document.
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (!kept.has(document)) return;
      changed(document);
      const guessed = !hasOwnLanguage(document) && Date.now() - (given.get(document) ?? 0) < GUESSING;
      if (!guessed) return;
      given.delete(document);
      giveLanguage(document);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (document.isClosed && kept.delete(document)) changed(document);
    }),
  ];
  function look(document: vscode.TextDocument): void {
    if (kept.has(document) || !isReportDocument(document)) return;
    kept.add(document);
    changed(document);
    given.set(document, Date.now());
    giveLanguage(document);
  }
  return {
    start: () => void listeners.push(watchOpen(look)),
    has: (document) => kept.has(document),
    foreign: () => [...kept].filter((document) => !document.isClosed && !hasOwnLanguage(document)),
    dispose: () => vscode.Disposable.from(...listeners).dispose(),
  };
}

/**
 * A report that has no language of its own gets ours, once: so the editor stops guessing, which would make it `ini` and
 * take the findings away. Who then chooses another language by hand has it.
 */
function giveLanguage(document: vscode.TextDocument): void {
  if (!isUnnamedText(document) || (hasOwnLanguage(document) && document.languageId !== 'plaintext')) return;
  const language = /^\s*<[!a-z]/i.test(document.getText()) ? 'html' : 'nianbao';
  void vscode.languages.setTextDocumentLanguage(document, language);
}
