// Claims: who makes them and how, in their panel and in the table of claims by articles.

import assert from "node:assert/strict";
import {
  dialog, inspects, noDialog, openApp, said, settled, shot,
} from "../support/app.mjs";
import { axe } from "../support/axe.mjs";
import { download } from "../support/download.mjs";
import { largeProject, openProject, withClaims } from "../support/dossier.mjs";
import { hasFocus, press, tabTo } from "../support/keys.mjs";
import { test } from "../support/test.mjs";

const CAME = "189,922 people were stopped at the border in February.";
const MONEY = "$5.2 billion will be invested in Central America.";
const CLAIMS = [
  {
    text: CAME,
    by: [
      { quote: "189,922 in February", stance: "asserts" },
      { quote: "reaching 189,922", stance: "attributes", speaker: "Harris" },
    ],
  },
  { text: MONEY, by: [{ quote: "Investments in Central America totaling $5.2 billion", stance: "hedges" }] },
];

/** A page with the sample articles and mentions that make two claims. */
async function openWithClaims({ page, newPage }) {
  await openApp(page);
  return openAnew(newPage, withClaims((await exported(page)).text, CLAIMS));
}

/** Firefox takes the focus from a page that has saved a file, so another page goes on. */
async function openAnew(newPage, content) {
  const page = await newPage();
  await openApp(page);
  await openProject(page, content);
  return page;
}

/** The open project as a file; by keys, since a narrow page has no room for the button. */
async function exported(page) {
  await press(page, "Control+s");
  const it = await dialog(page, "Export");
  const file = await download(page, () => it.getByRole("button", { name: "Download", exact: true }).click());
  await noDialog(page);
  return file;
}

function panel(page) {
  return page.getByRole("region", { name: "Claims", exact: true });
}

function claims(page) {
  return panel(page).getByRole("listbox", { name: "Claims" }).getByRole("option");
}

function sentence(page) {
  return panel(page).getByRole("textbox", { name: "The claim, in one sentence" });
}

/** Waits until the panel shows this claim. */
async function shows(page, text) {
  await sentence(page).waitFor();
  await page.waitForFunction((text) => document.querySelector("#claim-text")?.value === text, text);
}

/** Waits until the cell with the focus has this name. */
async function atCell(page, name) {
  await page.locator(".matrix-grid :focus").and(page.getByRole("gridcell", { name, exact: true })).waitFor();
}

async function saidInDialog(page, words) {
  await page.locator("#modal-announcer").filter({ hasText: words }).waitFor({ state: "attached" });
}

test("of several mentions in one cell each has its number", async ({ page, newPage }) => {
  const quotes = ["influx of migrants", "189,922 in February"];
  await openApp(page);
  const by = quotes.map((quote) => ({ quote, stance: "asserts" }));
  const other = await openAnew(newPage, withClaims((await exported(page)).text, [{ text: CAME, by }]));
  for (const [key, quote] of [["2", quotes[1]], ["1", quotes[0]], ["Enter", quotes[0]]]) {
    await press(other, "Alt+9");
    await other.locator(".matrix-grid :focus").and(other.getByRole("gridcell", { name: /asserted; asserted/ })).waitFor();
    await press(other, "3");
    await press(other, key);
    await noDialog(other);
    await inspects(other, quote);
  }
});

