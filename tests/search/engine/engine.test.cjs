/** The engine's parts, and the bootstrap with files that fail. `node --test tests/search/engine` */
"use strict";
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("node:test");
const vm = require("node:vm");

const FOLDER = path.join(__dirname, "../../../plugins/mkdocs_playbook/assets/search");
const PARTS = JSON.parse(fs.readFileSync(path.join(FOLDER, "program.json"), "utf8")).parts;
const source = PARTS.map((name) => fs.readFileSync(path.join(FOLDER, `${name}.js`), "utf8")).join("\n");
const S = vm.runInNewContext(`${source}\nS`);
const UNICODE = path.join(__dirname, "../../../tools/playbook/text/data/unicode.json");
const plain = (value) => JSON.parse(JSON.stringify(value));

/** The inverse of `unpackNumbers`. */
const pack = (numbers) => numbers.map((number) => {
  const digits = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i)).filter((c) => !'"\\<`'.includes(c));
  let out = "";
  for (; number >= 45; number = Math.floor(number / 45) - 1) out += digits[45 + (number % 45)];
  return out + digits[number];
}).join("");

test("numbers are read back", () => {
  assert.deepEqual(plain(S.unpackNumbers("!#P!")), [0, 1, 45]);
  assert.deepEqual(plain(S.unpackNumbers(pack([0, 1, 45, 2070, 65535]))), [0, 1, 45, 2070, 65535]);
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
  const rules = new S.Rules("kin\nlle ssa|i\n> de>ti a>o\n");
  assert.deepEqual(plain(rules.stems("taudeille")), ["taudeille", "taudei", "taude"]);
  assert.deepEqual(plain(rules.candidates("taudeille")), ["taudeille", "taudei", "taude", "tauti"]);
  assert.deepEqual(plain(rules.candidates("talokin")), ["talokin", "talo"]);
});

/**
 * A page with a bootstrap whose script elements behave as `serve` says; `more` are other things
 * a browser has, as its Worker.
 */
function page(serve, more = {}) {
  const document = {
    currentScript: { src: "https://example.org/search/playbook-search.js" },
    documentElement: { lang: "en" },
    createElement: () => ({ remove() {} }),
    head: { appendChild: (element) => setImmediate(() => serve(element, window)) },
  };
  const window = { document };
  const context = vm.createContext({ window, document, setTimeout, clearTimeout, Error, Object, ...more });
  vm.runInContext(fs.readFileSync(path.join(FOLDER, "bootstrap.js"), "utf8"), context);
  return window;
}

/** The program of a page, whose engine always finds the same. */
const engine = (window) => {
  const program = vm.runInNewContext(`${source}\nS`, { setTimeout, clearTimeout });
  program.Engine = function () { this.query = async () => ["found"]; };
  window.playbookSearchEngine = program;
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
      w.playbookSearch.add(4, "manifest", {});
      element.onload();
    }
  });
  await assert.rejects(window.playbookSearch.query("x"), /could not be loaded/);
  broken = false;
  assert.deepEqual(plain(await window.playbookSearch.query("x")), ["found"]);
});

test("a program that is cut off says so, and the next query tries again", async () => {
  let whole = false;
  const window = page((element, w) => {
    if (whole) works(element, w);
    else element.onload();
  });
  await assert.rejects(window.playbookSearch.query("x"), /incomplete/);
  whole = true;
  assert.deepEqual(plain(await window.playbookSearch.query("x")), ["found"]);
});

test("a file that is cut off says so", async () => {
  const window = page((element, w) => {
    if (element.src.includes("engine")) engine(w);
    element.onload();
  });
  await assert.rejects(window.playbookSearch.query("x"), /incomplete/);
});

test("an index of another format is refused", async () => {
  const window = page((element, w) => {
    if (element.src.includes("engine")) engine(w);
    else w.playbookSearch.add(0, "manifest", {});
    element.onload();
  });
  await assert.rejects(window.playbookSearch.query("x"), /format 0.*reads 4/);
});

/** What `serve` needs to find the engine and the manifest in a page. */
const works = (element, w) => {
  if (element.src.includes("engine")) engine(w);
  else w.playbookSearch.add(4, "manifest", {});
  element.onload();
};

