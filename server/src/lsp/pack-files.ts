import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location } from 'vscode-languageserver-types';
import { isPackName, type PackPath } from '../config/pack-path.ts';
import type { ConfigProblem } from '../config/problems.ts';
import { type LoadedPacks, loadPacks, type PackSource } from '../packs/load.ts';
import type { Locale, RuleId } from '../rules/rule.ts';
import { toRange } from './ranges.ts';
import type { ConfigText } from './runtime.ts';
import { foldersAbove, nameOf, pathBelow, resolvePath } from './uris.ts';

export const isPackFile = (uri: string): boolean => isPackName(nameOf(uri));

/** A settings file or a rule pack, with what is wrong in it. */
export interface Shown {
  readonly document: TextDocument;
  readonly problems: readonly ConfigProblem[];
}

export interface PackSources {
  readonly opened: (uri: string) => TextDocument | undefined;
  /** Of a pack, which may not lie outside `home`, wherever links lead. */
  readonly readPack: (uri: string, home: string) => Promise<ConfigText>;
  readonly folders: () => readonly string[];
  readonly locale: () => Locale;
  /** Called for every pack that is read, so that its faults are shown in it. */
  readonly onRead: (file: Shown) => void;
}

/** Rule packs as they stand in the editor or, when they are not open, on the disk. */
export class PackFiles {
  readonly #sources: PackSources;

  constructor(sources: PackSources) {
    this.#sources = sources;
  }

  /** What a settings file names, with all that the packs extend. */
  async load(config: TextDocument, paths: readonly PackPath[]): Promise<LoadedPacks> {
    const { locale, onRead } = this.#sources;
    const { uri } = config;
    const loaded = await loadPacks(uri, config.getText(), paths, this.#sourceFor(uri), {
      locale: locale(),
      examples: true,
    });
    for (const { address, text, problems } of loaded.packs) {
      onRead({ document: this.#documentOf(address, text), problems });
    }
    return loaded;
  }

  /** A pack that somebody has open tells its faults, also when no settings file names it. */
  async look(uri: string): Promise<void> {
    await this.load(TextDocument.create(uri, 'jsonc', 0, ''), [{ path: nameOf(uri), span: { start: 0, end: 0 } }]);
  }

  #sourceFor(from: string): PackSource {
    const { folders, opened, readPack } = this.#sources;
    const home = folders().find((folder) => pathBelow(folder, from) !== undefined) ?? foldersAbove(from)[0] ?? from;
    return {
      resolve(base, path) {
        const address = resolvePath(base, path);
        return address !== undefined && pathBelow(home, address) !== undefined ? address : undefined;
      },
      async read(address) {
        const open = opened(address);
        return open ? open.getText() : readPack(address, home);
      },
    };
  }

  #documentOf(uri: string, text: string): TextDocument {
    const open = this.#sources.opened(uri);
    return TextDocument.create(open?.uri ?? uri, 'jsonc', open?.version ?? 0, text);
  }
}

/** Leads from a rule to the entry it comes from. */
export function entriesOf({ packs, originOf }: LoadedPacks): (rule: RuleId) => Location | undefined {
  const documents = new Map(
    packs.map(({ address, text }) => [address, TextDocument.create(address, 'jsonc', 0, text)]),
  );
  return (rule) => {
    const origin = originOf.get(rule);
    const document = origin && documents.get(origin.address);
    return origin && document && { uri: origin.address, range: toRange(document, origin.span) };
  };
}
