/** The beginning of a word, and words misspelt; see `playbook.search.misspelt`. */
(function () {
  var Q = S.QUALITY;
  var LIKELY = 4, REST = 16, ALTERNATIVES = 6, COMPLETIONS = 12;

  /** @param {any} lexicon @param {Word} word @param {boolean} last @param {boolean} typing */
  S.completed = function (lexicon, word, last, typing) {
    if (!last || word.text.length < 2 || ((word.stop || word.readings.length) && !typing)) return;
    var name = lexicon.route(word.text);
    var first = lexicon.shardNumber(name);
    /** @type {number[]} */
    var numbers = [first];
    var next = lexicon.directory.routes[first + 1];
    if (next !== undefined && next.startsWith(name)) numbers.push(first + 1);
    lexicon.want(numbers);
    /** @type {{key: Key, size: number}[]} */
    var found = [];
    numbers.forEach(function (number) {
      lexicon.shard(number).forEach(function (/** @type {Group} */ group, /** @type {string} */ groupName) {
        if (!groupName.startsWith(name)) return;
        group.keys.forEach(function (key) {
          if (key.forms.some(function (form) { return form.startsWith(word.text); })) {
            found.push({ key: key, size: key.counts.reduce(function (sum, n) { return sum + n; }, 0) });
          }
        });
      });
    });
    found.sort(function (a, b) { return b.size - a.size || S.compare(a.key.text, b.key.text); });
    S.addReadings(word, found.slice(0, COMPLETIONS).map(function (f) {
      return S.reading(lexicon.code, f.key, typing ? Q.prefixTyped : Q.prefix, "prefix");
    }));
  };

  /**
   * @param {any} lexicon @param {string} word @param {number} view @param {boolean} elsewhere
   * @param {boolean} doubtful @param {boolean} thrifty
   * @returns {Reading[]}
   */
  S.misspelt = function (lexicon, word, view, elsewhere, doubtful, thrifty) {
    var typed = view === S.ROMAN ? lexicon.roman.skeleton(word) : lexicon.spell(S.BARE, word);
    if (view === S.WRITTEN && !lexicon.roman) view = S.BARE;
    var most = typed.length < 3 ? 0 : typed.length < 8 ? 1 : 2;
    if (!most) return [];
    /** @type {{cost: number, key: Key, text: string}[]} */
    var ranked = [];
    var nearby = nearbyShards(lexicon, lexicon.routeOf(typed, view), doubtful, thrifty);
    for (var i = 0; i < nearby.length && !ranked.length; i++) {
      ranked = compared(lexicon, typed, view, most, nearby[i]);
    }
    ranked.sort(function (a, b) { return a.cost - b.cost || S.compare(a.key.text, b.key.text); });
    /** @type {Map<string, {cost: number, key: Key, text: string}>} */
    var best = new Map();
    ranked.forEach(function (entry) { if (!best.has(entry.key.text)) best.set(entry.key.text, entry); });
    var chosen = Array.from(best.values()).slice(0, ALTERNATIVES);
    return chosen.filter(function (entry) { return entry.cost <= chosen[0].cost + 2; }).map(function (entry) {
      var quality = view === S.ROMAN ? Q.romanTypo : entry.cost < 8 ? Q.typo : Q.farTypo;
      quality -= entry.cost - chosen[0].cost + (elsewhere ? Q.elsewhere : 0);
      return S.reading(lexicon.code, entry.key, Math.max(1, quality), "typo", entry.key.forms.filter(function (form) {
        return entry.text !== "" && lexicon.spell(view, form) === entry.text;
      }));
    });
  };

  /**
   * What the typed word may have been meant to be. A key also stands for its forms that the
   * index does not hold: typed without an ending that the suffix rules know.
   * @param {any} lexicon @param {string} typed @param {number} view @param {number} most
   * @param {number[]} numbers
   * @returns {{cost: number, key: Key, text: string}[]}
   */
  function compared(lexicon, typed, view, most, numbers) {
    var stems = lexicon.rules(view).stems(typed);
    /** @type {{cost: number, key: Key, text: string}[]} */
    var found = [];
    lexicon.want(numbers);
    numbers.forEach(function (number) {
      lexicon.shard(number).forEach(function (/** @type {Group} */ group) {
        var seen = lexicon.seenAs(group, view);
        seen.forms.forEach(function (/** @type {Key[]} */ keys, /** @type {string} */ text) {
          if (!mayBe(typed, text)) return;
          var distance = S.within(typed, text, most);
          if (distance > most) return;
          var cost = 4 * distance + (typed[0] === text[0] ? 0 : 2);
          keys.forEach(function (key) { found.push({ cost: cost, key: key, text: text }); });
        });
        seen.keys.forEach(function (/** @type {Key[]} */ keys, /** @type {string} */ text) {
          if (text.length < 3 || !mayBe(typed, text)) return;
          var reach = text.length < 8 ? 1 : most;
          var distance = most + 1;
          stems.forEach(function (/** @type {string} */ stem) {
            distance = Math.min(distance, S.within(stem, text, reach));
          });
          if (distance > reach) return;
          var cost = 4 * distance + (typed[0] === text[0] ? 0 : 2) + 2;
          keys.forEach(function (key) { found.push({ cost: cost, key: key, text: "" }); });
        });
      });
    });
    return found;
  }

  /** Whether the beginnings agree as far as one edit leaves them. @param {string} typed @param {string} text */
  function mayBe(typed, text) {
    return text[0] === typed[0] || text[0] === typed[1] || text[1] === typed[0] || text[1] === typed[1];
  }

  /**
   * Shards that may hold the word meant by one of this route, the likely ones before the rest.
   * @param {any} lexicon @param {string} name @param {boolean} doubtful @param {boolean} thrifty
   * @returns {number[][]}
   */
  function nearbyShards(lexicon, name, doubtful, thrifty) {
    var own = lexicon.shardNumber(name);
    if (doubtful) return [[own]];
    var likely = [own];
    [name.slice(1), name.slice(0, 1) + name.slice(2), name.slice(1, 2) + name.slice(0, 1) + name.slice(2)].forEach(
      function (variant) { likely.push(lexicon.shardNumber(variant)); });
    /** @type {number[]} */
    var first = [];
    lexicon.directory.routes.forEach(function (/** @type {string} */ start, /** @type {number} */ n) {
      if (start.slice(0, 1) === name.slice(0, 1)) first.push(n);
    });
    if (first.length <= LIKELY && !thrifty) likely = likely.concat(first, [Math.max(0, (first.length ? first[0] : 1) - 1)]);
    var rest = [];
    for (var n = 0; n < lexicon.size; n++) if (likely.indexOf(n) < 0) rest.push(n);
    likely = likely.filter(function (n, i) { return likely.indexOf(n) === i; }).sort(function (a, b) { return a - b; });
    return rest.length <= REST && !thrifty ? [likely, rest] : [likely];
  }
})();
