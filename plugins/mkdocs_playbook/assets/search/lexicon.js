/**
 * The files of an index that have arrived, and the words of each language in them.
 *
 * Nothing here waits: what is missing is thrown as `Need`, the engine fetches it and begins
 * again. So everything that decides about a query reads from top to bottom, as in Python.
 */
S.WRITTEN = 0;
S.BARE = 1;
S.ROMAN = 2;

/**
 * Names of files that must arrive first.
 * @param {string[]} names
 */
S.Need = function (names) {
  this.names = names;
};

/**
 * @typedef {{page: number, field: number, times: number, blocks: number[], at: number, nth: number}} Place
 * @typedef {{text: string, forms: string[], counts: number[], places: Place[][]}} Key
 * @typedef {{order: number[] | null, counts: number[], table: Int32Array | null}} Code
 * @typedef {{text: string, forms: string[], counts: number[], others: string[]}} Spelt
 * @typedef {{form: string, target: string}} Redirect
 * @typedef {{lang: string, key: Key, quality: number, how: string, meant: string[], shared?: boolean}} Reading
 * @typedef {{text: string, latin: string, stop: boolean, readings: Reading[]}} Word
 * @typedef {{value: number, rarity: number, exact: number, fit: number, reading: Reading, form: string, places: Place[]}} Found
 * @typedef {{group: number, score: number, favour: number, found: Map<number, Found>}} Hit
 * @typedef {{keys: Map<string, Key[]>, forms: Map<string, Key[]>}} View
 * @typedef {{keys: Key[], redirects: {form: string, target: string}[], views: View[]}} Group
 */

/** @param {any} manifest */
S.Index = function (manifest) {
  var self = this;
  /** @type {Map<string, any>} */
  var files = new Map();
  /** @type {Map<string, any>} */
  var lexicons = new Map();
  /** @type {Object<string, string>} */
  var hashes = {};
  manifest.languages.forEach(function (/** @type {any} */ language) {
    hashes["lang-" + language.code] = language.hash;
  });
  this.manifest = manifest;
  this.fields = 2 + 2 * manifest.facets.length;
  this.languages = manifest.languages.map(function (/** @type {any} */ l) { return l.code; });
  this.words = S.Words(manifest.unicode, manifest.routes);

  /** A file's name in the folder. @param {string} name */
  this.fileName = function (name) {
    var parts = name.split("-");
    var hash = hashes[name];
    if (!hash) {
      var number = Number(parts.pop());
      var directory = lexicons.get(parts.slice(1).join("-")).directory;
      var at = Math.floor(number / directory.fileBlock) * 8;
      hash = directory[parts[0]].slice(at, at + 8);
    }
    return name + "-" + hash + ".js";
  };

  /** @param {string} name @param {any} content */
  this.arrive = function (name, content) {
    files.set(name, content);
  };

  /** Throws unless all of these are there. @param {string[]} names */
  this.want = function (names) {
    var missing = names.filter(function (name, i) { return !files.has(name) && names.indexOf(name) === i; });
    if (missing.length) throw new S.Need(missing);
  };

  /** @param {string} name */
  this.file = function (name) {
    self.want([name]);
    return files.get(name);
  };

  /** @param {string} code */
  this.lexicon = function (code) {
    var known = lexicons.get(code);
    if (!known) {
      known = new S.Lexicon(self, code, self.file("lang-" + code));
      lexicons.set(code, known);
    }
    return known;
  };

  /**
   * The file that holds a page.
   * @param {string} code @param {number} group
   */
  this.pageFile = function (code, group) {
    var starts = self.lexicon(code).starts;
    var number = 0;
    while (number + 1 < starts.length && starts[number + 1] <= group) number++;
    return "text-" + code + "-" + number;
  };

  /**
   * [group, id, group id, url, title, [section id, heading, facet, block, text]…]
   * @param {string} code @param {number} group
   * @returns {any[]}
   */
  this.page = function (code, group) {
    return self.file(self.pageFile(code, group)).find(function (/** @type {any[]} */ row) {
      return row[0] === group;
    });
  };
};

