/** Two projects: `unit` runs in Node, `browser` in Chromium (*.browser.test.ts or .tsx). */
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { launchOptions } from './build/chromium.ts';
import viteConfig from './vite.config.ts';

const browserTests = 'tests/**/*.browser.test.{ts,tsx}';

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      coverage: { include: ['src/**/*.{ts,tsx}'] },
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            environment: 'node',
            include: ['tests/**/*.test.ts'],
            exclude: [browserTests],
            // Properties take a second or two, but many on a busy machine; nothing is said about speed.
            testTimeout: 60_000,
          },
        },
        {
          extends: true,
          // All packages are found before the first test: one that is found later reloads the page with a second React.
          optimizeDeps: { entries: ['src/**/*.{ts,tsx}', browserTests] },
          test: {
            name: 'browser',
            include: [browserTests],
            // Pictures of real runs, many on a busy machine.
            testTimeout: 60_000,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
      ],
    },
  }),
);
