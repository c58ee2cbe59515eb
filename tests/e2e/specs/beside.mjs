// Two articles side by side, and the list of passages with the same content.

import assert from "node:assert/strict";
import { article, dialog, label, noDialog, openApp, saved, settled, shot } from "../support/app.mjs";
import { axe } from "../support/axe.mjs";
import { download } from "../support/download.mjs";
import { largeProject, openProject, withClaims } from "../support/dossier.mjs";
import { hasFocus, press, tabTo } from "../support/keys.mjs";
import { KNOB, drag, dragPoints, place, scrollTo } from "../support/pointer.mjs";
import { test } from "../support/test.mjs";

const CAME = "189,922 people were stopped at the border in February.";
const IN_FIRST = "increased to 189,922 in February";
const IN_SECOND = "the number of individuals apprehended";
const CLAIMS = [{ text: CAME, by: [{ quote: IN_FIRST, stance: "asserts" }] }];

/** The dialog, once passages are joined. */
async function openBeside(page) {
  await press(page, "Alt+0");
  return joined(page);
}

async function joined(page) {
  const beside = await dialog(page, "Side by side");
  await beside.getByText(/^Passage \d+ of \d+$/).waitFor();
  return beside;
}

function pairs(beside) {
  return beside.getByRole("group", { name: "Passages" });
}

function text(beside, side) {
  return beside.getByRole("region", { name: `${side} text`, exact: true });
}

/** The pairs of the list that are on the page. */
function rowsOf(list) {
  return list.getByRole("listbox").getByRole("option");
}

/** Waits until one is at this pair, such as `3 of 14`. */
async function at(beside, words) {
  await beside.locator(".beside-place").filter({ hasText: words }).waitFor();
}

/** Goes on by keys until the chosen pair is the one that both say this of. */
async function goTo(page, beside, words) {
  const said = beside.page().locator("#modal-announcer");
  for (let presses = 0; presses < 40; presses += 1) {
    const now = await beside.locator(".beside-why").innerText();
    if (now.includes(words)) return;
    const before = await beside.locator(".beside-place").innerText();
    await press(page, "j");
    await beside.locator(".beside-place").filter({ hasNotText: before }).waitFor();
  }
  throw new Error(`no pair says ${words}; last: ${await said.innerText()}`);
}

async function saidInDialog(page, words) {
  await page.locator("#modal-announcer").filter({ hasText: words }).waitFor({ state: "attached" });
}

/** How far the two texts' lines with these quotes lie from each other in height, once that stays the same. */
async function apart(page, beside, first, second) {
  for (let before = NaN; ; ) {
    const y = [await height(text(beside, "First"), first), await height(text(beside, "Second"), second)];
    const now = Math.round(y[0] - y[1]);
    if (now === before) return Math.abs(now);
    before = now;
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
}

function height(region, quote) {
  return region.evaluate((region, quote) => {
    const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(quote);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + 1);
      return range.getBoundingClientRect().top;
    }
    throw new Error(`there is no “${quote}”`);
  }, quote);
}

async function exported(page) {
  await press(page, "Control+s");
  const it = await dialog(page, "Export");
  const file = await download(page, () => it.getByRole("button", { name: "Download", exact: true }).click());
  await noDialog(page);
  return JSON.parse(file.text);
}

/** The quotes that make each claim of the project, in the order of the articles. */
async function claimsOf(newPage, page) {
  const project = await exported(page);
  const quotes = (id) =>
    project.articles.flatMap(({ mentions }) =>
      mentions.filter(({ refersTo }) => refersTo?.claim?.id === id).map(({ spans }) => spans[0].exact),
    );
  return project.claims.map(({ id, text }) => ({ text, by: quotes(id) }));
}

/** A page with one claim, which the first article makes. Firefox takes the focus from a page that has saved a file. */
async function openWithClaim({ page, newPage }) {
  await openApp(page);
  const content = withClaims(JSON.stringify(await exported(page)), CLAIMS);
  const other = await newPage();
  await openApp(other);
  await openProject(other, content);
  return other;
}

