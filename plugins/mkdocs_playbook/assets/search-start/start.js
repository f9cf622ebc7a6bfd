// Inlined on every page (two kilobytes at most), the only part of search that loads unasked.
// It fetches the engine on the first query and the panel when a reader reaches for search.
(function (files) {
  var page = document.documentElement, root = page.dataset.root || "", panel;
  function load(src) {
    return new Promise(function (done, fail) {
      var script = document.createElement("script");
      script.src = root + src;
      script.onload = function () { done(); };
      script.onerror = function () {
        script.remove();
        fail(new Error("A part of the search is missing: " + src));
      };
      document.head.append(script);
    });
  }
  var search = window.playbookSearch = {
    root: root, manifest: files.manifest, panel: files.panel, load: load,
    query: function first(text, options) {
      return load(files.engine).then(function () {
        if (search.query === first) throw new Error("The search program is broken.");
        return search.query(text, options);
      });
    }
  };
  function open(text, from) {
    panel = panel || load(page.dataset.searchUi).catch(function (error) { panel = 0; throw error; });
    panel.then(function () { playbookSearchPanel.open(text, from); }, function () {
      location.href = root + page.dataset.lang + "/search.html";
    });
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("[data-search]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(undefined, link);
  });
  document.addEventListener("submit", function (event) {
    if (!event.target.matches("[data-search-form]")) return;
    event.preventDefault();
    var field = event.target.elements.q;
    open(field.value, field);
  });
  document.addEventListener("keydown", function (event) {
    var typing = event.target.closest && event.target.closest("input,textarea,select,[contenteditable]");
    var slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!slash && !((event.ctrlKey || event.metaKey) && event.code === "KeyK")) return;
    event.preventDefault();
    open();
  });
  var asked = new URLSearchParams(location.search).get("q");
  if (asked) addEventListener("DOMContentLoaded", function () { open(asked); });
})(0);
