// Finding text in the articles: the field, the hits, and marking what was found.

import assert from "node:assert/strict";
import {
  article, dialog, inspects, label, mentionsAre, noDialog, openApp, openFiles, said, settled, shot, title,
} from "../support/app.mjs";
import { axe } from "../support/axe.mjs";
import { hasFocus, press } from "../support/keys.mjs";
import { drag } from "../support/pointer.mjs";
import { test } from "../support/test.mjs";

const FIRST = "Kamala Harris Meets With Guatemalan President";
const SECOND = "Kamala Meeting With Guatemalan Leader";

function field(page) {
  return page.getByRole("searchbox", { name: "Search the articles" });
}

/** Opens the search by its keys and types. */
async function searchFor(page, words) {
  await press(page, "Control+Shift+F");
  await hasFocus(field(page));
  await page.keyboard.type(words);
}

/** Waits until this stands below the field. */
async function says(page, words) {
  await page.locator("#search-says").getByText(words, { exact: true }).waitFor();
}

function hits(page) {
  return page.getByRole("listbox", { name: "Hits" }).getByRole("option");
}

async function toggle(page, name) {
  await page.getByRole("search").getByRole("checkbox", { name }).check();
}

/** What is painted in the text, by the names of the layers: how many ranges, and what they cover. */
function painted(page, layer) {
  return page.evaluate((layer) => {
    const found = [...CSS.highlights].find(([name]) => name.endsWith(`-${layer}`));
    return [...(found?.[1] ?? [])].map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    });
  }, layer);
}

test("a name is found, marked, and found again by keys", async ({ page }) => {
  await openApp(page);
  await searchFor(page, "arevalo");
  await said(page, "hits in");
  const found = new Set(await painted(page, "hit"));
  assert.deepEqual([...found].sort(), ["Arevalo", "Arévalo"]);

  // Enter steps, and what is typed still goes to the field.
  await press(page, "Enter");
  await said(page, "Hit 1 of");
  await press(page, "Enter");
  await said(page, "Hit 2 of");
  assert.deepEqual(await painted(page, "pending"), ["Arévalo"]);
  assert.deepEqual(await painted(page, "current-hit"), ["Arévalo"]);
  await press(page, "Shift+Enter");
  await said(page, "Hit 1 of");
  await press(page, "End");
  await page.keyboard.type(" of Guatemala");
  await said(page, "hits in");
  assert.equal(await field(page).inputValue(), "arevalo of Guatemala");
  for (let i = 0; i < " of Guatemala".length; i += 1) await press(page, "Backspace");
  await press(page, "Enter");
  await said(page, "Hit 1 of");

  // In the text the hit is selected; a label's key tags it, F3 goes on.
  await press(page, "Escape");
  await hasFocus(article(page));
  assert.equal(await page.evaluate(() => String(getSelection())), "Arevalo");
  await press(page, "p");
  await said(page, "“Arevalo” tagged as Person");
  await press(page, "F3");
  await said(page, "Hit 2 of");
  await press(page, "p");
  await said(page, "“Arévalo” tagged as Person");
  await press(page, "Shift+F3");
  await said(page, "Hit 1 of");

  // Escape lets go of the selection, the choice, and then of the search.
  await press(page, "Escape", "Escape", "Escape");
  await said(page, "The search has ended");
  assert.deepEqual(await painted(page, "hit"), []);
  await mentionsAre(page, ["Arevalo · Person", "Arévalo · Person"]);
  await press(page, "Alt+6");
  await hasFocus(field(page));
  assert.equal(await field(page).inputValue(), "arevalo");
  await hits(page).nth(2).waitFor();
});

test("words, case, accents and expressions", async ({ page }) => {
  await openApp(page);
  await openFiles(page, {
    name: "counts.txt",
    content: "Us and us, bus.\r\nCafé, cafe, cafés.\r\nIt’s 4% or\u00a0 12 %.\r\n東京都 and 東京.",
  });
  await title(page).filter({ hasText: "counts" }).waitFor();
  await searchFor(page, "us");
  await page.getByRole("radio", { name: "This article" }).and(page.locator("#search-this")).check();
  await says(page, "3 hits");
  await toggle(page, "Whole words");
  await says(page, "2 hits");
  await toggle(page, "Match case");
  await says(page, "1 hit");
  assert.deepEqual(await painted(page, "hit"), ["us"]);
  await field(page).fill("cafe");
  await says(page, "1 hit");
  assert.deepEqual(await painted(page, "hit"), ["cafe"]);
  await page.locator("#search-case").uncheck();
  await says(page, "2 hits");
  await toggle(page, "Match accents");
  await says(page, "1 hit");
  assert.deepEqual(await painted(page, "hit"), ["cafe"]);
  await field(page).fill("it's 4% or 12");
  await says(page, "1 hit");
  await page.locator("#search-words").uncheck();
  await field(page).fill("東京");
  await says(page, "2 hits");

  await toggle(page, "Regular expression");
  await field(page).fill("\\d+ ?%");
  await says(page, "2 hits");
  assert.deepEqual(await painted(page, "hit"), ["4%", "12 %"]);
  await field(page).fill("(\\d+");
  await says(page, "Character 1: This “(” is not closed.");
  assert.equal(await field(page).getAttribute("aria-invalid"), "true");
  assert.deepEqual(await painted(page, "hit"), []);
  await shot(page, "search-wrong");
  await field(page).fill("nobody");
  await says(page, "No hits");
  await shot(page, "search-none");
});

