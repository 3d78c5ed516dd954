// `npm test`: every check in turn, each with its own output; stops at the first that fails.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from '../workbench/npm.ts';
import { root } from '../workbench/paths.ts';

interface Step {
  readonly name: string;
  /** A script of package.json with its arguments. */
  readonly script: readonly string[];
  readonly when?: boolean;
}

const desktop = Boolean(process.env.VSCODE_EXECUTABLE_PATH) || process.env.VSCODE_TEST === 'electron';

const steps: readonly Step[] = [
  { name: '类型 Types', script: ['test:types'] },
  { name: '代码规范 Lint', script: ['test:lint'] },
  {
    name: '生成的文件 Generated files',
    script: ['generate', '--', '--check'],
    when: existsSync(join(root, 'scripts', 'generate.ts')),
  },
  { name: '构建 Build', script: ['build'] },
  { name: '单元、性质与协议测试 Unit, property and protocol tests', script: ['test:unit'] },
  { name: '语法着色 Grammar', script: ['test:grammar'] },
  { name: '真实 VS Code 中的测试 Tests in a real VS Code', script: ['test:vscode'] },
  {
    name: '真实 VS Code 的界面 The user interface of a real VS Code',
    script: ['test:ui'],
    when: !desktop, // The desktop program can't be driven from outside.
  },
];

let running: ChildProcess | undefined;
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // This process outlives the step, so that the prompt comes back after the clean-up.
  process.on(signal, () => {
    interrupted = true;
    running?.kill(signal);
  });
}

const npm = npmCommand();

const succeeds = ({ script }: Step) =>
  new Promise<boolean>((done) => {
    // Without `pre` scripts: what was built at the start isn't built again.
    running = spawn(npm.command, [...npm.first, 'run', '--silent', '--ignore-scripts', ...script], {
      cwd: root,
      stdio: 'inherit',
      shell: npm.shell,
    });
    running.once('error', () => done(false)).once('exit', (code) => done(code === 0));
  });

const secondsSince = (time: number) => `${((Date.now() - time) / 1000).toFixed(1)} s`;

const start = Date.now();
for (const step of steps) {
  if (step.when === false) continue;
  const begun = Date.now();
  console.log(`\n■ ${step.name}\n`);
  if (!(await succeeds(step)) || interrupted) {
    console.error(`\n✗ ${step.name}：未通过 failed`);
    process.exit(1);
  }
  console.log(`✓ ${step.name}（${secondsSince(begun)}）`);
}
console.log(`\n✓ 全部通过 All passed（${secondsSince(start)}）`);
