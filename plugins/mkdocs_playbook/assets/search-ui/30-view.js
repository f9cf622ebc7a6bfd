// The panel's elements. Every word goes in as a text node; no markup is ever parsed.
"use strict";

const searchView = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const GLYPHS = {
    search: "M15.5 15.5l5 5M4 10.500a6.500 6.500 0 1 0 13 0a6.500 6.500 0 1 0-13 0",
    close: "M5 5l14 14M19 5L5 19",
    sign: "M3.500 12a8.500 8.500 0 1 0 17 0a8.500 8.500 0 1 0-17 0M10.500 12a1.500 1.500 0 1 0 3 0a1.500 1.500 0 1 0-3 0",
    strategy: "M3 20h6v-6h6V8h6V3",
    exit: "M11 3H4v18h7M9 12h12M16 7l5 5-5 5",
    message: "M3 4h18v13h-9l-5 4v-4H3z",
    question: "M8.500 8.500a3.500 3.500 0 1 1 5 3.200c-1.200.6-1.500 1.300-1.500 2.800M12 18.500v.5",
    page: "M6 3h9l4 4v14H6zM9 11h7M9 15h7",
  };
  /** @type {Record<string, string>} */
  const WIDTH = { 1: "3.8", 2: "5.2", 3: "6.6", 4: "8" };
  const HEIGHT = [0, 3, 6, 10, 14];

  /**
   * @param {string} name
   * @param {Record<string, string | boolean | EventListener>} [attributes]
   * @param {...(Node | string)} children
   * @returns {HTMLElement}
   */
  function el(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(key, value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false) element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  }

  /** @param {string} name @param {Record<string, string>} attributes @param {...Node} children */
  function svg(name, attributes, ...children) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  function glyph(/** @type {string} */ name) {
    const path = GLYPHS[/** @type {keyof typeof GLYPHS} */ (name)] || GLYPHS.page;
    return svg("svg", { class: "g", viewBox: "0 0 24 24", "aria-hidden": "true" },
      svg("path", { d: path }));
  }

  /** The small drawing of an archetype: two strings of twelve columns, or nothing. */
  function track(/** @type {[string, string] | null} */ rows) {
    const drawing = svg("svg", { class: "track", viewBox: "0 0 96 28", "aria-hidden": "true" });
    if (!rows) return drawing;
    drawing.append(svg("path", { class: "base", d: "M0 27.5H96" }));
    for (let column = 0; column < rows[0].length; column += 1) {
      const x = 8 * column + 4;
      const you = rows[0][column];
      const tall = HEIGHT[Number(rows[1][column])] || 0;
      if (you === "r") drawing.append(svg("path", { class: "ring", d: `M${x - 2} 6a2 2 0 1 0 4 0a2 2 0 1 0-4 0` }));
      else if (WIDTH[you]) drawing.append(svg("path", { class: "you", "stroke-width": WIDTH[you], d: `M${x} 6h0` }));
      if (tall) drawing.append(svg("path", { class: "them", d: `M${x - 1.5} 27v-${tall}h3v${tall}z` }));
    }
    return drawing;
  }

  function facetName(/** @type {string} */ facet) {
    switch (facet) {
      case "sign": return playbookText("Sign");
      case "strategy": return playbookText("Step");
      case "exit": return playbookText("Leave");
      case "message": return playbookText("Say");
      case "question": return playbookText("Question");
      default: return "";
    }
  }

  function facetPlural(/** @type {string} */ facet) {
    switch (facet) {
      case "sign": return playbookText("Signs");
      case "strategy": return playbookText("Steps");
      case "exit": return playbookText("Leave");
      case "message": return playbookText("Say");
      default: return playbookText("Questions");
    }
  }

  function kindName(/** @type {string} */ kind) {
    if (kind === "playbooks") return playbookText("Playbook");
    if (kind === "trees") return playbookText("Key");
    return playbookText("Guide");
  }

  function chip(/** @type {string | null} */ facet, /** @type {string} */ kind) {
    if (facet) return el("span", { class: `chip c-${facet}` }, glyph(facet), facetName(facet));
    return el("span", { class: "chip c-page" }, glyph("page"), kindName(kind));
  }

  /** @param {SearchSnippet} snippet */
  function snippetNodes(snippet) {
    return searchModel.pieces(snippet).map(({ text, marked }) => (marked ? el("mark", {}, text) : text));
  }

  /**
   * @param {SearchRow} row @param {SearchGroup} group
   * @param {{id: string, root: string, lang: string}} at
   */
  function hitRow(row, group, at) {
    const words = el("span", group.lang === at.lang ? {} : { lang: group.lang });
    if (row.heading && !row.facet) words.append(el("b", {}, row.heading), " ");
    words.append(...snippetNodes(row.snippet));
    return el("a", { class: "hit-row", role: "option", id: at.id, "aria-selected": "false",
      tabindex: "-1", href: at.root + row.url }, chip(row.facet, group.kind), words);
  }

  /** @param {SearchGroup} group @param {{lang: string, languages: Record<string, string>}} reader */
  function caption(group, reader) {
    const name = (/** @type {string} */ lang) => reader.languages[lang] || lang;
    const line = el("small", {});
    line.append(group.number && group.kind === "playbooks"
      ? playbookText("Playbook %(n)s", { n: group.number }) : kindName(group.kind));
    if (group.lang !== reader.lang) {
      const shown = playbookText("Not translated yet, shown in %(language)s", { language: name(group.lang) });
      line.append(". ", el("span", { class: "label" }, shown));
    }
    if (group.through && group.through !== reader.lang && group.lang === reader.lang) {
      const found = playbookText("Found through %(language)s", { language: name(group.through) });
      line.append(". ", el("span", { class: "label" }, found));
      if (group.words.length) line.append(": ", el("span", { lang: group.through }, group.words.join(", ")));
    }
    return line;
  }

  /**
   * @param {SearchGroup} group @param {number} place
   * @param {{root: string, lang: string, languages: Record<string, string>}} reader
   */
  function groupBlock(group, place, reader) {
    const id = `search-group-${place}`;
    const title = el("b", group.lang === reader.lang ? {} : { lang: group.lang }, group.title);
    const head = el("div", { class: "head", id, role: "presentation" },
      track(group.track), el("span", {}, title, caption(group, reader)));
    const rows = group.rows.map((row, at) =>
      hitRow(row, group, { id: `${id}-${at}`, root: reader.root, lang: reader.lang }));
    return el("div", { class: "grp", role: "group", "aria-labelledby": id }, head, ...rows);
  }

  /**
   * @param {string} label @param {number | null} count @param {boolean} pressed
   * @param {EventListener} press @param {string} [facet]
   */
  function filterButton(label, count, pressed, press, facet) {
    const button = el("button", { type: "button", "aria-pressed": String(pressed), click: press,
      class: facet ? `c-${facet}` : "c-all" });
    if (facet) button.append(glyph(facet));
    button.append(label);
    if (count !== null) button.append(" ", el("span", {}, String(count)));
    return button;
  }

  /**
   * A choice of one of many, in the room of a button.
   * @param {string} label @param {[string, string][]} choices value and words @param {string} chosen
   * @param {(value: string) => void} choose
   */
  function choice(label, choices, chosen, choose) {
    const select = /** @type {HTMLSelectElement} */ (el("select", { "aria-label": label },
      ...choices.map(([value, words]) => el("option", { value, selected: value === chosen }, words))));
    select.addEventListener("change", () => choose(select.value));
    return select;
  }

  return { el, glyph, choice, groupBlock, filterButton, facetPlural };
})();
