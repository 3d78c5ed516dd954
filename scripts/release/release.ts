import { planRelease, publishingObstacles, type ReleaseFiles } from './plan.ts';

export interface ReleaseOptions {
  readonly version: string;
  /** Says what would be done, and does none of it. */
  readonly dryRun: boolean;
  /** Sends the package to both marketplaces at the end. Nothing else does. */
  readonly publish: boolean;
}

/** What a release needs of its machine. */
export interface ReleaseMachine {
  readonly today: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  read(path: keyof ReleaseFiles): string;
  write(path: keyof ReleaseFiles, text: string): void;
  /** What a program prints; throws when it fails. */
  ask(program: string, ...args: readonly string[]): string;
  /** A program that changes something; throws when it fails. */
  run(program: string, ...args: readonly string[]): void;
  /** Makes the package from what was built. */
  makePackage(path: string): void;
  /** Begins with an empty folder. */
  makeFolder(path: string): void;
  /** Adds the bill of materials and the checksums to what a folder holds. */
  seal(folder: string, bomName: string): void;
  log(line: string): void;
}

interface Step {
  readonly what: string;
  readonly do: () => void;
}

/** @returns whether it was, or could be, done. */
export function release(options: ReleaseOptions, machine: ReleaseMachine): boolean {
  const { version, dryRun, publish } = options;
  const tag = `v${version}`;
  const folder = `out/release/${version}`;
  const named = (ending: string): string => `${folder}/nianbao-lint-${version}${ending}`;
  const vsix = named('.vsix');
  const files: ReleaseFiles = {
    'package.json': machine.read('package.json'),
    'package-lock.json': machine.read('package-lock.json'),
    'CHANGELOG.md': machine.read('CHANGELOG.md'),
  };
  const obstacles = [
    ...(machine.ask('git', 'status', '--porcelain').trim() === '' ? [] : ['有未提交的修改 the tree is not clean']),
    ...(machine.ask('git', 'tag', '--list', tag).trim() === '' ? [] : [`已有标签 there is a tag: ${tag}`]),
    ...(publish ? publishingObstacles(files['package.json'], machine.env) : []),
  ];
  const plan = planRelease(version, machine.today, files);
  const paths = Object.keys(plan.files) as (keyof ReleaseFiles)[];
  const steps: readonly Step[] = [
    { what: `写 write ${paths.join(', ')}`, do: () => writeAll(plan.files, machine) },
    { what: 'npm test', do: () => machine.run('npm', 'test') },
    { what: 'npm run build', do: () => machine.run('npm', 'run', '--silent', 'build') },
    { what: `文件夹 folder ${folder}`, do: () => machine.makeFolder(folder) },
    { what: `打包 package ${vsix}`, do: () => machine.makePackage(vsix) },
    {
      what: `npm 包 package ${named('.tgz')}`,
      // It has been built, and what was tested is what is packed.
      do: () => machine.run('npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder),
    },
    {
      what: `网页 page ${named('.html')}`,
      do: () => machine.run('npm', 'run', '--silent', 'page', '--', named('.html')),
    },
    {
      what: `成分清单和校验和 bill of materials and checksums`,
      do: () => machine.seal(folder, `nianbao-lint-${version}.cdx.json`),
    },
    {
      what: `git commit`,
      do: () => machine.run('git', 'commit', '--quiet', '--message', `Release ${version}`, ...paths),
    },
    {
      what: `git tag ${tag}`,
      do: () => machine.run('git', 'tag', '--annotate', tag, '--message', `${version}\n\n${plan.notes}`),
    },
    ...(publish ? publishing(vsix, machine) : []),
  ];
  for (const obstacle of obstacles) machine.log(`✗ ${obstacle}`);
  if (obstacles.length > 0 && !dryRun) return false;
  for (const step of steps) {
    machine.log(dryRun ? `· ${step.what}` : `■ ${step.what}`);
    if (!dryRun) step.do();
  }
  if (!publish) machine.log(`发布到两个市场 to both marketplaces: npm run release -- ${version} --publish, ${vsix}`);
  return obstacles.length === 0;
}

/** One file for both: what was tested is what is sent. Names and keys come from the environment. */
const publishing = (vsix: string, machine: ReleaseMachine): readonly Step[] => [
  {
    what: `Visual Studio Marketplace: ${vsix}`,
    do: () => machine.run('npx', '--no-install', 'vsce', 'publish', '--packagePath', vsix),
  },
  { what: `Open VSX: ${vsix}`, do: () => machine.run('npx', 'ovsx', 'publish', vsix) },
];

function writeAll(files: ReleaseFiles, machine: ReleaseMachine): void {
  for (const [path, text] of Object.entries(files)) machine.write(path as keyof ReleaseFiles, text);
}
