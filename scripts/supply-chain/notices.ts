import type { BundledPackage } from './bundled.ts';

const RULE = '='.repeat(80);

const HEAD = `年报校对（nianbao-lint）的程序文件中包含以下软件，各依其许可使用。
The files of nianbao-lint contain the following software, each under its own licence.
`;

/** The licences of everything that is bundled, with their full texts. */
export const notices = (packages: readonly BundledPackage[]): string =>
  [
    HEAD,
    ...packages.map(({ name, version, license, homepage, texts }) =>
      [
        RULE,
        `${name} ${version}`,
        `${license}${homepage ? `  ${homepage}` : ''}`,
        RULE,
        '',
        ...texts.map(({ text }) => `${text}\n`),
      ].join('\n'),
    ),
  ].join('\n');
