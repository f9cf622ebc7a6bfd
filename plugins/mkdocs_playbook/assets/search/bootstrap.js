/**
 * The one script a page loads: `playbookSearch.query(text, {lang, limit, facet, prefix})`.
 * Everything else arrives when it is first asked for. On a server the engine runs in a worker,
 * which leaves the page to its reader and takes less time. Where there is none (a page opened
 * from a folder, a policy that forbids it) or it fails, classic scripts are loaded into the page,
 * from then on for good.
 */
(function () {
  var FORMAT = 2;
  var TIMEOUT = 15000;
  var CALLS = ["query", "understand", "warm"];
  var script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  var base = script ? script.src.replace(/[^/]*$/, "") : "";
  var hashes = /** @type {any} */ ("@languages");
  var inPage = !/^https?:/.test(base) || typeof Worker === "undefined";
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

  /** The directory of the reader's language, which is needed first: its name and file. @param {string} lang */
  function directory(lang) {
    return hashes[lang] ? [["lang-" + lang, "lang-" + lang + "-" + hashes[lang] + ".js"]] : [];
  }

  /** @param {string} lang  the reader's */
  function start(lang) {
    engine = engine || (inPage ? here(lang) : apart(lang));
    return engine;
  }

  /** The engine in the page. @param {string} lang */
  function here(lang) {
    /** @type {Object<string, Promise<any>>} */
    var early = {};
    directory(lang).forEach(function (file) {
      early[file[0]] = load(file[1], file[0]);
      early[file[0]].catch(function () {});
    });
    var promise = Promise.all([load("@engine", ""), load("@manifest", "manifest")]).then(function (loaded) {
      var program = /** @type {any} */ (window).playbookSearchEngine;
      if (!program) throw fault("A file of the search is incomplete.", "@engine");
      return new program.Engine(loaded[1], load, early);
    });
    promise.catch(function () { engine = null; });
    return promise;
  }

  /** The engine in a worker: calls and answers go there and back by number. @param {string} lang */
  function apart(lang) {
    var worker = new Worker(base + "@engine");
    var files = [["manifest", "@manifest"]].concat(directory(lang));
    /** @type {Map<number, {resolve: (answer: any) => void, reject: (fault: Error) => void}>} */
    var asked = new Map();
    var count = 0;
    worker.onmessage = function (event) {
      var entry = asked.get(event.data.number);
      asked.delete(event.data.number);
      if (!entry) return;
      if (event.data.fault) entry.reject(fault(event.data.fault, ""));
      else entry.resolve(event.data.info ? Object.defineProperty(event.data.answer, "info", { value: event.data.info }) : event.data.answer);
    };
    worker.onerror = function () {
      asked.forEach(function (entry) { entry.reject(fault("The search could not be started.", "@engine")); });
      asked.clear();
    };
    worker.postMessage({ early: files.map(function (file) { return file[0]; }) });
    // What never arrives is noticed by the call that waits for it.
    files.forEach(function (file) {
      fetch(base + file[1]).then(function (answer) { return answer.text(); }).catch(function () { return ""; }).then(
        function (text) { worker.postMessage({ name: file[0], text: text }); });
    });
    /** @type {any} */
    var calls = { stop: function () { worker.terminate(); } };
    CALLS.forEach(function (name) {
      calls[name] = function (/** @type {string} */ text, /** @type {any} */ options) {
        return new Promise(function (resolve, reject) {
          worker.postMessage({ number: ++count, call: name, text: text, options: options });
          asked.set(count, { resolve: resolve, reject: reject });
          setTimeout(reject, TIMEOUT, fault("The search took too long.", "@engine"));
        });
      };
    });
    return Promise.resolve(calls);
  }

  /** @param {string} name @param {string} text @param {any} options @returns {Promise<any>} */
  function ask(name, text, options) {
    var tried = inPage;
    return new Promise(function (resolve) {
      resolve(start(options && options.lang || document.documentElement.lang));
    }).then(function (e) { return e[name](text, options); }).catch(function (fault) {
      if (tried) throw fault;
      if (!inPage) {
        inPage = true;
        if (engine) engine.then(function (e) { e.stop(); });
        engine = null;
      }
      return ask(name, text, options);
    });
  }

  /** @type {any} */
  var api = {
    add: function (/** @type {number} */ format, /** @type {string} */ name, /** @type {any} */ content) {
      var entry = waiting[name];
      if (!entry) return;
      if (format === FORMAT) entry.resolve(content);
      else entry.reject(fault("The search index has format " + format + ", this page reads " + FORMAT + ". Reload the page.", name));
    },
    warm: function (/** @type {any} */ options) { return ask("warm", "", options); },
  };
  ["query", "understand"].forEach(function (name) {
    api[name] = function (/** @type {string} */ text, /** @type {any} */ options) {
      return ask(name, String(text), options);
    };
  });
  /** @type {any} */ (window).playbookSearch = api;
})();
