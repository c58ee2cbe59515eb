// The harness sees what it is there to see.

import assert from "node:assert/strict";
import { test } from "../support/test.mjs";

test("a word in the console is an offense", async ({ page, offenses }) => {
  await page.goto("./");
  await Promise.all([page.waitForEvent("console"), page.evaluate(() => console.info("hello"))]);
  assert.deepEqual(offenses.splice(0), ["console.info: hello"]);
});

test("an error that nobody catches is an offense", async ({ page, offenses }) => {
  await page.goto("./");
  const throwing = () => queueMicrotask(() => { throw new Error("a test's own"); });
  await Promise.all([page.waitForEvent("pageerror"), page.evaluate(throwing)]);
  assert.match(offenses.splice(0).join(), /^uncaught: .*a test's own/);
});

test("a request that fails or leaves the origin is an offense", async ({ page, offenses }) => {
  await page.goto("./");
  await page.evaluate(() => fetch("no-such-file"));
  assert.match(offenses.splice(0).join(), /^404 for .*no-such-file/);
  await page.evaluate(() => fetch("http://localhost:9/").catch(() => {}));
  await page.evaluate(() => fetch("./"));
  assert.match(offenses.splice(0).join(), /localhost:9/);
});

test("another machine has a page of its own", async ({ page, newPage }) => {
  await page.goto("./");
  await page.evaluate(() => localStorage.setItem("mark", "1"));
  const other = await newPage();
  await other.goto("./");
  assert.equal(await other.evaluate(() => localStorage.getItem("mark")), null);
});
