import { ASK_NAME, IGNORE_HERE } from '../../server/src/lsp/protocol.ts';

/** Called by findings, which know which rule they mean; the palette does not list it. */
export const SHOW_RULE = 'nianbao.showRule';

/** Called by the finding on a file's encoding, and by the status item. */
export const REOPEN = 'nianbao.reopenWithEncoding';

export const COMMANDS = [
  'nianbao.checkDocument',
  'nianbao.checkWorkspace',
  'nianbao.showReportView',
  'nianbao.saveReportView',
  'nianbao.newReport',
  'nianbao.nextOpen',
  'nianbao.fixAll',
  'nianbao.convertTable',
  'nianbao.openWord',
  'nianbao.convertReport',
  'nianbao.restartServer',
  'nianbao.showLog',
  ASK_NAME,
  IGNORE_HERE,
  SHOW_RULE,
  REOPEN,
] as const;

export type CommandId = (typeof COMMANDS)[number];

/** What the commands do. Each is given the first argument it was called with. */
export type Commands = Readonly<Record<CommandId, (argument: unknown) => unknown>>;
