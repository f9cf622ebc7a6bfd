// Inlined on every page (two kilobytes at most), the only part of search that loads unasked.
// It fetches the program on the first query and the panel when a reader reaches for search.
/** @param {SearchFiles} files */
((files) => {
  const page = document.documentElement.dataset, root = page.root || "";
  const on = document.addEventListener.bind(document);
  /** @param {string} src below the root */
  const load = (src) => new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = root + src;
    script.onload = done;
    script.onerror = () => {
      script.remove();
      fail(Error(src));
    };
    document.head.append(script);
  });
  const words = `search/panel-${page.lang}.${files.panel[page.lang || ""]}.js`;
  window.playbookSearchStart = { root, load, words };
  /** @type {Promise<unknown> | 0 | undefined} */
  let program;
  // Until the program is there, this stands in for it; the program takes its place.
  /** @type {PlaybookSearch} */
  const first = window.playbookSearch = {
    warm: () => (program = program || load(files.program)).then(() => {
      if (playbookSearch === first) throw Error();
      return playbookSearch.warm();
    }).catch((fault) => {
      program = 0;
      throw fault;
    }),
    query: (text, options) => first.warm().then(() => playbookSearch.query(text, options)),
  };
  const ready = new Promise((done) => on("DOMContentLoaded", done));
  /** @type {Promise<unknown> | 0 | undefined} */
  let panel;
  /** @param {string} [text] @param {Element | null} [from] */
  const open = (text, from) => {
    panel = panel || ready.then(() => load(page.searchUi || ""));
    panel.then(() => playbookSearchPanel.open(text, from), () => {
      panel = 0;
      location.href = root + page.lang + "/search.html";
    });
  };
  /** @param {Event} event @param {string} what */
  const near = ({ target }, what) => target instanceof Element ? target.closest(what) : null;
  on("click", (event) => {
    const link = near(event, "[data-search]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(undefined, link);
  });
  on("submit", (event) => {
    const field = near(event, "[data-search-form]")?.querySelector("input");
    if (!field) return;
    event.preventDefault();
    open(field.value, field);
  });
  on("keydown", (event) => {
    const busy = near(event, "input,textarea,select,[contenteditable]");
    if (event.ctrlKey || event.metaKey ? event.code !== "KeyK" : event.key !== "/" || busy) return;
    event.preventDefault();
    open();
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) open(asked);
})(/** @type {any} */ (0));
