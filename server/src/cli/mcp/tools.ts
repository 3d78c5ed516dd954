import { realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { isBelow, readRegularFile } from '../../disk/read-file.ts';
import { decode } from '../../text/decode.ts';
import { applyEdits, type Edit } from '../../text/span.ts';
import { type CheckedFile, type FoundFix, summaryOf } from './answers.ts';
import { INVALID_PARAMS, type Params, RpcError } from './rpc.ts';

/** In characters: a hundred reports, which are checked within a second. */
export const LARGEST_TEXT = 1_000_000;
const LARGEST_FILE = 4 * LARGEST_TEXT;
const MOST_PATHS = 200;

/** Runs the command line in this process. @returns its exit status and what it wrote */
export type Command = (argv: readonly string[], stdin: string) => Promise<{ status: number; out: string; err: string }>;

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: object;
  readonly annotations: object;
  readonly call: (params: Params, command: Command, cwd: string) => Promise<string>;
}

/** No tool writes a file or reaches a network. */
const READS_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

const wrong = (message: string): RpcError => new RpcError(INVALID_PARAMS, message);

function textIn(params: Params, key: string, most = LARGEST_TEXT): string | undefined {
  const value = params[key];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw wrong(`${key} must be a string`);
  if (value.length > most) throw wrong(`${key} has more than ${most} characters`);
  return value;
}

/** A file or folder below the one that the program runs in, wherever links lead. */
function pathIn(value: unknown, cwd: string): string {
  if (typeof value !== 'string' || value === '' || value.startsWith('-')) throw wrong('a path must be a string');
  try {
    const home = realpathSync(cwd);
    const real = realpathSync(resolve(cwd, value));
    if (real === home || isBelow(home, real)) return value;
  } catch {
    throw wrong('there is no such file below the folder that the server runs in');
  }
  throw wrong('the path leads out of the folder that the server runs in');
}

function bytesOf(path: string): Uint8Array {
  try {
    return readRegularFile(path, LARGEST_FILE);
  } catch {
    throw wrong('not a regular file, too large, or not readable');
  }
}

interface Draft {
  readonly name: string;
  readonly text: string;
}

/** The draft that `text` holds or `path` names. */
function draftIn(params: Params, cwd: string): Draft {
  const text = textIn(params, 'text');
  if (text !== undefined) return { name: basename(textIn(params, 'name', 255) ?? 'draft.txt'), text };
  const path = pathIn(params.path, cwd);
  const decoded = decode(bytesOf(resolve(cwd, path)));
  if (typeof decoded === 'string') throw wrong('not a text file; a Word document is checked with check_reports');
  return { name: path, text: decoded.text };
}

const yearOf = ({ year }: Params): string[] => {
  if (year === undefined) return [];
  if (Number.isInteger(year)) return ['--year', String(year)];
  throw wrong('year must be a whole number');
};

async function checked(argv: readonly string[], stdin: string, command: Command): Promise<readonly CheckedFile[]> {
  const { out, err, status } = await command([...argv, '--format', 'json', '--checks'], stdin);
  if (out === '') throw wrong(err.trim() || `exit status ${status}`);
  return JSON.parse(out).files;
}

async function checkDraft(params: Params, command: Command, cwd: string): Promise<[Draft, CheckedFile]> {
  const draft = draftIn(params, cwd);
  const [file] = await checked(['-', '--stdin-name', draft.name, ...yearOf(params)], draft.text, command);
  if (!file) throw wrong('this text is no annual report on open government information');
  return [draft, file];
}

const json = (value: unknown): string => JSON.stringify(value);

const DRAFT = {
  text: { type: 'string', description: 'The whole text of the draft.', maxLength: LARGEST_TEXT },
  name: {
    type: 'string',
    description: 'A file name for the text; its ending tells Markdown and HTML from plain text.',
  },
  path: { type: 'string', description: 'A text file below the folder the server runs in, in place of text.' },
  year: { type: 'integer', description: 'The report year, where the text must not decide.' },
};

const schema = (properties: object, required: readonly string[] = []): object => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
  additionalProperties: false,
});

const tool = (name: string, title: string, description: string, inputSchema: object, call: Tool['call']): Tool => ({
  name,
  title,
  description,
  inputSchema,
  annotations: READS_ONLY,
  call,
});

/** The fixes of a file with the names under which they are applied. */
const fixesOf = ({ problems }: CheckedFile): readonly (FoundFix & { readonly id: string; readonly place: object })[] =>
  problems.flatMap(({ rule, message, line, column, fingerprint, fixes }) =>
    fixes.map((fix, index) => ({ ...fix, id: `${fingerprint}.${index}`, place: { rule, message, line, column } })),
  );

async function listFixes(params: Params, command: Command, cwd: string): Promise<string> {
  const [, file] = await checkDraft(params, command, cwd);
  return json({
    fixes: fixesOf(file).map(({ id, title, kind, tried, place }) => ({ id, title, kind, tried, ...place })),
  });
}

