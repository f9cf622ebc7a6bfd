// The service worker and what it lets the reader do: said once when the language is saved, and
// when a newer edition waits. From a folder (file://) there is no worker and no need of one; in a
// live preview it would show yesterday's page.
"use strict";

(() => {
  const page = document.documentElement;
  if (!location.protocol.startsWith("http") || page.dataset.preview !== undefined) return;
  const root = page.dataset.root || "";
  const lang = page.dataset.lang || "";

  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = `${root}${lang}/manifest.webmanifest`;
  document.head.append(manifest);
  if (!("serviceWorker" in navigator)) return;

  /**
   * A notice at the foot of the page, with an action and a way to close it.
   * @param {string} text @param {string} [label] @param {() => void} [act]
   */
  const tell = (text, label, act) => {
    const box = document.createElement("div");
    box.className = "notice toast";
    box.setAttribute("role", "status");
    const words = document.createElement("p");
    words.textContent = text;
    const row = document.createElement("p");
    row.className = "flow";
    const button = (/** @type {string} */ name, /** @type {() => void} */ run) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "btn bare";
      made.textContent = name;
      made.addEventListener("click", run);
      row.append(made);
    };
    if (label && act) button(label, act);
    button(playbookText("Close"), () => box.remove());
    box.append(words, row);
    document.body.append(box);
  };

  /** @param {ServiceWorker} worker */
  const offerUpdate = (worker) =>
    tell(
      playbookText("A newer edition of this guide is ready."),
      playbookText("Show the new edition"),
      () => worker.postMessage({ type: "update" }),
    );

  const start = async () => {
    const had = Boolean(navigator.serviceWorker.controller);
    const registration = await navigator.serviceWorker.register(`${root}sw.js`);
    navigator.serviceWorker.addEventListener("controllerchange", () => {
      if (had) location.reload();
    });
    if (registration.waiting && had) offerUpdate(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const next = registration.installing;
      next?.addEventListener("statechange", () => {
        if (next.state === "installed" && navigator.serviceWorker.controller) offerUpdate(next);
      });
    });
    const ready = await navigator.serviceWorker.ready;
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => {
      page.dataset.offline = data.kept ? "kept" : "failed";
      if (!data.kept || playbookKept.read(`told:${lang}`)) return;
      playbookKept.write(`told:${lang}`, true);
      tell(
        playbookText(
          "Saved on this device: everything in this language now opens without a connection.",
        ),
      );
    };
    ready.active?.postMessage({ type: "keep", lang }, [channel.port2]);
  };

  addEventListener("load", () => start().catch(() => {}));

  const connection = () => {
    document.getElementById("no-connection")?.remove();
    if (navigator.onLine) return;
    const line = document.createElement("p");
    line.id = "no-connection";
    line.className = "offline-line";
    line.setAttribute("role", "status");
    line.textContent = playbookText("No connection. What is saved on this device still opens.");
    document.querySelector(".top")?.after(line);
  };
  addEventListener("online", connection);
  addEventListener("offline", connection);
  document.addEventListener("DOMContentLoaded", connection);
})();
