/**
 * The browser's search as it is published: its parts as one script in few bytes, and the bootstrap.
 * `node tools/publish_engine.mjs` writes them, `--check` says whether they are as their sources are.
 *
 * Written once by whoever changes the engine (`make engine`) and kept with the sources, so that
 * building a site needs no Node.
 */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { minify } from "terser";

const FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), "../plugins/mkdocs_playbook/assets/search");
const read = (name) => fs.readFileSync(path.join(FOLDER, name), "utf8");
const plan = JSON.parse(read("program.json"));
const parts = plan.parts.map((name) => read(`${name}.js`)).join("");
const bootstrap = read("bootstrap.js");
const digest = createHash("sha256").update(parts + bootstrap).digest("hex").slice(0, 16);

/**
 * What the parts share are properties of `S`; as variables of the function around them they get
 * short names, and what is used once disappears in its use.
 */
function joined() {
  const names = new Set(Array.from(parts.matchAll(/\bS\.(\w+)/g), (found) => found[1]));
  const shared = `var ${Array.from(names, (name) => `S_${name}`).join(", ")};`;
  const own = plan.public.map((name) => `${name}: S_${name}`).join(", ");
  const source = parts.replace(/\bvar S = \{\};/, () => shared).replace(/\bS\.(\w+)/g, "S_$1");
  return plan.opening + source + plan.closing.replace("= S;", `= { ${own} };`);
}

async function short(source) {
  const made = await minify(source, {
    ecma: 2015,
    compress: { ecma: 2015, passes: 3, unsafe_arrows: true },
    toplevel: true,
  });
  return `// of sources ${digest}\n${made.code}\n`;
}

const files = { "engine.js": await short(joined()), "bootstrap.js": await short(bootstrap) };
let stale = false;
for (const [name, text] of Object.entries(files)) {
  const file = path.join(FOLDER, "published", name);
  if (process.argv.includes("--check")) {
    stale ||= !fs.existsSync(file) || fs.readFileSync(file, "utf8") !== text;
  } else {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}
if (stale) {
  console.error("plugins/mkdocs_playbook/assets/search/published is not as its sources are. Way out: make engine");
  process.exitCode = 1;
}
