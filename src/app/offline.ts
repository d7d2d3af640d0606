/** Keeps the site working without a network, and up to date: a new version takes over when the page is next opened. */

/** Registers the service worker where the browser has one; a page without it works the same while there is a network. */
export async function workOffline(): Promise<void> {
  try {
    const { serviceWorker } = navigator; // in a sandboxed frame even this throws
    const wasControlled = serviceWorker.controller !== null;
    const { waiting } = await serviceWorker.register('./sw.js');
    if (!waiting || !wasControlled) return;
    // Fetched during an earlier visit. Nothing has been done on this page yet, so it may start anew.
    serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('skip-waiting');
  } catch {
    // no service worker here
  }
}
