/**
 * The test function of every end-to-end test. A test fails if the page writes a warning or an error to the
 * console, throws, asks another host for anything, or asks for something that does not come.
 */
import { test as base, expect } from '@playwright/test';

export { expect };

export const test = base.extend<{ complaints: string[] }>({
  /** What the page has complained of so far. A test that expects one removes it from the list. */
  complaints: [
    async ({ context, baseURL }, use) => {
      const complaints: string[] = [];
      const origin = new URL(baseURL ?? '').origin;

      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') {
          complaints.push(`console ${message.type()}: ${message.text()}`);
        }
      });
      context.on('weberror', (error) => complaints.push(`page error: ${error.error().message}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.origin !== origin) {
          complaints.push(`request to another host: ${request.url()}`);
        }
      });
      context.on('requestfailed', (request) => {
        const reason = request.failure()?.errorText;
        // Leaving a page ends its open requests; that is no fault.
        if (reason !== 'net::ERR_ABORTED') complaints.push(`request failed: ${request.url()} (${reason})`);
      });
      context.on('response', (response) => {
        if (response.status() >= 400) complaints.push(`status ${response.status()}: ${response.url()}`);
      });

      await use(complaints);
      expect(complaints, 'what the page complained of').toEqual([]);
    },
    { auto: true },
  ],
});