test("two articles are compared by keyboard alone", async (browser) => {
  const page = await openWithClaim(browser);
  const beside = await openBeside(page);
  await hasFocus(pairs(beside));
  await at(beside, /^Passage 1 of/);
  await press(page, "j");
  await saidInDialog(page, /Passage 2 of \d+: \d+ %, both say “/);
  await press(page, "ArrowDown");
  await at(beside, /^Passage 3 of/);
  await press(page, "k");
  await at(beside, /^Passage 2 of/);
  await goTo(page, beside, "189,922");
  assert.ok((await apart(page, beside, "The number of people arrested", "Despite being one of the lowest")) < 3);
  await beside.getByText("“arrested” as “apprehended”").waitFor();

  // The mention that makes the claim is proposed for the other article, and its end moved.
  await press(page, "p");
  await saidInDialog(page, "Proposed: “");
  const proposed = beside.getByRole("group", { name: "Proposed mention" });
  const before = await proposed.locator("dd").nth(1).innerText();
  await press(page, "Shift+Alt+ArrowLeft");
  await proposed.locator("dd").nth(1).filter({ hasNotText: new RegExp(`^${before}$`) }).waitFor();
  await press(page, "Shift+Alt+ArrowRight");
  await proposed.locator("dd").nth(1).filter({ hasText: before }).waitFor();
  await press(page, "Escape");
  await saidInDialog(page, "Declined");
  await hasFocus(pairs(beside));
  await press(page, "p");
  await proposed.waitFor();
  await press(page, "Enter");
  await saidInDialog(page, "tagged as Claim");
  await beside.getByText("Both make the same claim.").waitFor();
  await press(page, "Control+z");
  await saidInDialog(page, "Undone");
  await beside.getByRole("button", { name: "Same claim" }).waitFor();

  // The whole passage.
  await press(page, "s");
  await saidInDialog(page, "Both make the claim “189,922 people");
  await beside.getByText("Both make the same claim.").waitFor();

  // What only looks alike.
  const place = await beside.locator(".beside-place").innerText();
  const n = Number(place.split(" of ")[1]);
  await press(page, "j", "x");
  await beside.locator(".beside-place").filter({ hasText: `of ${n - 1}` }).waitFor();
  const marked = beside.getByText("Not the same: 1");
  await tabTo(page, marked);
  await press(page, "Enter", "Tab");
  await hasFocus(beside.getByRole("button", { name: /^Take back/ }));
  await press(page, "Enter");
  await beside.locator(".beside-place").filter({ hasText: `of ${n}` }).waitFor();
  await hasFocus(pairs(beside));

  // Tab reaches the texts, and keys in them choose what is under the caret.
  await tabTo(page, text(beside, "Second"));
  await press(page, "Control+Home");
  await press(page, ...Array(30).fill("Control+ArrowRight"));
  await saidInDialog(page, /Passage \d+ of \d+: /);
  await press(page, "Escape");
  await noDialog(page);

  await saved(page);
  await page.reload();
  await article(page).waitFor();
  const [claim] = await claimsOf(browser.newPage, page);
  assert.equal(claim.by.length, 2);
  assert.equal(claim.by[0], IN_FIRST);
  assert.ok(claim.by[1].startsWith("Despite being one of the lowest"));
});

