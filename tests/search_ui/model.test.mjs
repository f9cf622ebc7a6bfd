// The panel's data, apart from the page: rows, counts, marks, addresses.
import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";
import vm from "node:vm";

const source = new URL("../../plugins/mkdocs_playbook/assets/search-ui/20-model.js", import.meta.url);
const context = vm.createContext({});
const model = vm.runInContext(`${fs.readFileSync(source, "utf8")}; searchModel`, context);
const plain = (value) => JSON.parse(JSON.stringify(value));

const snippet = (text, ...ranges) => ({ text, ranges });
const result = (group, facets) => ({
  id: `en/${group}`, group, url: `en/${group}.html#x`, title: group, section: "x", facet: facets[0],
  lang: "en", score: 1, snippet: snippet("one"),
  hits: facets.slice(1).map((facet, n) => ({ section: "y", facet, url: `en/${group}.html#y${n}`, snippet: snippet("two") })),
});
const plates = new Map([
  ["playbooks/a", { category: "money", number: 1, track: ["1", "2"] }],
  ["playbooks/b", { category: "control", number: 2, track: null }],
]);
const groups = [
  model.groupOf(result("playbooks/a", ["sign", "exit", "sign"]), plates),
  model.groupOf(result("playbooks/b", ["strategy"]), plates),
  model.groupOf(result("guides/c", [null]), plates),
];

test("two letters or more are searched, in every script", () => {
  for (const text of ["ab", "მე", "का", "क्या", "ä1", " a b "]) assert.ok(model.isLongEnough(text), text);
  for (const text of ["", "a", " ა ", "का".slice(0, 1), "?!", "  "]) assert.ok(!model.isLongEnough(text), text);
});

test("marks cover the ranges and lose no character", () => {
  const cases = [
    [snippet("abcdef", [1, 3]), ["a", "*bc", "def"]],
    [snippet("abcdef", [4, 6], [0, 2]), ["*ab", "cd", "*ef"]],
    [snippet("abcdef", [0, 4], [2, 5]), ["*abcd", "*e", "f"]],
    [snippet("abc", [-1, 99]), ["*abc"]],
    [snippet("abc", [2, 1], [NaN, 2]), ["abc"]],
    [snippet(""), []],
  ];
  for (const [given, expected] of cases) {
    const parts = plain(model.pieces(given));
    assert.deepEqual(parts.map(({ text, marked }) => (marked ? `*${text}` : text)), expected);
    assert.equal(parts.map(({ text }) => text).join(""), given.text);
  }
});

test("only addresses below the root are followed", () => {
  for (const url of ["en/playbooks/a.html", "en/a.html#x:y", "ka/guides/b.html?q=1#ა"]) {
    assert.equal(model.safeUrl(url), url);
  }
  for (const url of ["javascript:alert(1)", "//evil.example", "/root.html", "http://x", "\\\\x", " x", "",
    "data:text/html,x", "java\nscript:alert(1)", null, {}]) {
    assert.equal(model.safeUrl(url), "", String(url));
  }
});

test("filters keep the rows of a facet and the groups of a category", () => {
  const signs = model.filtered(groups, { facet: "sign", category: "" });
  assert.deepEqual(plain(signs.map((group) => [group.group, group.rows.length])), [["playbooks/a", 2]]);
  const control = model.filtered(groups, { facet: "", category: "control" });
  assert.deepEqual(plain(control.map((group) => group.group)), ["playbooks/b"]);
  assert.equal(model.filtered(groups, { facet: "sign", category: "control" }).length, 0);
});

test("an address has one row", () => {
  const given = result("playbooks/a", ["sign", "exit"]);
  given.hits.push({ ...given.hits[0] }, { ...given.hits[0], url: given.url });
  assert.equal(model.groupOf(given, plates).rows.length, 2);
});

test("counts add up to the rows shown", () => {
  assert.equal(model.countRows(groups), 5);
  assert.deepEqual(plain(model.facetCounts(groups)), [["sign", 2], ["strategy", 1], ["exit", 1]]);
  assert.deepEqual(plain(model.categoryCounts(groups)), [["money", 3], ["control", 1]]);
});

test("a group without a plate is shown without number, category and track", () => {
  assert.deepEqual(plain([groups[2].number, groups[2].category, groups[2].track]), [0, "", null]);
});

test("buckets spread groups evenly and agree with the build", () => {
  const counts = new Array(8).fill(0);
  for (let n = 0; n < 4000; n += 1) counts[model.bucketOf(`playbooks/kind-${n}`, 8)] += 1;
  assert.ok(Math.min(...counts) > 350 && Math.max(...counts) < 650, counts.join());
  // The same numbers as in test_search_panel.py: the build puts a plate where the panel looks.
  assert.equal(model.bucketOf("playbooks/unresponsive", 1000), 33);
  assert.equal(model.bucketOf("playbooks/ა", 1000), 352);
});
