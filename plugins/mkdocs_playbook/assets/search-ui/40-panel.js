// The search panel: a modal dialog with a combobox, filters and a list of results. It is loaded
// when a reader first asks for search; the bootstrap on the page calls `playbookSearchPanel.open`.
"use strict";

const playbookSearchPanel = (() => {
  const { el, glyph } = searchView;
  const TYPING_PAUSE = 70;
  // A first search loads the texts of a few pages only; "More results" asks for the rest.
  const FIRST = 5;

  const page = document.documentElement;
  const lang = page.dataset.lang || page.lang;
  const root = page.dataset.root || "";

  /** @type {{words: PanelWords}} */
  const data = { words: { categories: [], suggestions: [], languages: {}, key: null, playbooks: [], buckets: [] } };
  /** @type {Map<string, SearchPlate>} */
  const plates = new Map();
  /** @type {Map<string, Promise<unknown>>} */
  const loading = new Map();

  /** @type {SearchState} */
  const state = { text: "", insist: false, limit: FIRST, facet: "", category: "", groups: [], corrected: "",
    shown: "", failed: "" };
  let asked = 0;
  let composing = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typingTimer;
  /** @type {HTMLElement[]} */
  let behind = [];
  /** @type {Element | null} */
  let opener = null;

  const field = /** @type {HTMLInputElement} */ (el("input", {
    type: "search", name: "q", role: "combobox", "aria-expanded": "false",
    "aria-controls": "search-results", "aria-autocomplete": "list", autocomplete: "off",
    autocapitalize: "off", spellcheck: "false", enterkeyhint: "search", maxlength: "200",
    "aria-label": playbookText("Describe what you see"),
  }));
  const shown = searchShown(state, data, { field, root, lang, ask: () => run(true) });
  const form = el("form", { role: "search", action: `${root}${lang}/search.html` },
    el("div", { class: "in" }, glyph("search"), field),
    el("button", { type: "button", class: "iconbtn", click: close }, glyph("close"),
      el("span", { class: "vh" }, playbookText("Close search"))));
  const panel = /** @type {HTMLDialogElement} */ (el("dialog", { class: "search-panel",
    "aria-label": playbookText("Search") }, form, ...shown.elements));

  form.addEventListener("submit", submit);
  field.addEventListener("input", () => {
    state.insist = false;
    state.limit = FIRST;
    later();
  });
  field.addEventListener("compositionstart", () => { composing = true; });
  field.addEventListener("compositionend", () => {
    composing = false;
    later();
  });
  field.addEventListener("keydown", keyed);
  panel.addEventListener("close", closed);
  panel.addEventListener("click", (event) => {
    if (event.target === panel && outside(event)) close();
  });
  shown.list.addEventListener("click", (event) => {
    const row = /** @type {Element} */ (event.target).closest("[role=option]");
    if (row) follow(/** @type {HTMLAnchorElement} */ (row), event);
  });

  /** Whether a click on the dialog element fell on its backdrop. */
  function outside(/** @type {MouseEvent} */ event) {
    const box = panel.getBoundingClientRect();
    return event.clientX < box.left || event.clientX > box.right
      || event.clientY < box.top || event.clientY > box.bottom;
  }

  /**
   * Show the panel with `text` in its field.
   * @param {string} [text]
   * @param {Element | null} [from] gets the focus back
   */
  function open(text, from) {
    if (!panel.isConnected) document.body.append(panel);
    if (!panel.open) {
      opener = from || document.activeElement;
      behind = /** @type {HTMLElement[]} */ ([...document.body.children])
        .filter((other) => other !== panel && !other.inert);
      for (const other of behind) other.inert = true;
      panel.showModal();
    }
    if (text === undefined) field.select();
    else field.value = text;
    field.focus();
    loadWords();
    // While the reader types; a failure shows with the first query.
    playbookSearch.warm().catch(() => {});
    run(text !== undefined && text !== "");
  }

  function close() {
    panel.close();
    closed();
  }

  /** Undo what `open` did; does nothing the second time. */
  function closed() {
    clearTimeout(typingTimer);
    shown.hush();
    for (const other of behind) other.inert = false;
    behind = [];
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    opener = null;
  }

  // ---- asking ---------------------------------------------------------------------------

  function later() {
    clearTimeout(typingTimer);
    typingTimer = setTimeout(() => run(false), TYPING_PAUSE);
  }

  /**
   * Ask for what stands in the field.
   * @param {boolean} finished the query is whole: its last word is no beginning of a word
   */
  async function run(finished) {
    clearTimeout(typingTimer);
    const text = field.value;
    state.text = text;
    state.failed = "";
    asked += 1;
    const mine = asked;
    if (!searchModel.isLongEnough(text)) {
      state.groups = [];
      state.shown = "";
      shown.render();
      return;
    }
    const slow = setTimeout(() => {
      if (mine === asked) shown.say(playbookText("Loading search …"));
    }, 400);
    try {
      const results = await playbookSearch.query(text, { lang, limit: state.limit, facet: null,
        prefix: !finished, insist: state.insist });
      await loadPlates(results.map((result) => result.group));
      if (mine !== asked) return;
      state.groups = results.map((result) => searchModel.groupOf(result, plates));
      state.corrected = (results.info && results.info.corrected) || "";
    } catch (error) {
      if (mine !== asked) return;
      state.groups = [];
      state.failed = error instanceof Error ? error.message : String(error);
    } finally {
      clearTimeout(slow);
    }
    state.shown = text;
    state.facet = "";
    state.category = "";
    shown.render();
    keepAddress(text);
  }

  /** On the search page the address follows the query, where the browser lets it. */
  function keepAddress(/** @type {string} */ text) {
    if (!location.pathname.endsWith(`/${lang}/search.html`)) return;
    try {
      history.replaceState(null, "", `?q=${encodeURIComponent(text)}`);
    } catch {
      // A page opened from a folder may not change its address.
    }
  }

  /** @param {string} src below the root; loaded once, tried again after a failure */
  function load(src) {
    const known = loading.get(src);
    if (known) return known;
    const promise = playbookSearchStart.load(src).catch((/** @type {unknown} */ error) => {
      loading.delete(src);
      throw error;
    });
    loading.set(src, promise);
    return promise;
  }

  function loadWords() {
    load(playbookSearchStart.words).then(shown.render, () => {});
  }

  /** Number, category and track of the groups shown; without them the rows are shown all the same. */
  async function loadPlates(/** @type {string[]} */ groups) {
    try {
      await load(playbookSearchStart.words);
      const count = data.words.buckets.length;
      const wanted = new Set(groups.map((group) => data.words.buckets[searchModel.bucketOf(group, count)]));
      await Promise.all([...wanted].filter(Boolean).map(load));
    } catch {
      // Drawings and categories are missing until the next query.
    }
  }

  /** Called by the data files. @param {Partial<PanelWords>} given */
  function receiveWords(given) {
    data.words = { ...data.words, ...given };
  }

  /** Called by the data files. @param {Record<string, [number, number, string, string]>} given */
  function receivePlates(given) {
    for (const [group, [category, number, you, them]] of Object.entries(given)) {
      plates.set(group, { category: data.words.categories[category] ? data.words.categories[category].id : "",
        number, track: you ? [you, them] : null });
    }
  }

  // ---- the keyboard ---------------------------------------------------------------------

  function keyed(/** @type {KeyboardEvent} */ event) {
    // 229 is what a key of an unfinished composition reports in browsers without isComposing.
    if (composing || event.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      shown.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "PageDown" || event.key === "PageUp") {
      event.preventDefault();
      shown.chooseGroup(event.key === "PageDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  }

  /** Enter: open the chosen row if the list answers what stands in the field, else ask. */
  function submit(/** @type {Event} */ event) {
    event.preventDefault();
    if (composing) return;
    const row = shown.chosen();
    if (row && state.shown === field.value) row.click();
    else run(true);
  }

  /** @param {HTMLAnchorElement} row @param {MouseEvent} event */
  function follow(row, event) {
    searchMemory.remember(state.text);
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    // A row of this very page moves within it: the panel has to go.
    const here = location.href.split("#")[0].split("?")[0];
    if (row.href.split("#")[0] === here) {
      opener = null;
      close();
    }
  }

  return { open, close, receiveWords, receivePlates };
})();
