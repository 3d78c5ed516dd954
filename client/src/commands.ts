import { IGNORE_HERE } from '../../server/src/lsp/protocol.ts';

/** Called by findings, which know which rule they mean; the palette does not list it. */
export const SHOW_RULE = 'nianbao.showRule';

export const COMMANDS = [
  'nianbao.checkDocument',
  'nianbao.checkWorkspace',
  'nianbao.showReportView',
  'nianbao.saveReportView',
  'nianbao.newReport',
  'nianbao.fixAll',
  'nianbao.convertTable',
  'nianbao.restartServer',
  'nianbao.showLog',
  IGNORE_HERE,
  SHOW_RULE,
] as const;

export type CommandId = (typeof COMMANDS)[number];

/** What the commands do. Each is given the first argument it was called with. */
export type Commands = Readonly<Record<CommandId, (argument: unknown) => unknown>>;
