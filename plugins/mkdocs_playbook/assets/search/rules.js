/**
 * Suffix rules: from an inflected word to the keys it may belong to. The same interpreter as
 * `playbook.search.rules`.
 * @param {Object<string, string>} data  ending → replacements, `-` for none
 * @param {(text: string) => string} [view]  another spelling for endings and replacements
 */
S.Rules = function (data, view) {
  /** @type {Map<string, string[]>} */
  var table = new Map();
  var longest = 0;
  Object.keys(data).forEach(function (ending) {
    var seen = view ? view(ending) : ending;
    var into = table.get(seen) || [];
    data[ending].split(" ").forEach(function (to) {
      to = to === "-" ? "" : to;
      if (view) to = view(to);
      if (into.indexOf(to) < 0) into.push(to);
    });
    table.set(seen, into);
    longest = Math.max(longest, seen.length);
  });

  /**
   * The longest ending first, the word itself last.
   * @param {string} word
   * @returns {string[]}
   */
  this.candidates = function (word) {
    /** @type {string[]} */
    var found = [];
    for (var length = Math.min(longest, word.length - 1); length >= 0; length--) {
      var stem = word.slice(0, word.length - length);
      (table.get(word.slice(stem.length)) || []).forEach(function (to) {
        if (stem.length + to.length >= 2 && found.indexOf(stem + to) < 0) found.push(stem + to);
      });
    }
    if (found.indexOf(word) < 0) found.push(word);
    return found;
  };
};
