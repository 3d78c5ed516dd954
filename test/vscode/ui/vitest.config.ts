import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/vscode/ui/**/*.test.ts'],
    globalSetup: ['test/vscode/ui/support/clear.ts'],
    testTimeout: 180_000, // each step has a limit of its own
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 600_000, // the workbench is installed on first use
    fileParallelism: false,
  },
});
