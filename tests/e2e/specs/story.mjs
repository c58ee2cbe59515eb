// The main job, from the first visit to the file that another machine goes on with.

import assert from "node:assert/strict";
import {
  article, articleList, dialog, exportFile, inspector, inspects, label, listed, mentionsAre, noDialog, openApp,
  openArticle, openFiles, said, saved, step, title,
} from "../support/app.mjs";
import { clickText, drag } from "../support/pointer.mjs";
import { test } from "../support/test.mjs";

const FIRST = "Kamala Harris Meets With Guatemalan President To Discuss Immigration";
const SECOND = "Kamala Meeting With Guatemalan Leader On Immigration";
const CLAIM = "Safe mobility offices have been set up to help migrants register for refugee status in the United States";

test("read, mark, change one’s mind, come back, hand on", async ({ page, context, newPage }) => {
  await openApp(page);
  assert.equal(await articleList(page).getByRole("listitem").count(), 5);
  await title(page).filter({ hasText: FIRST }).waitFor();
  assert.match(await article(page).textContent(), /President Bernardo Arévalo of Guatemala are scheduled to meet/);
  const hint = page.getByText("Select some words, then press a label’s key or click a label.");
  await hint.waitFor();
  const top = await textTop(page);

  // A key of a label, then a click on one.
  await drag(page, "Bernardo Arévalo");
  await page.keyboard.press("p");
  await said(page, "“Bernardo Arévalo” tagged as Person");
  await inspects(page, "Bernardo Arévalo");
  await hint.waitFor({ state: "detached" });
  assert.equal(await textTop(page), top, "the text stays where it is, and there is no hole");
  await drag(page, "Guatemala City");
  await label(page, "Place").click();
  await inspects(page, "Guatemala City");
  await openArticle(page, SECOND);
  await drag(page, CLAIM);
  await label(page, "Claim").click();
  await drag(page, "Joe Biden");
  await page.keyboard.press("p");
  await mentionsAre(page, [`${CLAIM} · Claim`, "Joe Biden · Person"]);

  // Undo and redo, into the other article and back.
  assert.equal(await step(page, "Undo"), "Undo: tag “Joe Biden” as Person");
  await page.keyboard.press("Control+z");
  await mentionsAre(page, [`${CLAIM} · Claim`]);
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  const redo = page.getByRole("button", { name: "Redo", exact: true });
  await undo.click();
  await undo.click();
  await title(page).filter({ hasText: FIRST }).waitFor();
  await mentionsAre(page, ["Bernardo Arévalo · Person"]);
  assert.equal(await step(page, "Redo"), "Redo: tag “Guatemala City” as Place");
  await redo.click();
  await mentionsAre(page, ["Guatemala City · Place", "Bernardo Arévalo · Person"]);
  await redo.click();
  await page.keyboard.press("Control+Shift+z");
  await mentionsAre(page, [`${CLAIM} · Claim`, "Joe Biden · Person"]);
  assert.ok(await redo.isDisabled());
  await page.keyboard.press("Control+z");
  await mentionsAre(page, [`${CLAIM} · Claim`]);
  await saved(page);

  // Another day.
  await page.close();
  page = await context.newPage();
  await openApp(page);
  await listed(page, FIRST).filter({ hasText: "2 mentions" }).waitFor();
  await listed(page, SECOND).filter({ hasText: "1 mention" }).waitFor();
  await openArticle(page, SECOND);
  await mentionsAre(page, [`${CLAIM} · Claim`]);
  await clickText(page, "mobility offices have been");
  await inspects(page, CLAIM);
  assert.equal(await inspector(page).getByLabel("Label", { exact: true }).inputValue(), "Claim");
  assert.equal(await step(page, "Redo"), "Redo: tag “Joe Biden” as Person");
  await page.keyboard.press("Control+Shift+z");
  await mentionsAre(page, [`${CLAIM} · Claim`, "Joe Biden · Person"]);
  for (let steps = 4; steps > 0; steps -= 1) await page.keyboard.press("Control+z");
  await page.getByRole("button", { name: "Undo", exact: true }).and(page.locator(":disabled")).waitFor();
  await listed(page, FIRST).filter({ hasText: "0 mentions" }).waitFor();
  for (let steps = 4; steps > 0; steps -= 1) await page.keyboard.press("Control+Shift+z");
  await mentionsAre(page, [`${CLAIM} · Claim`, "Joe Biden · Person"]);

  const file = await exportFile(page);
  assert.match(file.name, /\.attest\.json$/);
  const { articles } = JSON.parse(file.text);
  assert.deepEqual(articles.map(({ mentions }) => mentions.length), [2, 2, 0, 0, 0]);

  // Another machine.
  const other = await newPage();
  await openApp(other);
  await openFiles(other, { name: file.name, content: file.bytes });
  const open = await dialog(other, "Open annotations");
  await open.getByText("5 articles, 4 mentions, 8 labels").waitFor();
  await open.getByRole("radio", { name: "As a project of its own" }).check();
  await open.getByRole("button", { name: "Take it in" }).click();
  await noDialog(other);
  await listed(other, SECOND).filter({ hasText: "2 mentions" }).waitFor();
  await saved(other);
  const again = await exportFile(other);
  assert.equal(again.name, file.name);
  assert.ok(again.bytes.equals(file.bytes), "the other machine's file is the same, byte for byte");
});

/** Where the text begins below the title, wherever both are scrolled to. */
async function textTop(page) {
  const top = async (locator) => (await locator.boundingBox()).y;
  return Math.round((await top(article(page))) - (await top(title(page))));
}
