/**
 * The one script a page loads: `playbookSearch.query(text, {lang, limit, facet, prefix})`.
 * Everything else arrives when it is first asked for, as classic scripts, so that a page
 * opened from a folder searches too.
 */
(function () {
  var FORMAT = 2;
  var TIMEOUT = 15000;
  var script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  var base = script ? script.src.replace(/[^/]*$/, "") : "";
  /** @type {Object<string, {resolve: (content: any) => void, reject: (fault: Error) => void}>} */
  var waiting = {};
  /** @type {Promise<any> | null} */
  var engine = null;

  /** @param {string} message @param {string} file */
  function fault(message, file) {
    return Object.assign(new Error(message), { name: "PlaybookSearchError", file: file, retry: true });
  }

  /**
   * @param {string} file
   * @param {string} name  what the file calls itself; empty for a program
   * @returns {Promise<any>}
   */
  function load(file, name) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      var timer = setTimeout(function () { done(fault("A file of the search took too long.", file)); }, TIMEOUT);
      /** @param {Error | null} wrong @param {any} [content] */
      function done(wrong, content) {
        clearTimeout(timer);
        delete waiting[name];
        element.remove();
        if (wrong) reject(wrong);
        else resolve(content);
      }
      if (name) waiting[name] = { resolve: function (content) { done(null, content); }, reject: done };
      element.onload = function () {
        if (!name) done(null);
        else if (waiting[name]) done(fault("A file of the search is incomplete.", file));
      };
      element.onerror = function () { done(fault("A file of the search could not be loaded.", file)); };
      element.src = base + file;
      document.head.appendChild(element);
    });
  }

  /** The engine; the directory of the reader's language comes with it. @param {{lang?: string}} [options] */
  function start(options) {
    if (!engine) {
      var hashes = /** @type {any} */ ("@languages");
      var lang = options && options.lang || "";
      /** @type {Object<string, Promise<any>>} */
      var early = {};
      if (hashes[lang]) {
        var name = "lang-" + lang;
        early[name] = load(name + "-" + hashes[lang] + ".js", name);
        early[name].catch(function () {});
      }
      engine = Promise.all([load("@engine", ""), load("@manifest", "manifest")]).then(function (loaded) {
        return new /** @type {any} */ (window).playbookSearchEngine.Engine(loaded[1], load, early);
      });
      engine.catch(function () { engine = null; });
    }
    return engine;
  }

  /** @type {any} */
  var api = {
    add: function (/** @type {number} */ format, /** @type {string} */ name, /** @type {any} */ content) {
      var entry = waiting[name];
      if (!entry) return;
      if (format === FORMAT) entry.resolve(content);
      else entry.reject(fault("The search index has format " + format + ", this page reads " + FORMAT + ". Reload the page.", name));
    },
    warm: start,
  };
  ["query", "understand"].forEach(function (name) {
    api[name] = function (/** @type {string} */ text, /** @type {any} */ options) {
      return start(options).then(function (e) { return e[name](text, options); });
    };
  });
  /** @type {any} */ (window).playbookSearch = api;
})();
