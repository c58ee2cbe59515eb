// Everything without a mouse, and what screen readers are told meanwhile.

import assert from "node:assert/strict";
import {
  article, dialog, inspector, inspects, label, listCounts, listed, mentionsAre, noDialog, openApp, said, step, title,
} from "../support/app.mjs";
import { download } from "../support/download.mjs";
import { hasFocus, press, tabTo } from "../support/keys.mjs";
import { test } from "../support/test.mjs";

const FIRST = "Kamala Harris Meets With Guatemalan President To Discuss Immigration";
const SECOND = "Kamala Meeting With Guatemalan Leader On Immigration";

/** The first two words of the text become a person. */
async function tagName(page) {
  await press(page, "Alt+1");
  await hasFocus(article(page));
  await press(page, "Control+Home", "Control+Shift+ArrowRight", "Control+Shift+ArrowRight", "p");
  await said(page, "“Kamala Harris” tagged as Person");
}

test("a mention is made, chosen, resized, deleted and brought back by keys", async ({ page }) => {
  await openApp(page);
  await tabTo(page, article(page));
  await press(page, "Control+Home");
  for (let chars = 0; chars < "Kamala Harris".length; chars += 1) await press(page, "Shift+ArrowRight");
  await press(page, "p");
  await said(page, "“Kamala Harris” tagged as Person");
  await inspects(page, "Kamala Harris");

  // The caret tells what it enters and leaves; Enter chooses.
  await press(page, "Escape", "Control+ArrowRight", "Control+ArrowRight");
  await inspector(page).getByText("Click a mention in the text to see it here.").waitFor();
  await press(page, "Control+Home", "ArrowRight");
  await said(page, "In Person: “Kamala Harris”");
  await press(page, "Enter");
  await said(page, "Person: “Kamala Harris”");
  await inspects(page, "Kamala Harris");

  await press(page, "Alt+ArrowRight");
  await said(page, "Now “Kamala Harris Meets”");
  await press(page, "Alt+Shift+ArrowRight");
  await said(page, "Now “Harris Meets”");
  await press(page, "Alt+ArrowLeft");
  await said(page, "Now “Harris”");
  await press(page, "Alt+Shift+ArrowLeft");
  await said(page, "Now “Kamala Harris”");
  await press(page, "o");
  await said(page, "Now Organisation");
  await mentionsAre(page, ["Kamala Harris · Organisation"]);

  await press(page, "Delete");
  await said(page, "“Kamala Harris” deleted");
  await listCounts(page, 0);
  await press(page, "Control+z");
  await mentionsAre(page, ["Kamala Harris · Organisation"]);
  await press(page, "Control+z");
  await mentionsAre(page, ["Kamala Harris · Person"]);
  await press(page, "Control+Shift+z", "Control+Shift+z");
  await listCounts(page, 0);
  assert.equal(await step(page, "Undo"), "Undo: delete “Kamala Harris”");
});

test("a note, the list of mentions and the articles are reached by keys", async ({ page }) => {
  await openApp(page);
  await tagName(page);
  await press(page, "F2");
  await hasFocus(inspector(page).getByLabel("Note", { exact: true }));
  await page.keyboard.type("Who is meant? z");
  await press(page, "Alt+1");
  await hasFocus(article(page));
  await press(page, "Control+Home", "Control+ArrowRight", "Control+ArrowRight", "Control+Shift+ArrowRight", "c");
  await said(page, "“Meets” tagged as Claim");
  await mentionsAre(page, ["Kamala Harris · Person", "Meets · Claim"]);

  // From one to the next, by keys in the text and in the list.
  await press(page, "[");
  await inspects(page, "Kamala Harris");
  await press(page, "]");
  await inspects(page, "Meets");
  await press(page, "Alt+4");
  await hasFocus(page.getByRole("listbox", { name: "Mentions" }));
  await press(page, "Home", "Enter");
  await inspects(page, "Kamala Harris");
  assert.equal(await inspector(page).getByLabel("Note", { exact: true }).inputValue(), "Who is meant? z");
  await press(page, "Alt+4", "End", "Delete");
  await mentionsAre(page, ["Kamala Harris · Person"]);

  await press(page, "Alt+1", "Alt+ArrowDown");
  await title(page).filter({ hasText: SECOND }).waitFor();
  await press(page, "Alt+2");
  await hasFocus(listed(page, SECOND));
  await press(page, "ArrowUp", "Enter");
  await title(page).filter({ hasText: FIRST }).waitFor();
  await press(page, "Alt+3");
  await hasFocus(label(page, "Claim"));
  await press(page, "ArrowRight");
  await hasFocus(label(page, "Person"));
  await press(page, "Alt+5");
  await hasFocus(inspector(page));
});