test("two articles are compared by mouse alone", async (browser) => {
  const page = await openWithClaim(browser);
  await page.getByRole("navigation", { name: "Articles" }).getByRole("button", { name: /^More on “Kamala Harris Meets With/ }).click();
  await page.getByRole("menuitem", { name: "Compare with another article…" }).click();
  const beside = await joined(page);

  // The wheel over one text scrolls the other, and back.
  const scrolled = (side) => text(beside, side).evaluate((it) => it.parentElement.scrollTop);
  const wheel = async (side, by) => {
    const { x, y, width, height } = await text(beside, side).locator("..").boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    const before = await scrolled(side === "First" ? "Second" : "First");
    await page.mouse.wheel(0, by);
    await page.waitForFunction(
      ([side, before]) => document.querySelector(`[aria-label="${side} text"]`).parentElement.scrollTop !== before,
      [side === "First" ? "Second" : "First", before],
    );
  };
  await wheel("First", 900);
  await wheel("Second", 500);
  await wheel("Second", -600);
  await wheel("First", -300);

  // A click on a passage goes to it, and its counterpart comes beside.
  await scrollTo(page, IN_SECOND, text(beside, "Second"));
  const point = await place(page, IN_SECOND, "middle", text(beside, "Second"));
  await page.mouse.click(point.x, point.y);
  await beside.locator(".beside-why").getByText("189,922").first().waitFor();
  assert.ok((await apart(page, beside, "The number of people arrested", "Despite being one of the lowest")) < 3);
  assert.ok((await beside.locator(".beside-band.chosen[d^='M']").count()) === 1, "a band joins them");

  // The mention is projected, its start dragged, and made.
  await beside.getByRole("button", { name: /^Project/ }).first().click();
  const proposed = beside.getByRole("group", { name: "Proposed mention" });
  await proposed.waitFor();
  const grip = await beside.locator(".beside-second .article-handle.start").boundingBox();
  const to = await place(page, "individuals apprehended", "start", text(beside, "Second"));
  const from = { x: grip.x + grip.width / 2, y: grip.y + KNOB };
  await dragPoints(page, from, to);
  await proposed.locator("dd").nth(1).filter({ hasText: /^individuals apprehended/ }).waitFor();
  await proposed.getByRole("button", { name: "Accept" }).click();
  await beside.getByText("Both make the same claim.").waitFor();
  await hasFocus(pairs(beside));

  // Other articles, and a pair that is not the same.
  const second = beside.getByRole("combobox", { name: "Second article" });
  const here = await second.inputValue();
  await second.selectOption({ index: 3 });
  await at(beside, /^Passage 1 of \d$/);
  await second.selectOption(here);
  await at(beside, /^Passage 1 of \d\d$/);
  await beside.getByRole("button", { name: "Next passage" }).click();
  await at(beside, /^Passage 2 of/);
  const n = Number((await beside.locator(".beside-place").innerText()).split(" of ")[1]);
  await beside.getByRole("button", { name: "Not the same" }).click();
  await at(beside, new RegExp(`of ${n - 1}$`));
  await beside.getByText("Not the same: 1").click();
  await beside.getByRole("button", { name: /^Take back/ }).click();
  await at(beside, new RegExp(`of ${n}$`));
  await beside.getByRole("button", { name: "Close" }).click();
  await noDialog(page);
});

test("two claims of one content are merged when that is asked for", async ({ page, newPage }) => {
  await openApp(page);
  const claims = [CLAIMS[0], { text: "Many were apprehended.", by: [{ quote: IN_SECOND, stance: "asserts" }] }];
  const content = withClaims(JSON.stringify(await exported(page)), claims);
  const other = await newPage();
  await openApp(other);
  await openProject(other, content);
  const beside = await openBeside(other);
  await goTo(other, beside, "189,922");
  await beside.getByRole("button", { name: "Same claim" }).click();
  const ask = beside.getByRole("alert");
  await ask.getByText("They make two claims").waitFor();
  await ask.getByRole("button", { name: "Leave both" }).click();
  await ask.waitFor({ state: "detached" });
  await press(other, "s");
  await ask.getByRole("button", { name: "Merge into “189,922" }).click();
  await beside.getByText("Both make the same claim.").waitFor();
  await press(other, "Escape");
  await noDialog(other);
  assert.deepEqual((await claimsOf(newPage, other)).map(({ text }) => text), [CAME]);
});

