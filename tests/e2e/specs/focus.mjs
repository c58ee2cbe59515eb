// What is pressed by a key and then vanishes does not take the keyboard's place with it.

import { article, dialog, inspector, inspects, listCounts, noDialog, openApp, saved } from "../support/app.mjs";
import { hasFocus, press } from "../support/keys.mjs";
import { clickText, drag } from "../support/pointer.mjs";
import { test } from "../support/test.mjs";

const CLAIM = "Bipartisan worries over immigration are growing";

async function tag(page, quote, key) {
  await drag(page, quote);
  await press(page, key);
  await inspects(page, quote);
}

async function pressOn(page, element) {
  await element.focus();
  await press(page, "Enter");
}

test("in the inspector the focus goes to what is next", async ({ page }) => {
  await openApp(page);
  const button = (name) => inspector(page).getByRole("button", { name });
  await tag(page, CLAIM, "c");
  await inspector(page).getByRole("radio", { name: "position" }).check();
  await pressOn(page, button("Clear Type"));
  await hasFocus(inspector(page).getByRole("radio", { name: "quantity" }));

  for (const words of ["Congress members", "both parties"]) {
    await press(page, "Alt+1", "+");
    await drag(page, words);
    await button(`Remove “${words}”`).waitFor();
  }
  await pressOn(page, button("Remove “Congress members”"));
  await hasFocus(button("Remove “both parties”"));
  await press(page, "Enter");
  await hasFocus(inspector(page));

  await tag(page, "Bernardo Arévalo of Guatemala", "o");
  await tag(page, "Bernardo Arévalo", "p");
  await clickText(page, "Arévalo of Guatemala are");
  await inspects(page, "Bernardo Arévalo");
  await pressOn(page, inspector(page).locator(".also").first());
  await inspects(page, "Bernardo Arévalo of Guatemala");
  await hasFocus(inspector(page));
  await pressOn(page, button("Delete mention"));
  await listCounts(page, 2);
  await hasFocus(inspector(page));
});

test("in the list of mentions the focus stays with the list, and with what is in its place", async ({ page }) => {
  await openApp(page);
  await tag(page, "Parkland", "l");
  const list = page.getByRole("region", { name: "Mentions" });
  await list.getByLabel("Find in quotes and notes").fill("zz");
  await pressOn(page, list.getByRole("button", { name: "Clear filters" }));
  await hasFocus(page.getByRole("listbox", { name: "Mentions" }));
  await press(page, "Home", "Delete");
  await listCounts(page, 0);
  await hasFocus(page.locator("#mention-list"));
});

test("after the Undo of a message and the End of a kept label the focus is in the text", async ({ page }) => {
  await openApp(page);
  await press(page, "Alt+2", "End", "Delete");
  const undo = page.locator(".toast").getByRole("button", { name: /^Undo/ });
  await undo.waitFor();
  await pressOn(page, undo);
  await undo.waitFor({ state: "detached" });
  await hasFocus(article(page));

  await press(page, "Shift+P");
  const end = page.getByRole("toolbar", { name: "Labels" }).getByRole("button", { name: "End" });
  await end.waitFor();
  await pressOn(page, end);
  await end.waitFor({ state: "detached" });
  await hasFocus(article(page));
});

test("in the list of projects the focus goes to the next one", async ({ page }) => {
  await openApp(page);
  await saved(page);
  await page.getByRole("button", { name: /^Project:/ }).click();
  const projects = await dialog(page, "Projects");
  const button = (name) => projects.getByRole("button", { name });
  await pressOn(page, button("Duplicate Sample"));
  await button(/^Delete Sample.* copy$/).waitFor();
  const trash = projects.getByRole("list", { name: "Trash" });

  await pressOn(page, button(/^Delete Sample.* copy$/));
  await trash.waitFor();
  await hasFocus(button(/^Delete Sample/));
  await pressOn(page, button(/^Restore/));
  await trash.waitFor({ state: "detached" });
  await hasFocus(projects.getByLabel("New project"));

  await pressOn(page, button(/^Delete Sample.* copy$/));
  await trash.waitFor();
  await pressOn(page, trash.getByRole("button", { name: /^Delete for good/ }));
  await hasFocus(trash.getByRole("button", { name: "Keep" }));
  await press(page, "Tab", "Enter");
  await trash.waitFor({ state: "detached" });
  await hasFocus(projects.getByLabel("New project"));
  await press(page, "Escape");
  await noDialog(page);
});
