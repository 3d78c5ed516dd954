import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { CONFIG_NAME } from '../config/config.ts';
import { type Change, configEdits, newConfigText } from '../config/edit.ts';
import { keyOf } from '../config/settings.ts';
import type { Checked } from './checker.ts';
import type { ClientFeatures } from './client-features.ts';
import { newFileEdit, workspaceEdit } from './edits.ts';
import { foldersAbove, join, pathBelow } from './uris.ts';

export interface WriteContext {
  readonly features: ClientFeatures;
  readonly folders: readonly string[];
  /**
   * Whether files in this place can be read. If not, there may be a configuration file that must not be overwritten.
   */
  readonly canRead: (uri: string) => boolean;
}

/** A change for one report needs to know how the file calls it. */
export type Wanted =
  | { readonly scope: 'workspace'; readonly change: Change }
  | { readonly scope: 'report'; readonly change: (reportKey: string) => Change };

/** A change in the configuration file in effect, else in a new one for the whole workspace folder. */
export function configEdit(checked: Checked, wanted: Wanted, context: WriteContext): WorkspaceEdit | undefined {
  const { document, settings } = checked;
  const { features, folders, canRead } = context;
  const { config } = settings;
  if (config?.refused) return undefined;
  const home =
    (config && foldersAbove(config.document.uri)[0]) ??
    folders.find((folder) => pathBelow(folder, document.uri) !== undefined) ??
    foldersAbove(document.uri)[0] ??
    folders[0];
  if (home === undefined || !canRead(home)) return undefined;
  const change = changeOf(wanted, pathBelow(home, document.uri), checked);
  if (!change) return undefined;
  if (!config) {
    if (!features.versionedEdits || !features.createsFiles) return undefined;
    return newFileEdit(join(home, CONFIG_NAME), newConfigText(change));
  }
  const edits = configEdits(config.document.getText(), change);
  return edits && workspaceEdit(config.document, config.version, edits, features);
}

function changeOf(wanted: Wanted, path: string | undefined, { settings }: Checked): Change | undefined {
  if (wanted.scope === 'workspace') return wanted.change;
  return path === undefined ? undefined : wanted.change(keyOf(settings.config?.config.reports, path));
}
