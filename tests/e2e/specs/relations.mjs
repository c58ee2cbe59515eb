// What is related to what: by keys alone and by the mouse alone, in lists and as lines over the text.

import assert from "node:assert/strict";
import {
  dialog, exportFile, inspector, inspects, noDialog, openApp, openArticle, said, saved, settled, shot, step,
} from "../support/app.mjs";
import { axe } from "../support/axe.mjs";
import { openProject } from "../support/dossier.mjs";
import { hasFocus, press, tabTo } from "../support/keys.mjs";
import { clickText, drag, hoverText, place, scrollTo } from "../support/pointer.mjs";
import { test } from "../support/test.mjs";

const SECOND = "Kamala Meeting With Guatemalan Leader";
const GROWING = "worries over immigration are growing";
const FLAWED = "current system is heavily flawed";
const ROSE = "reaching 189,922";

const relations = (page) => inspector(page).getByRole("region", { name: "Relations" });
const rows = (page) => relations(page).getByRole("listitem");
const lines = (page) => page.locator(".relation-lines .relation-line:not(.away)");
const heads = (page) => page.locator(".relation-lines .relation-head");
const words = (page) => page.locator(".relation-words");

/** Tags the words as a claim, by mouse and key. */
async function claim(page, quote) {
  await drag(page, quote);
  await press(page, "c");
  await said(page, `“${quote}” tagged as Claim`);
}

/** Two claims of the first article, the second of them chosen. */
async function twoClaims(page) {
  await openApp(page);
  await claim(page, GROWING);
  await claim(page, FLAWED);
}

/** Relates the chosen mention by keys: how, and to what. */
async function relate(page, how, what) {
  await press(page, "Alt+l");
  const it = await dialog(page, "Relate");
  await it.getByRole("combobox", { name: /^How is / }).waitFor();
  await page.keyboard.type(how);
  await press(page, "Enter");
  await it.getByRole("combobox", { name: / what\?$/ }).waitFor();
  await page.keyboard.type(what);
  await it.getByRole("option").first().waitFor();
  await press(page, "Enter");
  await noDialog(page);
}

/** Waits until there are exactly so many. */
async function counted(locator, n) {
  await locator.nth(n).waitFor({ state: "detached" });
  if (n > 0) await locator.nth(n - 1).waitFor({ state: "attached" });
}

test("by keys alone: related within the article and across, reversed, retyped, deleted, undone", async ({ page }) => {
  await twoClaims(page);
  await relate(page, "supports", "immigration");
  await said(page, `Related: “${FLAWED}” supports “${GROWING}”`);
  assert.equal(await step(page, "Undo"), `Undo: relate: “${FLAWED}” supports “${GROWING}”`);
  await rows(page).filter({ hasText: "supports" }).filter({ hasText: GROWING }).waitFor();

  // The other end is another article's.
  await openArticle(page, SECOND);
  await claim(page, ROSE);
  await relate(page, "contradicts", "heavily flawed");
  await said(page, `Related: “${ROSE}” contradicts “${FLAWED}”`);
  await rows(page).filter({ hasText: "Kamala Harris Meets" }).waitFor();
  await tabTo(page, rows(page).getByRole("button", { name: FLAWED }));
  await press(page, "Enter");
  await inspects(page, FLAWED);
  await counted(rows(page), 2);
  await press(page, "Alt+5");
  await hasFocus(inspector(page));

  const first = rows(page).filter({ hasText: GROWING });
  await tabTo(page, first.getByRole("button", { name: "Reverse" }));
  await press(page, "Enter");
  await said(page, `Now: “${GROWING}” supports “${FLAWED}”`);
  await first.filter({ hasText: "is supported by" }).waitFor();

  await press(page, "Shift+Tab");
  await hasFocus(first.getByRole("button", { name: "Change" }));
  await press(page, "Enter");
  await dialog(page, "Relate");
  await page.keyboard.type("updated by");
  await press(page, "Enter");
  await noDialog(page);
  await said(page, `Now: “${GROWING}” updates “${FLAWED}”`);

  await tabTo(page, first.getByRole("button", { name: "Note" }));
  await press(page, "Enter");
  await hasFocus(first.getByRole("textbox"));
  await page.keyboard.type("as of March");
  await tabTo(page, first.getByRole("button", { name: "Delete" }));
  await press(page, "Enter");
  await counted(rows(page), 1);
  await hasFocus(relations(page).getByRole("button", { name: "Relate…" }));
  await press(page, "Control+z");
  await counted(rows(page), 2);
  assert.equal(await first.getByRole("textbox").inputValue(), "as of March");

  await saved(page);
  await page.reload();
  await clickText(page, FLAWED);
  await counted(rows(page), 2);
});

