// What is marked in texts of many scripts is what other programs cut out of them, in each of the three units.

import assert from "node:assert/strict";
import {
  article, exportFile, listCounts, openApp, openFiles, saved, title,
} from "../support/app.mjs";
import { clickText, drag } from "../support/pointer.mjs";
import { checkOffsets, checkSchema } from "../support/readers.mjs";
import { test } from "../support/test.mjs";

const TEXT = [
  "Many scripts\r\n",
  "\r\n",
  "The family 👨‍👩‍👧‍👦 met the astronaut 👩🏽‍🚀 and 🇬🇹 waved.\r\n",
  "A cafe\u0301 in Zu\u0308rich and a nai\u0308ve plan.\r",
  "Lone return before, and 10\u00a0000 euros after.\u2028",
  "قال الرئيس محمود عباس إن الهجرة مسألة مهمة للجميع.\n",
  "ראש הממשלה אמר אתמול כי ההגירה היא נושא חשוב.\r\n",
  "นายกรัฐมนตรีกล่าวว่าเศรษฐกิจไทยดีขึ้นในปีนี้\n",
  "中国外交部发言人表示欢迎两国领导人会晤。\u2028",
  "The end 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 of it.",
].join("");

/** Dragged from the start of the first to the end of the second, and what that is to give. */
const DRAGS = [
  ["👨‍👩‍👧‍👦"],
  ["👩🏽‍🚀", "🇬🇹"],
  ["waved", "cafe\u0301"],
  ["cafe\u0301"],
  ["plan", "Lone"],
  ["10\u00a0000 euros"],
  ["محمود عباس"],
  ["مهمة", "ראש"],
  ["ההגירה"],
  ["เศรษฐกิจไทย"],
  ["外交部"],
  ["会晤", "The end"],
  ["𝔘𝔫𝔦𝔠𝔬𝔡𝔢"],
];

test("marks by mouse and key in many scripts are cut out again in three units", async ({ page, browserName }) => {
  await openApp(page);
  await openFiles(page, { name: "scripts.txt", content: TEXT });
  await title(page).filter({ hasText: "scripts" }).waitFor();
  assert.equal(await article(page).textContent(), TEXT);

  const expected = [];
  for (const [from, to = from] of DRAGS) {
    await drag(page, from, to);
    await page.keyboard.press("c");
    expected.push(TEXT.slice(TEXT.indexOf(from), TEXT.indexOf(to, TEXT.indexOf(from)) + to.length));
    await listCounts(page, expected.length);
  }

  // By keys: over a family of emoji, a letter with its mark, and the end of a line.
  await clickText(page, "👨‍👩‍👧‍👦");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Home");
  for (let words = 0; words < 2; words += 1) await page.keyboard.press("Control+ArrowRight");
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("e");
  await listCounts(page, expected.length + 1);
  await saved(page);

  const project = await exportFile(page);
  const table = await exportFile(page, "Mentions (CSV)");
  await checkOffsets(browserName, project, table);
  await checkSchema(project);
  const { text, mentions } = JSON.parse(project.text).articles.at(-1);
  assert.equal(text, TEXT);
  const quotes = (label) => mentions.filter((it) => it.label.name === label).map(({ spans }) => spans[0].exact);
  assert.deepEqual(quotes("Claim").sort(), expected.sort());
  // Where words end and lines break differs from browser to browser; that it is more than one line does not.
  assert.match(quotes("Event")[0], /👨‍👩‍👧‍👦 met .* waved\.\r\nA cafe\u0301/);
});

test("selecting all marks all, and no character is cut", async ({ page, browserName }) => {
  await openApp(page);
  await openFiles(page, { name: "scripts.txt", content: TEXT });
  await title(page).filter({ hasText: "scripts" }).waitFor();
  await clickText(page, "scripts");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("c");
  await listCounts(page, 1);
  // One character at a time, from the start of a line: each is whole.
  await clickText(page, "👨‍👩‍👧‍👦");
  await page.keyboard.press("Escape");
  const project = await exportFile(page);
  await checkOffsets(browserName, project);
  const [{ spans }] = JSON.parse(project.text).articles.at(-1).mentions;
  assert.equal(spans[0].exact, TEXT);
});
