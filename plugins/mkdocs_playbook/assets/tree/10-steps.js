// The address of a step: `#first/second.2/third` is the questions met, from the first to the one
// asked now, and, where several answers lead to the same next question, which of them was given.
// Ids and the order of answers are the same in every language, so the address is as well.
"use strict";

/**
 * @typedef {Map<string, string[]>} TreeGraph question → the question each of its answers leads
 *   to, "" where it leads out
 * @typedef {{question: string, answer: number}} TreeStep an answer given; answers count from 1
 * @typedef {{path: TreeStep[], at: string}} TreeState the answers so far and the question asked
 */

const playbookSteps = (() => {
  const SEGMENT = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.([1-9][0-9]?))?$/;

  /**
   * Where an address leads; null when it names no question.  Of a path that the tree does not
   * know (it was changed since), the part that still holds is kept.
   * @param {string} hash with or without its number sign
   * @param {TreeGraph} graph
   * @returns {TreeState | null}
   */
  function read(hash, graph) {
    const segments = hash
      .replace(/^#/, "")
      .split("/")
      .map((segment) => SEGMENT.exec(segment));
    const last = segments[segments.length - 1];
    if (!last || !graph.has(last[1])) return null;
    /** @type {TreeStep[]} */
    let path = [];
    for (let i = 0; i + 1 < segments.length; i += 1) {
      const segment = segments[i];
      const next = segments[i + 1];
      const answer = segment && next ? given(segment[1], next[1], Number(segment[2] || 0), graph) : 0;
      if (segment && answer) path.push({ question: segment[1], answer });
      else path = [];
    }
    return { path, at: last[1] };
  }

  /**
   * @param {string} question
   * @param {string} next
   * @param {number} wanted
   * @param {TreeGraph} graph
   */
  function given(question, next, wanted, graph) {
    const targets = graph.get(question) || [];
    return targets[wanted - 1] === next ? wanted : targets.indexOf(next) + 1;
  }

  /**
   * The address of a step, with its number sign.
   * @param {TreeState} state
   * @param {TreeGraph} graph
   */
  function write(state, graph) {
    const segments = state.path.map((step, i) => {
      const next = i + 1 < state.path.length ? state.path[i + 1].question : state.at;
      const targets = graph.get(step.question) || [];
      const several = targets.filter((target) => target === next).length > 1;
      return several ? `${step.question}.${step.answer}` : step.question;
    });
    return `#${[...segments, state.at].join("/")}`;
  }

  /**
   * The state after answering the question asked now.
   * @param {TreeState} state
   * @param {number} answer
   * @param {TreeGraph} graph
   * @returns {TreeState}
   */
  function answered(state, answer, graph) {
    const next = (graph.get(state.at) || [])[answer - 1];
    return next ? { path: [...state.path, { question: state.at, answer }], at: next } : state;
  }

  /**
   * The state in which the question of step `count` was asked, from 0.
   * @param {TreeState} state
   * @param {number} count
   * @returns {TreeState}
   */
  function before(state, count) {
    const step = state.path[count];
    return step ? { path: state.path.slice(0, count), at: step.question } : state;
  }

  return { read, write, answered, before };
})();

// In a browser every script sees it; Node, which the tests run it in, has to be told.
if (typeof window === "undefined") Object.assign(globalThis, { playbookSteps });
