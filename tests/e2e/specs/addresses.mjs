// Links to what a project holds.

import assert from "node:assert/strict";
import { inspects, openApp, openArticle, said, saved, title } from "../support/app.mjs";
import { press } from "../support/keys.mjs";
import { drag } from "../support/pointer.mjs";
import { test } from "../support/test.mjs";

const FIRST = "Kamala Harris Meets With Guatemalan President";
const SECOND = "Kamala Meeting With Guatemalan Leader";
const CLAIM = "Bipartisan worries over immigration are growing";

/** What lies on the clipboard, as a person finds it out. */
async function pasted(page) {
  await press(page, "Control+Shift+F");
  const field = page.getByRole("searchbox", { name: "Search the articles" });
  await field.fill("");
  await press(page, "Control+v");
  const text = await field.inputValue();
  await field.fill("");
  return text;
}

const isInView = (page, words) =>
  page.waitForFunction((words) => {
    const blocks = [...document.querySelectorAll("#article-text .article-block")];
    const { top, bottom } = blocks.find((it) => it.textContent.includes(words)).getBoundingClientRect();
    return top < innerHeight && bottom > 0;
  }, words);

test("a copied link opens the mention, in this page and in another", async ({ page, context }) => {
  await openApp(page);
  await drag(page, CLAIM);
  await press(page, "c");
  await inspects(page, CLAIM);
  await saved(page);
  await press(page, "Alt+c");
  await said(page, "Link copied.");
  const link = await pasted(page);
  assert.match(link, /#\/p\/[0-9a-f-]{36}\/a\/[0-9a-f-]{36}\/m\/[0-9a-f-]{36}$/);

  await openArticle(page, SECOND);
  await page.evaluate((fragment) => (location.hash = fragment), new URL(link).hash);
  await title(page).filter({ hasText: FIRST }).waitFor();
  await inspects(page, CLAIM);
  await isInView(page, CLAIM);
  assert.equal(new URL(page.url()).hash, "", "what was followed does not come again by a reload");

  await openArticle(page, SECOND);
  await saved(page);
  await page.close();
  const other = await context.newPage();
  await other.goto(link);
  await title(other).filter({ hasText: FIRST }).waitFor();
  await inspects(other, CLAIM);
  await isInView(other, CLAIM);
});

test("an address that leads nowhere says so", async ({ page }) => {
  const nobody = "01900000-0000-7000-8000-0000000000ff";
  await openApp(page, `#/p/${nobody}/a/${nobody}`);
  await page.locator(".toast-text").filter({ hasText: "leads to a project that this browser does not have." }).waitFor();
  await page.evaluate(() => (location.hash = "#chapter-2"));
  await page.locator(".toast-text").filter({ hasText: "leads to nothing here: it is not one that Attest makes." }).waitFor();
});
