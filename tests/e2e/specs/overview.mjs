// The strip beside the scroll bar: where mentions lie, drawn once for each change.

import assert from "node:assert/strict";
import { openApp } from "../support/app.mjs";
import { press } from "../support/keys.mjs";
import { drag } from "../support/pointer.mjs";
import { test } from "../support/test.mjs";

test("the strip shows where mentions lie, and is drawn once for each change", async ({ page }) => {
  await openApp(page);
  const strip = page.locator(".overview-strip");
  const drawn = (times) => page.locator(`.overview-strip[data-draws="${times}"]`).waitFor();
  await drawn(1);
  assert.deepEqual(await coloredRows(strip), []);

  await drag(page, "Guatemala’s President");
  await press(page, "p");
  await drawn(2);
  const rows = await coloredRows(strip);
  assert.ok(rows.length > 0 && rows.every((place) => place < 0.2), `near the start: ${rows}`);

  await press(page, "Control+z");
  await drawn(3);
  assert.deepEqual(await coloredRows(strip), []);
});

/** Where the strip is not empty, as parts of its height. */
function coloredRows(strip) {
  return strip.evaluate((canvas) => {
    // A copy, because a canvas that is read from changes how it is drawn.
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    const rows = new Set();
    for (let i = 3; i < data.length; i += 4) {
      if (data[i] > 0) rows.add(Math.floor(i / 4 / canvas.width) / canvas.height);
    }
    return [...rows];
  });
}