test("by the mouse alone: dragged onto a mention of the text and onto a claim of the list", async ({ page }) => {
  await openApp(page);
  await claim(page, GROWING);
  await page.getByRole("tab", { name: "Claims" }).click();
  const panel = page.getByRole("region", { name: "Claims", exact: true });
  await panel.getByRole("textbox", { name: "New claim" }).fill("Immigration grows.");
  await press(page, "Enter");
  await panel.getByRole("button", { name: "All claims" }).click();
  await claim(page, FLAWED);

  const grip = relations(page).locator(".relation-grip");
  const from = async () => {
    await grip.scrollIntoViewIfNeeded();
    const box = await grip.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
  };
  await scrollTo(page, GROWING);
  await from();
  const at = await place(page, GROWING, "middle");
  await page.mouse.move(at.x + 40, at.y - 60, { steps: 4 });
  await page.locator(".relation-ghost").filter({ hasText: "Onto a mention" }).waitFor();
  await page.mouse.move(at.x, at.y, { steps: 4 });
  await page.locator(".relation-ghost.target").filter({ hasText: GROWING }).waitFor();
  await page.mouse.up();
  const it = await dialog(page, "Relate");
  await it.getByRole("option", { name: /^contradicts/ }).click();
  await noDialog(page);
  await said(page, `Related: “${FLAWED}” contradicts “${GROWING}”`);
  await page.locator(".relation-ghost").waitFor({ state: "detached" });

  await page.getByRole("tab", { name: "Claims" }).click();
  const row = panel.getByRole("option", { name: /Immigration grows/ });
  const box = await row.boundingBox();
  await from();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 6 });
  await page.locator(".relation-ghost.target").filter({ hasText: "Immigration grows." }).waitFor();
  // Escape lets it be.
  await press(page, "Escape");
  await page.locator(".relation-ghost").waitFor({ state: "detached" });
  await page.mouse.up();
  await counted(rows(page), 1);
  await from();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 6 });
  await page.mouse.up();
  await (await dialog(page, "Relate")).getByRole("option", { name: /^is evidence for/ }).click();
  await counted(rows(page), 2);

  await row.click();
  const sheet = panel.getByRole("region", { name: "Relations" });
  await sheet.getByRole("listitem").filter({ hasText: "is evidenced by" }).filter({ hasText: FLAWED }).waitFor();
  await sheet.getByRole("button", { name: "Delete" }).click();
  await counted(rows(page), 1);
});

test("an entity is related on its page, and what it leads to shows the other direction", async ({ page }) => {
  await openApp(page);
  for (const place of ["Guatemala City", { text: "Guatemala", nth: 1 }]) {
    const name = place.text ?? place;
    await drag(page, place);
    await press(page, "l");
    await said(page, `“${name}” tagged as Place`);
    await press(page, "Alt+r");
    const it = await dialog(page, "Link to an entity");
    await it.getByRole("option", { name: `New entity “${name}”` }).click();
    await said(page, `Linked to ${name}`);
  }
  await press(page, "Escape", "Alt+7");
  const panel = page.getByRole("region", { name: "Entities", exact: true });
  await panel.getByRole("button", { name: /^Guatemala City/ }).click();
  const list = panel.getByRole("region", { name: "Relations of the entity" });
  await list.getByRole("button", { name: "Relate…" }).waitFor();
  // The key begins at what the panel shows.
  await relate(page, "part of", "Guatemala");
  await said(page, "Related: Guatemala City is part of Guatemala");
  await axe(page);
  await list.getByRole("button", { name: /^Guatemala/ }).click();
  await list.getByRole("listitem").filter({ hasText: "has as a part" }).filter({ hasText: "Guatemala City" }).waitFor();
});

test("lines are drawn of the chosen or the pointed mention alone, and follow the text", async ({ page }) => {
  await twoClaims(page);
  await relate(page, "supports", "immigration");
  await counted(lines(page), 1);
  await counted(heads(page), 1);
  assert.equal(await page.locator(".relation-name").textContent(), "supports");
  const unrelated = "Safe Mobility Offices are intended";
  await claim(page, unrelated);
  await counted(lines(page), 0);
  await hoverText(page, GROWING);
  await counted(lines(page), 1);
  assert.equal(await page.locator(".relation-name").textContent(), "is supported by");

  // An end that leaves the window is named at the edge.
  await clickText(page, FLAWED);
  await page.mouse.move(4, 4);
  await counted(lines(page), 1);
  await page.setViewportSize({ width: 1280, height: 420 });
  await scrollTo(page, FLAWED);
  const { x, y } = await place(page, FLAWED, "middle");
  await page.mouse.move(x + 200, y + 60);
  await page.mouse.wheel(0, 50);
  await words(page).filter({ hasText: "↑ supports" }).waitFor();
  await counted(lines(page), 0);
  await page.mouse.wheel(0, -50);
  await counted(lines(page), 1);
  // A mention without relations, and none at all.
  await press(page, "Escape");
  await page.mouse.move(4, 4);
  await counted(lines(page), 0);
});

