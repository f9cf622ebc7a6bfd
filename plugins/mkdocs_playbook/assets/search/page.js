/**
 * The engine in the page itself: the files of the index as classic scripts, which a page opened
 * from a folder may load too.
 */
(function () {
  var TIMEOUT = 15000;

  /** @param {string} message @param {string} file */
  function fault(message, file) {
    return Object.assign(new Error(message), { name: "PlaybookSearchError", file: file, retry: true });
  }

  /**
   * @param {any} window
   * @param {string} base  the folder of the index
   * @param {string[][]} first  names and files of what is needed first, the manifest's before others
   * @returns {Promise<(name: string, text: string, options: any) => any>} calls of the engine by name
   */
  S.open = function (window, base, first) {
    var document = window.document;
    /** @type {Object<string, {resolve: (content: any) => void, reject: (fault: Error) => void}>} */
    var waiting = {};

    /**
     * @param {string} file
     * @param {string} name  what the file calls itself
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
        waiting[name] = { resolve: function (content) { done(null, content); }, reject: done };
        element.onload = function () {
          if (waiting[name]) done(fault("A file of the search is incomplete.", file));
        };
        element.onerror = function () { done(fault("A file of the search could not be loaded.", file)); };
        element.src = base + file;
        document.head.appendChild(element);
      });
    }

    window.playbookSearch.add = function (/** @type {number} */ format, /** @type {string} */ name, /** @type {any} */ content) {
      var entry = waiting[name];
      if (!entry) return;
      if (format === S.FORMAT) entry.resolve(content);
      else entry.reject(fault("The search index has format " + format + ", this page reads " + S.FORMAT + ". Reload the page.", name));
    };
    /** @type {Object<string, Promise<any>>} */
    var early = {};
    first.forEach(function (file) {
      early[file[0]] = load(file[1], file[0]);
      early[file[0]].catch(function () {});
    });
    return early.manifest.then(function (manifest) {
      var engine = new S.Engine(manifest, load, early);
      return function (name, text, options) { return engine[name](text, options); };
    });
  };
})();
