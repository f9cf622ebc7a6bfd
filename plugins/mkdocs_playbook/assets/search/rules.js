/**
 * Suffix rules: from an inflected word to the keys it may belong to. The same interpreter as
 * `playbook.search.rules`.
 * @param {{rules: Object<string, string>, clitics: string[]}} data  ending → replacements, `-` for
 *   none; particles with what they hide
 * @param {(text: string) => string} [view]  another spelling for endings and replacements
 */
S.Rules = function (data, view) {
  /** @type {Map<string, string[]>} */
  var table = new Map();
  var longest = 0;
  Object.keys(data.rules).forEach(function (ending) {
    var seen = view ? view(ending) : ending;
    var into = table.get(seen) || [];
    data.rules[ending].split(" ").forEach(function (to) {
      to = to === "-" ? "" : to;
      if (view) to = view(to);
      if (into.indexOf(to) < 0) into.push(to);
    });
    table.set(seen, into);
    longest = Math.max(longest, seen.length);
  });

  var clitics = data.clitics.map(function (clitic) {
    var parts = clitic.split(" ");
    var hidden = parts[1] || "";
    return view ? [view(parts[0]), view(hidden)] : [parts[0], hidden];
  });

  /**
   * The word itself, then the shortest ending first; then the same for what a particle hangs on.
   * @param {string} word
   * @returns {string[]}
   */
  this.candidates = function (word) {
    /** @type {string[]} */
    var found = [];
    inflected(word, found);
    clitics.forEach(function (clitic) {
      var kept = word.length - clitic[0].length;
      if (word.endsWith(clitic[0]) && kept > 2) inflected(word.slice(0, kept) + clitic[1], found);
    });
    return found;
  };

  /**
   * What remains of a word without each ending the rules know, the shortest ending first.
   * @param {string} word
   * @returns {string[]}
   */
  this.stems = function (word) {
    var found = [];
    for (var length = 1; length <= Math.min(longest, word.length - 3); length++) {
      if (table.has(word.slice(-length))) found.push(word.slice(0, -length));
    }
    return found;
  };

  /** @param {string} word @param {string[]} found */
  function inflected(word, found) {
    if (found.indexOf(word) < 0) found.push(word);
    for (var length = 0; length <= Math.min(longest, word.length - 1); length++) {
      var stem = word.slice(0, word.length - length);
      (table.get(word.slice(stem.length)) || []).forEach(function (to) {
        if (stem.length + to.length >= 2 && found.indexOf(stem + to) < 0) found.push(stem + to);
      });
    }
  }
};
