import { productVersion } from '../../version.ts';
import { answerTo, INVALID_PARAMS, linesOf, type Methods, type Params, RpcError } from './rpc.ts';
import { type Command, TOOLS } from './tools.ts';

/** Revisions of the protocol that are spoken, the newest first: they differ in nothing that this server uses. */
const REVISIONS = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'] as const;

const INSTRUCTIONS =
  '核对政府信息公开工作年度报告。文稿不离开本机，不写入任何文件。报告给用户时说明有多少项未能核对。' +
  'Checks Chinese annual reports on open government information, on this machine alone, and writes no file. ' +
  'Tell the user what could not be checked; numbers are changed only on a person’s decision.';

function initialize({ protocolVersion }: Params) {
  const known = REVISIONS.find((revision) => revision === protocolVersion);
  return {
    protocolVersion: known ?? REVISIONS[0],
    capabilities: { tools: {} },
    serverInfo: { name: 'nianbao-lint', title: '年报校对', version: productVersion },
    instructions: INSTRUCTIONS,
  };
}

/** What a tool cannot do with its arguments the caller may mend, so it is told as the tool's answer. */
async function call({ name, arguments: given }: Params, command: Command, cwd: string) {
  const tool = TOOLS.find((each) => each.name === name);
  if (!tool) throw new RpcError(INVALID_PARAMS, 'there is no such tool');
  const params: Params = typeof given === 'object' && given !== null ? { ...given } : {};
  try {
    return { content: [{ type: 'text', text: await tool.call(params, command, cwd) }] };
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    return { content: [{ type: 'text', text: error.message }], isError: true };
  }
}

const methodsWith = (command: Command, cwd: string): Methods => ({
  initialize,
  ping: () => ({}),
  'tools/list': () => ({ tools: TOOLS.map(({ call: _, ...tool }) => tool) }),
  'tools/call': (params) => call(params, command, cwd),
});

/** `nianbao-lint mcp`: a Model Context Protocol server on standard input and output, one request after the other. */
export async function serve(
  input: AsyncIterable<Uint8Array>,
  write: (line: string) => void,
  command: Command,
  cwd: string,
): Promise<void> {
  const methods = methodsWith(command, cwd);
  for await (const line of linesOf(input)) {
    const answer = await answerTo(line, methods);
    if (answer) write(`${JSON.stringify(answer)}\n`);
  }
}