/** @param {any} index @param {string} code @param {any} directory */
S.Lexicon = function (index, code, directory) {
  var self = this;
  var words = index.words;
  var roman = S.Romanisation(directory.romanisation, words.bare);
  /** @type {Map<number, any>} */
  var shards = new Map();
  /** @type {any[]} */
  var rules = [];
  this.code = code;
  this.directory = directory;
  this.roman = roman;
  this.size = directory.routes.length;
  var start = 0;
  /** @type {number[]} */
  this.starts = S.unpackNumbers(directory.starts).map(function (/** @type {number} */ step) { return (start += step); });
  this.norms = S.unpackNumbers(directory.norms);
  this.pages = this.norms.filter(Boolean).length;
  var spelling = S.Spelling(directory.spelling);
  this.stopWords = new Set(directory.stopWords.split(" "));
  var postings = S.Postings(directory, this.norms, this.stopWords);

  /** How a word of the index looks in a view. @param {number} view @param {string} word */
  this.spell = function (view, word) {
    if (view === S.BARE) return words.bare(word);
    return view === S.ROMAN ? roman.skeleton(roman.romanise(word)) : word;
  };

  /** Routes that the beginning of a word settles, by that. @type {Map<string, string>} */
  var routes = new Map();
  var letters = index.manifest.routes.length;
  var enough = roman ? 2 * letters : letters + 1;

  /** @param {string} word */
  this.route = function (word) {
    var beginning = word.slice(0, enough);
    var known = routes.get(beginning);
    if (known === undefined) {
      known = /** @type {string} */ (words.route(latinOf(word)));
      if (isSettled(beginning)) routes.set(beginning, known);
    }
    return known;
  };

  /** @param {string} word */
  function latinOf(word) {
    return roman ? roman.skeleton(roman.romanise(word)) : words.bare(word);
  }

  /**
   * Whether what follows a beginning cannot change the route: it may change how the last letter
   * is written, and what that and the two Latin letters before it become.
   * @param {string} beginning
   */
  function isSettled(beginning) {
    var kept = beginning.slice(0, -1);
    return (roman ? roman.skeleton(roman.romanise(kept).slice(0, -2)) : words.bare(kept)).length >= letters;
  }

  /** The route of a word as it looks in a view. @param {string} spelled @param {number} view */
  this.routeOf = function (spelled, view) {
    return view === S.ROMAN ? words.route(spelled) : self.route(spelled);
  };

  /** @param {number} view */
  this.rules = function (view) {
    if (!rules[view]) {
      rules[view] = new S.Rules(directory.rules, view ? self.spell.bind(null, view) : undefined);
    }
    return rules[view];
  };

  /** @param {string} name */
  this.shardNumber = function (name) {
    var low = 0;
    var high = directory.routes.length;
    while (high - low > 1) {
      var middle = (low + high) >> 1;
      if (directory.routes[middle] <= name) low = middle;
      else high = middle;
    }
    return low;
  };

  /** Throws unless these shards are there. @param {number[]} numbers */
  this.want = function (numbers) {
    index.want(numbers.map(function (n) { return "terms-" + code + "-" + n; }));
  };

  /** Throws unless the shards of these words are there. @param {string[]} texts */
  this.wantWords = function (texts) {
    self.want(texts.map(function (text) { return self.shardNumber(self.route(text)); }));
  };

  /**
   * A shard that has arrived; its groups are made when they are asked for.
   * @param {number} number
   */
  function opened(number) {
    var known = shards.get(number);
    if (!known) {
      known = new S.Shard(index.file("terms-" + code + "-" + number), spelling, postings, self);
      shards.set(number, known);
    }
    return known;
  }

  /**
   * All groups of a shard.
   * @param {number} number
   * @returns {Map<string, Group>}
   */
  this.shard = function (number) {
    return opened(number).groups();
  };

  /**
   * @param {string} name
   * @returns {Group}
   */
  this.group = function (name) {
    return opened(self.shardNumber(name)).group(name);
  };

  /**
   * @param {string} text
   * @returns {Key | undefined}
   */
  this.find = function (text) {
    return self.group(self.route(text)).keys.find(function (key) { return key.text === text; });
  };

  /**
   * Keys and forms of a group by their spelling in a view.
   * @param {Group} group @param {number} view
   * @returns {View}
   */
  this.seenAs = function (group, view) {
    if (!group.views[view]) {
      /** @type {View} */
      var seen = { keys: new Map(), forms: new Map() };
      group.keys.forEach(function (key) {
        put(seen.keys, self.spell(view, key.text), key);
        key.forms.forEach(function (form) { put(seen.forms, self.spell(view, form), key); });
      });
      group.views[view] = seen;
    }
    return group.views[view];
  };

  /** @param {Map<string, Key[]>} map @param {string} at @param {Key} key */
  function put(map, at, key) {
    var list = map.get(at);
    if (!list) map.set(at, [key]);
    else if (list.indexOf(key) < 0) list.push(key);
  }
};

