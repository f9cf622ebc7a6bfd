/**
 * The published search under Node: a query a line on standard input, an answer a line on
 * standard output. `node node.cjs INDEX_DIRECTORY < queries.jsonl`
 */
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

/**
 * A published index as a page would have it, its files read from a folder.
 * @param {string} directory
 * @returns {any} the engine; `loaded` lists the files it read
 */
function open(directory) {
  /** @type {string[]} */
  const loaded = [];
  /** @type {any} */
  const window = {};
  const context = vm.createContext({ window, playbookSearch: { add } });
  /** @type {any} */
  let arrived = null;

  /** @param {number} format @param {string} name @param {any} content */
  function add(format, name, content) {
    arrived = { format, name, content };
  }

  /** @param {string} file */
  function run(file) {
    loaded.push(file);
    vm.runInContext(fs.readFileSync(path.join(directory, file), "utf8"), context, { filename: file });
  }

  /** @param {string} file @param {string} name */
  async function load(file, name) {
    arrived = null;
    run(file);
    if (!arrived || arrived.name !== name) throw new Error(`${file} is incomplete`);
    return arrived.content;
  }

  const names = fs.readFileSync(path.join(directory, "playbook-search.js"), "utf8");
  const engineFile = /engine-[0-9a-f]+\.js/.exec(names);
  const manifestFile = /manifest-[0-9a-f]+\.js/.exec(names);
  if (!engineFile || !manifestFile) throw new Error("playbook-search.js names no engine");
  run(engineFile[0]);
  run(manifestFile[0]);
  if (arrived.format !== window.playbookSearchEngine.FORMAT) {
    throw new Error(`the index has format ${arrived.format}, the program reads ${window.playbookSearchEngine.FORMAT}`);
  }
  const engine = new window.playbookSearchEngine.Engine(arrived.content, load);
  engine.loaded = loaded;
  return engine;
}

async function main() {
  const engine = open(process.argv[2]);
  const lines = fs.readFileSync(0, "utf8").split("\n").filter(Boolean);
  for (const line of lines) {
    const { q, lang, limit, facet } = JSON.parse(line);
    const begun = process.hrtime.bigint();
    const results = await engine.query(q, { lang, limit, facet });
    const ms = Number(process.hrtime.bigint() - begun) / 1e6;
    process.stdout.write(JSON.stringify({ ms, results }) + "\n");
  }
}

module.exports = { open };
if (require.main === module) {
  main().catch((fault) => {
    process.stderr.write(`${fault.message}\n`);
    process.exit(1);
  });
}
