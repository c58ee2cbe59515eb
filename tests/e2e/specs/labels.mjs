// The labels: adding, changing and deleting them, what that does to mentions, and labels as a file.

import assert from "node:assert/strict";
import {
  dialog, inspector, inspects, label, listCounts, mentionsAre, noDialog, openApp, openFiles, exportFile, saved,
} from "../support/app.mjs";
import { drag } from "../support/pointer.mjs";
import { test } from "../support/test.mjs";

async function openLabels(page) {
  await page.getByRole("toolbar", { name: "Labels" }).getByRole("button", { name: "Edit labels" }).click();
  return dialog(page, "Labels");
}

async function close(page) {
  await page.keyboard.press("Escape");
  await noDialog(page);
}

test("a label with a key and an attribute is added, used, taken to another machine", async ({ page, newPage }) => {
  await openApp(page);
  const labels = await openLabels(page);
  await labels.getByRole("button", { name: "New label" }).click();
  await labels.getByLabel("Name", { exact: true }).fill("Vehicle");
  await labels.getByLabel("Key", { exact: true }).fill("v");
  await labels.getByRole("radio", { name: "Entity" }).check();
  await labels.getByRole("button", { name: "Add an attribute" }).click();
  const attribute = labels.getByRole("group", { name: "Attribute 1" });
  await attribute.getByLabel("Attribute", { exact: true }).fill("Wheels");
  await attribute.getByLabel("Answer").selectOption({ label: "Number" });
  await labels.getByRole("button", { name: "Save label" }).click();
  await labels.getByRole("navigation", { name: "Labels" }).getByRole("button", { name: "Vehicle" }).waitFor();
  await close(page);
  await drag(page, "Southern border");
  await page.keyboard.press("v");
  await inspects(page, "Southern border");
  await mentionsAre(page, ["Southern border · Vehicle"]);
  await inspector(page).getByLabel("Wheels").fill("4");
  await saved(page);

  const file = await exportFile(page, "Labels (JSON)");
  assert.match(file.name, /\.labels\.json$/);
  const other = await newPage();
  await openApp(other);
  await openFiles(other, { name: file.name, content: file.bytes });
  await label(other, "Vehicle").waitFor();
  await other.keyboard.press("Control+z");
  await label(other, "Vehicle").waitFor({ state: "detached" });
  const project = JSON.parse((await exportFile(page)).text);
  assert.equal(project.articles[0].mentions[0].attributes[0].value, 4);
});

test("a label is renamed and gets another colour; two cannot have one key", async ({ page }) => {
  await openApp(page);
  await drag(page, "Guatemala City");
  await page.keyboard.press("l");
  await listCounts(page, 1);
  const labels = await openLabels(page);
  await labels.getByRole("button", { name: "Place", exact: true }).click();
  await labels.getByLabel("Name", { exact: true }).fill("Location");
  await labels.getByLabel("Key", { exact: true }).fill("p");
  await labels.getByText(/Person/).filter({ hasText: /key/i }).first().waitFor();
  assert.ok(await labels.getByRole("button", { name: "Save label" }).isDisabled());
  await labels.getByLabel("Key", { exact: true }).fill("x");
  const before = await page.locator(".label-button .label-chip").nth(3).evaluate(colorOf);
  await labels.getByRole("group", { name: "Colour" }).getByRole("radio").nth(5).check({ force: true });
  await labels.getByRole("status").filter({ hasText: /Contrast/ }).waitFor();
  await labels.getByRole("button", { name: "Save label" }).click();
  await label(page, "Location").waitFor();
  await close(page);
  await mentionsAre(page, ["Guatemala City · Location"]);
  assert.notEqual(await page.locator(".label-button .label-chip").nth(3).evaluate(colorOf), before);
  await page.keyboard.press("Control+z");
  await label(page, "Place").waitFor();
});

test("deleting a label says what goes with it, and comes back by undo", async ({ page }) => {
  await openApp(page);
  for (const place of ["Guatemala City", "Parkland"]) {
    await drag(page, place);
    await page.keyboard.press("l");
    await inspects(page, place);
  }
  const labels = await openLabels(page);
  await labels.getByRole("button", { name: "Place", exact: true }).click();
  await labels.getByRole("button", { name: "Delete label" }).click();
  await labels.getByText("Delete the label with its 2 mentions? It can be undone.").waitFor();
  await labels.getByRole("button", { name: "Delete label" }).click();
  await label(page, "Place").waitFor({ state: "detached" });
  await close(page);
  await listCounts(page, 0);
  await page.keyboard.press("Control+z");
  await mentionsAre(page, ["Guatemala City · Place", "Parkland · Place"]);
});

function colorOf(chip) {
  return getComputedStyle(chip).getPropertyValue("--label");
}
