import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // test/vscode runs inside the editor or drives it; test/slow has its own command.
    exclude: ['test/vscode/**', 'test/slow/**'],
  },
});
