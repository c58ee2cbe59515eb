// Where screenshots and other traces of a run go.

import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const outFolder = fileURLToPath(new URL("../out/", import.meta.url));

/** `out/<browser>/<name>`, with its folder made. */
export async function outFile(browserName, name) {
  const folder = path.join(outFolder, browserName);
  await mkdir(folder, { recursive: true });
  return path.join(folder, name);
}
