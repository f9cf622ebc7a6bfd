// Service worker: after one visit, the visited language opens without a connection.
//
// The build fills in VERSION (a hash of all files). `offline/shell.json` and `offline/<lang>.json`
// list [address, hash] of what to keep; a new version copies what has not changed from the old
// cache and fetches the rest. A cache that cannot be written (full, forbidden) harms nothing:
// every request then goes to the network.
"use strict";

const VERSION = "%VERSION%";
const CACHE = `playbook-${VERSION}`;
const PREFIX = "playbook-";
const AT_ONCE = 6;

const worker = /** @type {any} */ (self);
const root = new URL("./", worker.location.href);
const at = (/** @type {string} */ address) => new URL(address, root).href;

/** The list of a language (or "shell"): [address, hash] pairs. */
async function listed(/** @type {string} */ name) {
  const answer = await fetch(at(`offline/${name}.json`), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`offline/${name}.json`);
  return /** @type {[string, string][]} */ (await answer.json());
}

/** Keep every file of a list, from an older cache where the hash is the same. */
async function keep(/** @type {string} */ name) {
  const cache = await caches.open(CACHE);
  const files = await listed(name);
  const older = (await caches.keys()).filter((key) => key.startsWith(PREFIX) && key !== CACHE);
  const queue = [...files];
  const take = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [address, hash] = next;
      const url = at(address);
      const mark = `${url}?hash=${hash}`;
      if (await cache.match(mark)) continue;
      let answer;
      for (const key of older) {
        const old = await caches.open(key);
        if (await old.match(mark)) answer = await old.match(url);
        if (answer) break;
      }
      answer = answer || (await fetch(url, { cache: "no-cache" }));
      if (!answer.ok) throw new Error(address);
      await cache.put(url, answer);
      await cache.put(mark, new Response(""));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
}

/** Languages kept by any version, so that an update keeps them too. */
async function languages() {
  const found = new Set();
  for (const key of await caches.keys()) {
    if (!key.startsWith(PREFIX)) continue;
    const cache = await caches.open(key);
    for (const request of await cache.keys()) {
      const match = /\?language=([\w-]+)$/.exec(request.url);
      if (match) found.add(match[1]);
    }
  }
  return found;
}

async function keepLanguage(/** @type {string} */ lang) {
  const cache = await caches.open(CACHE);
  const mark = at(`?language=${lang}`);
  const known = Boolean(await cache.match(mark));
  await keep(lang);
  await cache.put(mark, new Response(""));
  return !known;
}

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(
    (async () => {
      await keep("shell");
      for (const lang of await languages()) await keepLanguage(lang);
    })(),
  );
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil(
    (async () => {
      for (const key of await caches.keys()) {
        if (key.startsWith(PREFIX) && key !== CACHE) await caches.delete(key);
      }
      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener("message", (/** @type {any} */ event) => {
  const port = event.ports[0];
  if (event.data?.type === "keep") {
    event.waitUntil(
      keepLanguage(event.data.lang).then(
        (isNew) => port?.postMessage({ kept: true, isNew }),
        () => port?.postMessage({ kept: false }),
      ),
    );
  } else if (event.data?.type === "update") {
    worker.skipWaiting();
  }
});

/** The kept answer, else the network; the page for addresses that lead nowhere as a last way out. */
async function answer(/** @type {Request} */ request) {
  const url = request.url.split("#")[0].split("?")[0];
  const address = url.endsWith("/") ? `${url}index.html` : url;
  try {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(address);
    if (kept) return kept;
  } catch {
    // No cache: as if there were no worker.
  }
  try {
    return await fetch(request);
  } catch (fault) {
    const missing = request.mode === "navigate" && (await caches.match(at("offline.html")));
    if (missing) return missing;
    throw fault;
  }
}

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const request = event.request;
  if (request.method !== "GET" || !request.url.startsWith(root.href)) return;
  event.respondWith(answer(request));
});
