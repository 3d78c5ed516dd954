import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // test/vscode runs inside the editor or drives it; test/slow has its own command.
    exclude: ['test/vscode/**', 'test/slow/**'],
    // No test leaves anything behind in a module, and the engine is compiled once instead of once a file: half the time.
    isolate: false,
  },
});
