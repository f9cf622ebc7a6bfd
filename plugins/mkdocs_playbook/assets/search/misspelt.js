/** The beginning of a word, and words misspelt; see `playbook.search.misspelt`. */
(function () {
  var Q = S.QUALITY;
  var ALTERNATIVES = 6, COMPLETIONS = 12, SPAN = 4;
  var FIRST_ROUND = 5, ROUND = 6, MOST = 11, GOOD = 4, SLIP = 5;
  var EVEN = 1 << 16, EDGE = 1 << 6, LIKELY = 10, NATIVE = 5, LATIN = 3;

  /** @param {any} lexicon @param {Word} word @param {boolean} last @param {boolean} typing */
  S.completed = function (lexicon, word, last, typing) {
    if (!last || word.text.length < 2 || ((word.stop || word.readings.length) && !typing)) return;
    var name = lexicon.route(word.text);
    var first = lexicon.shardNumber(name);
    /** @type {number[]} */
    var numbers = [first];
    /** @type {string[]} */
    var routes = lexicon.directory.routes;
    for (var i = first + 1; i < first + SPAN && i < routes.length && routes[i].startsWith(name); i++) numbers.push(i);
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
    var rounds = roundsOf(lexicon, typed, view, doubtful ? 0 : thrifty ? FIRST_ROUND : MOST);
    for (var i = 0; i < rounds.length && !ranked.some(isGood); i++) {
      lexicon.want(rounds[i]);
      rounds[i].forEach(function (number) { ranked = ranked.concat(compared(lexicon, typed, view, most, number)); });
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
   * Whether a word is a slip of a longer word that stands in a form near its place.
   * @param {any} lexicon @param {string} word
   */
  S.isSlip = function (lexicon, word) {
    return word.length >= SLIP && S.misspelt(lexicon, word, S.WRITTEN, false, false, true).some(function (/** @type {Reading} */ r) { return r.meant.length > 0; });
  };

  /**
   * What the typed word may have been meant to be. A key also stands for its forms that the
   * index does not hold: typed without an ending that the suffix rules know.
   * @param {any} lexicon @param {string} typed @param {number} view @param {number} most
   * @param {number} number  of the shard
   * @returns {{cost: number, key: Key, text: string}[]}
   */
  function compared(lexicon, typed, view, most, number) {
    var name = view + typed + " " + number;
    var known = lexicon.compared.get(name);
    if (known) return known;
    var stems = lexicon.rules(view).stems(typed);
    /** @type {{cost: number, key: Key, text: string}[]} */
    var found = [];
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
    lexicon.compared.set(name, found);
    return found;
  }

  /** Whether the beginnings agree as far as one edit leaves them. @param {string} typed @param {string} text */
  function mayBe(typed, text) {
    return text[0] === typed[0] || text[0] === typed[1] || text[1] === typed[0] || text[1] === typed[1];
  }

  /** @param {{cost: number}} entry */
  function isGood(entry) {
    return entry.cost <= GOOD;
  }

  /**
   * Shards to look at one round after the other: the word's own, and at most so many others.
   * @param {any} lexicon @param {string} typed @param {number} view @param {number} most
   * @returns {number[][]}
   */
  function roundsOf(lexicon, typed, view, most) {
    var own = lexicon.shardNumber(lexicon.routeOf(typed, view));
    if (!most) return [[own]];
    var others = nearbyShards(lexicon, typed, view, own).slice(0, most);
    var rounds = [[own].concat(others.slice(0, FIRST_ROUND))];
    for (var at = FIRST_ROUND; at < others.length; at += ROUND) rounds.push(others.slice(at, at + ROUND));
    return rounds;
  }

  /**
   * Other shards that may hold the word meant, the likeliest first: by how many of the ways to
   * mistype the beginning of a word lead there.
   * @param {any} lexicon @param {string} typed @param {number} view @param {number} own
   * @returns {number[]}
   */
  function nearbyShards(lexicon, typed, view, own) {
    var known = lexicon.nearby.get(view + typed);
    if (known) return known;
    /** @type {Map<number, number>} */
    var weights = new Map();
    /** @param {string} word @param {number} weight */
    function add(word, weight) {
      var shard = lexicon.shardNumber(lexicon.routeOf(word, view));
      if (shard !== own && weight) weights.set(shard, (weights.get(shard) || 0) + weight);
    }
    var end = Math.min(typed.length, lexicon.roman && view !== S.ROMAN ? NATIVE : LATIN);
    for (var i = 0; i < end; i++) {
      var before = typed.slice(0, i);
      var after = typed.slice(i + 1);
      add(before + after, EVEN);
      if (after) add(before + after[0] + typed[i] + after.slice(1), EVEN);
      if (view !== S.ROMAN) {
        putIn(lexicon, before, typed.slice(i), add);
        putIn(lexicon, before, after, add);
      }
    }
    known = Array.from(weights.keys()).sort(function (a, b) {
      return (weights.get(b) || 0) - (weights.get(a) || 0) || a - b;
    });
    lexicon.nearby.set(view + typed, known);
    return known;
  }

  /**
   * The words with a letter put in, weighed by how often it stands between its neighbours.
   * @param {any} lexicon @param {string} before @param {string} after
   * @param {(word: string, weight: number) => void} add
   */
  function putIn(lexicon, before, after, add) {
    /** @type {string[]} */
    var letters = lexicon.letters;
    var sum = 0;
    var chances = letters.map(function (letter, n) {
      var chance = (before ? lexicon.chance(before.slice(-1), letter) : EDGE) * (after ? lexicon.chance(letter, after[0]) : EDGE);
      sum += chance;
      return { chance: chance, n: n };
    });
    chances.sort(function (a, b) { return b.chance - a.chance || a.n - b.n; });
    chances.slice(0, LIKELY).forEach(function (entry) {
      if (entry.chance) add(before + letters[entry.n] + after, Math.floor((EVEN * entry.chance) / sum));
    });
  }
})();
