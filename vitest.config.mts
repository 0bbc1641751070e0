import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These run inside VS Code, drive it, or are it.
    exclude: ['test/host/**', 'test/browser/**', 'test/workbench/**'],
  },
});
