// What the browser can move as it is, it does not draw anew.

import assert from "node:assert/strict";
import { article, openApp } from "../support/app.mjs";
import { test } from "../support/test.mjs";

// Only Chromium tells of its layers.
test("the text scrolls as a layer of its own", { only: "chromium" }, async ({ page }) => {
  await openApp(page);
  const text = await article(page).elementHandle();
  const { width, height, seen } = await text.evaluate((text) => {
    const { clientWidth, scrollHeight, clientHeight } = text.closest(".article-scroll");
    return { width: clientWidth, height: scrollHeight, seen: clientHeight };
  });
  assert.ok(height > seen, `a text of ${height} px scrolls in a view of ${seen} px`);

  const sizes = (await layers(page)).map((layer) => `${layer.width} × ${layer.height}`);
  assert.ok(sizes.includes(`${width} × ${height}`), `of ${width} × ${height} px, among ${sizes.join(", ")}`);
});

/** The layers that the page is put together from, after scrolling the text by some pixels. */
async function layers(page) {
  const session = await page.context().newCDPSession(page);
  const told = new Promise((resolve) => {
    session.on("LayerTree.layerTreeDidChange", ({ layers }) => layers && resolve(layers));
  });
  await session.send("LayerTree.enable");
  await page.locator(".article-scroll").evaluate((scroller) => scroller.scrollBy(0, 50));
  const answer = await told;
  await session.detach();
  return answer;
}