test("hits lie in all articles, and one that is clicked waits for a label", async ({ page }) => {
  await openApp(page);
  await searchFor(page, "Guatemalan");
  await page.locator("#search-says").filter({ hasText: /^\d+ hits in \d articles$/ }).waitFor();
  await page.locator(".hit-title").filter({ hasText: SECOND }).waitFor();
  const there = hits(page).filter({ hasText: SECOND }).first();
  await there.click();
  await title(page).filter({ hasText: SECOND }).waitFor();
  await page.locator('.hit-row[aria-selected="true"]').filter({ hasText: SECOND }).waitFor();
  await page.locator("#search-says").filter({ hasText: / of \d+ hits in \d articles$/ }).waitFor();
  await label(page, "Place").click();
  await said(page, "“Guatemalan” tagged as Place");
  await inspects(page, "Guatemalan");

  // With the list focused, arrow keys go from hit to hit, and a letter is a label's.
  await press(page, "Home");
  await title(page).filter({ hasText: FIRST }).waitFor();
  await press(page, "ArrowDown", "l");
  await said(page, "tagged as Place");
  await press(page, "Escape");
  await hasFocus(article(page));
});

test("the palette leads to the search, and a selection is what to look for", async ({ page }) => {
  await openApp(page);
  await press(page, "Control+k");
  const palette = await dialog(page, "Command palette");
  await page.keyboard.type("southern border");
  await palette.getByRole("option", { selected: true, name: "Search the articles for “southern border”" }).waitFor();
  await press(page, "Enter");
  await noDialog(page);
  await hasFocus(field(page));
  assert.equal(await field(page).inputValue(), "southern border");
  await said(page, "hit");
  await drag(page, "Bernardo Arévalo");
  await press(page, "Control+Shift+F");
  await hasFocus(field(page));
  assert.equal(await field(page).inputValue(), "Bernardo Arévalo");
  await page.locator("#search-says").filter({ hasText: /^\d+ hits? in/ }).waitFor();
});

test("a long text has its hits at once, and only those in view are painted", async ({ page }) => {
  await openApp(page);
  const line = "The president of Guatemala said that the talks on the border will go on, and Arévalo agreed.\n";
  await openFiles(page, { name: "long.txt", content: line.repeat(11_000) });
  await title(page).filter({ hasText: "long" }).waitFor();
  await searchFor(page, "the");
  await page.locator("#search-this").check();
  await says(page, "33,000 hits");
  const ranges = await painted(page, "hit");
  assert.ok(ranges.length > 10 && ranges.length < 1_000, `${ranges.length} ranges`);
  assert.ok((await hits(page).count()) < 100, "of the list, too, only what is in view is there");
  await field(page).press("Shift+Enter");
  await says(page, "33,000 of 33,000 hits");
  await page.waitForFunction(() => {
    const found = [...CSS.highlights].find(([name]) => name.endsWith("-current-hit"));
    const [range] = found[1];
    const { top, bottom } = range.startContainer.parentElement.getBoundingClientRect();
    return top < innerHeight && bottom > 0;
  });

  // An expression that looks through the rest of the text for each hit takes minutes, and gives way to what comes next.
  await toggle(page, "Regular expression");
  await field(page).fill("(?s)the.*Z|the");
  await page.locator("#search-says").filter({ hasText: /^Searching…$|so far$/ }).waitFor();
  await field(page).fill("Arévalo");
  await says(page, "11,000 hits");
  await page.locator("#search-regex").uncheck();
  await page.locator("#search-all").check();
  await field(page).fill("e");
  await page.locator("#search-says").filter({ hasText: /^The first 100,000 hits/ }).waitFor();
});

for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of [["wide", { width: 1440, height: 900 }], ["narrow", { width: 360, height: 740 }]]) {
    test(`no rule of accessibility is broken, ${size} and ${colorScheme}`, { colorScheme, viewport }, async ({ page }) => {
      await openApp(page);
      await press(page, "Control+Shift+F");
      await hasFocus(field(page));
      await settled(page);
      await shot(page, `search-empty-${size}-${colorScheme}`);
      await axe(page);
      await page.keyboard.type("guatemala");
      await hits(page).first().waitFor();
      await press(page, "Enter");
      await said(page, "Hit 1 of");
      await press(page, "Enter");
      await said(page, "Hit 2 of");
      await settled(page);
      await shot(page, `search-hits-${size}-${colorScheme}`);
      await axe(page);
      await toggle(page, "Regular expression");
      await field(page).fill("[a-");
      await says(page, "Character 1: This “[” is not closed.");
      await axe(page);
    });
  }
}
