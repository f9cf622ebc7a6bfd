/** Readings of words in Latin letters for another script; see `playbook.search.roman`. */
(function () {
  var Q = S.QUALITY;
  var ALTERNATIVES = 6;

  /**
   * Readings of a word in Latin letters, the closest spelling first.
   * @param {any} lexicon @param {string} latin @returns {Reading[]}
   */
  S.romanised = function (lexicon, latin) {
    var roman = lexicon.roman;
    var code = lexicon.code;
    var skeleton = roman.skeleton(latin);
    if (!skeleton) return [];
    var group = lexicon.group(lexicon.route(latin));
    var seen = lexicon.seenAs(group, S.ROMAN);
    var sound = roman.near(latin);
    /** @param {string} form */
    function unlike(form) {
      var spelling = roman.romanise(form);
      return spelling === latin ? 0 : S.within(sound, roman.near(spelling), 4);
    }
    /** @type {{cost: number, reading: Reading}[]} */
    var ranked = [];
    (seen.forms.get(skeleton) || []).forEach(function (/** @type {Key} */ key) {
      var alike = key.forms.filter(function (form) { return lexicon.spell(S.ROMAN, form) === skeleton; });
      var costs = alike.map(unlike);
      var least = Math.min.apply(null, costs);
      var meant = alike.filter(function (form, i) { return costs[i] === least; });
      ranked.push({ cost: least, reading: S.reading(code, key, Q.romanForm, "roman", meant) });
    });
    group.redirects.forEach(function (/** @type {any} */ redirect) {
      if (lexicon.spell(S.ROMAN, redirect.form) !== skeleton) return;
      var key = lexicon.find(redirect.target);
      if (key) ranked.push({ cost: unlike(redirect.form), reading: S.reading(code, key, Q.romanForm, "roman") });
    });
    if (!ranked.length) {
      S.led(lexicon, skeleton, S.ROMAN).forEach(function (/** @type {any} */ f) {
        var spelling = roman.near(roman.romanise(f.key.text));
        var cost = f.like ? f.rank : S.within(sound.slice(0, spelling.length), spelling, 3) + f.rank;
        ranked.push({ cost: cost, reading: S.reading(code, f.key, Q.romanRule, f.like ? "like" : "roman") });
      });
    }
    ranked.sort(function (a, b) { return a.cost - b.cost || S.compare(a.reading.key.text, b.reading.key.text); });
    return ranked.slice(0, ALTERNATIVES).filter(function (entry) {
      return entry.cost <= ranked[0].cost + 1;
    }).map(function (entry) { return S.weaker(2 * Math.min(entry.cost, 4))(entry.reading); });
  };
})();
