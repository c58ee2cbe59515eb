// Selecting and marking by mouse: what a mention covers, where mentions lie over each other, and changing them.

import assert from "node:assert/strict";
import {
  article, dialog, inspector, inspects, label, listCounts, mentionRows, mentionsAre, noDialog, openApp, openFiles, said,
  saved, step, title,
} from "../support/app.mjs";
import { press } from "../support/keys.mjs";
import { KNOB, clickText, drag, hoverText, place, scrollTo } from "../support/pointer.mjs";
import { test } from "../support/test.mjs";

test("a selection grows to whole words and loses white space", async ({ page }) => {
  await openApp(page);
  await drag(page, "rnardo Aréva");
  await page.keyboard.press("p");
  await inspects(page, "Bernardo Arévalo");
  await drag(page, " of Guatemala are ");
  await page.keyboard.press("l");
  await inspects(page, "of Guatemala are");
});

test("with Alt, or by the setting, a selection stays as it is", async ({ page }) => {
  await openApp(page);
  await page.keyboard.down("Alt");
  await drag(page, "rnardo Aréva");
  await page.keyboard.up("Alt");
  await label(page, "Person").click();
  await inspects(page, "rnardo Aréva");
  await page.getByRole("button", { name: "Settings" }).click();
  const settings = await dialog(page, "Settings");
  await settings.getByRole("radio", { name: "Stay exactly as selected" }).check();
  await page.keyboard.press("Escape");
  await noDialog(page);
  await drag(page, "ernardo Arév");
  await page.keyboard.press("p");
  await inspects(page, "ernardo Arév");
  await saved(page);
  await page.reload();
  await drag(page, "mid the United St");
  await page.keyboard.press("l");
  await inspects(page, "mid the United St");
});

test("a drag that begins on the title takes the text from its beginning", async ({ page }) => {
  await openApp(page);
  await openFiles(page, { name: "drag.txt", content: "One two three.\n\nFour five six.\n" });
  await title(page).filter({ hasText: "drag" }).waitFor();
  const { x, y, height } = await title(page).boundingBox();
  const end = await place(page, "three", "end");
  await page.mouse.move(x + 10, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 6 });
  await page.mouse.up();
  await press(page, "c");
  await mentionsAre(page, ["One two three · Claim"]);
});

