import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/own-temporary-folder.ts',
    setupFiles: 'test/support/fixed-seed.ts',
    // Tests that start a process take longer on a busy machine than the usual five seconds.
    testTimeout: 30_000,
    // test/vscode runs inside the editor or drives it; test/slow has its own command.
    // test/growth compares times, which a busy machine upsets: it belongs to the slow suites.
    exclude: ['test/vscode/**', 'test/slow/**', 'test/growth/**'],
    // No test leaves anything behind in a module, and the engine is compiled once instead of once a file: half the time.
    isolate: false,
    // Vitest leaves one processor to the editor, which on two is half of them. A worker takes some 400 to 600 MB.
    maxWorkers: '100%',
    // `npm run coverage`: what the quick suites run of the product. The client runs in the editor and is not seen here.
    coverage: {
      include: ['server/src/**/*.ts'],
      exclude: ['**/*.generated.ts'],
      reporter: ['text-summary', 'html', 'lcovonly'],
    },
  },
});
