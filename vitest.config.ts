import { defineConfig } from 'vitest/config';
import { scratchFolder } from './tests/scratch-folder.ts';

/** The short suite: `npm test`. What takes minutes is named `*.long.test.ts` and runs by `npm run test:long`. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/**/*.long.test.ts', 'node_modules/**'],
    pool: 'forks',
    // Files share their modules: nothing here keeps state between tests, and loading everything for each file would take a third of the time.
    isolate: false,
    // The default leaves one core idle; on two that doubles the time.
    maxWorkers: '100%',
    testTimeout: 20_000,
    env: { TMPDIR: scratchFolder() },
  },
});
