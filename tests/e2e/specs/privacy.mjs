// Nothing leaves the page, and two tabs do not overwrite each other.

import assert from "node:assert/strict";
import { dialog, exportFile, listCounts, mentionsAre, openApp, saved } from "../support/app.mjs";
import { download } from "../support/download.mjs";
import { press } from "../support/keys.mjs";
import { drag } from "../support/pointer.mjs";
import { test } from "../support/test.mjs";

test("the browser itself refuses requests to another origin", async ({ page, offenses }) => {
  await openApp(page);
  const refused = await page.evaluate(async () => {
    const directive = new Promise((resolve) => {
      addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), { once: true });
    });
    const error = await fetch("http://localhost:9/").then(() => "none", ({ name }) => name);
    return { error, directive: await directive };
  });
  assert.deepEqual(refused, { error: "TypeError", directive: "connect-src" });
  const image = await page.evaluate(() => new Promise((resolve) => {
    addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), { once: true });
    new Image().src = "http://localhost:9/pixel.png";
  }));
  assert.equal(image, "img-src");
  // The browser's own words about it.
  assert.ok(offenses.splice(0).every((offense) => offense.includes("localhost:9")));
});

test("working asks for nothing", async ({ page }) => {
  await openApp(page);
  await saved(page);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await drag(page, "Guatemala City");
  await press(page, "l");
  await listCounts(page, 1);
  await press(page, "Control+k");
  await dialog(page, "Command palette");
  await press(page, "Escape");
  await exportFile(page);
  await saved(page);
  assert.deepEqual(asked.filter((url) => !url.startsWith("blob:")), []);
});

test("a second tab with the same project is told so, and overwrites nothing", async ({ page, context }) => {
  await openApp(page);
  await drag(page, "Guatemala City");
  await press(page, "l");
  await listCounts(page, 1);
  await saved(page);
  const second = await context.newPage();
  await openApp(second);
  await second.getByText(/is open in another tab/).first().waitFor();
  await second.getByRole("status").filter({ hasText: "Not saved" }).waitFor();
  await mentionsAre(second, ["Guatemala City · Place"]);

  // Whoever stores first goes on; the other is told, and can keep the work as a file.
  await drag(second, "Parkland");
  await press(second, "l");
  await mentionsAre(second, ["Guatemala City · Place", "Parkland · Place"]);
  await saved(second);
  await page.bringToFront();
  await drag(page, "Central America");
  await press(page, "l");
  await listCounts(page, 2);
  await page.getByRole("status").filter({ hasText: "Not saved" }).waitFor();
  await page.getByText("The project was changed in another tab. Reload this tab to go on from there.").first().waitFor();
  const copy = await download(page, () => page.getByRole("button", { name: "Download a copy" }).click());
  assert.match(copy.text, /"Central America"/);
  await second.close();
  page.on("dialog", (it) => it.accept());
  await page.reload();
  await mentionsAre(page, ["Guatemala City · Place", "Parkland · Place"]);
});
