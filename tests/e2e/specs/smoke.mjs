// The page starts under any path, and nothing leaves it.

import assert from "node:assert/strict";
import { openApp } from "../support/app.mjs";
import { drag } from "../support/pointer.mjs";
import { test } from "../support/test.mjs";

test("the page starts under a path of its own, and asks for nothing outside it", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await openApp(page);
  assert.equal(await page.title(), "Attest");
  assert.ok(asked.some((url) => url.endsWith("_bg.wasm")), "the application was loaded");
  const base = new URL("./", page.url()).href;
  assert.deepEqual(asked.filter((url) => url.startsWith("http") && !url.startsWith(base)), []);
});

test("the page's policy refuses another origin and inline code", async ({ page }) => {
  await page.goto("./");
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /'unsafe-inline'|'unsafe-eval'|https?:/);
});

test("words that the mouse drags over are selected", async ({ page }) => {
  await openApp(page);
  await drag(page, "Guatemala’s President", "Alejandro Mayorkas");
  const selected = await page.evaluate(() => getSelection().toString());
  assert.match(selected, /^Guatemala’s President .* Alejandro Mayorkas$/);
});