test("the list leads to both passages and back to where one was", async ({ page }) => {
  await openApp(page);
  await press(page, "Alt+p");
  const list = await dialog(page, "Passages with the same content");
  const rows = list.getByRole("listbox", { name: "Pairs of passages" });
  await rowsOf(list).nth(3).waitFor();
  await hasFocus(rows);
  await press(page, "ArrowDown", "ArrowDown");
  const third = rowsOf(list).and(list.locator("[aria-posinset='3']"));
  await list.locator("[aria-posinset='3'][aria-selected='true']").waitFor();
  const quote = await third.locator(".passage-quote").first().innerText();
  await press(page, "Enter");
  const beside = await joined(page);
  await text(beside, "First").getByText(quote.slice(0, 30)).waitFor();
  await press(page, "Escape");
  await dialog(page, "Passages with the same content");
  await list.locator("[aria-posinset='3'][aria-selected='true']").waitFor();
  await hasFocus(rows);
  const n = Number((await list.getByRole("status").filter({ hasText: "pairs" }).innerText()).split(" ")[0]);
  await press(page, "x");
  await list.getByRole("status").filter({ hasText: `${n - 1} pairs` }).waitFor();
  await press(page, "Control+z");
  await list.getByRole("status").filter({ hasText: `${n} pairs` }).waitFor();
  await press(page, "s");
  await saidInDialog(page, "Both make the claim");
  await list.getByRole("combobox", { name: "Of" }).selectOption({ index: 5 });
  await list.getByRole("status").filter({ hasNotText: `${n} pairs` }).waitFor();
  await press(page, "Escape");
  await noDialog(page);

  // From a mention.
  await drag(page, "189,922");
  await label(page, "Quantity").click();
  await page.getByRole("button", { name: "Where else?" }).click();
  await dialog(page, "Passages with the same content");
  await rowsOf(list).first().getByText("189,922").first().waitFor();
  await rowsOf(list).first().click();
  await joined(page);
});

test("a comparison is cancelled, and begun anew", async ({ page }) => {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  const isWorker = (url) => url.pathname.endsWith("passages-worker.js");
  await page.context().route(isWorker, async (route) => {
    await released;
    await route.continue();
  });
  await openApp(page);
  await press(page, "Alt+p");
  const list = await dialog(page, "Passages with the same content");
  await list.getByRole("progressbar", { name: "Comparing 5 articles…" }).waitFor();
  await list.getByRole("button", { name: "Cancel" }).click();
  await list.getByText("The comparison was stopped.").waitFor();
  await axe(page);
  release();
  await list.getByRole("button", { name: "Compare", exact: true }).click();
  await rowsOf(list).first().waitFor();
});

test("of many articles only the pairs in view are on the page", async ({ page, newPage }) => {
  await openApp(page);
  const content = largeProject(JSON.stringify(await exported(page)), 60, 600);
  const other = await newPage();
  await openApp(other);
  await openProject(other, content);
  await press(other, "Alt+p");
  const list = await dialog(other, "Passages with the same content");
  const rows = rowsOf(list);
  await rows.nth(4).waitFor();
  await hasFocus(list.getByRole("listbox"));
  await press(other, "End");
  await list.locator("[aria-selected='true']:not([aria-posinset='1'])").waitFor();
  const n = await rows.count();
  assert.ok(n > 4 && n < 60, `${n} rows`);
});

for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of [["wide", { width: 1440, height: 900 }], ["narrow", { width: 360, height: 740 }]]) {
    test(`side by side looks and reads well, ${size} and ${colorScheme}`, { colorScheme, viewport }, async (browser) => {
      const page = await openWithClaim(browser);
      const checked = async (state) => {
        await settled(page);
        await axe(page);
        await shot(page, `${state}-${size}-${colorScheme}`);
      };
      const beside = await openBeside(page);
      await goTo(page, beside, "189,922");
      await checked("beside");
      await press(page, "p");
      await beside.getByRole("group", { name: "Proposed mention" }).waitFor();
      await checked("beside-proposal");
      await press(page, "Escape");
      await beside.getByRole("group", { name: "These passages" }).waitFor();
      await press(page, "Escape");
      await noDialog(page);
      await press(page, "Alt+p");
      const list = await dialog(page, "Passages with the same content");
      await rowsOf(list).first().waitFor();
      await checked("passages");
    });
  }
}
