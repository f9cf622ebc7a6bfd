// Recent queries, kept on the reader's machine only. A browser that keeps nothing (private mode,
// blocked storage, a full disk) simply remembers nothing.
"use strict";

const searchMemory = (() => {
  const MOST = 6;
  const KEY = "playbook-search-recent";

  /** @returns {string[]} newest first */
  function recent() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) || "[]");
      if (!Array.isArray(kept)) return [];
      return kept.filter((query) => typeof query === "string" && query.trim()).slice(0, MOST);
    } catch {
      return [];
    }
  }

  /** @param {string[]} queries */
  function keep(queries) {
    try {
      localStorage.setItem(KEY, JSON.stringify(queries.slice(0, MOST)));
    } catch {
      // Nothing is lost but a convenience.
    }
  }

  /** @param {string} query */
  function remember(query) {
    const text = query.trim();
    if (text) keep([text, ...recent().filter((other) => other !== text)]);
  }

  function forget() {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // As above.
    }
  }

  return { recent, remember, forget };
})();
