import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Machines are shared and noisy: a test may be slow, it may only not hang.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ['test/**/*.test.ts'],
    // These run inside VS Code, drive it, or are it.
    exclude: ['test/host/**', 'test/browser/**', 'test/workbench/**'],
  },
});
