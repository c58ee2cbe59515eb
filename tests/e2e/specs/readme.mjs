// The picture in the README: a morning's work on the sample. `UPDATE_SCREENSHOT=1` puts a new one in place.

import assert from "node:assert/strict";
import { copyFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { inspector, listCounts, openApp, saved } from "../support/app.mjs";
import { outFile } from "../support/out.mjs";
import { clickText, drag, scrollTo } from "../support/pointer.mjs";
import { press } from "../support/keys.mjs";
import { test } from "../support/test.mjs";

const KEPT = fileURLToPath(new URL("../../../docs/screenshot.png", import.meta.url));
const CLAIM =
  "amid the United States’ efforts to manage the influx of migrants arriving at its Southern border";

const MARKS = [
  ["Bernardo Arevalo", "p"],
  ["Guatemala City", "l"],
  ["March 21, 2024", "d"],
  ["U.S. Vice President Kamala Harris and President Bernardo Arévalo of Guatemala are scheduled to meet", "c"],
  ["JOHAN ORDONEZ", "p"],
  ["Bernardo Arévalo", "p"],
  ["Central America", "l"],
  ["Safe Mobility Offices", "g"],
  [CLAIM, "c"],
];

test("the README’s picture", { viewport: { width: 1440, height: 900 } }, async ({ page, browserName }) => {
  await openApp(page);
  let count = 0;
  for (const [quote, key] of MARKS) {
    await drag(page, quote);
    await press(page, key);
    await listCounts(page, (count += 1));
  }
  await saved(page);
  // The hint on the first mention is gone, and the room that it kept.
  await page.reload();
  await clickText(page, CLAIM);
  await inspector(page).getByRole("radio", { name: "event" }).check();
  await inspector(page).getByRole("radio", { name: "yes" }).check();
  await scrollTo(page, "Bernardo Arevalo");
  await page.mouse.move(2, 600);
  await saved(page);
  const picture = await outFile(browserName, "readme.png");
  await page.screenshot({ path: picture, animations: "disabled", caret: "hide" });
  if (browserName !== "chromium") return;
  assert.ok((await stat(picture)).size < 300_000, "small enough to be fetched with the README");
  if (process.env.UPDATE_SCREENSHOT) await copyFile(picture, KEPT);
});
