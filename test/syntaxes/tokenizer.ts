import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

/** The engine with which VS Code colours text, loaded with the grammar in syntaxes/. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  const onigLib = oniguruma.loadWASM(new Uint8Array(wasm).buffer).then(() => ({
    createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text: string) => new oniguruma.OnigString(text),
  }));
  const file = new URL('../../syntaxes/nianbao.tmLanguage.json', import.meta.url);
  const registry = new textmate.Registry({
    onigLib,
    loadGrammar: async () => textmate.parseRawGrammar(await readFile(file, 'utf8'), 'nianbao.tmLanguage.json'),
  });
  const grammar = await registry.loadGrammar('text.nianbao');
  if (!grammar) throw new Error('The grammar does not load.');
  return grammar;
}

/** The scopes of every token of one line, without the root scope; text that no pattern matches is left out. */
export const scopesOf = (grammar: IGrammar, line: string): { text: string; scopes: string[] }[] =>
  grammar
    .tokenizeLine(line, textmate.INITIAL)
    .tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1),
    }))
    .filter(({ scopes }) => scopes.length > 0);
