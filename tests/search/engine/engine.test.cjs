/** The engine's parts, and the bootstrap with files that fail. `node --test tests/search/engine` */
"use strict";
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("node:test");
const vm = require("node:vm");

const FOLDER = path.join(__dirname, "../../../plugins/mkdocs_playbook/assets/search");
const PARTS = [
  "words", "packing", "postings", "rules", "distance", "lexicon", "readings", "synonyms", "written", "roman",
  "misspelt", "resolve", "rank", "snippet", "engine",
];
const source = PARTS.map((name) => fs.readFileSync(path.join(FOLDER, `${name}.js`), "utf8")).join("\n");
const S = vm.runInNewContext(`${source}\nS`);
const plain = (value) => JSON.parse(JSON.stringify(value));

test("numbers are read back", () => {
  assert.deepEqual(plain(S.unpackNumbers("!#P!")), [0, 1, 45]);
});

test("bits are read back", () => {
  const reader = new S.Reader("nu2A");
  const code = S.readCode("$#$$!#");
  assert.deepEqual([reader.gamma(), reader.gamma(), reader.even(7), reader.rice(4)], [0, 6, 4, 11]);
  assert.deepEqual([reader.symbol(code), reader.symbol(code)], [2, 1]);
  assert.throws(() => reader.number(40), /incomplete/);
});

test("a slip is one edit", () => {
  assert.equal(S.within("cleint", "client", 1), 1);
  assert.equal(S.within("abcd", "dcba", 2), 3);
});

test("endings are cut layer by layer, the surest tail comes first, then what a particle hangs on", () => {
  const rules = new S.Rules({ clitics: ["kin"], layers: ["lle ssa", "i"], tails: [">", "de>ti", "a>o"] });
  assert.deepEqual(plain(rules.stems("taudeille")), ["taudeille", "taudei", "taude"]);
  assert.deepEqual(plain(rules.candidates("taudeille")), ["taudeille", "taudei", "taude", "tauti"]);
  assert.deepEqual(plain(rules.candidates("talokin")), ["talokin", "talo"]);
});

/** A page with a bootstrap whose script elements behave as `serve` says. */
function page(serve) {
  const window = {};
  const document = {
    currentScript: { src: "https://example.org/search/playbook-search.js" },
    createElement: () => ({ remove() {} }),
    head: { appendChild: (element) => setImmediate(() => serve(element, window)) },
  };
  const context = vm.createContext({ window, document, setTimeout, clearTimeout, Error, Object });
  vm.runInContext(fs.readFileSync(path.join(FOLDER, "bootstrap.js"), "utf8"), context);
  return window;
}

const engine = (window) => {
  window.playbookSearchEngine = { Engine: function () { this.query = async () => ["found"]; } };
};

test("a file that cannot be loaded says so, and the next query tries again", async () => {
  let broken = true;
  const window = page((element, w) => {
    if (element.src.includes("engine")) {
      engine(w);
      element.onload();
    } else if (broken) {
      element.onerror();
    } else {
      w.playbookSearch.add(2, "manifest", {});
      element.onload();
    }
  });
  await assert.rejects(window.playbookSearch.query("x"), /could not be loaded/);
  broken = false;
  assert.deepEqual(plain(await window.playbookSearch.query("x")), ["found"]);
});

test("a file that is cut off says so", async () => {
  const window = page((element, w) => {
    engine(w);
    element.onload();
  });
  await assert.rejects(window.playbookSearch.query("x"), /incomplete/);
});

test("an index of another format is refused", async () => {
  const window = page((element, w) => {
    engine(w);
    if (!element.src.includes("engine")) w.playbookSearch.add(0, "manifest", {});
    element.onload();
  });
  await assert.rejects(window.playbookSearch.query("x"), /format 0.*reads 2/);
});
