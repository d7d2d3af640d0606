/*
 * Keeps the whole site for use without a network. The build fills in the two constants.
 * A new version waits until the page says 'skip-waiting', so that nobody loses a run in the middle.
 */
const version = '%VERSION%';
const files = ['%FILES%'];

// The scope is in the name: the same site may stand at two paths of one host.
const ourCaches = `decoupled ${self.registration.scope} `;
const cacheName = ourCaches + version;

self.addEventListener('install', (event) => {
  // 'reload' passes by the browser's own cache, which may hold files of an older build.
  const requests = files.map((file) => new Request(file, { cache: 'reload' }));
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(requests)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlderVersions().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data === 'skip-waiting') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(request));
});

async function answer(request) {
  const cache = await caches.open(cacheName);
  // Hosts answer with 'Vary: Origin', and a script asks with an origin where the worker asked without.
  const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
  if (kept) return kept;
  const page = request.mode === 'navigate' ? await cache.match('./') : undefined;
  return page ?? fetch(request);
}

async function forgetOlderVersions() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(ourCaches) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
}
