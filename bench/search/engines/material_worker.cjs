// Runs Material's search worker, unchanged, in a fresh context with the little of a worker's
// surroundings that it asks for. Queries come as JSON on standard input, locations go out.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const site = process.argv[2];
const scripts = path.join(site, "assets", "javascripts");
const workers = path.join(scripts, "workers");
const name = fs.readdirSync(workers).find((file) => /^search\..*\.min\.js$/.test(file));

let receive = null;
let answered = null;
const scope = {
  console: { warn() {}, log() {} },
  setTimeout,
  URL,
  addEventListener(kind, listener) {
    receive = listener;
  },
  postMessage(message) {
    answered(message);
  },
  importScripts(...files) {
    for (const file of files) {
      vm.runInContext(fs.readFileSync(path.join(workers, file), "utf8"), context);
    }
  },
};
scope.self = scope;
const context = vm.createContext(scope);
vm.runInContext(fs.readFileSync(path.join(workers, name), "utf8"), context);

const ask = (message) =>
  new Promise((resolve) => {
    answered = resolve;
    receive({ data: message });
  });

(async () => {
  const index = JSON.parse(fs.readFileSync(path.join(site, "search", "search_index.json"), "utf8"));
  index.options = { suggest: false };
  await ask({ type: 0, data: index });
  const answers = [];
  for (const query of JSON.parse(fs.readFileSync(0, "utf8"))) {
    const { data } = await ask({ type: 2, data: query });
    const items = data.items ?? data;
    answers.push(items.slice(0, 200).map((item) => item[0].location));
  }
  process.stdout.write(JSON.stringify(answers));
})();
