// Nothing leaves the page, and two tabs do not overwrite each other.

import assert from "node:assert/strict";
import { dialog, exportFile, listCounts, mentionsAre, openApp, saved } from "../support/app.mjs";
import { download } from "../support/download.mjs";
import { press } from "../support/keys.mjs";
import { drag } from "../support/pointer.mjs";
import { test } from "../support/test.mjs";

test("the browser itself refuses requests to another origin", async ({ page, offenses }) => {
  await openApp(page);
  const refused = await page.evaluate(async () => {
    const directive = new Promise((resolve) => {
      addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), { once: true });
    });
    const error = await fetch("http://localhost:9/").then(() => "none", ({ name }) => name);
    return { error, directive: await directive };
  });
  assert.deepEqual(refused, { error: "TypeError", directive: "connect-src" });
  const image = await page.evaluate(() => new Promise((resolve) => {
    addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), { once: true });
    new Image().src = "http://localhost:9/pixel.png";
  }));
  assert.equal(image, "img-src");
  // The browser's own words about it.
  assert.ok(offenses.splice(0).every((offense) => offense.includes("localhost:9")));
});

test("working asks for nothing but the page's own program for files", async ({ page }) => {
  await openApp(page);
  await saved(page);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await drag(page, "Guatemala City");
  await press(page, "l");
  await listCounts(page, 1);
  await press(page, "Control+k");
  await dialog(page, "Command palette");
  await press(page, "Escape");
  await exportFile(page);
  await saved(page);
  const base = new URL("./", page.url()).href;
  const program = ["worker.js", "attest-worker.js", "attest-worker_bg.wasm"].map((file) => base + file);
  assert.deepEqual(asked.filter((url) => !url.startsWith("blob:") && !program.includes(url)), []);
});

const ELSEWHERE = /This project is open in another tab. Changes made here are not stored./;

test("a second tab with the same project stores nothing, and keeps its changes as a copy", async ({ page, context }) => {
  await openApp(page);
  await tag(page, "Guatemala City", 1);
  await saved(page);
  const second = await context.newPage();
  await openApp(second);
  await second.locator("p").filter({ hasText: ELSEWHERE }).waitFor();
  await second.getByRole("status").filter({ hasText: "Not stored here" }).waitFor();
  await mentionsAre(second, ["Guatemala City · Place"]);
  await tag(second, "Parkland", 2);
  await second.locator("p").filter({ hasText: /Download a copy to keep them/ }).waitFor();

  // The first tab goes on as if nothing was.
  await page.bringToFront();
  await tag(page, "Central America", 2);
  await saved(page);
  await page.close();
  await second.getByText(/What you changed here is not stored/).waitFor();
  assert.equal(await second.getByRole("button", { name: "Go on here" }).count(), 0);
  const copy = await download(second, () => second.getByRole("button", { name: "Download a copy" }).click());
  assert.match(copy.text, /"Parkland"/);
  second.on("dialog", (it) => it.accept());
  await second.reload();
  await mentionsAre(second, ["Guatemala City · Place", "Central America · Place"]);
  await saved(second);
});

test("once the first tab is closed, the second goes on with what it has stored", async ({ page, context }) => {
  await openApp(page);
  await saved(page);
  const second = await context.newPage();
  await openApp(second);
  await second.locator("p").filter({ hasText: ELSEWHERE }).waitFor();
  await page.bringToFront();
  await tag(page, "Guatemala City", 1);
  await saved(page);
  await page.close();
  await listCounts(second, 0);
  await second.getByRole("button", { name: "Go on here" }).click();
  await mentionsAre(second, ["Guatemala City · Place"]);
  await saved(second);
  await tag(second, "Parkland", 2);
  await saved(second);
  await second.reload();
  await mentionsAre(second, ["Guatemala City · Place", "Parkland · Place"]);
});

test("without locks, whoever stores first goes on, and the other is told", async ({ page, context }) => {
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "locks", { get: () => undefined }));
  await openApp(page);
  await tag(page, "Guatemala City", 1);
  await saved(page);
  const second = await context.newPage();
  await openApp(second);
  await tag(second, "Parkland", 2);
  await saved(second);
  await page.bringToFront();
  await tag(page, "Central America", 2);
  await page.getByRole("status").filter({ hasText: "Not saved" }).waitFor();
  await page.getByText("The project was changed in another tab. Reload this tab to go on from there.").first().waitFor();
  const copy = await download(page, () => page.getByRole("button", { name: "Download a copy" }).click());
  assert.match(copy.text, /"Central America"/);
  await second.close();
  page.on("dialog", (it) => it.accept());
  await page.reload();
  await mentionsAre(page, ["Guatemala City · Place", "Parkland · Place"]);
});

/** Makes a place of the quote; the list has so many mentions then. */
async function tag(page, quote, n) {
  await drag(page, quote);
  await press(page, "l");
  await listCounts(page, n);
}
