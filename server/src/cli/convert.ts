import { basename, extname, resolve } from 'node:path';
import { readRegularFile } from '../disk/read-file.ts';
import { formatOfFile } from '../report/source/index.ts';
import { decode } from '../text/decode.ts';
import { convertDraft, TARGETS, type Target } from '../word/convert/convert.ts';
import type { ConvertCommand } from './args.ts';
import { isWordFile } from './check.ts';
import { LARGEST_DRAFT } from './file-check.ts';
import { findFiles } from './files.ts';
import { messagesIn } from './messages.ts';
import { writeOutput } from './output.ts';
import { errorCode } from './result.ts';
import type { ReviewWorld } from './review.ts';

/** `nianbao-lint convert`: a draft as a document with the official page, a web page, Markdown or text. */
export async function convert({ options, output, force }: ConvertCommand, world: ReviewWorld): Promise<number> {
  const say = messagesIn(options.locale);
  const fail = (message: string): number => {
    world.stderr(`${message}\n`);
    return 2;
  };
  const target = targetOf(output);
  if (!target) return fail(say.cannotWrite(output, 'unknown-target'));
  const [found] = findFiles(options.paths, world.cwd);
  if (found?.kind !== 'file' || !found.named) {
    return fail(say.cannotRead(options.paths[0] ?? '', found?.kind === 'not-read' ? found.reason : 'not-a-file'));
  }
  const { asDocument, readWord } = await import('../word/bundle.ts');
  let bytes: Uint8Array;
  try {
    bytes = readRegularFile(found.absolute, LARGEST_DRAFT);
  } catch (error) {
    return fail(say.cannotRead(found.path, errorCode(error)));
  }
  const isWord = isWordFile({ ...found, bytes });
  const read = isWord ? readWord(bytes) : decode(bytes);
  if (typeof read === 'string') return fail(say.cannotRead(found.path, read));
  const engine = await world.engine();
  if (!engine.isReport(read.text)) return fail(say.notReport(found.path));
  const format = isWord ? 'text' : formatOfFile(found.path)?.id;
  const converted = convertDraft(read.text, target, { year: options.year, format }, asDocument);
  const refusal = writeOutput(resolve(world.cwd, output), found.absolute, force, () => converted);
  if (refusal) return fail(say.cannotWrite(output, refusal));
  if (!options.quiet) world.stdout(`${found.path} → ${basename(output)}\n`);
  return 0;
}

function targetOf(path: string): Target | undefined {
  const ending = extname(path).slice(1).toLowerCase();
  return ending === 'htm' ? 'html' : TARGETS.find((target) => target === ending);
}
