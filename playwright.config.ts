import { defineConfig } from '@playwright/test';

// Private ports, so that several runs get along. The workers, which load this
// file again, inherit them.
process.env.SPHERA_TEST_PORT ??= String(
  20_000 + Math.floor(Math.random() * 10_000),
);
process.env.SPHERA_TEST_CLUSTERS_PORT ??= String(
  // Above 10080, which browsers refuse.
  11_000 + Math.floor(Math.random() * 9_000),
);
const port = process.env.SPHERA_TEST_PORT;
const clustersPort = process.env.SPHERA_TEST_CLUSTERS_PORT;
const baseURL = `http://localhost:${port}`;

/** The browser tests: each run starts a portal of its own with fresh data. */
export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  testMatch: '**/*.test.ts',
  outputDir: 'test-reports/browser',
  // They share one portal, and locks on everything are among what they test.
  workers: 1,
  // A build server may be many times slower than a laptop. Who waits for a fact goes on as soon as it is so.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-reports/browser.json' }]],
  use: {
    baseURL,
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.SPHERA_BROWSER ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node scripts/test-portal.mjs --port ${port} --clusters-port ${clustersPort}`,
    url: `${baseURL}/.backstage/health/v1/readiness`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
