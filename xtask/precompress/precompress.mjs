// Puts a `.br` and a `.gz` beside every file of a folder that gets smaller by it, for hosts that hand those out as they
// are. Prints what the page itself weighs.
//
//   node precompress.mjs FOLDER

import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const [folder] = process.argv.slice(2);
const ENDINGS = new Set([".html", ".js", ".css", ".wasm", ".json", ".svg", ".txt", ".webmanifest"]);

const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && ENDINGS.has(path.extname(entry.name)))
  .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));

let [plain, small] = [0, 0];
for (const file of files) {
  const bytes = await readFile(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const [br, gz] = await Promise.all([promisify(brotliCompress)(bytes, { params }), promisify(gzip)(bytes, { level: 9 })]);
  plain += bytes.length;
  small += Math.min(br.length, bytes.length);
  if (br.length < bytes.length) await writeFile(`${file}.br`, br);
  if (gz.length < bytes.length) await writeFile(`${file}.gz`, gz);
}
console.log(`compressed: ${files.length} files of ${Math.round(plain / 1000)} kB, with brotli ${Math.round(small / 1000)} kB`);
