// In a live preview: takes the place of a worker that an earlier visit to this address left
// behind, which would go on showing what it kept, and leaves with all of it.
"use strict";

const leaving = /** @type {any} */ (self);

leaving.addEventListener("install", () => leaving.skipWaiting());

leaving.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(leave()));

async function leave() {
  for (const key of await caches.keys()) {
    if (key.startsWith("playbook-")) await caches.delete(key);
  }
  await leaving.registration.unregister();
  for (const page of await leaving.clients.matchAll({ type: "window" })) page.navigate(page.url);
}
