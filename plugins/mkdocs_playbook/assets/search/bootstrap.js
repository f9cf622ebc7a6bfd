/**
 * The one script a page loads: `playbookSearch.query(text, {lang, limit, facet, prefix})`.
 * Everything else arrives when it is first asked for. On a server the engine runs in a worker,
 * which leaves the page to its reader and takes less time. Where there is none (a page opened
 * from a folder, a policy that forbids it) or it fails, the engine is loaded into the page, from
 * then on for good.
 */
(function () {
  var TIMEOUT = 15000;
  var ENGINE = "@engine";
  var script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  var base = script ? script.src.replace(/[^/]*$/, "") : "";
  var hashes = /** @type {any} */ ("@languages");
  var inPage = !/^https?:/.test(base) || typeof Worker === "undefined";
  /** Asks the engine: name of the call, text, options. @type {Promise<(name: string, text: string, options: any) => any> | null} */
  var engine = null;
  /** @type {Worker | undefined} */
  var worker;

  /** @param {string} message */
  function fault(message) {
    return Object.assign(new Error("A file of the search " + message + "."), { name: "PlaybookSearchError", file: ENGINE, retry: true });
  }

  /** @param {string} lang  the reader's, whose directory is needed first */
  function start(lang) {
    if (!engine) {
      var files = [["manifest", "@manifest"]];
      if (hashes[lang]) files.push(["lang-" + lang, "lang-" + lang + "-" + hashes[lang] + ".js"]);
      engine = inPage ? here(files) : apart(files);
    }
    return engine;
  }

  /** The engine in the page. @param {string[][]} files */
  function here(files) {
    var promise = new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      setTimeout(reject, TIMEOUT, fault("took too long"));
      element.onload = function () {
        var program = /** @type {any} */ (window).playbookSearchEngine;
        element.remove();
        if (program) resolve(program.open(window, base, files));
        else reject(fault("is incomplete"));
      };
      element.onerror = function () { reject(fault("could not be loaded")); };
      element.src = base + ENGINE;
      document.head.appendChild(element);
    });
    promise.catch(function () { engine = null; });
    return promise;
  }

  /** The engine in a worker: calls and answers go there and back by number. @param {string[][]} files */
  function apart(files) {
    var own = worker = new Worker(base + ENGINE);
    /** @type {[(answer: any) => void, (fault: Error) => void][]} */
    var asked = [];
    own.onmessage = function (event) {
      var said = event.data;
      if (said.info) Object.defineProperty(said.answer, "info", { value: said.info });
      asked[said.number][said.fault ? 1 : 0](said.fault || said.answer);
    };
    own.onerror = function () {
      asked.forEach(function (entry) { entry[1](fault("could not be loaded")); });
    };
    own.postMessage({ early: files.map(function (file) { return file[0]; }) });
    // What never arrives is noticed by the call that waits for it.
    files.forEach(function (file) {
      fetch(base + file[1]).then(function (answer) { return answer.text(); }).catch(String).then(
        function (text) { own.postMessage({ name: file[0], text: text }); });
    });
    return Promise.resolve(function (/** @type {string} */ name, /** @type {string} */ text, /** @type {any} */ options) {
      return new Promise(function (resolve, reject) {
        own.postMessage({ number: asked.push([resolve, reject]) - 1, call: name, text: text, options: options });
        setTimeout(reject, TIMEOUT, fault("took too long"));
      });
    });
  }

  /** @param {string} name @param {string} text @param {any} options @returns {Promise<any>} */
  function ask(name, text, options) {
    var tried = inPage;
    return new Promise(function (resolve) {
      resolve(start(options && options.lang || document.documentElement.lang));
    }).then(function (run) { return run(name, text, options); }).catch(function (fault) {
      if (tried) throw fault;
      if (!inPage) {
        inPage = true;
        if (worker) worker.terminate();
        engine = null;
      }
      return ask(name, text, options);
    });
  }

  /** @type {any} */ (window).playbookSearch = {
    query: function (/** @type {any} */ text, /** @type {any} */ options) { return ask("query", String(text), options); },
    understand: function (/** @type {any} */ text, /** @type {any} */ options) { return ask("understand", String(text), options); },
    warm: function (/** @type {any} */ options) { return ask("warm", "", options); },
  };
})();
