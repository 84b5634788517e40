import { defineConfig } from 'vitest/config'

/** Each worker drives a browser, which takes a core of its own at times. */
const BROWSERS = 2

const inBrowser = {
  globalSetup: 'tests/browser/support/serve-deck.ts',
  setupFiles: 'tests/browser/support/in-deck.ts',
  pool: 'forks',
  maxWorkers: BROWSERS,
  testTimeout: 120_000,
  hookTimeout: 300_000,
} as const

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'packages/*/tests/**/*.test.ts'],
        },
      },
      { test: { ...inBrowser, name: 'browser', include: ['tests/browser/**/*.test.ts'] } },
    ],
  },
})
