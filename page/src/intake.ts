import { formatOfFile, type TextFormat } from '../../server/src/report/source/index.ts';
import type { Bilingual } from '../../server/src/rules/rule.ts';
import { decode, type NotText } from '../../server/src/text/decode.ts';
import { REFUSALS, readWord, type WordDraft } from '../../server/src/word/bundle.ts';

/** A draft that was opened. */
export interface Taken {
  readonly name: string;
  readonly text: string;
  readonly format: TextFormat | undefined;
  readonly word?: WordDraft;
}

/** Why there is none: said in the words of the Word reader, or by the page. */
export type Refusal = { readonly said: Bilingual } | { readonly reason: NotText | 'too-large' };

/** A report has some hundred KB; pictures make a Word document larger than its text. */
const LARGEST_FILE = 50_000_000;

export async function take(file: File): Promise<Taken | Refusal> {
  if (file.size > LARGEST_FILE) return { reason: 'too-large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { name } = file;
  if (!/\.(?:docx?|docm|wps|ofd|rtf)$/i.test(name)) {
    const decoded = decode(bytes);
    if (typeof decoded === 'string') return { reason: decoded };
    return { name, text: decoded.text, format: formatOfFile(name)?.id };
  }
  const word = readWord(bytes);
  if (typeof word === 'string') return { said: REFUSALS[word] };
  return { name, text: word.text, format: undefined, word };
}
