// Files that the page saves.

import { watch } from "node:fs";
import { mkdir, readFile, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { outFolder } from "./out.mjs";
import { within } from "./within.mjs";

/** Where Firefox puts them, as told at its start. */
export const firefoxDownloads = path.join(outFolder, "firefox", "downloads");

const TIMEOUT = 15_000;

/** Does what starts a download, and answers the file's `name`, `bytes` and `text`. */
export async function download(page, act) {
  const isFirefox = page.context().browser().browserType().name() === "firefox";
  const { name, file } = isFirefox ? await inFirefox(act) : await inChromium(page, act);
  const bytes = await readFile(file);
  // So that the next one of this name keeps it.
  await rm(file);
  return { name, bytes, text: bytes.toString("utf8") };
}

async function inChromium(page, act) {
  const [started] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: started.suggestedFilename(), file: await started.path() };
}

/** Firefox tells of saved blobs without the navigation id that Playwright goes by, so the folder has to show them. */
async function inFirefox(act) {
  await mkdir(firefoxDownloads, { recursive: true });
  const before = new Set(await readdir(firefoxDownloads));
  const watcher = watch(firefoxDownloads);
  try {
    await act();
    return await within(TIMEOUT, finishedFile(watcher, before));
  } finally {
    watcher.close();
  }
}

/** A file that was not there before and is written to its end: Firefox writes a `.part` beside it until then. */
async function finishedFile(watcher, before) {
  let changed;
  watcher.on("change", () => changed());
  for (;;) {
    const change = new Promise((resolve) => {
      changed = resolve;
    });
    const names = await readdir(firefoxDownloads);
    const name = names.find((it) => !before.has(it) && !it.endsWith(".part") && !names.includes(`${it}.part`));
    const file = name && path.join(firefoxDownloads, name);
    // Firefox may have given it its final name since.
    const size = file ? await stat(file).then((it) => it.size, () => 0) : 0;
    if (size > 0) return { name, file };
    await change;
  }
}
