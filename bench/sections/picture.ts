/**
 * How much of the main thread the picture takes: the real canvas in headless Chromium, software rendering, with more
 * than 2,000 messages in flight, each a dot of its own; and four canvases side by side with at least 500 each.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { type Browser, chromium, type Page } from 'playwright';
import { build, type InlineConfig, preview } from 'vite';
import { launchOptions } from '../../build/chromium.ts';
import type { Result } from '../result.ts';

const root = fileURLToPath(new URL('../picture', import.meta.url));

/** Seconds that are measured, after as many to warm up. */
const SECONDS = 5;

/** Frames per second, main-thread milliseconds per frame, and messages in flight while that was measured. */
export async function picture(): Promise<Result[]> {
  const outDir = await mkdtemp(join(tmpdir(), 'picture-'));
  const vite: InlineConfig = { configFile: false, root, base: './', plugins: [react()], logLevel: 'error' };
  await build({ ...vite, build: { outDir, target: 'es2022' }, worker: { format: 'es' } });
  const server = await preview({ ...vite, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  let browser: Browser | null = null;
  try {
    browser = await chromium.launch(launchOptions);
    const page = server.resolvedUrls?.local[0] as string;
    return [
      ...(await measureAt(browser, page, 'picture')),
      ...(await measureAt(browser, `${page}?four`, 'four pictures, each')),
    ];
  } finally {
    await browser?.close();
    await new Promise((closed) => server.httpServer.close(closed));
    await rm(outDir, { recursive: true });
  }
}

async function measureAt(browser: Browser, address: string, what: string): Promise<Result[]> {
  const tab = await browser.newPage({ viewport: { width: 1100, height: 700 } });
  const failures: string[] = [];
  tab.on('pageerror', (error) => failures.push(error.message));
  await tab.goto(address);
  await tab.waitForFunction((frames) => (globalThis.pictureProbe?.frames() ?? 0) > frames, SECONDS * 20);
  const result = await measure(tab, what);
  await tab.close();
  if (failures.length > 0) throw new Error(`the picture fails: ${failures.join('; ')}`);
  return result;
}

async function measure(tab: Page, what: string): Promise<Result[]> {
  const devtools = await tab.context().newCDPSession(tab);
  // Processor time of the thread, so that what else the machine does is not counted.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
    const [frames, inFlight] = await tab.evaluate(() => {
      const probe = globalThis.pictureProbe;
      return [probe?.frames() ?? 0, probe?.inFlight() ?? 0] as const;
    });
    return { busySeconds: metric('TaskDuration'), at: performance.now() / 1000, frames, inFlight };
  };
  const before = await read();
  let fewest = before.inFlight;
  let now = before;
  while (now.at - before.at < SECONDS) {
    await tab.waitForTimeout(500);
    now = await read();
    fewest = Math.min(fewest, now.inFlight);
  }
  const frames = now.frames - before.frames;
  return [
    { name: `${what}: messages in flight, at least`, value: fewest, unit: 'messages' },
    { name: `${what}: frames`, value: frames / (now.at - before.at), unit: 'frames/s' },
    {
      name: `${what}: main thread per frame`,
      value: ((now.busySeconds - before.busySeconds) * 1000) / frames,
      unit: 'ms',
    },
  ];
}
