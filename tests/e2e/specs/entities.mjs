// Who is meant: mentions linked to entities, by keys alone and by the mouse alone, and the panel of entities.

import assert from "node:assert/strict";
import {
  dialog, exportFile, inspector, inspects, noDialog, openApp, openArticle, openFiles, said, saved, settled,
  shot, step, title,
} from "../support/app.mjs";
import { axe } from "../support/axe.mjs";
import { hasFocus, press, tabTo } from "../support/keys.mjs";
import { clickText, drag } from "../support/pointer.mjs";
import { test } from "../support/test.mjs";

const FIRST = "Kamala Harris Meets With Guatemalan President";
const THIRD = "Vice President Kamala Harris, after meeting";
const LAST = "President Giammattei Talked";

const entities = (page) => page.getByRole("region", { name: "Entities", exact: true });
const row = (page, name) => entities(page).getByRole("button", { name });
const proposals = (page) => inspector(page).getByRole("list", { name: "Proposals: Refers to" });
const linkedTo = (page, name) =>
  inspector(page).getByRole("region", { name: "Refers to" }).getByRole("button", { name, exact: true });

/** Tags the words as a person, by mouse and key. */
async function person(page, words) {
  await drag(page, words);
  await press(page, "p");
  await inspects(page, typeof words === "string" ? words : words.text);
}

/** Names the chosen mention's entity anew. */
async function linkToNew(page, name) {
  await press(page, "Alt+r");
  const it = await dialog(page, "Link to an entity");
  await it.getByRole("combobox").fill(name);
  await it.getByRole("option", { name: `New entity “${name}”` }).click();
  await said(page, `Linked to ${name}`);
}

async function addRole(page, name, { office, from, to }) {
  await page.getByRole("tab", { name: "Entities" }).click();
  await row(page, name).click();
  const it = entities(page);
  await it.getByRole("button", { name: "Add a role" }).click();
  const field = it.getByLabel("Title, role 1");
  await hasFocus(field);
  await page.keyboard.type(office);
  await press(page, "Tab");
  await page.keyboard.type(from);
  await press(page, "Tab");
  await page.keyboard.type(to);
  await it.getByRole("button", { name: "All entities" }).click();
}

test("by keys alone: a name is linked, the next one to the same, and the holder of an office at its time", async ({ page }) => {
  await openApp(page);
  await openArticle(page, THIRD);
  await person(page, "Alejandro Giammattei");
  await press(page, "Alt+r");
  await dialog(page, "Link to an entity");
  // The first that is offered is a new one of that name.
  await press(page, "Enter");
  await noDialog(page);
  await said(page, "Linked to Alejandro Giammattei");
  await linkedTo(page, "Alejandro Giammattei").waitFor();
  assert.match(await step(page, "Undo"), /^Undo: link “Alejandro Giammattei” to Alejandro Giammattei$/);

  await person(page, "President Giammattei");
  await press(page, "Alt+r", "Enter");
  await noDialog(page);
  await linkedTo(page, "Alejandro Giammattei").waitFor();

  await press(page, "Alt+7");
  await hasFocus(entities(page));
  await tabTo(page, row(page, "Alejandro Giammattei"));
  await press(page, "Enter");
  await entities(page).getByText("2 mentions").waitFor();
  await tabTo(page, entities(page).getByRole("button", { name: "Add a role" }));
  await press(page, "Enter");
  await hasFocus(entities(page).getByLabel("Title, role 1"));
  await page.keyboard.type("President of Guatemala");
  await press(page, "Tab");
  await page.keyboard.type("2020-01-14");
  await press(page, "Tab");
  await page.keyboard.type("2024-01-14");
  await saved(page);

  await openArticle(page, LAST);
  await person(page, "Guatemalan President");
  await press(page, "Alt+r");
  const it = await dialog(page, "Link to an entity");
  await it.getByRole("option", { name: "Alejandro Giammattei", selected: true })
    .getByText("President of Guatemala, 14 January 2020 – 14 January 2024; the text suggests February 2022").waitFor();
  await press(page, "Enter");
  await linkedTo(page, "Alejandro Giammattei").waitFor();
  await page.reload();
  await title(page).filter({ hasText: LAST }).waitFor();
  await clickText(page, "Guatemalan President");
  await linkedTo(page, "Alejandro Giammattei").waitFor();
});