test("claims are compared by keyboard alone", async (browser) => {
  const page = await openWithClaims(browser);
  await press(page, "Alt+9");
  const table = await dialog(page, "Claims by articles");
  assert.equal(await table.getByRole("grid").getAttribute("aria-rowcount"), "3");
  assert.equal(await table.getByRole("grid").getAttribute("aria-colcount"), "6");
  const claim = "“189,922 people were stopped at the borde…”";
  await atCell(page, `${claim} · OAN: asserted, “189,922 in February”`);
  await press(page, "ArrowRight");
  await atCell(page, `${claim} · Kamala Meeting With Guatemalan Leader On Immigration: attributed to Harris, “reaching 189,922”`);
  await press(page, "End");
  await atCell(page, `${claim} · GT News: not yet looked`);
  await press(page, "x");
  await saidInDialog(page, "Checked and absent");
  await atCell(page, `${claim} · GT News: checked and absent`);
  await press(page, "Space");
  await atCell(page, `${claim} · GT News: not yet looked`);
  await press(page, "x");
  await press(page, "Control+Home");
  await hasFocus(table.getByRole("rowheader", { name: CAME }));
  await press(page, "ArrowRight", "x");
  await saidInDialog(page, "is in “Kamala Harris Meets");

  // The grid is one stop of the Tab key.
  assert.equal(await table.locator(".matrix-grid [tabindex='0']").count(), 1);
  await press(page, "Shift+Tab");
  await hasFocus(table.getByRole("combobox", { name: "Order" }));
  await table.locator(".matrix-grid [tabindex='0']").focus();

  // The quote, and back to the same cell.
  await press(page, "ArrowRight", "Enter");
  await noDialog(page);
  await inspects(page, "reaching 189,922");
  await press(page, "Alt+9");
  await atCell(page, `${claim} · Kamala Meeting With Guatemalan Leader On Immigration: attributed to Harris, “reaching 189,922”`);
  await press(page, "ArrowDown", "Home", "Enter");
  await noDialog(page);
  await shows(page, MONEY);
  await hasFocus(page.locator("#claims"));

  // The claim itself.
  await tabTo(page, sentence(page));
  await press(page, "Control+End");
  await page.keyboard.type(" Soon.");
  await shows(page, `${MONEY} Soon.`);
  await press(page, "Control+a", "Delete");
  await panel(page).getByText("A claim needs a sentence.").waitFor();
  await press(page, "Tab");
  await shows(page, `${MONEY} Soon.`);
  await tabTo(page, panel(page).getByRole("radio", { name: "quantity" }));
  await press(page, "Space");
  await tabTo(page, panel(page).getByRole("textbox", { name: "New source" }));
  await page.keyboard.type("https://example.org/aid");
  await press(page, "Enter");
  await panel(page).getByRole("textbox", { name: "What source 1 says" }).waitFor();
  await press(page, "Alt+1", "Control+z");
  await shows(page, MONEY);
  assert.equal(await panel(page).getByRole("radio", { name: "quantity" }).isChecked(), false, "all typed is one step");

  // A new one.
  await press(page, "Alt+8");
  await hasFocus(page.locator("#claims"));
  await tabTo(page, panel(page).getByRole("button", { name: "All claims" }));
  await press(page, "Enter");
  await tabTo(page, page.locator("#claim-list"));
  await press(page, "ArrowDown", "Enter");
  await shows(page, MONEY);
  await tabTo(page, panel(page).getByRole("button", { name: "All claims" }));
  await press(page, "Enter");
  await tabTo(page, panel(page).getByRole("textbox", { name: "New claim" }));
  await page.keyboard.type("Harris visited Guatemala.");
  await press(page, "Enter");
  await said(page, "Claim “Harris visited Guatemala.” added");
  await shows(page, "Harris visited Guatemala.");
});

