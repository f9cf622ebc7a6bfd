// Messages: a field fills every place of its name on the page; copying gives plain text.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const fields = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("[data-for]")]);
  const places = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-f]")]);
  const DONE = 2000;

  /** @param {string} name @param {string} value @param {HTMLInputElement} [from] */
  const fill = (name, value, from) => {
    for (const field of fields) {
      if (field !== from && field.dataset.for === name) field.value = value;
    }
    for (const place of places) {
      if (place.dataset.f !== name) continue;
      place.textContent = value || place.dataset.empty || "";
      place.classList.toggle("in", Boolean(value));
    }
  };

  /** @param {Element} card */
  const copied = async (card) => {
    const quote = /** @type {HTMLElement} */ (card.querySelector("blockquote"));
    const text = quote.innerText.trim();
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // No clipboard (an insecure context): select the text and use the old command.
      const range = document.createRange();
      range.selectNodeContents(quote);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return document.execCommand("copy");
    }
  };

  for (const field of fields) {
    field.addEventListener("input", () => fill(field.dataset.for || "", field.value, field));
  }
  for (const button of document.querySelectorAll("[data-reset]")) {
    button.addEventListener("click", () => {
      const own = button.closest(".msg")?.querySelectorAll("[data-for]") || [];
      for (const field of own) fill(/** @type {HTMLElement} */ (field).dataset.for || "", "");
      /** @type {HTMLElement | undefined} */ (own[0])?.focus();
    });
  }
  for (const button of document.querySelectorAll("[data-copy]")) {
    const label = button.textContent;
    button.addEventListener("click", async () => {
      const card = button.closest(".msg");
      if (!card) return;
      const said = (await copied(card))
        ? playbookText("Copied")
        : playbookText("Selected: now copy it");
      button.textContent = said;
      playbookSay(said);
      setTimeout(() => {
        button.textContent = label;
      }, DONE);
    });
  }
});
