// The search panel: a modal dialog with a combobox, filters and a list of results. It is loaded
// when a reader first asks for search; the bootstrap on the page calls `playbookSearchPanel.open`.
"use strict";

const playbookSearchPanel = (() => {
  const { el, glyph, choice, groupBlock, filterButton, facetPlural } = searchView;
  const TYPING_PAUSE = 70;
  const SPOKEN_PAUSE = 600;
  // A first search loads the texts of a few pages only; "More results" asks for the rest.
  const FIRST = 5;
  const MOST = 20;

  const page = document.documentElement;
  const lang = page.dataset.lang || page.lang;
  const root = page.dataset.root || "";

  /** @type {PanelWords} */
  let words = { categories: [], suggestions: [], languages: {}, key: null, playbooks: [], buckets: [] };
  /** @type {Map<string, SearchPlate>} */
  const plates = new Map();
  /** @type {Map<string, Promise<unknown>>} */
  const loading = new Map();

  /** @type {{text: string, insist: boolean, limit: number, facet: string, category: string, groups: SearchGroup[],
   *   corrected: string, shown: string, failed: string}} */
  const state = { text: "", insist: false, limit: FIRST, facet: "", category: "", groups: [], corrected: "",
    shown: "", failed: "" };
  let asked = 0;
  let active = -1;
  let composing = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typingTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let spokenTimer;
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
  const filters = el("div", { class: "filters", role: "group", hidden: true,
    "aria-label": playbookText("Show only") });
  const said = el("p", { class: "said" });
  const spoken = el("p", { class: "vh", role: "status" });
  const list = el("div", { id: "search-results", role: "listbox",
    "aria-label": playbookText("Results") });
  const below = el("div", { class: "search-below" });
  const form = el("form", { role: "search", action: `${root}${lang}/search.html` },
    el("div", { class: "in" }, glyph("search"), field),
    el("button", { type: "button", class: "iconbtn", click: close }, glyph("close"),
      el("span", { class: "vh" }, playbookText("Close search"))));
  const panel = /** @type {HTMLDialogElement} */ (el("dialog", { class: "search-panel",
    "aria-label": playbookText("Search") }, form, filters, said, spoken, list, below));

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
  list.addEventListener("click", (event) => {
    const row = /** @type {Element} */ (event.target).closest("[role=option]");
    if (row) follow(/** @type {HTMLAnchorElement} */ (row), event);
  });
  // A pointer that moves over a row chooses it, so that there is one highlight and not two.
  list.addEventListener("pointermove", (event) => {
    const row = /** @type {Element} */ (event.target).closest("[role=option]");
    if (row) choose(options().indexOf(/** @type {HTMLElement} */ (row)), false);
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
    clearTimeout(spokenTimer);
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
      render();
      return;
    }
    const slow = setTimeout(() => {
      if (mine === asked) said.textContent = playbookText("Loading search …");
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
    render();
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
    load(playbookSearchStart.words).then(render, () => {});
  }

  /** Number, category and track of the groups shown; without them the rows are shown all the same. */
  async function loadPlates(/** @type {string[]} */ groups) {
    try {
      await load(playbookSearchStart.words);
      const count = words.buckets.length;
      const wanted = new Set(groups.map((group) => words.buckets[searchModel.bucketOf(group, count)]));
      await Promise.all([...wanted].filter(Boolean).map(load));
    } catch {
      // Drawings and categories are missing until the next query.
    }
  }

  /** Called by the data files. @param {Partial<PanelWords>} given */
  function receiveWords(given) {
    words = { ...words, ...given };
  }

  /** Called by the data files. @param {Record<string, [number, number, string, string]>} given */
  function receivePlates(given) {
    for (const [group, [category, number, you, them]] of Object.entries(given)) {
      plates.set(group, { category: words.categories[category] ? words.categories[category].id : "",
        number, track: you ? [you, them] : null });
    }
  }

  // ---- the keyboard ---------------------------------------------------------------------

  function options() {
    return /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=option]")]);
  }

  /** @param {number} place @param {boolean} scroll */
  function choose(place, scroll) {
    const rows = options();
    active = rows.length ? (place + rows.length) % rows.length : -1;
    rows.forEach((row, at) => row.setAttribute("aria-selected", String(at === active)));
    if (active < 0) {
      field.removeAttribute("aria-activedescendant");
      return;
    }
    field.setAttribute("aria-activedescendant", rows[active].id);
    if (scroll) rows[active].scrollIntoView({ block: "nearest" });
  }

  function keyed(/** @type {KeyboardEvent} */ event) {
    // 229 is what a key of an unfinished composition reports in browsers without isComposing.
    if (composing || event.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(active + (event.key === "ArrowDown" ? 1 : -1), true);
    } else if (event.key === "PageDown" || event.key === "PageUp") {
      event.preventDefault();
      chooseGroup(event.key === "PageDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  }

  /** The first row of the next or the previous group. */
  function chooseGroup(/** @type {number} */ step) {
    const rows = options();
    if (!rows.length) return;
    const starts = rows.map((row, at) => (at === 0 || row.parentElement !== rows[at - 1].parentElement
      ? at : -1)).filter((at) => at >= 0);
    const next = step > 0 ? starts.find((at) => at > active) : starts.filter((at) => at < active).pop();
    choose(next === undefined ? (step > 0 ? rows.length - 1 : 0) : next, true);
  }

  /** Enter: open the chosen row if the list answers what stands in the field, else ask. */
  function submit(/** @type {Event} */ event) {
    event.preventDefault();
    if (composing) return;
    const row = options()[active];
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

  // ---- showing --------------------------------------------------------------------------

  function render() {
    const shown = searchModel.filtered(state.groups, state);
    const count = searchModel.countRows(shown);
    renderFilters();
    renderSaid(count);
    list.replaceChildren(...shown.map((group, place) =>
      groupBlock(group, place, { root, lang, languages: words.languages })));
    list.hidden = count === 0;
    field.setAttribute("aria-expanded", String(count > 0));
    choose(count ? 0 : -1, false);
    renderBelow(count);
    panel.scrollTop = 0;
  }

  function renderFilters() {
    const facets = searchModel.facetCounts(state.groups);
    const categories = searchModel.categoryCounts(state.groups);
    const all = searchModel.countRows(state.groups);
    filters.hidden = all === 0;
    const none = !state.facet && !state.category;
    const buttons = [filterButton(playbookText("All"), all, none, () => narrow("", ""))];
    for (const [facet, count] of facets) {
      const on = state.facet === facet;
      buttons.push(filterButton(facetPlural(facet), count, on,
        () => narrow(on ? "" : facet, state.category), facet));
    }
    const controls = /** @type {HTMLElement[]} */ ([...buttons]);
    if (categories.length > 1 || state.category) {
      const name = (/** @type {string} */ id) =>
        (words.categories.find((category) => category.id === id) || { name: id }).name;
      controls.push(choice(playbookText("Show only kinds of client"), [
        ["", playbookText("All kinds of client")],
        ...categories.map(([id, count]) => /** @type {[string, string]} */ ([id, `${name(id)} (${count})`])),
      ], state.category, (id) => narrow(state.facet, id)));
    }
    const focused = [...filters.children].indexOf(/** @type {Element} */ (document.activeElement));
    filters.replaceChildren(...controls);
    if (focused >= 0) controls[Math.min(focused, controls.length - 1)].focus();
  }

  /** @param {string} facet @param {string} category */
  function narrow(facet, category) {
    state.facet = facet;
    state.category = category;
    render();
  }

  function renderSaid(/** @type {number} */ count) {
    said.replaceChildren();
    const line = summary(count);
    if (state.corrected && state.groups.length) {
      // The query as it was read, bold, in the place its language gives it.
      const [before, after] = playbookText("Showing results for %(query)s.").split("%(query)s");
      said.append(`${line} `, before, el("b", {}, state.corrected), after || "", " ",
        el("button", { type: "button", class: "aslink", click: insist },
          playbookText("Search for “%(query)s” instead", { query: state.text })));
    } else {
      said.append(line);
    }
    clearTimeout(spokenTimer);
    spokenTimer = setTimeout(() => {
      spoken.textContent = said.textContent;
    }, SPOKEN_PAUSE);
  }

  function summary(/** @type {number} */ count) {
    if (state.failed || !searchModel.isLongEnough(state.text)) return "";
    if (!count) return playbookText("Nothing found for “%(query)s”.", { query: state.text });
    return playbookPlural("%(n)s result.", "%(n)s results.", count);
  }

  function insist() {
    state.insist = true;
    field.focus();
    run(true);
  }

  function renderBelow(/** @type {number} */ count) {
    below.replaceChildren();
    if (state.failed) below.append(failure());
    else if (!searchModel.isLongEnough(state.text)) below.append(...start());
    else if (!count && state.shown === state.text) below.append(...elsewhere());
    else if (state.groups.length === state.limit && state.limit < MOST) {
      below.append(el("button", { type: "button", class: "btn line more", click: more },
        playbookText("More results")));
    }
  }

  /** Ask for more pages; the choice stays where it was. */
  async function more() {
    const place = options().length;
    state.limit = MOST;
    field.focus();
    await run(true);
    choose(Math.min(place, options().length - 1), true);
  }

  /** What to show when the engine or a part of the index did not come. */
  function failure() {
    return el("div", { class: "notice bad", role: "alert" }, glyph("close"), el("div", {},
      el("p", {}, el("b", {}, playbookText("Search could not be loaded."))),
      el("p", {}, playbookText("What you typed is kept.")),
      el("p", { class: "quiet" }, state.failed),
      el("button", { type: "button", class: "btn", click: () => run(true) }, playbookText("Try again"))));
  }

  /** Recent and suggested queries, when nothing is asked yet. */
  function start() {
    const blocks = [];
    const recent = searchMemory.recent();
    if (recent.length) {
      blocks.push(queries(playbookText("You looked for"), recent, el("button", {
        type: "button", class: "btn bare", click: () => {
          searchMemory.forget();
          render();
          field.focus();
        } }, playbookText("Forget these"))));
    }
    if (words.suggestions.length) blocks.push(queries(playbookText("Others look for"), words.suggestions));
    return blocks;
  }

  /** @param {string} title @param {string[]} texts @param {...Node} more */
  function queries(title, texts, ...more) {
    const items = texts.map((text) => el("li", {}, el("button", {
      type: "button", class: "query", click: () => {
        field.value = text;
        field.focus();
        run(true);
      } }, text)));
    return el("section", { class: "none" }, el("h2", {}, title), el("ul", {}, ...items), ...more);
  }

  /** Nothing found: the key, and the playbooks themselves. */
  function elsewhere() {
    const blocks = [];
    if (words.key) {
      blocks.push(el("section", { class: "none" },
        el("p", {}, playbookText("Not sure what to call it? Answer a few questions.")),
        el("a", { class: "btn", href: root + words.key.url }, words.key.title)));
    }
    if (words.playbooks.length) {
      const items = words.playbooks.map((entry) => el("li", {},
        el("a", entry.lang === lang ? { href: root + entry.url }
          : { href: root + entry.url, lang: entry.lang },
        el("b", {}, entry.name), el("small", {}, entry.mark))));
      blocks.push(el("section", { class: "none" },
        el("h2", {}, playbookText("Or look through the playbooks")),
        el("ul", { class: "nearest" }, ...items)));
    }
    return blocks;
  }

  return { open, close, receiveWords, receivePlates };
})();
