/**
 * The words of a language: where each is looked for, and how it looks in a view.
 */
/** @param {any} index @param {string} code @param {any} directory */
S.Lexicon = function (index, code, directory) {
  var self = this;
  var words = index.words;
  var roman = S.Romanisation(directory.romanisation, words.bare);
  /** @type {Map<number, any>} */
  var shards = new Map();
  /** @type {any[]} */
  var rules = [];
  /** The letters of its words, the commonest first. @type {string[]} */
  this.letters = directory.spelling.letters.split("");
  /** Letters exchanged in its texts. @type {Object<string, string>} */
  var exchanged = {};
  if (roman) this.letters.filter(function (letter) { return letter >= "\u0300" && letter < "\ud800"; }).slice(0, 52).forEach(function (letter, i) {
    var latin = String.fromCharCode(i + (i < 26 ? 97 : 39));
    exchanged[letter] = latin;
    exchanged[latin] = letter;
  });

  /** A text of a file as it is shown, see `playbook.search.shown`. @param {string} text @returns {string} */
  this.shown = function (text) {
    return roman ? text.replace(/[A-Za-z\u0300-\ud7ff]/g, function (letter) { return exchanged[letter] || letter; }) : text;
  };
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
  this.stopWords = new Set(self.shown(directory.stopWords).split(" "));
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

  /** @type {Map<string, Map<string, number>>} */
  var chances = new Map();

  /** How often a letter follows another, of 2 ** 12, by the codes of spelling. @param {string} before @param {string} letter */
  this.chance = function (before, letter) {
    var name = directory.spelling.codes[before] ? before : "?";
    var known = chances.get(name);
    if (!known) {
      /** @type {Map<string, number>} */
      var made = known = new Map();
      var code = S.readCode(directory.spelling.codes[name]);
      var at = 0;
      code.counts.forEach(function (/** @type {number} */ count, /** @type {number} */ length) {
        for (; count--; at++) {
          var symbol = code.order ? code.order[at] : at;
          if (symbol) made.set(self.letters[symbol - 1], length < 12 ? 1 << (11 - length) : 1);
        }
      });
      chances.set(name, made);
    }
    return known.get(letter) || 0;
  };

  /** Shards near words already looked at, by word and view. @type {Map<string, number[]>} */
  this.nearby = new Map();

  /** What they were compared with, by word, view and shard. @type {Map<string, {cost: number, key: Key, text: string}[]>} */
  this.compared = new Map();

  /** The route of a word as it looks in a view. @param {string} spelled @param {number} view */
  this.routeOf = function (spelled, view) {
    return view === S.ROMAN ? words.route(spelled) : self.route(spelled);
  };

  /** @param {number} view */
  this.rules = function (view) {
    if (!rules[view]) {
      rules[view] = new S.Rules(self.shown(directory.rules), view ? self.spell.bind(null, view) : undefined);
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
