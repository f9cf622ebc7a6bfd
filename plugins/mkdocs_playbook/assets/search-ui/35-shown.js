// What the panel shows of its state: filters, a line that says what was found, the list of results
// with one row chosen, and what stands below it.
"use strict";

/**
 * @param {SearchState} state
 * @param {{words: PanelWords}} data
 * @param {{field: HTMLInputElement, root: string, lang: string, ask: () => Promise<void>}} panel
 */
const searchShown = (state, data, { field, root, lang, ask }) => {
  const { el, glyph, choice, groupBlock, filterButton, facetPlural } = searchView;
  const SPOKEN_PAUSE = 600;
  const MOST = 20;

  let active = -1;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let spokenTimer;

  const filters = el("div", { class: "filters", role: "group", hidden: true,
    "aria-label": playbookText("Show only") });
  const said = el("p", { class: "said" });
  const spoken = el("p", { class: "vh", role: "status" });
  const list = el("div", { id: "search-results", role: "listbox",
    "aria-label": playbookText("Results") });
  const below = el("div", { class: "search-below" });

  // A pointer that moves over a row chooses it, so that there is one highlight and not two.
  list.addEventListener("pointermove", (event) => {
    const row = /** @type {Element} */ (event.target).closest("[role=option]");
    if (row) choose(options().indexOf(/** @type {HTMLElement} */ (row)), false);
  });

  // ---- the chosen row -------------------------------------------------------------------

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

  /** Choose the row so many places on. */
  function move(/** @type {number} */ step) {
    choose(active + step, true);
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

  /** The row that Enter opens. @returns {HTMLElement | undefined} */
  function chosen() {
    return options()[active];
  }

  // ---- all of it ------------------------------------------------------------------------

  function render() {
    const shown = searchModel.filtered(state.groups, state);
    const count = searchModel.countRows(shown);
    renderFilters();
    renderSaid(count);
    list.replaceChildren(...shown.map((group, place) =>
      groupBlock(group, place, { root, lang, languages: data.words.languages })));
    list.hidden = count === 0;
    field.setAttribute("aria-expanded", String(count > 0));
    choose(count ? 0 : -1, false);
    renderBelow(count);
    /** @type {Element} */ (list.parentElement).scrollTop = 0;
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
        (data.words.categories.find((category) => category.id === id) || { name: id }).name;
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
    ask();
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
    await ask();
    choose(Math.min(place, options().length - 1), true);
  }

  /** What to show when the engine or a part of the index did not come. */
  function failure() {
    return el("div", { class: "notice bad", role: "alert" }, glyph("close"), el("div", {},
      el("p", {}, el("b", {}, playbookText("Search could not be loaded."))),
      el("p", {}, playbookText("What you typed is kept.")),
      el("p", { class: "quiet" }, state.failed),
      el("button", { type: "button", class: "btn", click: ask }, playbookText("Try again"))));
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
    if (data.words.suggestions.length) blocks.push(queries(playbookText("Others look for"), data.words.suggestions));
    return blocks;
  }

  /** @param {string} title @param {string[]} texts @param {...Node} more */
  function queries(title, texts, ...more) {
    const items = texts.map((text) => el("li", {}, el("button", {
      type: "button", class: "query", click: () => {
        field.value = text;
        field.focus();
        ask();
      } }, text)));
    return el("section", { class: "none" }, el("h2", {}, title), el("ul", {}, ...items), ...more);
  }

  /** Nothing found: the key, and the playbooks themselves. */
  function elsewhere() {
    const blocks = [];
    if (data.words.key) {
      blocks.push(el("section", { class: "none" },
        el("p", {}, playbookText("Not sure what to call it? Answer a few questions.")),
        el("a", { class: "btn", href: root + data.words.key.url }, data.words.key.title)));
    }
    if (data.words.playbooks.length) {
      const items = data.words.playbooks.map((entry) => el("li", {},
        el("a", entry.lang === lang ? { href: root + entry.url }
          : { href: root + entry.url, lang: entry.lang },
        el("b", {}, entry.name), el("small", {}, entry.mark))));
      blocks.push(el("section", { class: "none" },
        el("h2", {}, playbookText("Or look through the playbooks")),
        el("ul", { class: "nearest" }, ...items)));
    }
    return blocks;
  }

  /** A word on what goes on while nothing is there to show. @param {string} text */
  function say(text) {
    said.textContent = text;
  }

  /** Say no more aloud. */
  function hush() {
    clearTimeout(spokenTimer);
  }

  return { elements: [filters, said, spoken, list, below], list, render, say, hush, move, chooseGroup, chosen };
};
