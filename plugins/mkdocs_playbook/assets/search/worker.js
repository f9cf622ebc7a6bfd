/**
 * The engine in a worker of the page: files are fetched as text, so nothing is put into the page
 * and nothing waits for it. The page's end of it is in `bootstrap.js`.
 */
(function () {
  var TIMEOUT = 15000;
  var inWorker = typeof document === "undefined" && typeof importScripts === "function";

  /**
   * The content a file of the index hands over.
   * @param {string} text @param {string} name
   * @returns {any}
   */
  S.contentOf = function (text, name) {
    var opening = "playbookSearch.add(" + S.FORMAT + ',"' + name + '",';
    if (!text.startsWith(opening) || !text.endsWith(")\n")) throw new Error("A file of the search is incomplete.");
    return JSON.parse(text.slice(opening.length, -2));
  };

  /** Answer the page's messages. @param {any} scope  the worker's own */
  S.serve = function (scope) {
    var base = scope.location.href.replace(/[^/]*$/, "");
    /** Files that the page has asked for. @type {Object<string, {promise: Promise<any>, arrive: (text: string) => void}>} */
    var coming = {};
    /** @type {Promise<any>} */
    var engine;

    /** @param {string} name */
    function expect(name) {
      /** @type {any} */
      var entry = {};
      entry.promise = new Promise(function (resolve) { entry.arrive = resolve; }).then(function (text) {
        return S.contentOf(/** @type {string} */ (text), name);
      });
      entry.promise.catch(function () {});
      coming[name] = entry;
    }

    /** @param {string} file @param {string} name @returns {Promise<any>} */
    function load(file, name) {
      var stop = new AbortController();
      var timer = setTimeout(function () { stop.abort(); }, TIMEOUT);
      return fetch(base + file, { signal: stop.signal }).then(function (answer) {
        if (!answer.ok) throw new Error("A file of the search could not be loaded.");
        return answer.text();
      }).then(function (text) {
        clearTimeout(timer);
        return S.contentOf(text, name);
      });
    }

    /** @param {string[]} names */
    function start(names) {
      names.forEach(expect);
      /** @type {Object<string, Promise<any>>} */
      var early = {};
      names.forEach(function (name) { early[name] = coming[name].promise; });
      engine = early.manifest.then(function (manifest) { return new S.Engine(manifest, load, early); });
    }

    scope.onmessage = function (/** @type {MessageEvent} */ event) {
      var said = event.data;
      if (said.early) start(said.early);
      else if (said.name) coming[said.name].arrive(said.text);
      else engine.then(function (e) { return e[said.call](said.text, said.options); }).then(
        function (answer) { scope.postMessage({ number: said.number, answer: answer, info: answer && answer.info }); },
        function (fault) { scope.postMessage({ number: said.number, fault: fault.message || "?" }); });
    };
  };
  if (inWorker) S.serve(globalThis);
})();
