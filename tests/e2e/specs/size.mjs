// What the first visit loads stays small, as it comes from a host that hands out the compressed files of `dist`.

import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import path from "node:path";
import { openApp } from "../support/app.mjs";
import { test } from "../support/test.mjs";

/** All told, with brotli: the main part of the program, glue, styles, icons; the articles apart. */
const BUDGET = 310_000;

const isLate = (url) => url.pathname.endsWith("_late.wasm");

test("the first visit loads no more than its budget, and not what only files, a search or a comparison need", async ({ page }) => {
  const asked = new Set();
  page.on("request", (request) => asked.add(request.url()));
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(isLate, async (route) => {
    await released;
    await route.continue();
  });
  // It comes up without its late part, which only then is asked for.
  await openApp(page);
  const late = page.waitForResponse((response) => isLate(new URL(response.url())));
  release();
  assert.ok((await late).ok(), "the late part comes");
  const base = new URL("./", page.url()).href;
  const files = [...asked]
    .filter((url) => url.startsWith(base) && !isLate(new URL(url)))
    .map((url) => decodeURIComponent(new URL(url).pathname.slice(new URL(base).pathname.length)) || "index.html")
    .filter((file) => !file.startsWith("articles/"));
  assert.deepEqual(files.filter((file) => /worker|attest-search|attest-passages/.test(file)), []);
  const weighed = [];
  for (const file of files) {
    const { size } = await stat(path.join(process.env.DIST, `${file}.br`)).catch(() => stat(path.join(process.env.DIST, file)));
    weighed.push({ file, size });
  }
  assert.ok(weighed.some(({ file }) => file.endsWith("_bg.wasm")), "the program is among them");
  const sum = weighed.reduce((sum, { size }) => sum + size, 0);
  assert.ok(sum <= BUDGET, `${sum} bytes are more than ${BUDGET}:\n${JSON.stringify(weighed, null, 1)}`);
});
