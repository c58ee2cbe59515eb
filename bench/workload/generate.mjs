// Writes a size's workload into a folder: plain JSON for the pages written by hand, and a project file for Attest.

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { projectFile } from "./attest.mjs";
import { mentions } from "./mentions.mjs";
import { SIZES } from "./sizes.mjs";
import { repeated } from "./text.mjs";

const ARTICLES = new URL("../../static/articles/", import.meta.url);
const SEED = 20_251_009;

/** A workload in memory: `{ size, text, mentions }`. */
export async function workload(size) {
  const text = repeated(await articles(), SIZES[size].units);
  return { size, text, mentions: mentions(text, SIZES[size].mentions, SEED) };
}

/** Answers the workload and where its project file lies. */
export async function write(size, folder) {
  const it = await workload(size);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, `${size}.json`), JSON.stringify({ text: it.text, mentions: it.mentions }));
  const project = path.join(folder, `${size}.attest.json`);
  const out = createWriteStream(project);
  for (const piece of projectFile(size, it.text, it.mentions)) {
    if (!out.write(piece)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  return { ...it, project };
}

async function articles() {
  const names = (await readdir(ARTICLES)).filter((name) => name.endsWith(".txt")).sort();
  return Promise.all(names.map((name) => readFile(new URL(name, ARTICLES), "utf8")));
}
