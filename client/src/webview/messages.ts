import type { ViewEdit } from '../../../server/src/lsp/protocol.ts';

/** What the view and the editor around it tell each other. */

export type ToEditor =
  | { readonly type: 'ready' }
  /** Show a place of the text; with `focus`, go there. */
  | {
      readonly type: 'reveal';
      readonly version: number;
      readonly start: number;
      readonly end: number;
      readonly focus: boolean;
    }
  /** Something was entered. The answer comes under the same number. */
  | { readonly type: 'edit'; readonly number: number; readonly edit: ViewEdit }
  | { readonly type: 'undo' | 'redo' };

export type ToView =
  | { readonly type: 'update'; readonly version: number; readonly body: string }
  | { readonly type: 'cursor'; readonly offset: number }
  /** Whether what is drawn is still current. */
  | { readonly type: 'state'; readonly state: 'checked' | 'checking' | 'changed' | 'closed' }
  /** An edit was made, or it was refused, and why in words. */
  | { readonly type: 'answer'; readonly number: number; readonly refused?: string; readonly cell?: string };
