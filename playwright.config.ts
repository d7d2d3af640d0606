/** End-to-end tests against the built site, served under a sub-path as a static host would. */
import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from './build/chromium.ts';

const port = Number(process.env.E2E_PORT ?? 4173);
const subPath = '/some/sub/path/';
const url = `http://127.0.0.1:${port}${subPath}`;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 1,
  forbidOnly: true,
  use: {
    ...devices['Desktop Chrome'],
    baseURL: url,
    launchOptions,
    trace: 'retain-on-failure',
    video: 'off',
    contextOptions: { reducedMotion: 'reduce' },
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort --base ${subPath}`,
    url,
    reuseExistingServer: false,
  },
});