/**
 * The words of a shard by their groups. Keys stand in the order of their groups, so that a group
 * is found by halving; to know the route of every word takes longer than all else.
 * @param {string[]} content  words and postings
 * @param {(text: string) => {keys: Spelt[], redirects: Redirect[]}} spelling
 * @param {(text: string, forms: string[], counts: number[]) => (first: number, count: number) => Place[][]} postings
 * @param {any} lexicon
 */
S.Shard = function (content, spelling, postings, lexicon) {
  var words = spelling(content[0]);
  /** Of all keys, in order. @type {string[]} */
  var forms = [];
  /** @type {number[]} */
  var counts = [];
  var placesOf = postings(content[1], forms, counts);
  /** @type {Key[]} */
  var keys = words.keys.map(function (entry) {
    var key = new S.Key(entry, forms.length, placesOf);
    for (var i = 0; i < entry.forms.length; i++) {
      forms.push(entry.forms[i]);
      counts.push(entry.counts[i]);
    }
    return key;
  });
  /** @type {Map<string, Group>} */
  var made = new Map();
  var isWhole = false;
  /** Forms that lead to keys of another group, by their own. @type {Map<string, Redirect[]> | null} */
  var redirects = null;

  /** @param {string} name */
  function redirectsOf(name) {
    if (!redirects) {
      /** @type {Map<string, Redirect[]>} */
      var found = redirects = new Map();
      words.redirects.forEach(function (redirect) {
        var at = lexicon.route(redirect.form);
        found.set(at, (found.get(at) || []).concat([redirect]));
      });
    }
    return redirects.get(name) || [];
  }

  /**
   * The first key from `low` on whose route is not before this one, or is behind it.
   * @param {string} name @param {number} low @param {boolean} behind
   */
  function keyAt(name, low, behind) {
    var high = keys.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      var at = lexicon.route(keys[middle].text);
      if (at < name || (behind && at === name)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {string} name @param {number} first @returns {{group: Group, end: number}} */
  function groupAt(name, first) {
    var end = keyAt(name, first, true);
    var group = made.get(name);
    if (!group) {
      /** @type {Redirect[]} */
      var own = redirectsOf(name).slice();
      keys.slice(first, end).forEach(function (key, i) {
        words.keys[first + i].others.forEach(function (form) { own.push({ form: form, target: key.text }); });
      });
      own.sort(function (a, b) { return S.compare(a.form, b.form) || S.compare(a.target, b.target); });
      made.set(name, (group = { keys: keys.slice(first, end), redirects: own, views: [] }));
    }
    return { group: group, end: end };
  }

  /** @param {string} name @returns {Group} */
  this.group = function (name) {
    return made.get(name) || groupAt(name, keyAt(name, 0, false)).group;
  };

  /** All that hold words, by name. @returns {Map<string, Group>} */
  this.groups = function () {
    if (!isWhole) {
      /** @type {Map<string, Group>} */
      var all = new Map();
      for (var at = 0; at < keys.length;) {
        var name = lexicon.route(keys[at].text);
        var next = groupAt(name, at);
        all.set(name, next.group);
        at = next.end;
      }
      redirectsOf("");
      /** @type {Map<string, Redirect[]>} */ (redirects).forEach(function (_, name) {
        if (!all.has(name)) all.set(name, groupAt(name, keys.length).group);
      });
      made = all;
      isWhole = true;
    }
    return made;
  };
};

/**
 * A key and its forms; `counts` says on how many pages each stands. Their places are unpacked
 * when they are first asked for.
 * @param {Spelt} spelt
 * @param {number} first  of its forms in the shard
 * @param {(first: number, count: number) => Place[][]} placesOf
 */
S.Key = function (spelt, first, placesOf) {
  this.text = spelt.text;
  this.forms = spelt.forms;
  this.counts = spelt.counts;
  this.first = first;
  this.placesOf = placesOf;
  /** @type {Place[][] | null} */
  this.unpacked = null;
};
Object.defineProperty(S.Key.prototype, "places", {
  get: function () { return this.unpacked || (this.unpacked = this.placesOf(this.first, this.forms.length)); },
});
