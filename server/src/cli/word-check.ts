import type { LintOptions } from '../index.ts';
import { type CheckOptions, type Draft, type Engine, shownOf } from './check.ts';
import { locator } from './positions.ts';
import type { FileResult } from './result.ts';

/** Check a Word document as the text that it shows, with every place led back to its paragraphs and tables. */
export async function checkWord(
  { path, absolute, named, bytes }: Draft,
  engine: Engine,
  options: LintOptions,
  { quiet, stale = () => [], packPlaceOf }: Omit<CheckOptions, 'fix'>,
): Promise<FileResult> {
  const { placeIn, readWord } = await import('../word/bundle.ts');
  const word = readWord(bytes);
  if (typeof word === 'string') return { kind: 'not-read', path, reason: word, named };
  const { text } = word;
  if (!engine.isReport(text)) return { kind: 'not-report', path, named };
  const result = engine.lint(text, options);
  return {
    kind: 'report',
    path,
    absolute,
    encoding: 'docx',
    text,
    result,
    shown: shownOf(result, quiet),
    fixesOf: engine.offeredFixes(text, options),
    locate: locator(text),
    placeOf: (span) => placeIn(word, span),
    beside: { revisions: word.document.revisions, pictures: word.document.pictures },
    fixed: 0,
    staleIgnores: stale(result.staleIgnores),
    relations: options.relations,
    packPlaceOf,
  };
}
