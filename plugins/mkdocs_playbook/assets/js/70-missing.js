// The page for addresses that lead nowhere speaks the language of the address where it has one.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  if (document.body.dataset.missing === undefined) return;
  const own = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-missing-lang]")]);
  const parts = location.pathname.split("/");
  const lang = parts.find((part) => own.some((section) => section.dataset.missingLang === part));
  const found = own.find((section) => section.dataset.missingLang === lang);
  const heading = document.querySelector("h1");
  if (!lang || !found || !heading || own.length === 1) return;
  for (const section of own) section.hidden = section !== found;
  document.documentElement.lang = lang;
  const title = found.querySelector("h2");
  if (!title) return;
  heading.textContent = title.textContent;
  document.title = title.textContent || "";
  title.remove();
});
