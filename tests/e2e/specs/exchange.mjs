// Annotations over another version of a text, broken files of annotations, and the table for spreadsheets.

import assert from "node:assert/strict";
import {
  article, dialog, exportFile, inspector, listCounts, mentionsAre, noDialog, openApp, openArticle, openFiles, said, saved, title,
} from "../support/app.mjs";
import { download } from "../support/download.mjs";
import { drag } from "../support/pointer.mjs";
import { press } from "../support/keys.mjs";
import { test } from "../support/test.mjs";

const OLD = [
  "Prices rose in May, says the bank",
  "The central bank said on Monday that prices rose by 4% in May.",
  "Governor Ana Solís blamed the drought in the highlands.",
  "The opposition called the figures a fairy tale.",
  "",
].join("\n\n");
const NEW = OLD.replace("says the bank\n\n", "says the bank\n\nUpdated on Tuesday with a word of the ministry.\n\n")
  .replace("rose by 4% in May", "rose by 4.1% in May")
  .replace("The opposition called the figures a fairy tale.", "The ministry did not comment.");

test("a file over another version of a text says what moved and what has no place", async ({ page, newPage }) => {
  await openApp(page);
  await openFiles(page, { name: "prices.txt", content: OLD });
  await title(page).filter({ hasText: "prices" }).waitFor();
  for (const [quote, key] of [
    ["prices rose by 4% in May", "c"],
    ["Ana Solís", "p"],
    ["called the figures a fairy tale", "c"],
  ]) {
    await drag(page, quote);
    await press(page, key);
    await said(page, `“${quote}” tagged as`);
  }
  const file = await exportFile(page);

  const other = await newPage();
  await openApp(other);
  await openFiles(other, { name: "prices.txt", content: NEW });
  await title(other).filter({ hasText: "prices" }).waitFor();
  await openFiles(other, { name: file.name, content: file.bytes });
  const open = await dialog(other, "Open annotations");
  await open.getByRole("radio", { name: "Add to the open project" }).check();
  await open.getByRole("button", { name: "Take it in" }).click();
  const report = await dialog(other, "What was read");
  await report.getByText(/the text of the Claim mention “called the figures a fairy tale” was not found/).waitFor();
  await report.getByText(/the mention “prices rose by 4% in May” is now on “prices rose by 4.1% in May”/).waitFor();
  await report.getByText(/the mention “Ana Solís” was found at another place: “.*Governor Ana Solís blamed the.*”/).waitFor();
  await press(other, "Escape");
  await noDialog(other);
  await openArticle(other, "prices");
  assert.equal(await article(other).textContent(), NEW);
  await mentionsAre(other, ["prices rose by 4.1% in May · Claim", "Ana Solís · Person"]);
  await press(other, "Control+z");
  await listCounts(other, 0);
});

test("a broken file of annotations is refused, and the project stays as it is", async ({ page }) => {
  await openApp(page);
  const file = await exportFile(page);
  await openFiles(
    page,
    { name: "cut.attest.json", content: file.text.slice(0, file.text.length / 2) },
    { name: "newer.attest.json", content: file.text.replace('"version": 3', '"version": 99') },
  );
  const report = await dialog(page, "What was read");
  await report.getByRole("listitem").filter({ hasText: "cut.attest.json" }).filter({ hasText: /line \d+/ }).waitFor();
  await report.getByRole("listitem").filter({ hasText: "newer.attest.json" }).filter({ hasText: /version/ }).waitFor();
  await press(page, "Escape");
  await noDialog(page);
  assert.ok(await page.getByRole("button", { name: "Undo", exact: true }).isDisabled());
  assert.ok((await exportFile(page)).bytes.equals(file.bytes));
});

test("the table for spreadsheets runs no formula", async ({ page }) => {
  await openApp(page);
  await openFiles(page, { name: "sums.txt", content: "Sums\n\n=SUM(A1) is what they wrote, “quoted”, with commas.\n" });
  await title(page).filter({ hasText: "sums" }).waitFor();
  await page.keyboard.down("Alt");
  await drag(page, "=SUM(A1)");
  await page.keyboard.up("Alt");
  await press(page, "q");
  await listCounts(page, 1);
  await inspector(page).getByLabel("Note", { exact: true }).fill("@cmd, \"x\"\nnext");
  await saved(page);
  const table = await exportFile(page, "Mentions (CSV)");
  assert.match(table.name, /\.mentions\.csv$/);
  assert.deepEqual([...table.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const [, row] = table.text.split(/\r\n/);
  assert.match(row, /^sums,,,Quantity,'=SUM\(A1\),/);
  assert.match(row, /,"'@cmd, ""x""\nnext",/);
});

test("the worker that writes a file waits already while the person chooses, and goes if nothing comes of it", async ({ page }) => {
  await openApp(page);
  let started = 0;
  page.on("worker", () => (started += 1));
  const open = async () => {
    const coming = page.waitForEvent("worker");
    await page.getByRole("button", { name: "Export", exact: true }).click();
    await dialog(page, "Export");
    return coming;
  };
  const first = await open();
  const gone = first.waitForEvent("close");
  await press(page, "Escape");
  await noDialog(page);
  await gone;

  await open();
  const file = await download(page, () => page.getByRole("button", { name: "Download", exact: true }).click());
  assert.ok(JSON.parse(file.text).articles.length > 0);
  assert.equal(started, 2, "workers");
});
