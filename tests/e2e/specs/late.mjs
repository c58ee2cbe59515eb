// The late part of the program: what is asked of it before it has come, and when it does not come.

import assert from "node:assert/strict";
import { dialog, noDialog, openApp, saved } from "../support/app.mjs";
import { hasFocus, press } from "../support/keys.mjs";
import { test } from "../support/test.mjs";

const isLate = (url) => url.pathname.endsWith("_late.wasm");

test("keys that come before the palette does are not lost", async ({ page }) => {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(isLate, async (route) => {
    await released;
    await route.continue();
  });
  await openApp(page);
  await press(page, "ControlOrMeta+k");
  await page.keyboard.type("settings");
  release();
  const palette = await dialog(page, "Command palette");
  const query = palette.getByRole("combobox");
  await hasFocus(query);
  assert.equal(await query.inputValue(), "settings");
  await press(page, "Enter");
  await dialog(page, "Settings");
});

test("a dialog whose part cannot be loaded says so, and comes when it is tried again", async ({ page, offenses }) => {
  await page.route(isLate, (route) => route.fulfill({ status: 503, body: "" }));
  await openApp(page);
  await press(page, "ControlOrMeta+k");
  const trouble = page.getByRole("alert").filter({ hasText: "could not be loaded" });
  await trouble.waitFor();
  await trouble.getByRole("button", { name: "Close" }).click();
  await trouble.waitFor({ state: "detached" });
  await press(page, "ControlOrMeta+k");
  await trouble.waitFor();
  await page.unroute(isLate);
  await trouble.getByRole("button", { name: "Try again" }).click();
  const palette = await dialog(page, "Command palette");
  await hasFocus(palette.getByRole("combobox"));
  await press(page, "Escape");
  await noDialog(page);
  onlyNotes503(offenses);
});

test("without what reads a stored project, nothing takes its place", async ({ page, offenses }) => {
  await openApp(page);
  await press(page, "ControlOrMeta+k");
  await page.keyboard.type("projects");
  await press(page, "Enter");
  const projects = await dialog(page, "Projects");
  await projects.getByLabel("New project").fill("Own");
  await projects.getByRole("button", { name: "Create" }).click();
  await noDialog(page);
  await saved(page);
  await page.route(isLate, (route) => route.fulfill({ status: 503, body: "" }));
  await page.reload();
  await page.getByRole("alert").filter({ hasText: "Attest could not start" }).waitFor();
  await page.unroute(isLate);
  await page.reload();
  await page.getByRole("button", { name: /^Project: Own/ }).waitFor();
  onlyNotes503(offenses);
});

/** Browsers themselves write failed requests to the console. */
function onlyNotes503(offenses) {
  const others = offenses.splice(0).filter((offense) => !/503/.test(offense));
  assert.deepEqual(others, []);
}
