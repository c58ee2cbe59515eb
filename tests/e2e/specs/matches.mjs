// Annotating all matches of a mention, or of what is searched for.

import assert from "node:assert/strict";
import {
  dialog, inspects, listCounts, mentionsAre, noDialog, openApp, said, settled, shot, step,
} from "../support/app.mjs";
import { axe } from "../support/axe.mjs";
import { hasFocus, press, tabTo } from "../support/keys.mjs";
import { drag } from "../support/pointer.mjs";
import { test } from "../support/test.mjs";

const HEADING = "Annotate all matches";
const options = (page) => page.getByRole("listbox", { name: "Matches" }).getByRole("option");
const toAnnotate = (page, n) => page.getByRole("dialog").getByText(`${n} to annotate`).waitFor();

test("by keys alone: every other occurrence of a mention, but for one, as one step", async ({ page }) => {
  await openApp(page);
  await drag(page, "Bernardo Arévalo");
  await press(page, "p");
  await inspects(page, "Bernardo Arévalo");
  await press(page, "Alt+a");
  const it = await dialog(page, HEADING);
  await options(page).nth(2).waitFor();
  const n = await options(page).count();
  await options(page).filter({ hasText: "tagged already" }).and(page.locator("[aria-selected=false]")).waitFor();
  await toAnnotate(page, `${n - 1} occurrences`);
  await tabTo(page, page.getByRole("listbox", { name: "Matches" }));
  await press(page, "End", " ");
  await toAnnotate(page, n - 2 === 1 ? "1 occurrence" : `${n - 2} occurrences`);
  await tabTo(page, it.getByRole("button", { name: "Annotate", exact: true }));
  await press(page, "Enter");
  await noDialog(page);
  await said(page, "tagged as Person.");
  const list = page.getByRole("region", { name: "Mentions" });
  await list.getByRole("radio", { name: "All articles" }).check();
  await listCounts(page, n - 1);
  assert.match(await step(page, "Undo"), /^Undo: tag .* occurrences? as Person$/);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await mentionsAre(page, ["Bernardo Arévalo · Person"]);
});

test("by the mouse alone: what a search finds, as another label", async ({ page }) => {
  await openApp(page);
  await press(page, "Control+Shift+F");
  await hasFocus(page.getByRole("searchbox", { name: "Search the articles" }));
  await page.keyboard.type("\\$\\d+(\\.\\d+)? billion");
  await page.getByRole("checkbox", { name: "Regular expression" }).check();
  await page.getByRole("button", { name: "Annotate all…" }).click();
  const it = await dialog(page, HEADING);
  await options(page).first().waitFor();
  await it.getByLabel("Label", { exact: true }).selectOption("Quantity");
  const n = await options(page).count();
  await options(page).first().click();
  await it.getByRole("button", { name: "Annotate", exact: true }).click();
  await noDialog(page);
  const list = page.getByRole("tab", { name: "Mentions" });
  await list.click();
  await page.getByRole("region", { name: "Mentions" }).getByRole("radio", { name: "All articles" }).check();
  await listCounts(page, n - 1);
});

for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of [["wide", { width: 1440, height: 900 }], ["narrow", { width: 360, height: 740 }]]) {
    test(`no rule of accessibility is broken, ${size} and ${colorScheme}`, { colorScheme, viewport }, async ({ page }) => {
      await openApp(page);
      await press(page, "Alt+1", "Control+Home", "Control+Shift+ArrowRight", "Control+Shift+ArrowRight", "p");
      await said(page, "tagged as Person");
      await press(page, "Alt+a");
      await options(page).nth(2).waitFor();
      await settled(page);
      await shot(page, `matches-${size}-${colorScheme}`);
      await axe(page);
    });
  }
}
