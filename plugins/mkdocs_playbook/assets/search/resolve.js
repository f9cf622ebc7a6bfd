/**
 * What the words of a query mean: the same steps, over the same files, as
 * `playbook.search.resolve`, where they are explained.
 */
(function () {
  var EXACT = 16, REDIRECT = 15, RULE = 14;
  var BARE_FORM = 12, BARE_RULE = 11;
  var ROMAN_FORM = 13, ROMAN_RULE = 11, ROMAN_STRANGE = 5, ROMAN_BESIDE = 10;
  var PREFIX = 9, PREFIX_TYPED = 12;
  var TYPO = 10, FAR_TYPO = 7, ROMAN_TYPO = 6, TYPO_BESIDE = 5;
  var ELSEWHERE = 2;
  var STANDS = 3, LED = 2, WITHOUT_MARKS = 1;
  var LIKELY = 4, REST = 16, LED_KEYS = 3, ALTERNATIVES = 6, COMPLETIONS = 12;
  var LATIN = "Latn";
  /** Letters by script; `playbook.text.script`. @type {[number, number, string][]} */
  var BLOCKS = [
    [0x41, 0x5a, LATIN], [0x61, 0x7a, LATIN], [0xaa, 0x24f, LATIN], [0x370, 0x3ff, "Grek"],
    [0x400, 0x52f, "Cyrl"], [0x531, 0x58f, "Armn"], [0x590, 0x5ff, "Hebr"], [0x600, 0x6ff, "Arab"],
    [0x900, 0x97f, "Deva"], [0x980, 0x9ff, "Beng"], [0xb80, 0xbff, "Taml"], [0xe00, 0xe7f, "Thai"],
    [0x10a0, 0x10ff, "Geor"], [0x1c90, 0x1cbf, "Geor"], [0x1e00, 0x1eff, LATIN], [0x2c60, 0x2c7f, LATIN],
    [0x2d00, 0x2d2f, "Geor"], [0x3040, 0x30ff, "Jpan"], [0x4e00, 0x9fff, "Hani"], [0xac00, 0xd7af, "Hang"],
  ];

  /** The script most letters of a word are in, Latin for none. @param {string} word */
  function scriptOf(word) {
    /** @type {Map<string, number>} */
    var counts = new Map();
    for (var i = 0; i < word.length; i++) {
      var code = word.charCodeAt(i);
      if (code === 0xab || code === 0xbb || code === 0xd7 || code === 0xf7 || code === 0x964 || code === 0x965 || code === 0x10fb) continue;
      var block = BLOCKS.find(function (b) { return b[0] <= code && code <= b[1]; });
      if (block) counts.set(block[2], (counts.get(block[2]) || 0) + 1);
    }
    var best = LATIN;
    var most = 0;
    counts.forEach(function (count, script) { if (count > most) { most = count; best = script; } });
    return best;
  }

  /** @param {Word} word @param {Reading[]} readings */
  function add(word, readings) {
    var known = word.readings.slice();
    readings.forEach(function (r) {
      if (!known.some(function (k) { return k.lang === r.lang && k.key.text === r.key.text; })) word.readings.push(r);
    });
  }

  /**
   * @param {string} lang @param {Key} key @param {number} quality @param {string} how
   * @param {string[]} [meant]  forms of the key that are the word itself in this reading
   * @returns {Reading}
   */
  function reading(lang, key, quality, how, meant) {
    return { lang: lang, key: key, quality: quality, how: how, meant: meant || [] };
  }

  /** @param {number} by @returns {(r: Reading) => Reading} */
  function weaker(by) {
    return function (r) { return reading(r.lang, r.key, Math.max(1, r.quality - by), r.how, r.meant); };
  }

  /**
   * @param {any} index @param {string} query @param {string} reader @param {boolean} prefix
   * @param {boolean} [insist]  take every word as it is written
   * @returns {Word[]}
   */
  S.resolve = function (index, query, reader, prefix, insist) {
    /** @type {Word[]} */
    var words = index.words.tokenise(query).map(function (/** @type {any} */ token) {
      var after = query.slice(token.end, token.end + 1);
      return {
        text: index.words.wordForm(token.text),
        latin: token.text + (index.words.isApostrophe(after) ? "'" : ""),
        stop: false,
        readings: [],
      };
    });
    var order = index.languages.filter(function (/** @type {string} */ c) { return c === reader; })
      .concat(index.languages.filter(function (/** @type {string} */ c) { return c !== reader; }));
    /** @type {Object<string, string>} */
    var scripts = {};
    index.manifest.languages.forEach(function (/** @type {any} */ l) { scripts[l.code] = l.script; });
    /** @type {Map<string, Word[]>} */
    var byScript = new Map();
    words.forEach(function (word) {
      var script = scriptOf(word.text);
      byScript.set(script, (byScript.get(script) || []).concat([word]));
    });
    Array.from(byScript.keys()).sort().forEach(function (script) {
      var here = byScript.get(script) || [];
      var codes = order.filter(function (/** @type {string} */ c) { return scripts[c] === script; });
      if (!codes.length && script === LATIN) codes = order.slice(0, 1);
      var main = asWritten(index, here, codes);
      if (script === LATIN) {
        romanisedWords(index, here, order.filter(function (/** @type {string} */ c) { return scripts[c] !== LATIN; }), reader);
      }
      if (!main) return;
      here.forEach(function (word) {
        completed(index.lexicon(main), word, word === words[words.length - 1], prefix);
        if (!insist) corrected(index, word, codes, main, reader);
      });
    });
    return words;
  };

  /**
   * The query with its misspelt words put right, or null where none is taken for misspelt.
   * @param {any} index @param {string} query @param {Word[]} words  as resolved
   * @returns {string | null}
   */
  S.putRight = function (index, query, words) {
    var text = "";
    var done = 0;
    index.words.tokenise(query).forEach(function (/** @type {any} */ token, /** @type {number} */ i) {
      var best = words[i].readings.reduce(function (/** @type {Reading | null} */ most, r) {
        return most && most.quality >= r.quality ? most : r;
      }, null);
      if (!best || best.how !== "typo") return;
      text += query.slice(done, token.start) + (best.meant[0] || best.key.forms[0] || token.text);
      done = token.end;
    });
    return done ? text + query.slice(done) : null;
  };

  /**
   * Readings of a word that stands nowhere as a misspelling, in the first language with any.
   * @param {any} index @param {Word} word @param {string[]} codes @param {string} main @param {string} reader
   */
  function corrected(index, word, codes, main, reader) {
    if (word.stop || word.readings.some(function (r) { return r.quality >= REDIRECT; })) return;
    if (word.readings.some(function (r) { return r.how === "roman" && r.lang === reader; })) return;
    var doubtful = word.readings.some(function (r) { return r.how === "form" || r.how === "marks"; });
    for (var i = 0; i < codes.length; i++) {
      var found = misspelt(index.lexicon(codes[i]), word.text, S.WRITTEN, codes[i] !== main, doubtful);
      add(word, doubtful ? found.map(weaker(TYPO_BESIDE)) : found);
      if (found.length) return;
    }
  }

  /** @param {any} index @param {Word[]} words @param {string[]} codes @returns {string} */
  function asWritten(index, words, codes) {
    if (!codes.length) return "";
    /** @type {Map<string, {votes: number, readings: Reading[]}[]>} */
    var found = new Map();
    for (var i = 0; i < codes.length; i++) {
      var lexicon = index.lexicon(codes[i]);
      lexicon.wantWords(words.map(function (w) { return w.text; }));
      var here = words.map(function (w) { return written(lexicon, w.text); });
      found.set(codes[i], here);
      if (!i && here.every(function (f) { return f.votes === STANDS; })) break;
    }
    var main = "";
    var most = -1;
    found.forEach(function (list, code) {
      var votes = list.reduce(function (sum, f) { return sum + f.votes; }, 0);
      if (votes > most) { most = votes; main = code; }
    });
    var stopWords = index.lexicon(main).stopWords;
    words.forEach(function (word, i) {
      var own = (found.get(main) || [])[i];
      word.stop = stopWords.has(word.text);
      add(word, own.readings);
      if (own.votes >= LED) return;
      codes.forEach(function (code) {
        var other = found.get(code);
        if (code !== main && other && other[i].votes >= LED) add(word, other[i].readings.map(weaker(ELSEWHERE)));
      });
    });
    return main;
  }

  /**
   * @param {any} lexicon @param {string} word
   * @returns {{votes: number, readings: Reading[]}}
   */
  function written(lexicon, word) {
    var group = lexicon.group(lexicon.route(word));
    var code = lexicon.code;
    /**
     * @param {number} votes @param {Key[] | undefined} keys @param {number} quality
     * @param {string} how @param {(form: string) => boolean} [isWord]
     */
    function as(votes, keys, quality, how, isWord) {
      return { votes: votes, readings: (keys || []).map(function (key) {
        return reading(code, key, quality, how, isWord ? key.forms.filter(isWord) : []);
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
      return as(STANDS, seen.forms.get(word), EXACT, "exact", function (form) { return form === word; });
    }
    var key = redirected(S.WRITTEN, word);
    if (key) {
      var stands = key.forms.indexOf(word) >= 0;
      return as(STANDS, [key], stands ? EXACT : REDIRECT, stands ? "exact" : "form", function (form) { return form === word; });
    }
    if (lexicon.stopWords.has(word)) return as(STANDS, [], 0, "");
    /** @param {number} votes @param {{rank: number, key: Key}[]} found @param {number} quality @param {string} how */
    function asLed(votes, found, quality, how) {
      return { votes: votes, readings: found.map(function (f) { return reading(code, f.key, quality - 2 * f.rank, how); }) };
    }
    var keys = led(lexicon, word, S.WRITTEN);
    if (keys.length) return asLed(LED, keys, RULE, "form");
    if (lexicon.roman) return as(0, [], 0, "");
    var plain = lexicon.spell(S.BARE, word);
    seen = lexicon.seenAs(group, S.BARE);
    if (seen.forms.has(plain)) {
      return as(WITHOUT_MARKS, seen.forms.get(plain), BARE_FORM, "marks", function (form) {
        return lexicon.spell(S.BARE, form) === plain;
      });
    }
    key = redirected(S.BARE, plain);
    if (key) return as(WITHOUT_MARKS, [key], BARE_FORM, "marks");
    keys = led(lexicon, plain, S.BARE);
    return asLed(keys.length ? WITHOUT_MARKS : 0, keys, BARE_RULE, "marks");
  }

  /**
   * The keys the suffix rules lead to from a word as it looks in a view, and their rank.
   * @param {any} lexicon @param {string} spelled @param {number} view
   * @returns {{rank: number, key: Key}[]}
   */
  function led(lexicon, spelled, view) {
    /** @type {{rank: number, key: Key}[]} */
    var found = [];
    var rank = 0;
    var name = lexicon.routeOf(spelled, view);
    var candidates = lexicon.rules(view).candidates(spelled);
    for (var i = 0; i < candidates.length && rank < LED_KEYS; i++) {
      var at = lexicon.routeOf(candidates[i], view);
      if (at && name.startsWith(at)) {
        var keys = lexicon.seenAs(lexicon.group(at), view).keys.get(candidates[i]);
        if (keys) {
          keys.forEach(function (/** @type {Key} */ key) { found.push({ rank: rank, key: key }); });
          rank++;
        }
      }
    }
    return found;
  }

  /** @param {any} index @param {Word[]} words @param {string[]} codes @param {string} reader */
  function romanisedWords(index, words, codes, reader) {
    var unknown = words.filter(function (w) {
      return !w.stop && !w.readings.some(function (r) { return r.quality >= RULE; });
    });
    if (!unknown.length) return;
    var most = 0;
    var best = "";
    codes.some(function (code) {
      var lexicon = index.lexicon(code);
      if (!lexicon.roman) return false;
      wantRoman(lexicon, unknown);
      var votes = 0;
      var allRead = true;
      unknown.forEach(function (word) {
        var readings = romanised(lexicon, word.latin);
        allRead = allRead && readings.length > 0;
        votes += readings.reduce(function (top, r) { return Math.max(top, r.quality); }, 0);
      });
      if (code === reader) votes += votes >> 1;
      if (votes > most) { most = votes; best = code; }
      return code === reader && allRead;
    });
    if (!best) return;
    var lexicon = index.lexicon(best);
    wantRoman(lexicon, words);
    words.forEach(function (word) {
      var readings = romanised(lexicon, word.latin);
      if (unknown.indexOf(word) < 0) {
        add(word, readings.map(weaker(ROMAN_FORM - ROMAN_BESIDE)));
      } else if (readings.length) {
        var strange = best !== reader && unknown.length < words.length;
        add(word, strange ? readings.map(weaker(ROMAN_STRANGE)) : readings);
        word.stop = word.stop || readings[0].key.forms.some(function (form) { return lexicon.stopWords.has(form); });
      } else if (!word.readings.length && best === reader) {
        add(word, misspelt(lexicon, word.latin, S.ROMAN, false, false));
      }
    });
  }

  /** @param {any} lexicon @param {Word[]} words */
  function wantRoman(lexicon, words) {
    lexicon.wantWords(words.map(function (w) { return w.latin; }));
  }

  /** @param {any} lexicon @param {string} latin @returns {Reading[]} */
  function romanised(lexicon, latin) {
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
      ranked.push({ cost: least, reading: reading(code, key, ROMAN_FORM, "roman", meant) });
    });
    group.redirects.forEach(function (/** @type {any} */ redirect) {
      if (lexicon.spell(S.ROMAN, redirect.form) !== skeleton) return;
      var key = lexicon.find(redirect.target);
      if (key) ranked.push({ cost: unlike(redirect.form), reading: reading(code, key, ROMAN_FORM, "roman") });
    });
    if (!ranked.length) {
      led(lexicon, skeleton, S.ROMAN).forEach(function (f) {
        var spelling = roman.near(roman.romanise(f.key.text));
        var cost = S.within(sound.slice(0, spelling.length), spelling, 3) + f.rank;
        ranked.push({ cost: cost, reading: reading(code, f.key, ROMAN_RULE, "roman") });
      });
    }
    ranked.sort(function (a, b) { return a.cost - b.cost || S.compare(a.reading.key.text, b.reading.key.text); });
    return ranked.slice(0, ALTERNATIVES).filter(function (entry) {
      return entry.cost <= ranked[0].cost + 1;
    }).map(function (entry) { return weaker(2 * Math.min(entry.cost, 4))(entry.reading); });
  }

  /** @param {any} lexicon @param {Word} word @param {boolean} last @param {boolean} typing */
  function completed(lexicon, word, last, typing) {
    if (!last || word.text.length < 2 || (word.readings.length && !typing)) return;
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
    add(word, found.slice(0, COMPLETIONS).map(function (f) {
      return reading(lexicon.code, f.key, typing ? PREFIX_TYPED : PREFIX, "prefix");
    }));
  }

  /**
   * @param {any} lexicon @param {string} word @param {number} view @param {boolean} elsewhere
   * @param {boolean} doubtful
   * @returns {Reading[]}
   */
  function misspelt(lexicon, word, view, elsewhere, doubtful) {
    var typed = view === S.ROMAN ? lexicon.roman.skeleton(word) : lexicon.spell(S.BARE, word);
    if (view === S.WRITTEN && !lexicon.roman) view = S.BARE;
    var most = typed.length < 3 ? 0 : typed.length < 8 ? 1 : 2;
    if (!most) return [];
    /** @type {{cost: number, key: Key, text: string}[]} */
    var ranked = [];
    var nearby = nearbyShards(lexicon, lexicon.routeOf(typed, view), doubtful);
    for (var i = 0; i < nearby.length && !ranked.length; i++) {
      ranked = compared(lexicon, typed, view, most, nearby[i]);
    }
    ranked.sort(function (a, b) { return a.cost - b.cost || S.compare(a.key.text, b.key.text); });
    /** @type {Map<string, {cost: number, key: Key, text: string}>} */
    var best = new Map();
    ranked.forEach(function (entry) { if (!best.has(entry.key.text)) best.set(entry.key.text, entry); });
    var chosen = Array.from(best.values()).slice(0, ALTERNATIVES);
    return chosen.filter(function (entry) { return entry.cost <= chosen[0].cost + 2; }).map(function (entry) {
      var quality = view === S.ROMAN ? ROMAN_TYPO : entry.cost < 8 ? TYPO : FAR_TYPO;
      quality -= entry.cost - chosen[0].cost + (elsewhere ? ELSEWHERE : 0);
      return reading(lexicon.code, entry.key, Math.max(1, quality), "typo", entry.key.forms.filter(function (form) {
        return entry.text !== "" && lexicon.spell(view, form) === entry.text;
      }));
    });
  }

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
   * @param {any} lexicon @param {string} name @param {boolean} doubtful
   * @returns {number[][]}
   */
  function nearbyShards(lexicon, name, doubtful) {
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
    if (first.length <= LIKELY) likely = likely.concat(first, [Math.max(0, (first.length ? first[0] : 1) - 1)]);
    var rest = [];
    for (var n = 0; n < lexicon.size; n++) if (likely.indexOf(n) < 0) rest.push(n);
    likely = likely.filter(function (n, i) { return likely.indexOf(n) === i; }).sort(function (a, b) { return a - b; });
    return rest.length <= REST ? [likely, rest] : [likely];
  }

  /** By code units, the same on every machine. @param {string} a @param {string} b */
  S.compare = function (a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
  };
})();