test("on a server a worker answers, with what the page fetches for it", async () => {
  const got = [];
  class Worker {
    postMessage(message) {
      got.push(message);
      if (!message.call) return;
      const { number } = message;
      setImmediate(() => this.onmessage({ data: { number, answer: [{ id: "a" }], info: { corrected: "b" } } }));
    }
  }
  const fetch = async (file) => ({ text: async () => `text of ${file.split("/").pop()}` });
  const window = page(() => assert.fail("no element is needed"), { Worker, fetch });
  const answer = await window.playbookSearch.query("x", { lang: "en" });
  assert.deepEqual(plain(answer), [{ id: "a" }]);
  assert.equal(answer.info.corrected, "b");
  await new Promise(setImmediate);
  assert.deepEqual(plain(got), [
    { early: ["manifest"] },
    { number: 0, call: "query", text: "x", options: { lang: "en" } },
    { name: "manifest", text: "text of @manifest" },
  ]);
});

for (const [fault, Worker] of [
  ["is forbidden", class { constructor() { throw new Error("policy"); } }],
  ["does not start", class { terminate() {} postMessage() { setImmediate(() => this.onerror({})); } }],
  ["never answers", class { terminate() {} postMessage() {} }],
  ["fails", class {
    terminate() {}
    postMessage({ call, number }) {
      if (call) setImmediate(() => this.onmessage({ data: { number, fault: "no" } }));
    }
  }],
]) {
  test(`where a worker ${fault}, the page itself answers, from then on`, async () => {
    let made = 0;
    const Counted = class extends Worker {
      constructor() {
        made += 1;
        super();
      }
    };
    const soon = (call, time, ...given) => setTimeout(call, time / 50, ...given);
    const window = page(works, { Worker: Counted, fetch: () => new Promise(() => {}), setTimeout: soon });
    const both = await Promise.all(["x", "y"].map((text) => window.playbookSearch.query(text)));
    assert.deepEqual(plain(both), [["found"], ["found"]]);
    const before = made;
    assert.deepEqual(plain(await window.playbookSearch.query("z")), ["found"]);
    assert.ok(before > 0 && made === before);
  });
}

test("a worker reads what a file hands over, and refuses half of it and other formats", () => {
  const file = 'playbookSearch.add(4,"a",["x"])\n';
  assert.deepEqual(plain(S.contentOf(file, "a")), ["x"]);
  for (const wrong of ["", file.slice(0, -3), file.replace("4", "1"), file.replace('"a"', '"b"')]) {
    assert.throws(() => S.contentOf(wrong, "a"), /incomplete/);
  }
});

test("a worker says what went wrong", async () => {
  const said = [];
  const scope = { location: { href: "https://example.org/search/engine.js" }, postMessage: (m) => said.push(m) };
  S.serve(scope);
  scope.onmessage({ data: { early: ["manifest"] } });
  scope.onmessage({ data: { number: 0, call: "query", text: "x" } });
  scope.onmessage({ data: { name: "manifest", text: "" } });
  await new Promise(setImmediate);
  assert.deepEqual(plain(said), [{ number: 0, fault: "A file of the search is incomplete." }]);
});

test("words are found by their beginning as by cutting the whole text", () => {
  const { word, ...tables } = JSON.parse(fs.readFileSync(UNICODE, "utf8"));
  const gaps = word.map((border, i) => border - (word[i - 1] || 0));
  const fold = [];
  for (let i = 0; i < tables.fold.length; i += 4) {
    const [first, count, step, way] = tables.fold.slice(i, i + 4);
    fold.push(first - (tables.fold[i - 4] || 0), count, step, way < 0 ? -2 * way - 1 : 2 * way);
  }
  const words = S.Words({ ...tables, word: pack(gaps), fold: pack(fold) }, { length: 3, classes: {} });
  const text = "Ääni ÄÄNI A\u0308a\u0308ni äänet İki i\u0307ki ßa ssa client's Client’s clients' न\u094dत ंत क\u093cा क़ा का कँ कं გამარჯობა ᲒᲐᲛᲐ \u00adco\u00adop";
  const all = words.tokenise(text);
  for (const { text: form } of all) {
    const forms = new Set([words.wordForm(form)]);
    assert.deepEqual(words.findForms(text, forms), all.filter((t) => forms.has(words.wordForm(t.text))), form);
  }
});
