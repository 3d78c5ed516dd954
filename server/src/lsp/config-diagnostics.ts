import type { Diagnostic } from 'vscode-languageserver-types';
import { type IgnoreEntry, staleMessage } from '../config/ignores.ts';
import { staleEntries } from '../config/settings.ts';
import type { Locale } from '../rules/rule.ts';
import type { Checked } from './checker.ts';
import { toConfigDiagnostic, toStaleDiagnostic } from './diagnostics.ts';
import type { Shown } from './pack-files.ts';

export interface ConfigDiagnostics {
  /** The file was read: its own faults. */
  read(file: Shown): void;
  gone(uri: string): void;
  /** A report was checked: which of the file's entries match nothing in it any more. */
  checked(checked: Checked): void;
  /** A report was closed. */
  closed(uri: string): void;
}

interface Known {
  readonly file: Shown;
  /** Report → entries that match nothing in it. */
  readonly stale: Map<string, readonly IgnoreEntry[]>;
  shown: string;
}

/** What is shown in configuration files, whether they are open or not. Nothing is sent twice. */
export function createConfigDiagnostics(
  send: (uri: string, diagnostics: Diagnostic[]) => void,
  locale: () => Locale,
): ConfigDiagnostics {
  const files = new Map<string, Known>();
  const NOTHING = '[]';

  function show(known: Known): void {
    const { document, problems } = known.file;
    const entries = [...new Set([...known.stale.values()].flat())];
    const diagnostics = [
      ...problems.map((problem) => toConfigDiagnostic(document, problem)),
      ...entries.map((entry) => toStaleDiagnostic(document, entry.span, staleMessage(entry, locale()))),
    ];
    const now = JSON.stringify(diagnostics);
    if (now === known.shown) return;
    known.shown = now;
    send(document.uri, diagnostics);
  }

  return {
    read(file) {
      const { uri } = file.document;
      const before = files.get(uri);
      // Entries of another text have other places; the reports are checked again and say so anew.
      const same = before?.file.document.getText() === file.document.getText();
      const known = { file, stale: same && before ? before.stale : new Map(), shown: before?.shown ?? NOTHING };
      files.set(uri, known);
      show(known);
    },
    gone(uri) {
      const known = files.get(uri);
      if (files.delete(uri) && known?.shown !== NOTHING) send(uri, []);
    },
    checked({ document, result, settings: { config } }) {
      const known = config && files.get(config.document.uri);
      if (!config || !known || known.file.document.getText() !== config.document.getText()) return;
      const stale = staleEntries(config.config.ignores ?? [], result?.staleIgnores ?? []);
      known.stale.set(document.uri, stale);
      show(known);
    },
    closed(uri) {
      for (const known of files.values()) if (known.stale.delete(uri)) show(known);
    },
  };
}
