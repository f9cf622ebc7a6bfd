/**
 * Words with the same meaning, by the groups of a language's directory; see
 * `playbook.search.meaning`.
 */
(function () {
  /** @typedef {{held: string[], all: string[], same: boolean}} Meaning */
  /** @type {WeakMap<any, {groups: Meaning[], views: Map<string, Meaning>[]}>} */
  var known = new WeakMap();

  /**
   * Groups by their members as they look in a view.
   * @param {any} lexicon @param {number} view
   * @returns {Map<string, Meaning>}
   */
  function groupsOf(lexicon, view) {
    var own = known.get(lexicon);
    if (!own) {
      var packed = lexicon.shown(lexicon.directory.synonyms || "");
      own = { views: [], groups: packed ? packed.split("|").map(function (/** @type {string} */ group) {
        var same = group[0] === "=";
        var parts = group.slice(same ? 1 : 0).split(";");
        var held = parts[0].split(" ");
        return { held: held, all: parts[1] ? held.concat(parts[1].split(" ")) : held, same: same };
      }) : [] };
      known.set(lexicon, own);
    }
    if (!own.views[view]) {
      /** @type {Map<string, Meaning>} */
      var seen = new Map();
      own.groups.forEach(function (group) {
        group.all.forEach(function (key) {
          var spelled = lexicon.spell(view, key);
          if (!seen.has(spelled)) seen.set(spelled, group);
        });
      });
      own.views[view] = seen;
    }
    return own.views[view];
  }

  /**
   * Keys that mean the same as a key that looks like this.
   * @param {any} lexicon @param {string} spelled @param {number} view
   * @returns {Key[]}
   */
  S.sameMeaning = function (lexicon, spelled, view) {
    var group = groupsOf(lexicon, view).get(spelled);
    if (!group) return [];
    lexicon.wantWords(group.held);
    return group.held.map(lexicon.find).filter(Boolean);
  };

  /**
   * Readings of a word by what its own readings mean.
   * @param {any} index @param {Word} word
   */
  S.addSynonyms = function (index, word) {
    /** @type {Reading[]} */
    var found = [];
    word.readings.forEach(function (r) {
      var lexicon = index.lexicon(r.lang);
      var group = groupsOf(lexicon, S.WRITTEN).get(r.key.text);
      if (!group || r.how === "prefix") return;
      if (group.same) r.shared = true;
      var worth = group.same ? S.QUALITY.like : S.QUALITY.near;
      S.sameMeaning(lexicon, r.key.text, S.WRITTEN).forEach(function (/** @type {Key} */ key) {
        if (key.text === r.key.text) return;
        var like = S.reading(r.lang, key, Math.max(1, (r.quality * worth) >> 4), "like");
        like.shared = true;
        found.push(like);
      });
    });
    S.addReadings(word, found);
  };
})();
