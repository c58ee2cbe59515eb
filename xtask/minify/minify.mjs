// Writes the scripts and styles that lie in a folder anew, without what only their readers need.
//
//   node minify.mjs FOLDER MODULES
//
// MODULES is the `node_modules` that holds esbuild.

import { readFile, readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const [folder, modules] = process.argv.slice(2);
const { transform } = createRequire(path.join(path.resolve(modules), "x"))("esbuild");
const LOADERS = { ".js": "js", ".css": "css" };

const files = (await readdir(folder)).filter((name) => path.extname(name) in LOADERS);

let [before, after] = [0, 0];
for (const name of files) {
  const file = path.join(folder, name);
  const text = await readFile(file, "utf8");
  const loader = LOADERS[path.extname(name)];
  const { code, warnings } = await transform(text, { loader, sourcefile: name, minify: true, charset: "utf8" });
  for (const { text, location } of warnings) console.warn(`${name}:${location?.line}: ${text}`);
  before += text.length;
  after += code.length;
  await writeFile(file, code);
}
console.log(`minified: ${files.length} files, ${Math.round(before / 1000)} kB → ${Math.round(after / 1000)} kB`);
