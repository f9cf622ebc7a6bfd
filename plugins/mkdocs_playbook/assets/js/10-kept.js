// What the reader ticks and types stays in the browser; where it keeps nothing, nothing breaks.
"use strict";

/** @type {{read: (key: string) => any, write: (key: string, value: unknown) => void}} */
window.playbookKept = {
  read(key) {
    try {
      return JSON.parse(localStorage.getItem(`playbook:${key}`) || "null");
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      const empty = value == null || (typeof value === "object" && !Object.keys(value).length);
      if (empty) localStorage.removeItem(`playbook:${key}`);
      else localStorage.setItem(`playbook:${key}`, JSON.stringify(value));
    } catch {
      // A full or blocked store: the page works without it.
    }
  },
};

/** Put a sentence into a region that screen readers listen to. */
window.playbookSay = (text) => {
  let region = document.getElementById("said");
  if (!region) {
    region = document.createElement("p");
    region.id = "said";
    region.className = "vh";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = text;
};
