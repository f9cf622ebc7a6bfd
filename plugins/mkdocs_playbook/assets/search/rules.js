/**
 * Suffix rules: from an inflected word to the keys it may belong to. The same interpreter as
 * `playbook.search.rules`.
 * @param {string} packed  by lines: particles with what they hide; endings by layer, the outermost
 *   first; `from>to`, the surest first; `short` where keys are
 * @param {(text: string) => string} [view]  another spelling for endings and tails
 */
S.Rules = function (packed, view) {
  var SHORTEST = 2, LONG = 6, NEAR = 30;
  /** @param {string} text */
  function seen(text) {
    return view ? view(text) : text;
  }
  /** @param {string} line */
  function several(line) { return line ? line.split("|") : []; }
  var lines = packed.split("\n");
  var clitics = several(lines[0]).map(function (clitic) { return (clitic + " ").split(" ").map(seen); });
  var layers = several(lines[1]).map(function (layer) {
    return layer.split(" ").map(seen).filter(function (ending, i, all) { return ending && all.indexOf(ending) === i; });
  });
  /** What may stand in the place of a tail, with how sure it is. @type {Map<string, {to: string, rank: number}[]>} */
  var tails = new Map();
  var longest = 0;
  if (lines[2]) lines[2].split(" ").forEach(function (tail, rank) {
    var parts = (tail + ">").split(">");
    var from = seen(parts[0]);
    var to = seen(parts[1]);
    var into = tails.get(from) || [];
    if (!into.some(function (known) { return known.to === to; })) into.push({ to: to, rank: rank });
    tails.set(from, into);
    longest = Math.max(longest, from.length);
  });

  /**
   * The word itself, then the keys its stems may belong to, the surest first; then the same for
   * what a particle hangs on.
   * @param {string} word
   * @returns {string[]}
   */
  this.candidates = function (word) {
    var found = [word];
    inflected(word, found);
    clitics.forEach(function (clitic) {
      var kept = word.length - clitic[0].length;
      if (word.endsWith(clitic[0]) && kept > SHORTEST) inflected(word.slice(0, kept) + clitic[1], found);
    });
    return found;
  };

  /**
   * What remains of a word when endings are cut, at most one of each layer.
   * @param {string} word
   * @returns {string[]}
   */
  this.stems = function (word) {
    var found = [word];
    layers.forEach(function (layer) {
      for (var i = 0, size = found.length; i < size; i++) {
        layer.forEach(function (ending) {
          var kept = found[i].length - ending.length;
          if (kept < SHORTEST || !found[i].endsWith(ending)) return;
          var stem = found[i].slice(0, kept);
          if (found.indexOf(stem) < 0) found.push(stem);
        });
      }
    });
    return found;
  };
  var stems = this.stems;

  /** @param {string} word @param {string[]} found */
  function inflected(word, found) {
    /** @type {{key: string, rank: number, order: number}[]} */
    var reached = [];
    stems(word).forEach(function (stem) {
      for (var length = 0; length <= Math.min(longest, stem.length - 1); length++) {
        var kept = stem.slice(0, stem.length - length);
        (tails.get(stem.slice(kept.length)) || []).forEach(function (tail) {
          if (kept.length + tail.to.length >= SHORTEST && (kept.length > SHORTEST || word.length < LONG || lines[3])) {
            reached.push({ key: kept + tail.to, rank: tail.rank - NEAR * kept.length, order: reached.length });
          }
        });
      }
    });
    reached.sort(function (a, b) { return a.rank - b.rank || a.order - b.order; });
    reached.forEach(function (entry) { if (found.indexOf(entry.key) < 0) found.push(entry.key); });
  }
};
