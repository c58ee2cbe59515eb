// Fingers: selecting, choosing and changing mentions without a mouse or a keyboard.
//
// In Chromium alone, since Playwright's Firefox has no touch. Taps and drags are the browser's own; a browser without a
// window takes no long press for a selection, so that is put where the press would have put it, while the finger is
// down, and the press ends as the browser would end it.

import assert from "node:assert/strict";
import { article, inspector, inspects, label, listCounts, mentionsAre, openApp, openFiles, said, saved, title } from "../support/app.mjs";
import { place } from "../support/pointer.mjs";
import { test } from "../support/test.mjs";

const PHONE = { only: "chromium", hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };
const TEXT = "President Arévalo of Guatemala met Harris.\n\nShe promised help.\n";

test("a finger marks words, chooses the mention and drags its end", PHONE, async ({ page, context }) => {
  const fingers = await context.newCDPSession(page);
  await openApp(page);
  await page.getByText("Select some words, then choose a label.").waitFor();
  await openFiles(page, { name: "touch.txt", content: TEXT });
  await title(page).filter({ hasText: "touch" }).waitFor();

  // A long press selects a word; a label makes the mention.
  await longPress(page, fingers, "Guatemala");
  await label(page, "Place").and(page.locator(":not([aria-disabled])")).waitFor();
  await label(page, "Place").tap();
  await said(page, "“Guatemala” tagged as Place");
  await saved(page);

  // A tap beside it lets go of it; one on it chooses it.
  await tap(page, await place(page, "promised", "middle"));
  await page.locator(".article-handle.end").waitFor({ state: "hidden" });
  await tap(page, await place(page, "Guatemala", "middle"));
  const grip = page.locator(".article-handle.end");
  await grip.waitFor();

  // Its grip is large enough to be hit, and takes its end along.
  const box = await grip.boundingBox();
  assert.ok(box.width >= 24 && box.height >= 24, `the grip is ${box.width} by ${box.height}`);
  const to = await place(page, "Harris", "end");
  await dragFinger(fingers, { x: box.x + box.width / 2, y: box.y + box.height - 6 }, { x: to.x, y: to.y });
  await said(page, "Now “Guatemala met Harris”");
  // The browser takes a tap at once after a drag for a part of the same gesture: tapped until it takes one.
  const side = inspector(page).locator("blockquote");
  do {
    await page.getByRole("button", { name: "Inspector and mentions" }).tap();
  } while (!(await side.waitFor({ timeout: 500 }).then(() => true, () => false)));
  await inspector(page).locator("blockquote").waitFor();
  await inspects(page, "Guatemala met Harris");
  await page.getByRole("tab", { name: "Mentions" }).tap();
  await listCounts(page, 1);
  await mentionsAre(page, ["Guatemala met Harris · Place"]);
});

async function tap(page, { x, y }) {
  await page.touchscreen.tap(x, y);
}

async function longPress(page, fingers, word) {
  await fingers.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [await place(page, word, "middle")] });
  await article(page).evaluate((region, word) => {
    const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() && !walker.currentNode.data.includes(word));
    const at = walker.currentNode.data.indexOf(word);
    getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + word.length);
  }, word);
  await fingers.send("Input.dispatchTouchEvent", { type: "touchCancel", touchPoints: [] });
}

async function dragFinger(fingers, from, to) {
  const at = (share) => ({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
  await fingers.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at(0)] });
  for (const share of [0.2, 0.5, 0.8, 1]) {
    await fingers.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [at(share)] });
  }
  await fingers.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}
