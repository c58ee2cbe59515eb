// The chosen mention in full, and the list of all mentions.

import assert from "node:assert/strict";
import {
  inspector, inspects, listCounts, mentionRow, mentionRows, mentionsAre, openApp, openArticle, openFiles, saved, step,
  title,
} from "../support/app.mjs";
import { clickText, drag } from "../support/pointer.mjs";
import { test } from "../support/test.mjs";

const FIRST = "Kamala Harris Meets With Guatemalan President";
const SECOND = "Kamala Meeting With Guatemalan Leader";
const CLAIM = "Bipartisan worries over immigration are growing";

test("answers and a note stay after a reload; a note typed in one go is one step", async ({ page }) => {
  await openApp(page);
  await drag(page, CLAIM);
  await page.keyboard.press("c");
  await inspects(page, CLAIM);
  await inspector(page).getByRole("radio", { name: "position" }).check();
  await inspector(page).getByRole("radio", { name: "unsure" }).check();
  const note = inspector(page).getByLabel("Note", { exact: true });
  await note.click();
  await page.keyboard.type("Whose worries?");
  await saved(page);
  await page.reload();
  await clickText(page, CLAIM);
  await inspects(page, CLAIM);
  await note.and(page.locator("textarea")).waitFor();
  assert.equal(await note.inputValue(), "Whose worries?");
  assert.ok(await inspector(page).getByRole("radio", { name: "position" }).isChecked());
  assert.ok(await inspector(page).getByRole("radio", { name: "unsure" }).isChecked());
  assert.match(await step(page, "Undo"), /^Undo: note on “Bipartisan worries/);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.waitForFunction(() => document.querySelector("#mention-note")?.value === "");
  assert.match(await step(page, "Undo"), /^Undo: set Check-worthy of “Bipartisan worries/);
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  await page.waitForFunction(() => document.querySelector("#mention-note")?.value === "Whose worries?");
});

test("mentions are listed, filtered, sorted and jumped to, across articles", async ({ page }) => {
  await openApp(page);
  for (const [quote, key] of [["Parkland", "l"], [CLAIM, "c"], ["Bernardo Arévalo", "p"]]) {
    await drag(page, quote);
    await page.keyboard.press(key);
    await inspects(page, quote);
  }
  await openArticle(page, SECOND);
  await drag(page, "Joe Biden");
  await page.keyboard.press("p");
  await mentionsAre(page, ["Joe Biden · Person"]);
  const list = page.getByRole("region", { name: "Mentions" });
  await list.getByRole("radio", { name: "All articles" }).check();
  const all = ["Parkland · Place", "Bernardo Arévalo · Person", `${CLAIM} · Claim`, "Joe Biden · Person"];
  await mentionsAre(page, all);
  await mentionRows(page).filter({ hasText: SECOND }).waitFor();

  await list.getByLabel("Order").selectOption("By quote");
  await mentionsAre(page, [all[1], all[2], all[3], all[0]]);
  await list.getByLabel("Order").selectOption("By label");
  await mentionsAre(page, [all[2], all[1], all[3], all[0]]);
  await list.getByLabel("Order").selectOption("Last changed first");
  await mentionsAre(page, [all[3], all[1], all[2], all[0]]);
  await list.getByLabel("Order").selectOption("In text order");
  await list.getByLabel("Label", { exact: true }).selectOption("Person");
  await mentionsAre(page, [all[1], all[3]]);
  await list.getByLabel("Find in quotes and notes").fill("JOE");
  await mentionsAre(page, [all[3]]);
  await list.locator("#mention-count").filter({ hasText: "1 of 4" }).waitFor();
  await list.getByLabel("Find in quotes and notes").fill("nobody");
  await list.getByText("No mention passes the filters.").waitFor();
  await list.getByRole("button", { name: "Clear filters" }).click();
  await listCounts(page, 4);

  await mentionRow(page, CLAIM).click();
  await title(page).filter({ hasText: FIRST }).waitFor();
  await inspects(page, CLAIM);
  await page.waitForFunction(
    (claim) => {
      const region = document.querySelector("#article-text");
      const block = [...region.querySelectorAll(".article-block")].find((it) => it.textContent.includes(claim));
      const { top, bottom } = block.getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    },
    CLAIM,
  );
});

test("the list follows to the mention just made", { viewport: { width: 1280, height: 720 } }, async ({ page }) => {
  await openApp(page);
  const lines = ["Anna", "Bert", "Cora", "Dora", "Emil", "Fritz", "Gina", "Hugo", "Ines", "Jens", "Kim", "Lars"];
  await openFiles(page, { name: "names.txt", content: `${lines.join("\n")}\n` });
  await title(page).filter({ hasText: "names" }).waitFor();
  for (const name of lines) {
    await drag(page, name);
    await page.keyboard.press("p");
    await inspects(page, name);
  }
  const list = await page.getByRole("listbox", { name: "Mentions" }).boundingBox();
  assert.ok(list.height < lines.length * 52, "the list does not show all of them");
  await page.waitForFunction(() => {
    const list = document.querySelector("#mention-list").getBoundingClientRect();
    const row = document.querySelector("#mention-list [aria-selected=true]")?.getBoundingClientRect();
    return row && row.top >= list.top - 1 && row.bottom <= list.bottom + 1;
  });
});

test("at 360 pixels, Escape closes the sheet, and the first hint is seen whole", { viewport: { width: 360, height: 740 } }, async ({ page }) => {
  await openApp(page);
  const hint = await page.locator(".first-hint").boundingBox();
  const pane = await page.locator("#article-scroll").boundingBox();
  assert.ok(hint.y >= pane.y, `the hint begins at ${hint.y}, the pane at ${pane.y}`);
  await drag(page, "Guatemala City");
  const top = await title(page).boundingBox();
  await page.keyboard.press("l");
  await page.locator(".first-hint").waitFor({ state: "detached" });
  assert.deepEqual(await title(page).boundingBox(), top, "nothing jumps when it goes");
  await page.getByRole("button", { name: "Inspector and mentions" }).click();
  await inspects(page, "Guatemala City");
  await page.keyboard.press("Escape");
  await inspector(page).waitFor({ state: "hidden" });
});
