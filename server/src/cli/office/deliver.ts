import { resolve } from 'node:path';
import type { OfficeCommand } from '../args.ts';
import { messagesIn } from '../messages.ts';
import { writeOutput } from '../output.ts';
import type { OfficeWorld } from './world.ts';

/**
 * To the named file as a whole or not at all, else to standard output.
 * @param source the real path of a draft that is never written over.
 */
export function deliver(
  { output, force, options }: OfficeCommand,
  world: OfficeWorld,
  text: string,
  source = '',
): boolean {
  if (output === undefined) {
    world.stdout(text);
    return true;
  }
  const refusal = writeOutput(resolve(world.cwd, output), source, force, () => Buffer.from(text));
  if (refusal === undefined) return true;
  world.stderr(`${messagesIn(options.locale).cannotWrite(output, refusal)}\n`);
  return false;
}