test("types are changed in the dialog of labels, and those of an old project are the usual ones", async ({ page }) => {
  await twoClaims(page);
  await relate(page, "supports", "immigration");
  await page.getByRole("button", { name: "Edit labels" }).click();
  const it = await dialog(page, "Labels");
  await it.getByRole("button", { name: "Relations", exact: true }).click();
  await it.getByRole("button", { name: /^supports/ }).click();
  const name = it.getByRole("textbox", { name: "Name" });
  await hasFocus(name);
  await name.fill("");
  await it.getByText("It needs a name that no other relation has.").waitFor();
  await name.fill("bears out");
  await it.getByRole("group", { name: "What bears out" }).getByRole("checkbox", { name: "Claims" }).uncheck();
  await it.getByRole("button", { name: "Move the relation down" }).click();
  await it.getByRole("button", { name: "Delete relation" }).click();
  await it.getByText("Delete it with the 1 relation of this kind? It can be undone.").waitFor();
  await axe(page);
  await it.getByRole("button", { name: "Delete relation" }).click();
  await it.getByRole("button", { name: /^bears out/ }).waitFor({ state: "detached" });
  await press(page, "Escape");
  await noDialog(page);
  await counted(rows(page), 0);
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await rows(page).filter({ hasText: "bears out" }).waitFor();
});

test("files hold relations, and an older file is offered the usual types", async ({ page, newPage }) => {
  await twoClaims(page);
  await relate(page, "supports", "immigration");
  const project = await exportFile(page);
  const written = JSON.parse(project.text);
  assert.deepEqual(
    written.relations.map(({ type, from, to }) => [type.name, from.text, to.text]),
    [["supports", FLAWED, GROWING]],
  );
  const other = await newPage();
  await openApp(other);
  const table = await (async () => {
    await openProject(other, project.text);
    await clickText(other, FLAWED);
    await rows(other).filter({ hasText: GROWING }).waitFor();
    return exportFile(other, "Relations (CSV)");
  })();
  const [header, row] = table.text.split("\r\n");
  assert.match(header, /Type,Reads backwards,From,/);
  assert.ok(row.startsWith(`supports,is supported by,${FLAWED},mention,`), row);

  const older = { ...written, version: 2 };
  delete older.relations;
  delete older.distinctions;
  delete older.schema.relationTypes;
  const old = await newPage();
  await openApp(old);
  await openProject(old, JSON.stringify(older));
  await clickText(old, FLAWED);
  await press(old, "Alt+l");
  await (await dialog(old, "Relate")).getByRole("option", { name: /Add the usual relations/ }).waitFor();
  await press(old, "Enter");
  await old.getByRole("option", { name: /^supports/ }).waitFor();
});

for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of [["wide", { width: 1440, height: 900 }], ["narrow", { width: 360, height: 740 }]]) {
    test(`relations look and read well, ${size} and ${colorScheme}`, { colorScheme, viewport }, async ({ page }) => {
      const checked = async (state) => {
        await settled(page);
        await axe(page);
        await shot(page, `${state}-${size}-${colorScheme}`);
      };
      await twoClaims(page);
      await press(page, "Alt+l");
      await dialog(page, "Relate");
      await checked("relate-how");
      await press(page, "Enter");
      await page.getByRole("combobox", { name: / what\?$/ }).waitFor();
      await checked("relate-what");
      await press(page, "Enter");
      await noDialog(page);
      await counted(lines(page), 1);
      await checked("relation-lines");
      await press(page, "Alt+5");
      await rows(page).first().waitFor();
      await relations(page).scrollIntoViewIfNeeded();
      await checked("relations");
      await press(page, "Control+k");
      await page.locator("dialog[open]").getByRole("combobox").waitFor();
      await page.keyboard.type("Edit labels");
      await page.getByRole("option", { name: "Edit labels" }).first().waitFor();
      await press(page, "Enter");
      const labels = await dialog(page, "Labels");
      await labels.getByRole("button", { name: "Relations", exact: true }).click();
      await labels.getByRole("button", { name: /^is part of/ }).click();
      await labels.getByRole("group", { name: "What is part of" }).waitFor();
      await checked("relation-types");
    });
  }
}
