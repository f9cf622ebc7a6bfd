// A tree's page: one question at a time, the way back, the path so far, the place on the map.
// Without this script the page is the whole key, and every link of it works as well.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const key = /** @type {HTMLElement | null} */ (document.querySelector("[data-key]"));
  if (!key) return;
  const sections = /** @type {HTMLElement[]} */ ([...key.querySelectorAll("section[id]")]);
  if (!sections.length) return;

  const WHOLE = "#whole-key";
  const ownTitle = document.title;
  /** @type {TreeGraph} */
  const graph = new Map(
    sections.map((section) => [section.id, answersOf(section).map((a) => a.dataset.to || "")]),
  );
  const start = { path: [], at: sections[0].id };
  const list = key.parentElement?.querySelector(".path");
  const map = document.querySelector(".map");

  /** @param {HTMLElement} section */
  function answersOf(section) {
    return /** @type {HTMLAnchorElement[]} */ ([...section.querySelectorAll(".answers a")]);
  }

  /** @param {string} id */
  const sectionOf = (id) => sections[Math.max(0, numberOf(id) - 1)];

  /** @param {string} id number of a question, from 1 */
  const numberOf = (id) => sections.findIndex((section) => section.id === id) + 1;

  /** @param {Element} section */
  const wordsOf = (section) => section.querySelector("[data-words]")?.textContent || "";

  /**
   * @param {string} selector
   * @returns {HTMLElement | null}
   */
  const find = (selector) => document.querySelector(selector);

  /** @param {TreeState} state */
  function showQuestion(state) {
    key?.setAttribute("data-view", "step");
    for (const section of sections) section.classList.toggle("now", section.id === state.at);
    const section = sectionOf(state.at);
    answersOf(section).forEach((link, i) => {
      if (link.dataset.to) {
        link.setAttribute("href", playbookSteps.write(playbookSteps.answered(state, i + 1, graph), graph));
      }
    });
    showPath(state);
    showWays(state);
    showPlace(state);
    const asked = `${numberOf(state.at)}. ${wordsOf(section)}`;
    document.title = state.at === start.at ? ownTitle : `${asked} · ${ownTitle}`;
  }

  /** Every question with its own anchor, as without the script. */
  function showWhole() {
    key?.setAttribute("data-view", "whole");
    for (const section of sections) {
      section.classList.remove("now");
      for (const link of answersOf(section)) {
        if (link.dataset.to) link.setAttribute("href", `#${link.dataset.to}`);
      }
    }
    showPath(start);
    showWays(null);
    showPlace(null);
    document.title = ownTitle;
  }

  /** @param {TreeState} state */
  function showPath(state) {
    const place = find("[data-so-far]");
    if (!place || !list) return;
    place.hidden = !state.path.length;
    list.replaceChildren(
      ...state.path.map((step, i) => {
        const section = sectionOf(step.question);
        const link = document.createElement("a");
        link.href = playbookSteps.write(playbookSteps.before(state, i), graph);
        const question = document.createElement("small");
        question.textContent = `${numberOf(step.question)}. ${wordsOf(section)}`;
        const answer = document.createElement("b");
        answer.textContent =
          answersOf(section)[step.answer - 1]?.querySelector("b")?.textContent || "";
        link.append(question, " ", answer);
        const item = document.createElement("li");
        item.append(link);
        return item;
      }),
    );
  }

  /**
   * Back, start again, and the other view; null for the view of all questions.
   * @param {TreeState | null} state
   */
  function showWays(state) {
    const back = find("[data-back]");
    const again = find("[data-restart]");
    const whole = find("[data-whole]");
    const atStart = state !== null && state.at === start.at && !state.path.length;
    if (again) again.hidden = atStart;
    find(".page.tree")?.toggleAttribute("data-onward", state !== null && !atStart);
    if (back) {
      back.hidden = state === null || atStart;
      if (state && !atStart) {
        const last = state.path.length
          ? playbookSteps.before(state, state.path.length - 1)
          : start;
        back.setAttribute("href", playbookSteps.write(last, graph));
        back.textContent = playbookText("Back to question %(n)s", { n: numberOf(last.at) });
      }
    }
    if (whole) {
      whole.setAttribute("href", state ? WHOLE : `#${start.at}`);
      whole.textContent = state
        ? playbookText("Show all questions as a list")
        : playbookText("Show one question at a time");
    }
  }

  /**
   * The path and the question asked now on the map.
   * @param {TreeState | null} state
   */
  function showPlace(state) {
    const here = find("[data-here]");
    if (here) {
      here.textContent = state
        ? playbookText("You are at question %(n)s.", { n: numberOf(state.at) })
        : "";
    }
    if (!map) return;
    for (const part of map.querySelectorAll(".on, .now")) part.classList.remove("on", "now");
    for (const link of map.querySelectorAll("[aria-current]")) link.removeAttribute("aria-current");
    if (!state) return;
    for (const { question, answer } of state.path) {
      map.querySelector(`[data-n="${question}"]`)?.classList.add("on");
      for (const part of map.querySelectorAll(`[data-e~="${question}.${answer}"]`)) {
        part.classList.add("on");
        // Drawn last, so that no other line lies on it.
        if (part.localName === "path") part.parentElement?.append(part);
      }
    }
    const now = map.querySelector(`[data-n="${state.at}"]`);
    now?.classList.add("now");
    now?.setAttribute("aria-current", "step");
  }

  /** The language switch keeps the step: its address is the same in every language. */
  function keepStepInSwitch() {
    for (const link of document.querySelectorAll("a[hreflang]")) {
      if (link instanceof HTMLAnchorElement && !link.classList.contains("ext")) {
        link.hash = location.hash;
      }
    }
  }

  /** @param {HTMLElement} section */
  function moveTo(section) {
    const heading = section.querySelector("h2");
    if (!heading) return;
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    if (heading.getBoundingClientRect().top > window.innerHeight / 2) {
      heading.scrollIntoView({ block: "start" });
    }
  }

  /** @param {boolean} moved whether the reader asked for it just now */
  function follow(moved) {
    const hash = location.hash;
    if (hash === WHOLE) {
      showWhole();
      if (moved) moveTo(sections[0]);
    } else {
      const state = playbookSteps.read(hash, graph);
      // Another anchor of the page, such as the skip link's: the question stays.
      if (!state && moved && hash) return;
      showQuestion(state || start);
      if (moved) {
        moveTo(sectionOf((state || start).at));
        playbookSay(find("[data-here]")?.textContent || "");
      }
    }
    keepStepInSwitch();
  }

  window.addEventListener("hashchange", () => follow(true));
  follow(false);
});