async function applyFixes(params: Params, command: Command, cwd: string): Promise<string> {
  const { fixes, safe } = params;
  const isList = Array.isArray(fixes) && fixes.every((id) => typeof id === 'string');
  if (safe !== true && !isList) throw wrong('name the fixes, or set safe');
  const chosen = new Set<string>(isList ? fixes : []);
  const [{ name, text }, file] = await checkDraft(params, command, cwd);
  if (safe === true) {
    const { out } = await command(['-', '--stdin-name', name, '--fix', ...yearOf(params)], text);
    return json({ text: out });
  }
  const known = new Map(fixesOf(file).map((fix) => [fix.id, fix]));
  const edits = [...chosen].flatMap((id): Edit[] => {
    const fix = known.get(id);
    if (!fix) throw wrong(`there is no fix ${id.slice(0, 40)} of this text`);
    return fix.edits.map(({ offset, endOffset, newText }) => ({ span: { start: offset, end: endOffset }, newText }));
  });
  const { text: after, applied } = applyEdits(text, edits);
  if (applied < edits.length) throw wrong('two of the fixes change the same place; apply them one after the other');
  return json({ text: after });
}

async function checkReports(params: Params, command: Command, cwd: string): Promise<string> {
  const { paths } = params;
  if (!Array.isArray(paths) || paths.length === 0) throw wrong('paths must be a list of files and folders');
  if (paths.length > MOST_PATHS) throw wrong(`more than ${MOST_PATHS} paths`);
  const files = await checked(
    paths.map((path) => pathIn(path, cwd)),
    '',
    command,
  );
  return json({ reports: files.map((file) => ({ path: file.path, ...summaryOf(file), relations: file.relations })) });
}

/** The program's own answer, as it writes it for other programs. */
async function answered(argv: readonly string[], command: Command): Promise<string> {
  const { out, err, status } = await command([...argv, '--format', 'json'], '');
  if (out === '') throw wrong(err.trim() || `exit status ${status}`);
  return out;
}

const compareReports = ({ old, new: next }: Params, command: Command, cwd: string): Promise<string> =>
  answered(['compare', pathIn(old, cwd), pathIn(next, cwd)], command);

const rollUpFolder = (params: Params, command: Command, cwd: string): Promise<string> =>
  answered(['rollup', pathIn(params.folder, cwd), ...yearOf(params)], command);

async function explainRule(params: Params, command: Command): Promise<string> {
  const rule = textIn(params, 'rule', 100);
  if (rule === undefined || rule.startsWith('-')) throw wrong('rule must be a string such as table/identity');
  const { out, err } = await command(['--explain', rule], '');
  if (out === '') throw wrong(err.trim());
  return out;
}

/** What the server offers. */
export const TOOLS: readonly Tool[] = [
  tool(
    'check_text',
    '核对文稿 Check a draft',
    'Checks one draft of a Chinese annual report on open government information (政府信息公开工作年度报告). Answers with every finding (rule, severity, place, message) and with how many checks passed, failed and could not be made.',
    schema(DRAFT),
    async (params, command, cwd) => {
      const [, file] = await checkDraft(params, command, cwd);
      return json(summaryOf(file));
    },
  ),
  tool(
    'check_reports',
    '核对文件和文件夹 Check files and folders',
    'Checks report files or folders of them (.txt, .md, .html, .docx) below the folder the server runs in, and holds them against each other: last year’s report, a government’s report against its members, copied sections.',
    schema({ paths: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: MOST_PATHS } }, ['paths']),
    checkReports,
  ),
  tool(
    'compare_reports',
    '两年对照 Compare two reports',
    'Sets the tables of last year’s and this year’s report beside each other, with what was taken over from last year’s text.',
    schema({ old: { type: 'string' }, new: { type: 'string' } }, ['old', 'new']),
    compareReports,
  ),
  tool(
    'roll_up',
    '汇总一个文件夹 Roll up a folder',
    'Adds up the tables of the reports in a folder, names the bodies that are there and missing, and compares the sums with the government’s own report.',
    schema({ folder: { type: 'string' }, year: DRAFT.year }, ['folder']),
    rollUpFolder,
  ),
  tool(
    'list_fixes',
    '列出改法 List fixes',
    'Lists the fixes of a draft with their ids. Safe fixes change no number, date or document number; a suggestion writes what its title says and wants a person’s decision.',
    schema(DRAFT),
    listFixes,
  ),
  tool(
    'apply_fixes',
    '应用改法 Apply fixes',
    'Returns the text with chosen fixes applied, or with all safe ones. Writes no file.',
    schema({ ...DRAFT, fixes: { type: 'array', items: { type: 'string' } }, safe: { type: 'boolean' } }),
    applyFixes,
  ),
  tool(
    'explain_rule',
    '说明规则 Explain a rule',
    'The page of a rule: what it checks, why, examples, how to fix.',
    schema({ rule: { type: 'string', description: 'A rule’s id, or a group.' } }, ['rule']),
    explainRule,
  ),
];
