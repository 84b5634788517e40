import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/support/serve-deck.ts',
          // each file drives a browser of its own, and measures motion
          fileParallelism: false,
          testTimeout: 60_000,
          // walking the whole deck
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
