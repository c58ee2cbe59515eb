// The page as it was last seen, which is there before the program has started.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { article, listCounts, openApp, openArticle, openFiles, saved, title } from "../support/app.mjs";
import { press } from "../support/keys.mjs";
import { outFile } from "../support/out.mjs";
import { drag } from "../support/pointer.mjs";
import { test } from "../support/test.mjs";

const KEY = "attest.glance";

test("what was last seen is there before the program, and stays where it is when that comes", async ({ page }) => {
  await openApp(page);
  await openArticle(page, "Kamala Meeting");
  await drag(page, "Guatemala");
  await press(page, "l");
  await listCounts(page, 1);
  await page.keyboard.press("Escape");
  await saved(page);
  await page.locator(".article-scroll").evaluate((it) => it.scrollTo(0, 300));

  const start = await holdProgram(page);
  await page.reload();
  const before = await looks(page, "#glance");
  assert.ok(before.lines.length > 3, "lines of the text can be read");
  assert.deepEqual(before.marks, ["Guatemalan"]);
  assert.equal(await page.locator("#app > *").count(), 0, "the program has not started");
  await start();
  await page.locator("#glance").waitFor({ state: "detached" });
  assert.deepEqual(await looks(page, "#app"), before);
});

test("one may scroll before the program is there, and reads on from there", async ({ page }) => {
  await openApp(page);
  const lines = Array.from({ length: 3_000 }, (_, i) => `Line ${i} of a long report about nothing.`).join("\n");
  await openFiles(page, { name: "long.txt", content: lines });
  await title(page).filter({ hasText: "long" }).waitFor();
  await saved(page);
  await page.locator(".article-scroll").evaluate((it) => it.scrollTo(0, it.scrollHeight / 2));
  await page.locator(".article-block").filter({ hasText: "Line 1500 " }).waitFor();

  const start = await holdProgram(page);
  await page.reload();
  await page.locator("#glance .article-scroll").evaluate((it) => it.scrollBy(0, 60));
  const before = await looks(page, "#glance");
  await start();
  await page.locator("#glance").waitFor({ state: "detached" });
  const after = await looks(page, "#app");
  assert.deepEqual(after.lines[0], before.lines[0]);
});

test("a glance of another build, a damaged one, or none: the program shows the page all the same", async ({ page }) => {
  await openApp(page);
  await saved(page);
  const records = ["{", "null", JSON.stringify({ build: "another" }), "[]"];
  for (const record of records) {
    // Leaving would keep the page as it is.
    await page.evaluate(
      ([key, record]) => {
        localStorage.setItem(key, record);
        Storage.prototype.setItem = () => {};
      },
      [KEY, record],
    );
    await page.reload();
    await article(page).waitFor();
    await saved(page);
    assert.equal(await page.locator("#glance").count(), 0);
  }
});

test("the glance is nothing that can be used, or that screen readers find", async ({ page }) => {
  await openApp(page);
  await saved(page);
  await holdProgram(page);
  await page.reload();
  await page.locator("#glance").waitFor();
  assert.equal(await page.getByRole("button").count(), 0);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest("#glance")), null);
});

test("on a first visit the first article can be read before the program has started", async ({ page }) => {
  const start = await holdProgram(page);
  await page.goto("./");
  await page.locator("#glance .article-block").first().waitFor();
  const before = await looks(page, "#glance");
  assert.match(before.lines[0].text, /^\S/);
  await start();
  await page.locator("#glance").waitFor({ state: "detached" });
  await saved(page);
  assert.deepEqual(await looks(page, "#app"), before);
});

/** That file is made by this test: when the page looks otherwise, it is to be copied over. */
test("the glance that ships is what a first visit shows", { only: "chromium" }, async ({ page }) => {
  await openApp(page);
  await saved(page);
  await page.evaluate((key) => localStorage.removeItem(key), KEY);
  await page.evaluate(() => dispatchEvent(new Event("attest:settled")));
  await page.waitForFunction((key) => localStorage.getItem(key), KEY);
  const kept = JSON.parse(await page.evaluate((key) => localStorage.getItem(key), KEY));
  delete kept.build;
  const now = JSON.stringify({ ...kept, tree: withoutIdentity(kept.tree) });
  const shipped = await readFile(path.join(process.env.DIST, "first-glance.json"), "utf8");
  if (shipped.trim() !== now) {
    const file = await outFile("chromium", "first-glance.json");
    await writeFile(file, `${now}\n`);
    assert.fail(`the first visit looks otherwise: copy ${file} to static/first-glance.json`);
  }
});

/** Ids of this very project are no part of what ships. */
function withoutIdentity(described) {
  if (typeof described === "string") return described;
  const [name, attributes, children, ...line] = described;
  const kept = attributes.filter(([attribute]) => !/^data-(project|article)$/.test(attribute));
  return [name, kept, children.map(withoutIdentity), ...line];
}

/** Lets the program's wasm through only when the answer is called. */
async function holdProgram(page) {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  const isProgram = (url) => url.pathname.endsWith("_bg.wasm");
  await page.route(isProgram, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  return async () => letGo();
}

/** The lines in view and where they stand, and the words that are marked. */
async function looks(page, root) {
  await page.locator(`${root} .article-block`).first().waitFor();
  return page.evaluate((root) => {
    const text = document.querySelector(`${root} .article-text`);
    const view = text.closest(".article-scroll").getBoundingClientRect();
    const lines = [...text.querySelectorAll(".article-block")].map((line) => {
      const { top, bottom, left } = line.getBoundingClientRect();
      return { top, bottom, left, text: line.textContent.slice(0, 60) };
    });
    const isInView = ({ top, bottom }) => bottom > view.top && top < view.bottom;
    const inWholePixels = ({ top, left, text }) => ({ top: Math.round(top), left: Math.round(left), text });
    const marks = [];
    for (const [name, highlight] of CSS.highlights) {
      for (const range of name.includes("-mark-") ? highlight : []) {
        if (!text.contains(range.startContainer)) continue;
        marks.push(range.startContainer.data.slice(range.startOffset, range.endOffset));
      }
    }
    return { lines: lines.filter(isInView).map(inWholePixels), marks };
  }, root);
}
