// What the panel shows, as plain data: groups of rows, counts for the filters. No DOM here.
"use strict";

const searchModel = (() => {
  const FEWEST_LETTERS = 2;
  const FACETS = ["sign", "strategy", "exit", "message", "question"];

  /** Whether `text` has enough to search for: letters, vowel signs and digits count. */
  function isLongEnough(/** @type {string} */ text) {
    return (text.match(/[\p{L}\p{M}\p{N}]/gu) || []).length >= FEWEST_LETTERS;
  }

  /** Which of `count` plate files holds `group` (FNV-1a, the same as in search_panel.py). */
  function bucketOf(/** @type {string} */ group, /** @type {number} */ count) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < group.length; at += 1) {
      hash = Math.imul(hash ^ group.charCodeAt(at), 0x01000193) >>> 0;
    }
    return count > 0 ? hash % count : 0;
  }

  /** An address below the site's root; anything that names a scheme or a host is refused. */
  function safeUrl(/** @type {unknown} */ url) {
    const text = typeof url === "string" ? url : "";
    return /^[\w-][^:\\]*$/.test(text.split(/[?#]/)[0]) ? text : "";
  }

  /**
   * @param {SearchResult} result
   * @param {Map<string, SearchPlate>} plates
   * @returns {SearchGroup}
   */
  function groupOf(result, plates) {
    const plate = plates.get(result.group);
    const own = { section: result.section, facet: result.facet, url: result.url,
      heading: result.heading, snippet: result.snippet };
    /** @type {Set<string>} */
    const seen = new Set();
    // A page's opening is the page itself: one row for an address.
    const rows = [own, ...(result.hits || [])]
      .filter((hit) => !seen.has(hit.url) && seen.add(hit.url))
      .map((hit) => ({
        url: safeUrl(hit.url), facet: hit.facet || null, heading: hit.heading || "",
        snippet: hit.snippet || { text: "", ranges: [] },
      }));
    return {
      group: result.group, kind: result.group.split("/")[0], title: result.title,
      lang: result.lang, through: result.through || "", words: result.words || [],
      category: plate ? plate.category : "", number: plate ? plate.number : 0,
      track: plate ? plate.track : null, rows,
    };
  }

  /**
   * Only the rows that pass both filters; a group without rows is gone.
   * @param {SearchGroup[]} groups
   * @param {{facet: string, category: string}} only  "" lets everything pass
   */
  function filtered(groups, only) {
    return groups
      .filter((group) => !only.category || group.category === only.category)
      .map((group) => ({
        ...group, rows: group.rows.filter((row) => !only.facet || row.facet === only.facet),
      }))
      .filter((group) => group.rows.length > 0);
  }

  /** How many rows there are in all. */
  function countRows(/** @type {SearchGroup[]} */ groups) {
    return groups.reduce((sum, group) => sum + group.rows.length, 0);
  }

  /** @param {SearchGroup[]} groups @returns {[string, number][]} facets that occur, in order */
  function facetCounts(groups) {
    return FACETS.map((facet) => /** @type {[string, number]} */ (
      [facet, countRows(filtered(groups, { facet, category: "" }))]
    )).filter(([, count]) => count > 0);
  }

  /** @param {SearchGroup[]} groups @returns {[string, number][]} categories that occur */
  function categoryCounts(groups) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const { category, rows } of groups) {
      if (category) counts.set(category, (counts.get(category) || 0) + rows.length);
    }
    return [...counts];
  }

  /**
   * A snippet as pieces in order, each marked or not; ranges that overlap, run backwards or leave
   * the text are set right.
   * @param {SearchSnippet} snippet
   * @returns {{text: string, marked: boolean}[]}
   */
  function pieces(snippet) {
    const text = String(snippet.text || "");
    const parts = [];
    let done = 0;
    const ranges = [...(snippet.ranges || [])].sort((a, b) => a[0] - b[0]);
    for (const [from, to] of ranges) {
      const start = Math.max(done, from);
      const end = Math.min(text.length, to);
      if (!(end > start)) continue;
      if (start > done) parts.push({ text: text.slice(done, start), marked: false });
      parts.push({ text: text.slice(start, end), marked: true });
      done = end;
    }
    if (done < text.length) parts.push({ text: text.slice(done), marked: false });
    return parts;
  }

  return { isLongEnough, bucketOf, safeUrl, groupOf, filtered, countRows, facetCounts,
    categoryCounts, pieces };
})();
