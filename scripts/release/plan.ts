import { ADDRESSES, isPlaceholder } from '../package.ts';

/** What a release changes. */
export interface ReleaseFiles {
  readonly 'package.json': string;
  readonly 'package-lock.json': string;
  readonly 'CHANGELOG.md': string;
}

export interface ReleasePlan {
  readonly version: string;
  readonly files: ReleaseFiles;
  /** What the change log says of the version, for the tag. */
  readonly notes: string;
}

const UNRELEASED = /^## (\d+\.\d+\.\d+)（未发布 unreleased）\n([\s\S]*?)(?=^## |(?![\s\S]))/m;

/** @param date ISO. Throws with what stands in the way. */
export function planRelease(version: string, date: string, files: ReleaseFiles): ReleasePlan {
  const parts = numbersOf(version);
  if (!parts) throw new Error(`版本号应为 x.y.z a version is x.y.z: ${version}`);
  const manifest = JSON.parse(files['package.json']);
  const current = numbersOf(String(manifest.version)) ?? [];
  if (isLower(parts, current)) throw new Error(`低于现有版本 lower than ${manifest.version}: ${version}`);
  const section = UNRELEASED.exec(files['CHANGELOG.md']);
  const notes = section?.[2]?.trim() ?? '';
  if (!section) throw new Error('CHANGELOG.md 没有未发布的一节 has no section that is unreleased');
  if (notes === '') throw new Error('CHANGELOG.md 未发布的一节是空的 the unreleased section is empty');
  return {
    version,
    notes,
    files: {
      'package.json': withVersion(files['package.json'], manifest.version, version),
      'package-lock.json': lockedAt(files['package-lock.json'], version),
      'CHANGELOG.md': files['CHANGELOG.md'].replace(UNRELEASED, (whole: string) =>
        whole.replace(/^.*$/m, `## ${version}（${date}）`),
      ),
    },
  };
}

/** What stands in the way of the marketplaces alone. */
export function publishingObstacles(packageJson: string, env: Readonly<Record<string, string | undefined>>): string[] {
  const manifest = JSON.parse(packageJson);
  return [
    ...ADDRESSES.filter((key) => isPlaceholder(manifest[key])).map(
      (key) => `package.json: ${key} 是占位地址 is a placeholder`,
    ),
    ...['VSCE_PAT', 'OVSX_PAT'].filter((name) => !env[name]).map((name) => `没有设置 is not set: ${name}`),
  ];
}

function numbersOf(version: string): number[] | undefined {
  const match = /^(\d{1,4})\.(\d{1,4})\.(\d{1,4})$/.exec(version);
  return match?.slice(1).map(Number);
}

function isLower(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

/** The rest of the file stays as it is written. */
const withVersion = (text: string, from: string, to: string): string =>
  text.replace(`"version": "${from}"`, `"version": "${to}"`);

function lockedAt(text: string, version: string): string {
  const lock = JSON.parse(text);
  lock.version = version;
  lock.packages[''].version = version;
  return `${JSON.stringify(lock, null, 2)}\n`;
}
