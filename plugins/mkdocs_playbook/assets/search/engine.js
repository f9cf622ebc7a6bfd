/**
 * Fetching what a query needs and dressing its results. Last of the engine's parts.
 */
var FORMAT = 4;
var MORE_SECTIONS = 3;
var MOST_WORDS = 3;

/**
 * @typedef {{hit: Hit, through: string, reader: string}} Plan
 * @param {any} manifest
 * @param {(file: string, name: string) => Promise<any>} load  fetches a file's content
 * @param {Object<string, Promise<any>>} [early]  contents by name that are on their way
 */
S.Engine = function (manifest, load, early) {
  var index = new S.Index(manifest);
  /** @type {Map<string, Promise<void>>} */
  var coming = new Map();

  /** @param {string} name */
  function fetched(name) {
    var promise = coming.get(name);
    if (!promise) {
      promise = ((early && early[name]) || load(index.fileName(name), name)).then(
        function (content) { index.arrive(name, content); },
        function (fault) {
          coming.delete(name);
          if (early) delete early[name];
          throw fault;
        });
      coming.set(name, promise);
    }
    return promise;
  }

  /**
   * Run until nothing is missing.
   * @template T
   * @param {() => T} run
   * @returns {Promise<T>}
   */
  function complete(run) {
    /** @returns {T | Promise<T>} */
    function attempt() {
      try {
        return run();
      } catch (fault) {
        if (!(fault instanceof S.Need)) throw fault;
        var need = /** @type {{names: string[]}} */ (fault);
        return Promise.all(need.names.map(fetched)).then(attempt);
      }
    }
    return Promise.resolve().then(attempt);
  }

  /**
   * @param {string} text
   * @param {{lang?: string, limit?: number, facet?: string | null, prefix?: boolean,
   *   insist?: boolean}} [options]
   */
  this.query = function (text, options) {
    var given = options || {};
    var reader = given.lang || index.languages[0];
    var facet = given.facet || null;
    return complete(function () {
      var words = S.resolve(index, String(text), reader, Boolean(given.prefix), Boolean(given.insist));
      return { words: words, hits: S.rank(index, words, facet, given.limit || 10) };
    }).then(function (found) {
      // Not begun again when the texts arrive: what was found stays found. Each result is made
      // as soon as its own are there.
      return Promise.all(found.hits.map(function (/** @type {Hit} */ hit) {
        var shown = plan(hit, reader);
        return complete(function () {
          wantPages(shown);
          return result(shown, facet);
        });
      })).then(function (results) {
        // Beside the results, not among them: they are the same list in every engine.
        return Object.defineProperty(results, "info", {
          value: { corrected: S.putRight(index, String(text), found.words) },
        });
      });
    });
  };

  /**
   * How the words of a query were understood.
   * @param {string} text
   * @param {{lang?: string, prefix?: boolean}} [options]
   */
  this.understand = function (text, options) {
    var given = options || {};
    return complete(function () {
      return S.resolve(index, String(text), given.lang || index.languages[0], Boolean(given.prefix)).map(
        function (/** @type {Word} */ word) {
          return {
            text: word.text,
            stop: word.stop,
            readings: word.readings.map(function (r) {
              return { lang: r.lang, forms: r.key.forms, how: r.how, quality: r.quality };
            }),
          };
        });
    });
  };

  /** Have what a query of this reader needs whatever it says. @param {string} _ @param {{lang?: string}} [options] */
  this.warm = function (_, options) {
    var lang = options && options.lang || "";
    return complete(function () { if (index.languages.indexOf(lang) >= 0) index.lexicon(lang); });
  };

  this.words = index.words;

  /** In which language a hit is shown, and through which it was found. @param {Hit} hit @param {string} reader */
  function plan(hit, reader) {
    return { hit: hit, through: languageOf(hit), reader: reader };
  }

  /** @param {Plan} plan */
  function shownIn(plan) {
    var known = index.languages.indexOf(plan.reader) >= 0;
    return known && index.lexicon(plan.reader).norms[plan.hit.group] ? plan.reader : plan.through;
  }

  /** @param {Plan} plan */
  function wantPages(plan) {
    var shown = shownIn(plan);
    var needs = [index.pageFile(shown, plan.hit.group)];
    if (plan.through !== shown) needs.push(index.sectionFile(plan.through, plan.hit.group));
    index.want(needs);
  }

  /** @param {Hit} hit @returns {string} */
  function languageOf(hit) {
    /** @type {Map<string, number>} */
    var values = new Map();
    hit.found.forEach(function (entry) {
      if (entry) values.set(entry.reading.lang, (values.get(entry.reading.lang) || 0) + entry.value);
    });
    var best = "";
    var most = -1;
    index.languages.forEach(function (/** @type {string} */ code) {
      var value = values.get(code) || 0;
      if (value > most) { most = value; best = code; }
    });
    return best;
  }

  /** @param {Plan} plan @param {string | null} facet */
  function result(plan, facet) {
    var hit = plan.hit;
    var lang = shownIn(plan);
    var sections = index.sections(plan.through, hit.group);
    hit.found.forEach(function (entry, i) {
      if (entry && entry.reading.lang !== plan.through) delete hit.found[i];
    });
    var ranked = S.sections(hit, sections, facet === null ? null : manifest.facets.indexOf(facet));
    var page = index.page(lang, hit.group);
    /** @type {Set<string>} */
    var forms = new Set();
    hit.found.forEach(function (entry) {
      if (entry && entry.reading.lang === lang) entry.reading.key.forms.forEach(function (f) { forms.add(f); });
    });
    var shown = ranked.slice(0, MORE_SECTIONS + 1).map(function (/** @type {any} */ entry) {
      var number = -1;
      if (entry.number >= 0) {
        var id = sections[entry.number][0];
        page.slice(5).forEach(function (/** @type {any[]} */ s, /** @type {number} */ n) { if (s[0] === id) number = n; });
      }
      return section(lang, page, number, entry.worth, forms);
    });
    var best = shown.shift() || section(lang, page, -1, 0, forms);
    return {
      id: page[1], group: page[2], url: best.url, title: index.lexicon(lang).shown(page[4]),
      section: best.section, heading: best.heading, facet: best.facet,
      lang: lang, through: plan.through, words: foundWords(hit), score: hit.score,
      snippet: best.snippet, hits: shown,
    };
  }

  /** What was found, as it stands there. @param {Hit} hit */
  function foundWords(hit) {
    /** @type {string[]} */
    var found = [];
    hit.found.forEach(function (entry) { if (entry) found.push(entry.form); });
    return Array.from(new Set(found)).slice(0, MOST_WORDS);
  }

  /** @param {string} lang @param {any[]} page @param {number} number @param {number} worth @param {Set<string>} forms */
  function section(lang, page, number, worth, forms) {
    var shown = index.lexicon(lang).shown;
    var rows = page.slice(5);
    var first = rows.find(function (row) { return row[4]; });
    var row = number < 0 ? ["", "", 0, 0, first ? first[4] : ""] : rows[number];
    return {
      section: row[0] || null, heading: shown(row[1]), facet: manifest.facets[row[2]],
      url: row[0] ? page[3] + "#" + row[0] : page[3], score: worth,
      snippet: S.snippet(index.words, shown(row[4]), forms),
    };
  }
};
S.FORMAT = FORMAT;