test("at 360 pixels, a jump from the sheet brings the mention above it", { viewport: { width: 360, height: 740 } }, async ({ page }) => {
  await openApp(page);
  await openFiles(page, { name: "long.txt", content: `${"A line of the text.\n\n".repeat(60)}The very end.\n` });
  await title(page).filter({ hasText: "long" }).waitFor();
  for (const quote of ["very end", { text: "line of", nth: 3 }, { text: "line of", nth: 30 }]) {
    await drag(page, quote);
    await label(page, "Person").click();
    await said(page, "tagged as Person");
  }
  await page.getByRole("button", { name: "Inspector and mentions" }).click();
  await page.getByRole("tab", { name: "Mentions" }).click();
  const rows = mentionRows(page);
  await rows.nth(2).waitFor();
  const sheet = await page.locator(".side").boundingBox();
  for (const [row, quote] of [[2, "very end"], [0, { text: "line of", nth: 3 }], [1, { text: "line of", nth: 30 }]]) {
    await rows.nth(row).click();
    await page.waitForFunction(async () => {
      const scroll = document.querySelector("#article-scroll");
      const before = scroll.scrollTop;
      for (let frame = 0; frame < 5; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      return scroll.scrollTop === before;
    });
    const { y } = await place(page, quote, "middle");
    assert.ok(y > 48 && y < sheet.y - 8, `${JSON.stringify(quote)} is at ${y}, and the sheet begins at ${sheet.y}`);
  }
});

test("labels are armed only while something is selected or chosen", async ({ page }) => {
  await openApp(page);
  assert.equal(await label(page, "Claim").getAttribute("aria-disabled"), "true");
  await label(page, "Claim").click({ force: true });
  await said(page, "Select some text first.");
  await page.keyboard.press("c");
  await drag(page, "Central America");
  await label(page, "Place").and(page.locator(":not([aria-disabled])")).waitFor();
  await clickText(page, "scheduled to meet");
  await label(page, "Place").and(page.locator("[aria-disabled]")).waitFor();
  await page.keyboard.press("l");
  await listCounts(page, 0);
});

test("a kept label makes each selection a mention until Escape", async ({ page }) => {
  await openApp(page);
  await page.getByRole("button", { name: "Keep a label" }).click();
  await label(page, "Place").click();
  await said(page, "Each selection becomes Place. Escape ends this.");
  assert.equal(await label(page, "Place").getAttribute("aria-pressed"), "true");
  await drag(page, "Guatemala City");
  await listCounts(page, 1);
  await drag(page, "Parkland");
  await listCounts(page, 2);
  await drag(page, "Central America");
  await mentionsAre(page, ["Guatemala City · Place", "Parkland · Place", "Central America · Place"]);
  await page.keyboard.press("Escape");
  await said(page, "Selections wait for a label again.");
  await drag(page, "United States");
  await label(page, "Place").and(page.locator(":not([aria-disabled])")).waitFor();
  await listCounts(page, 3);
});

// In Firefox each of Playwright's clicks counts as the first.
test("a triple click with a kept label makes one mention, of the paragraph", { only: "chromium" }, async ({ page }) => {
  await openApp(page);
  await openFiles(page, { name: "clicks.txt", content: "One two three.\n\nFour five six.\n" });
  await title(page).filter({ hasText: "clicks" }).waitFor();
  await press(page, "Shift+p");
  await page.getByText("Each selection becomes").first().waitFor();
  await clickText(page, "five", { clickCount: 2 });
  await mentionsAre(page, ["five · Person"]);
  await press(page, "Control+z");
  await mentionsAre(page, []);
  await clickText(page, "five", { clickCount: 3 });
  await mentionsAre(page, ["Four five six. · Person"]);
  assert.equal(await step(page, "Undo"), "Undo: tag “Four five six.” as Person");
  await press(page, "Control+z");
  await mentionsAre(page, []);
});

test("mentions overlap, nest and coincide; clicks go from the innermost outwards", async ({ page }) => {
  await openApp(page);
  const claim = "President Bernardo Arévalo of Guatemala are scheduled to meet on Monday";
  await drag(page, claim);
  await page.keyboard.press("c");
  await drag(page, "Bernardo Arévalo of Guatemala");
  await page.keyboard.press("o");
  await drag(page, "Bernardo Arévalo");
  await page.keyboard.press("p");
  await drag(page, "Bernardo Arévalo");
  await page.keyboard.press("e");
  await drag(page, "Guatemala are scheduled");
  await page.keyboard.press("l");
  await listCounts(page, 5);
  await page.keyboard.press("Escape");

  await clickText(page, "Arévalo of Guatemala are");
  const shown = async () => {
    const quote = await inspector(page).locator("blockquote").textContent();
    return `${quote} · ${await inspector(page).getByLabel("Label", { exact: true }).inputValue()}`;
  };
  const seen = [await shown()];
  for (let clicks = 0; clicks < 3; clicks += 1) {
    const before = seen.at(-1);
    await clickText(page, "Arévalo of Guatemala are");
    await page.waitForFunction(
      (before) => {
        const quote = document.querySelector("#inspector blockquote")?.textContent;
        return quote && `${quote} · ${document.querySelector("#mention-label").value}` !== before;
      },
      before,
    );
    seen.push(await shown());
  }
  assert.deepEqual(seen.slice(0, 2).sort(), ["Bernardo Arévalo · Event", "Bernardo Arévalo · Person"]);
  assert.deepEqual(seen.slice(2), ["Bernardo Arévalo of Guatemala · Organisation", `${claim} · Claim`]);
  await clickText(page, "Arévalo of Guatemala are");
  await inspects(page, "Bernardo Arévalo");

  // Another of those here, by name.
  await inspector(page).getByRole("button", { name: "Claim" }).click();
  await inspects(page, claim);
  await clickText(page, "Southern border who");
  await inspector(page).getByText("Click a mention in the text to see it here.").waitFor();
});

test("what lies under the pointer is named", async ({ page }) => {
  await openApp(page);
  await drag(page, "Bernardo Arévalo");
  await page.keyboard.press("p");
  await inspects(page, "Bernardo Arévalo");
  await hoverText(page, "rdo Arévalo");
  await page.locator(".hover-card").filter({ hasText: "Person" }).waitFor();
  await hoverText(page, "Southern border");
  await page.locator(".hover-card").waitFor({ state: "hidden" });
});

test("a mention takes further spans and gives them back", async ({ page }) => {
  await openApp(page);
  await drag(page, "Kamala Harris speaks");
  await page.keyboard.press("c");
  await inspects(page, "Kamala Harris speaks");
  await inspector(page).getByRole("button", { name: "Add span" }).click();
  await drag(page, "about gun safety measures");
  await inspects(page, "Kamala Harris speaks … about gun safety measures");
  await mentionsAre(page, ["Kamala Harris speaks … about gun safety measures · Claim"]);
  await inspector(page).getByRole("button", { name: "Remove “Kamala Harris speaks”" }).click();
  await inspects(page, "about gun safety measures");
  await page.keyboard.press("Control+z");
  await inspects(page, "Kamala Harris speaks … about gun safety measures");
});

test("either end is dragged to another place, the label changed, the mention deleted", async ({ page }) => {
  await openApp(page);
  await drag(page, "Bernardo Arévalo");
  await page.keyboard.press("p");
  await inspects(page, "Bernardo Arévalo");
  await dragGrip(page, "end", "Bernardo Arévalo of Guatemala");
  await inspects(page, "Bernardo Arévalo of Guatemala");
  await dragGrip(page, "start", "President Bernardo Arévalo");
  await inspects(page, "President Bernardo Arévalo of Guatemala");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+Shift+z");
  await inspects(page, "President Bernardo Arévalo of Guatemala");

  await inspector(page).getByLabel("Label", { exact: true }).selectOption("Organisation");
  await mentionsAre(page, ["President Bernardo Arévalo of Guatemala · Organisation"]);
  await inspector(page).getByRole("button", { name: "Delete mention" }).click();
  await listCounts(page, 0);
  assert.ok(await article(page).isVisible());
});

/** Drags the knob of the chosen mention's `start` or `end` to that of a quote. */
async function dragGrip(page, end, quote) {
  await scrollTo(page, quote);
  const grip = article(page).locator(`.article-handle.${end}`);
  await grip.waitFor();
  const box = await grip.boundingBox();
  const x = box.x + box.width / 2;
  const y = end === "end" ? box.y + box.height - KNOB : box.y + KNOB;
  const to = await place(page, quote, end);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move((x + to.x) / 2, to.y, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
}
