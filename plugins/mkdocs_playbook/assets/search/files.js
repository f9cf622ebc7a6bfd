/**
 * The files of an index that have arrived.
 *
 * Nothing here waits: what is missing is thrown as `Need`, the engine fetches it and begins
 * again. So everything that decides about a query reads from top to bottom, as in Python.
 */
var PAGES_BITS = 5;
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
 * @typedef {{numbers: number[], worth: number, named: number, isNamed: boolean}} Signature
 * @typedef {{field: number, times: number, blocks: number[]}} Place
 * @typedef {{page: number, nth: number, signature: Signature, at: number, placesOf: (posting: Posting) => Place[]}} Posting
 * @typedef {{text: string, forms: string[], counts: number[], postings: Posting[][]}} Key
 * @typedef {{order: number[] | null, counts: number[], table: Int32Array | null}} Code
 * @typedef {{text: string, forms: string[], counts: number[], others: string[]}} Spelt
 * @typedef {{form: string, target: string}} Redirect
 * @typedef {{lang: string, key: Key, quality: number, how: string, meant: string[], shared?: boolean}} Reading
 * @typedef {{text: string, latin: string, stop: boolean, readings: Reading[]}} Word
 * @typedef {{value: number, rarity: number, exact: number, fit: number, reading: Reading, form: string, worth: number, named: number, isNamed: boolean, postings: Posting[]}} Found
 * @typedef {{group: number, score: number, favour: number, size: number, found: (Found | undefined)[]}} Hit
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
   * What must be there to know the sections of a page: a file of them, or that with its texts.
   * @param {string} code @param {number} group
   */
  this.sectionFile = function (code, group) {
    return self.lexicon(code).directory.sections ? "sections-" + code + "-" + (pageNumber(code, group) >> PAGES_BITS) : self.pageFile(code, group);
  };

  /**
   * The sections of a page: [id, heading, facet, block…], of which only the texts know headings.
   * @param {string} code @param {number} group
   * @returns {any[][]}
   */
  this.sections = function (code, group) {
    if (files.has(self.pageFile(code, group))) return self.page(code, group).slice(5);
    var row = self.file(self.sectionFile(code, group))[pageNumber(code, group) & (1 << PAGES_BITS) - 1];
    var numbers = S.unpackNumbers(row[1]);
    var block = 0;
    return row[0].map(function (/** @type {string} */ id, /** @type {number} */ i) {
      return [id, "", numbers[2 * i], (block += numbers[2 * i + 1])];
    });
  };

  /** How many pages of a language stand before a group's. @param {string} code @param {number} group */
  function pageNumber(code, group) {
    return self.lexicon(code).norms.slice(0, group).filter(Boolean).length;
  }

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
