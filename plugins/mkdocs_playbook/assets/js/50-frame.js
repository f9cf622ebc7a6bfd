// Every page: the language switch keeps the place and is remembered, the facet bar follows the
// text, links into folded parts open them, the sheet prints.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const languages = /** @type {HTMLDetailsElement | null} */ (
    document.querySelector("details.lang")
  );
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("a[data-lang]")]);
  for (const link of links) {
    link.addEventListener("click", () => {
      playbookKept.write("lang", link.dataset.lang);
      link.hash = location.hash;
    });
  }
  document.addEventListener("click", (event) => {
    if (languages?.open && !languages.contains(/** @type {Node} */ (event.target))) {
      languages.open = false;
    }
  });
  languages?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    languages.open = false;
    languages.querySelector("summary")?.focus();
  });

  const tabs = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".tabs a")]);
  const sections = tabs.map((tab) => document.getElementById(tab.hash.slice(1)));
  if (tabs.length && "IntersectionObserver" in window) {
    const mark = () => {
      const line = innerHeight / 3;
      let current = 0;
      sections.forEach((section, place) => {
        if (section && section.getBoundingClientRect().top < line) current = place;
      });
      tabs.forEach((tab, place) => {
        if (place === current) tab.setAttribute("aria-current", "true");
        else tab.removeAttribute("aria-current");
      });
    };
    const watch = new IntersectionObserver(mark, { rootMargin: "-33% 0px -66% 0px" });
    for (const section of sections) if (section) watch.observe(section);
    mark();
  }

  const open = () => {
    const target =
      location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target && target.closest("details");
    if (fold && !fold.open) {
      fold.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", open);
  open();

  // On a wide screen who this is stands open; old browsers cannot be told so in the style sheet.
  const who = /** @type {HTMLDetailsElement | null} */ (document.querySelector("details.who"));
  if (who && matchMedia("(min-width: 60em)").matches && !CSS.supports("selector(::details-content)")) {
    who.open = true;
  }

  document.querySelector("[data-print]")?.addEventListener("click", () => print());

  // The page that chooses a language goes where the reader chose to go before.
  if (document.body.dataset.choose !== undefined) {
    const chosen = links.find((link) => link.dataset.lang === playbookKept.read("lang"));
    const came = document.referrer && new URL(document.referrer).origin === location.origin;
    if (chosen && !came) location.replace(chosen.href);
  }
});
