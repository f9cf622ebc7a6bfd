/** Readings of words as they are written, in one language; see `playbook.search.written`. */
(function () {
  var Q = S.QUALITY;
  var LED_KEYS = 3;
  // Votes for the query's language: the word stands there, a rule leads there, without marks.
  var STANDS = 3, LED = 2, WITHOUT_MARKS = 1;

  /**
   * @param {any} lexicon @param {string} word
   * @returns {{votes: number, readings: Reading[]}}
   */
  S.written = function (lexicon, word) {
    var group = lexicon.group(lexicon.route(word));
    var code = lexicon.code;
    /**
     * @param {number} votes @param {Key[] | undefined} keys @param {number} quality
     * @param {string} how @param {(form: string) => boolean} [isWord]
     */
    function as(votes, keys, quality, how, isWord) {
      return { votes: votes, readings: (keys || []).map(function (key) {
        return S.reading(code, key, quality, how, isWord ? key.forms.filter(isWord) : []);
      }) };
    }
    /** @param {number} view @param {string} text @returns {Key | undefined} */
    function redirected(view, text) {
      for (var i = 0; i < group.redirects.length; i++) {
        if (lexicon.spell(view, group.redirects[i].form) === text) {
          var key = lexicon.find(group.redirects[i].target);
          if (key) return key;
        }
      }
      return undefined;
    }
    var seen = lexicon.seenAs(group, S.WRITTEN);
    if (seen.forms.has(word)) {
      var found = as(STANDS, seen.forms.get(word), Q.exact, "exact", function (form) { return form === word; });
      asLed(lexicon, word, S.WRITTEN, Q.beside, "form").forEach(function (r) {
        if (r.how === "form" && !found.readings.some(function (own) { return own.key === r.key; })) found.readings.push(r);
      });
      return found;
    }
    var key = redirected(S.WRITTEN, word);
    if (key) {
      var stands = key.forms.indexOf(word) >= 0;
      return as(STANDS, [key], stands ? Q.exact : Q.redirect, stands ? "exact" : "form", function (form) { return form === word; });
    }
    if (lexicon.stopWords.has(word)) return as(STANDS, [], 0, "");
    var readings = asLed(lexicon, word, S.WRITTEN, Q.rule, "form");
    if (readings.length) return { votes: LED, readings: readings };
    if (lexicon.roman) return as(0, [], 0, "");
    var plain = lexicon.spell(S.BARE, word);
    seen = lexicon.seenAs(group, S.BARE);
    if (seen.forms.has(plain)) {
      return as(WITHOUT_MARKS, seen.forms.get(plain), Q.bareForm, "marks", function (form) {
        return lexicon.spell(S.BARE, form) === plain;
      });
    }
    key = redirected(S.BARE, plain);
    if (key) return as(WITHOUT_MARKS, [key], Q.bareForm, "marks");
    readings = asLed(lexicon, plain, S.BARE, Q.bareRule, "marks");
    return { votes: readings.length ? WITHOUT_MARKS : 0, readings: readings };
  };
  S.written.STANDS = STANDS;
  S.written.LED = LED;

  /**
   * @param {any} lexicon @param {string} word @param {number} view @param {number} quality
   * @param {string} how
   * @returns {Reading[]}
   */
  function asLed(lexicon, word, view, quality, how) {
    return S.led(lexicon, word, view).map(function (/** @type {{rank: number, key: Key, like: boolean}} */ f) {
      var worth = quality - 2 * f.rank;
      return S.reading(lexicon.code, f.key, f.like ? Math.max(1, (worth * S.QUALITY.like) >> 4) : worth, f.like ? "like" : how);
    });
  }

  /**
   * The keys the suffix rules lead to from a word as it looks in a view, and their rank; `like`
   * where the index knows a key only by words of the same meaning.
   * @param {any} lexicon @param {string} spelled @param {number} view
   * @returns {{rank: number, key: Key, like: boolean}[]}
   */
  S.led = function (lexicon, spelled, view) {
    /** @type {{rank: number, key: Key, like: boolean}[]} */
    var found = [];
    var rank = 0;
    var name = lexicon.routeOf(spelled, view);
    var candidates = lexicon.rules(view).candidates(spelled);
    for (var i = 0; i < candidates.length && rank < LED_KEYS; i++) {
      var at = lexicon.routeOf(candidates[i], view);
      if (at && name.startsWith(at)) {
        var keys = lexicon.seenAs(lexicon.group(at), view).keys.get(candidates[i]) || [];
        var like = !keys.length;
        if (like) keys = S.sameMeaning(lexicon, candidates[i], view);
        keys.forEach(function (/** @type {Key} */ key) { found.push({ rank: rank, key: key, like: like }); });
        if (keys.length) rank++;
      }
    }
    return found;
  };
})();
