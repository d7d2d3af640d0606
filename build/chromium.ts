/**
 * How every test starts Chromium: the one named by CHROMIUM_PATH, or else the one that Playwright brought.
 * `npm test` finds a browser and sets the variable.
 */
const path = process.env.CHROMIUM_PATH;

export const launchOptions = {
  ...(path ? { executablePath: path } : {}),
  args: [
    '--headless',
    '--no-sandbox', // as root in a container Chromium refuses to start without it
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
