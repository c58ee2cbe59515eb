// Files of all kinds, in all the ways they can come; what cannot be read is named while the others load.

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import {
  article, articleList, dialog, inspector, listed, noDialog, openApp, openArticle, openFiles, saved, title,
} from "../support/app.mjs";
import { outFile } from "../support/out.mjs";
import { test } from "../support/test.mjs";

const utf16 = (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
const latin1 = (text) => Buffer.from(text, "latin1");

const PAGE = `<!doctype html><html lang="es"><head><title>Lluvias en Petén | Prensa Uno</title>
<meta property="og:site_name" content="Prensa Uno"><meta name="author" content="Ana Solís">
<meta property="article:published_time" content="2024-05-06T08:00:00Z"></head><body>
<nav><a href="/">Portada</a> <a href="/deportes">Deportes</a></nav><article><h1>Lluvias en Petén</h1>
${"<p>Las lluvias de mayo dañaron más de cien casas en Petén, dijo la alcaldía el lunes.</p>".repeat(6)}
<p>Otro párrafo con <b>énfasis</b> &amp; signos.</p>
<img src="http://localhost:9/no.png" onerror="document.title = 'ran'"><script>document.title = "ran";</script>
</article><footer>Suscríbase</footer></body></html>`;

test("text in its encodings, saved pages and JSON are read, and what cannot be is named", async ({ page }) => {
  await openApp(page);
  await openFiles(
    page,
    { name: "bom.txt", content: "\ufeffWith a mark\n\nIts text is kept." },
    { name: "sixteen.txt", content: utf16("Sixteen bits\n\nSeñora Núñez habló.") },
    { name: "legacy.txt", content: latin1("El presidente dijo que la inmigraci\u00f3n es dif\u00edcil, seg\u00fan \u00e9l.") },
    { name: "lluvias.html", content: PAGE },
    {
      name: "many.jsonl",
      content: '{"title": "One of many", "text": "First text.", "date": "2021-02-03"}\n{"title": "Broken", "text": \n'
        + '{"title": "Three of many", "text": "Third text.", "outlet": "El Diario"}\n',
    },
    { name: "empty.txt", content: "" },
    { name: "picture.txt", content: Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1") },
    { name: "wrong.json", content: '{"text": "no end' },
  );
  const report = await dialog(page, "What was read");
  await report.getByText("6 articles added.").waitFor();
  for (const [file, reason] of [
    ["empty.txt", /empty/],
    ["picture.txt", /PNG/],
    ["wrong.json", /JSON/],
    ["many.jsonl", /JSON/],
    ["legacy.txt", /Windows-1252/],
  ]) {
    await report.getByRole("listitem").filter({ hasText: file }).filter({ hasText: reason }).waitFor();
  }
  assert.match(await report.getByRole("listitem").filter({ hasText: "many.jsonl" }).textContent(), /line 2/);
  for (const read of ["bom.txt", "sixteen.txt", "lluvias.html"]) {
    assert.equal(await report.getByText(read).count(), 0, `${read} needs no word`);
  }
  await report.getByRole("button", { name: "Close" }).last().click();
  await noDialog(page);

  assert.equal(await articleList(page).getByRole("listitem").count(), 11);
  await title(page).filter({ hasText: "bom" }).waitFor();
  assert.equal(await article(page).textContent(), "With a mark\n\nIts text is kept.");
  await openArticle(page, "sixteen");
  assert.equal(await article(page).textContent(), "Sixteen bits\n\nSeñora Núñez habló.");
  await openArticle(page, "legacy");
  assert.match(await article(page).textContent(), /inmigración es difícil, según él/);
  await openArticle(page, "Lluvias en Petén");
  const row = await listed(page, "Lluvias en Petén").textContent();
  assert.match(row, /Prensa Uno/);
  assert.match(row, /2024-05-06/);
  const text = await article(page).textContent();
  assert.match(text, /más de cien casas en Petén/);
  assert.match(text, /Otro párrafo con énfasis & signos\./);
  assert.doesNotMatch(text, /Suscríbase|Deportes|<b>|ran/);
  assert.equal(await page.title(), "Attest");
  await listed(page, "One of many").filter({ hasText: "2021-02-03" }).waitFor();
  await listed(page, "Three of many").filter({ hasText: "El Diario" }).waitFor();
});

test("files are dropped on the page", async ({ page, browserName }) => {
  await openApp(page);
  await saved(page);
  await dropFiles(page, browserName, { "dropped.txt": "Dropped text, with some words." });
  await title(page).filter({ hasText: "dropped" }).waitFor();
  assert.equal(await article(page).textContent(), "Dropped text, with some words.");
  await page.locator(".drop-veil").waitFor({ state: "detached" });
  await page.getByRole("region", { name: "Messages" }).getByRole("button", { name: /^Undo/ }).click();
  await listed(page, "dropped").waitFor({ state: "detached" });
});

test("an article is pasted", async ({ page }) => {
  await openApp(page);
  await page.getByRole("navigation", { name: "Articles" }).getByRole("button", { name: "Paste an article" }).click();
  const paste = await dialog(page, "Paste an article");
  const field = paste.getByLabel("Text", { exact: true });
  assert.ok(await paste.getByRole("button", { name: "Add the article" }).isDisabled());
  await field.focus();
  await page.keyboard.insertText("Prices rose in May, says the bank\n\nThey rose by 4%.");
  await paste.getByRole("button", { name: "Add the article" }).click();
  await noDialog(page);
  await title(page).filter({ hasText: "Prices rose in May, says the bank" }).waitFor();
  assert.equal(await article(page).textContent(), "Prices rose in May, says the bank\n\nThey rose by 4%.");
  assert.equal(await inspector(page).getByText("No mentions in this article yet.").count(), 1);
});

/**
 * Drops files as a file manager would. In Chromium they come from a folder that is dropped, down to the browser's own
 * reading of it; Firefox lets no test drag from outside, so the events are made.
 */
async function dropFiles(page, browserName, files) {
  const main = page.getByRole("main");
  const { x, y, width, height } = await main.boundingBox();
  const veil = page.locator(".drop-veil");
  if (browserName === "chromium") {
    const folder = await outFile(browserName, "dropped");
    await mkdir(path.join(folder, "inner"), { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, "inner", name), text);
    const cdp = await page.context().newCDPSession(page);
    const data = { items: [], files: [folder], dragOperationsMask: 1 };
    const drag = (type) =>
      cdp.send("Input.dispatchDragEvent", { type, x: x + width / 2, y: y + height / 2, data });
    await drag("dragEnter");
    await veil.waitFor();
    await drag("dragOver");
    await drag("drop");
    return;
  }
  const dataTransfer = await page.evaluateHandle((files) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(files)) data.items.add(new File([text], name));
    return data;
  }, files);
  await main.dispatchEvent("dragenter", { dataTransfer });
  await veil.waitFor();
  await main.dispatchEvent("dragover", { dataTransfer });
  await main.dispatchEvent("drop", { dataTransfer });
}