test("help, the palette and an export are reached by keys, and the focus comes back", async ({ page }) => {
  await openApp(page);
  await tagName(page);
  await press(page, "?");
  const help = await dialog(page, "Keyboard shortcuts");
  await help.getByText("Move the mention’s end right by a word").waitFor();
  await help.getByText("Find an action, article, label or mention").waitFor();
  await press(page, "Escape");
  await noDialog(page);
  await hasFocus(article(page));

  await press(page, "Control+k");
  const palette = await dialog(page, "Command palette");
  await hasFocus(palette.getByRole("combobox"));
  await page.keyboard.type("as done");
  await palette.getByRole("option", { selected: true }).filter({ hasText: "Mark the article as done or not" }).waitFor();
  await press(page, "Enter");
  await noDialog(page);
  await listed(page, FIRST).filter({ hasText: "Done." }).waitFor();
  await press(page, "Control+k");
  await page.keyboard.type("guatemalan leader");
  await press(page, "Enter");
  await title(page).filter({ hasText: SECOND }).waitFor();
  await press(page, "Control+k");
  await page.keyboard.type("kamala harris");
  const mention = page.getByRole("option").filter({ hasText: "Mention" }).filter({ hasText: "Kamala Harris" }).first();
  await mention.waitFor();
  while ((await mention.getAttribute("aria-selected")) !== "true") await press(page, "ArrowDown");
  await press(page, "Enter");
  await inspects(page, "Kamala Harris");
  await title(page).filter({ hasText: FIRST }).waitFor();

  await press(page, "Control+s");
  await dialog(page, "Export");
  const file = await download(page, () => press(page, "Enter"));
  assert.equal(JSON.parse(file.text).articles[0].mentions[0].spans[0].exact, "Kamala Harris");
  await noDialog(page);
});

test("a label picked in the palette tags what waits, or says that nothing does", async ({ page }) => {
  await openApp(page);
  const pick = async (query) => {
    await press(page, "Control+k");
    await page.keyboard.type(query);
    await press(page, "Enter");
    await noDialog(page);
  };
  await pick("person");
  await said(page, "Select some text first.");
  await page.getByRole("toolbar", { name: "Labels" }).getByText("Select some text first.").waitFor();
  const armed = () => label(page, "Person").and(page.locator(":not([aria-disabled])")).waitFor();
  await press(page, "Alt+1", "Control+Home", "Control+Shift+ArrowRight");
  await armed();
  await pick("person");
  await said(page, "“Kamala” tagged as Person");
  await press(page, "Escape", "Alt+1", "Control+Home", "Control+ArrowRight", "Control+Shift+ArrowRight");
  await armed();
  await pick("keep person");
  await said(page, "tagged as Person");
  await mentionsAre(page, ["Kamala · Person", "Harris · Person"]);
  await press(page, "Escape");
  await said(page, "Selections wait for a label again.");
});

test("keys that are quicker than the page go to the palette that was asked for", async ({ page }) => {
  await openApp(page);
  await press(page, "Alt+1", "Control+Home", "Control+Shift+ArrowRight");
  await label(page, "Person").and(page.locator(":not([aria-disabled])")).waitFor();
  // In one task, so that nothing is rendered in between.
  await page.evaluate(() => {
    const down = (key, more) =>
      document.activeElement.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }),
      );
    down("k", { ctrlKey: true });
    for (const key of ["p", "e", "r", "s", "o", "n", "Enter"]) down(key);
  });
  await said(page, "“Kamala” tagged as Person");
  await noDialog(page);
});

test("keys that are quicker than the page go to the panel that was asked for, and mark nothing", async ({ page }) => {
  await openApp(page);
  await press(page, "Alt+1", "Control+Home", "Control+Shift+ArrowRight");
  await label(page, "Person").and(page.locator(":not([aria-disabled])")).waitFor();
  // In one task, so that nothing is rendered in between.
  await page.evaluate(() => {
    const down = (key, more) =>
      document.activeElement.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }),
      );
    down("F", { ctrlKey: true, shiftKey: true });
    for (const key of ["p", "l", "x", "Backspace", "o"]) down(key);
  });
  const search = page.getByRole("searchbox", { name: "Search the articles" });
  await hasFocus(search);
  assert.equal(await search.inputValue(), "plo");
  await press(page, "Alt+4");
  await listCounts(page, 0);
});

test("a label is kept and let go by keys", async ({ page }) => {
  await openApp(page);
  await press(page, "Alt+1", "Control+Home", "Shift+L");
  await said(page, "Each selection becomes Place. Escape ends this.");
  await press(page, "Control+Shift+ArrowRight");
  await mentionsAre(page, ["Kamala · Place"]);
  await press(page, "Control+ArrowRight", "Control+Shift+ArrowRight");
  await listCounts(page, 2);
  await press(page, "Escape");
  await said(page, "Selections wait for a label again.");
  await press(page, "Control+ArrowRight", "Control+Shift+ArrowRight", "Shift+ArrowRight");
  await listCounts(page, 2);
});