test("by the mouse alone: proposals are clicked, a wrong date is told, and it goes to another machine", async ({ page, newPage }) => {
  await openApp(page);
  await person(page, { text: "Bernardo Arévalo" });
  await proposals(page).getByRole("button", { name: "New entity “Bernardo Arévalo”" }).click();
  await linkedTo(page, "Bernardo Arévalo").waitFor();
  await openArticle(page, THIRD);
  await person(page, "Alejandro Giammattei");
  await proposals(page).getByRole("button", { name: "New entity “Alejandro Giammattei”" }).click();
  await linkedTo(page, "Alejandro Giammattei").waitFor();
  const office = "President of Guatemala";
  await addRole(page, "Alejandro Giammattei", { office, from: "2020-01-14", to: "2024-01-14" });
  await addRole(page, "Bernardo Arévalo", { office, from: "2024-01-15", to: "" });

  await openArticle(page, FIRST);
  await person(page, { text: "Guatemalan President", nth: 0 });
  const first = proposals(page).getByRole("button").first();
  await first.filter({ hasText: "Bernardo Arévalo" }).filter({ hasText: "since 15 January 2024" }).waitFor();
  await proposals(page).getByRole("button", { name: "Alejandro Giammattei" }).click();
  const objection = inspector(page).getByRole("alert");
  await objection.getByText("Alejandro Giammattei was President of Guatemala, 14 January 2020 – 14 January 2024, but the article is of 25 March 2024.").waitFor();
  await inspector(page).getByRole("button", { name: "Change: Refers to" }).click();
  const it = await dialog(page, "Link to an entity");
  await it.getByRole("option", { name: "Bernardo Arévalo" }).click();
  await linkedTo(page, "Bernardo Arévalo").waitFor();
  await objection.waitFor({ state: "detached" });
  await saved(page);

  const file = await exportFile(page);
  const other = await newPage();
  await openApp(other);
  await openFiles(other, { name: "p.attest.json", content: file.text });
  const review = other.getByRole("dialog");
  await review.getByRole("radio", { name: "As a project of its own" }).check();
  await review.getByRole("button", { name: "Take it in" }).click();
  await noDialog(other);
  await other.getByRole("tab", { name: "Entities" }).click();
  await row(other, "Bernardo Arévalo").filter({ hasText: "2" }).waitFor();
  await row(other, "Alejandro Giammattei").filter({ hasText: "1" }).waitFor();
  assert.equal((await exportFile(other)).text, file.text);
});

test("entities are renamed, merged, split and deleted, and all of it comes back", async ({ page }) => {
  await openApp(page);
  await person(page, { text: "Bernardo Arévalo" });
  await linkToNew(page, "Arévalo");
  await person(page, { text: "Arévalo’s", nth: 0 });
  await linkToNew(page, "The politician");
  await page.getByRole("tab", { name: "Entities" }).click();
  await row(page, "The politician").click();
  await entities(page).getByLabel("Merge into another entity").selectOption("Arévalo");
  await said(page, "The politician is now Arévalo");
  await entities(page).getByText("2 mentions").waitFor();
  assert.equal(await entities(page).getByLabel("Other names, one on each line").inputValue(), "The politician");

  await entities(page).getByLabel("Name", { exact: true }).fill("Bernardo Arévalo");
  await saved(page);
  await entities(page).getByLabel("Identity elsewhere").fill("Q56281683");
  await entities(page).getByRole("link", { name: "Wikidata Q56281683" }).waitFor();
  await entities(page).getByRole("checkbox", { name: "Select “Arévalo’s” to split it off" }).check();
  await entities(page).getByRole("button", { name: "Split 1 mention off" }).click();
  await said(page, "Split from Bernardo Arévalo");
  assert.equal(await entities(page).getByLabel("Name", { exact: true }).inputValue(), "Bernardo Arévalo (2)");
  await entities(page).getByRole("button", { name: "Delete entity" }).click();
  await entities(page).getByRole("list", { name: "Entities" }).getByRole("button").first().waitFor();
  assert.equal(await row(page, "Bernardo Arévalo").count(), 1);
  for (let steps = 0; steps < 4; steps += 1) await page.getByRole("button", { name: "Undo", exact: true }).click();
  await row(page, "The politician").or(entities(page).getByLabel("Name", { exact: true })).first().waitFor();
  await saved(page);
});

for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of [["wide", { width: 1440, height: 900 }], ["narrow", { width: 360, height: 740 }]]) {
    test(`no rule of accessibility is broken, ${size} and ${colorScheme}`, { colorScheme, viewport }, async ({ page }) => {
      await openApp(page);
      await press(page, "Alt+7");
      await entities(page).getByText("No entities yet.").waitFor();
      await settled(page);
      await shot(page, `entities-empty-${size}-${colorScheme}`);
      await axe(page);
      await press(page, "Alt+1", "Control+Home", "Control+Shift+ArrowRight", "Control+Shift+ArrowRight", "p");
      await said(page, "tagged as Person");
      await press(page, "Alt+r");
      await dialog(page, "Link to an entity");
      await settled(page);
      await shot(page, `entities-link-${size}-${colorScheme}`);
      await axe(page);
      await press(page, "Enter");
      await said(page, "Linked to Kamala Harris");
      await press(page, "Alt+5");
      await settled(page);
      await shot(page, `entities-inspector-${size}-${colorScheme}`);
      await axe(page);
      await press(page, "Alt+7");
      await row(page, "Kamala Harris").click();
      await entities(page).getByRole("button", { name: "Add a role" }).click();
      await settled(page);
      await shot(page, `entities-detail-${size}-${colorScheme}`);
      await axe(page);
    });
  }
}