test("claims are compared, split, merged and deleted by mouse alone", async (browser) => {
  const page = await openWithClaims(browser);
  await page.getByRole("tab", { name: "Claims" }).click();
  await claims(page).filter({ hasText: CAME }).filter({ hasText: "2 of 5 articles" }).click();
  await shows(page, CAME);
  await panel(page).getByRole("button", { name: "189,922 in February" }).click();
  await inspects(page, "189,922 in February");

  await panel(page).getByRole("checkbox", { name: "Split off: reaching 189,922" }).check();
  await panel(page).getByRole("button", { name: "Split off 1 mention" }).click();
  await shows(page, "reaching 189,922");
  await panel(page).getByRole("combobox", { name: "The same as" }).selectOption(CAME);
  await panel(page).getByRole("button", { name: "Merge" }).click();
  await shows(page, CAME);
  await panel(page).getByRole("button", { name: "reaching 189,922" }).waitFor();

  await panel(page).getByText("Not yet looked for in 3 articles.").waitFor();
  await panel(page).getByRole("button", { name: "Compare by articles" }).click();
  const table = await dialog(page, "Claims by articles");
  const unseen = table.getByRole("gridcell", { name: /Kamala Harris will hold talks.*not yet looked$/ }).first();
  await unseen.hover();
  await unseen.getByRole("button", { name: "Looked, not there" }).click();
  await saidInDialog(page, "Checked and absent");
  await table.getByRole("combobox", { name: "Show" }).selectOption("Disagreements");
  await table.locator("#matrix-count").filter({ hasText: "1 of 2 claims" }).waitFor();
  await table.getByRole("gridcell", { name: /attributed to Harris/ }).click();
  await noDialog(page);
  await inspects(page, "reaching 189,922");
  await panel(page).getByText("Looked for, and not there").waitFor();
  await panel(page).getByRole("button", { name: /^Take back/ }).click();
  await panel(page).getByText("Looked for, and not there").waitFor({ state: "detached" });

  await panel(page).getByRole("button", { name: "Delete claim" }).click();
  await claims(page).filter({ hasText: CAME }).waitFor({ state: "detached" });
  await page.getByRole("region", { name: "Messages" }).getByRole("button", { name: /^Undo/ }).click();
  await claims(page).filter({ hasText: CAME }).waitFor();

  await page.getByRole("searchbox", { name: "Find in claims" }).fill("billion");
  await claims(page).filter({ hasText: CAME }).waitFor({ state: "detached" });
  assert.equal(await claims(page).count(), 1);
});

test("of many claims and articles only cells in view are on the page", async ({ page: first, newPage }) => {
  await openApp(first);
  const page = await openAnew(newPage, largeProject((await exported(first)).text, 500, 2000));
  await press(page, "Alt+9");
  const table = await dialog(page, "Claims by articles");
  const cells = table.getByRole("gridcell");
  const few = async () => {
    const n = await cells.count();
    assert.ok(n > 20 && n < 500, `${n} cells`);
  };
  await cells.nth(20).waitFor();
  await few();
  await press(page, "Control+End");
  await page.locator(".matrix-row[aria-rowindex='2001'] :focus[aria-colindex='501']").waitFor();
  await page.locator(".matrix-row[aria-rowindex='1999']").waitFor();
  await few();
  await press(page, "PageUp");
  await page.locator(".matrix-row[aria-rowindex='2001'] :focus").waitFor({ state: "detached" });
  await few();
  await press(page, "Control+Home", "PageDown", "ArrowRight");
  await page.locator(".matrix-grid :focus[aria-colindex='2']").waitFor();
  await settled(page);
  await shot(page, "matrix-many");
});

for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of [["wide", { width: 1440, height: 900 }], ["narrow", { width: 360, height: 740 }]]) {
    test(`claims look and read well, ${size} and ${colorScheme}`, { colorScheme, viewport }, async ({ page }) => {
      const checked = async (state) => {
        await settled(page);
        await axe(page);
        await shot(page, `${state}-${size}-${colorScheme}`);
      };
      await openApp(page);
      await press(page, "Alt+8");
      await panel(page).getByText("A claim is a statement").waitFor();
      await checked("claims-empty");
      await press(page, "Alt+9");
      await dialog(page, "Claims by articles");
      await checked("matrix-empty");
      await press(page, "Escape");
      await noDialog(page);
      await press(page, "Escape");
      await openProject(page, withClaims((await exported(page)).text, CLAIMS));
      await press(page, "Alt+8");
      await claims(page).first().waitFor();
      await checked("claims-list");
      await claims(page).first().click();
      await shows(page, CAME);
      await checked("claim");
      await press(page, "Alt+9");
      await dialog(page, "Claims by articles");
      await checked("matrix");
    });
  }
}
