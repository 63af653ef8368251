import { defineConfig } from 'vitest/config';

/** The long suite: `npm run test:long`. */
export default defineConfig({
  test: { include: ['tests/**/*.long.test.ts'], pool: 'forks', testTimeout: 600_000 },
});
