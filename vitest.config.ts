import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/own-temporary-folder.ts',
    // test/vscode runs inside the editor or drives it; test/slow has its own command.
    // test/growth compares times, which a busy machine upsets: it belongs to the slow suites.
    exclude: ['test/vscode/**', 'test/slow/**', 'test/growth/**'],
    // No test leaves anything behind in a module, and the engine is compiled once instead of once a file: half the time.
    isolate: false,
  },
});
