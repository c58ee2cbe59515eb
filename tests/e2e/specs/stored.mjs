// What an older Attest stored, as the page finds it in the browser's database.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { articleList, listCounts, listed, openApp, saved, step, title } from "../support/app.mjs";
import { test } from "../support/test.mjs";

const FILE = new URL("../../golden/stored_as_json.json", import.meta.url);

/** The records of a project in JSON, with its id and, for each, where it is stored. */
async function older() {
  const { head, mentions, texts, journal } = JSON.parse(await readFile(FILE, "utf8"));
  const { id, created } = JSON.parse(head);
  const summary = { name: "Older", modified_ms: created, n_articles: 9, n_mentions: 37 };
  const row = { id, created_ms: created, snapshot_seq: journal[0][0] - 1, summary };
  const records = [
    ["projects", id, row],
    ["heads", id, head],
    ["settings", "last_project", id],
    ...Object.entries(mentions).map(([article, record]) => ["mentions", [id, article], record]),
    ...Object.entries(texts).map(([digest, text]) => ["texts", [id, digest], text]),
    ...journal.map(([number, entry]) => ["journal", [id, number], entry]),
  ];
  return { id, head, records };
}

/** Puts records into the database that the page has made; numbers in a list are bytes. */
async function store(page, records) {
  await openApp(page);
  await saved(page);
  await page.evaluate(async (records) => {
    const settled = (request) => new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const database = await settled(indexedDB.open("attest"));
    const transaction = database.transaction(database.objectStoreNames, "readwrite");
    const stored = new Promise((done) => transaction.addEventListener("complete", done));
    for (const [name, key, record] of records) {
      transaction.objectStore(name).put(Array.isArray(record) ? Uint8Array.from(record) : record, key);
    }
    await stored;
    database.close();
  }, records);
  await page.reload();
}

/** The project's head as it is stored, text or a list of bytes, and how many entries its journal has. */
function stored(page, id) {
  return page.evaluate(async (id) => {
    const settled = (request) => new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const database = await settled(indexedDB.open("attest"));
    const transaction = database.transaction(["heads", "journal"]);
    const head = settled(transaction.objectStore("heads").get(id));
    const nEntries = settled(transaction.objectStore("journal").count(IDBKeyRange.bound([id], [id, []])));
    const found = { head: await head, nEntries: await nEntries };
    database.close();
    return { ...found, head: typeof found.head === "string" ? found.head : [...found.head] };
  }, id);
}

test("a project that was stored as JSON opens with everything, and is stored anew", async ({ page }) => {
  const { id, records } = await older();
  await store(page, records);
  await title(page).filter({ hasText: /^Emoji families/ }).waitFor();
  await listCounts(page, 6);
  assert.equal(await articleList(page).getByRole("listitem").count(), 9);
  assert.equal(await step(page, "Undo"), "Undo: change details");
  await saved(page);
  const { head, nEntries } = await stored(page, id);
  assert.deepEqual([head[0], nEntries], [4, 0], "in the form of today");

  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await saved(page);
  assert.equal((await stored(page, id)).nEntries, 1);
  await page.reload();
  await listed(page, "Before").waitFor();
  assert.equal(await step(page, "Undo"), "Undo: delete 40 mentions");
});

test("a project in JSON that cannot be read stays as it is, and the person is told", async ({ page }) => {
  const { id, head, records } = await older();
  const broken = head.slice(0, -1);
  await store(page, records.map((record) => (record[0] === "heads" ? ["heads", id, broken] : record)));
  await page.getByText("The stored project cannot be read").waitFor();
  assert.deepEqual(await stored(page, id), { head: broken, nEntries: 7 });
});
