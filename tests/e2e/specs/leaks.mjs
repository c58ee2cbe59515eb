// Opening and closing projects leaves nothing behind.

import assert from "node:assert/strict";
import { dialog, listCounts, noDialog, openApp, openFiles, saved, title } from "../support/app.mjs";
import { drag } from "../support/pointer.mjs";
import { press } from "../support/keys.mjs";
import { test } from "../support/test.mjs";

const TIMES = 12;
/** Of wasm's memory, which grows by these and never shrinks. */
const PAGE = 65_536;
const TEXT = "Prices rose in Guatemala by four percent, said Ana Solís of the central bank.\n\n".repeat(400);

// Only Chromium counts its nodes and listeners for a test.
test("opening and closing a project again and again leaves nothing behind", { only: "chromium" }, async ({ page }) => {
  await page.addInitScript(keepMemory);
  await openApp(page);
  let projects = await openProjects(page);
  await projects.getByLabel("New project").fill("Own");
  await projects.getByRole("button", { name: "Create" }).click();
  await noDialog(page);
  await openFiles(page, { name: "own.txt", content: TEXT });
  await title(page).filter({ hasText: "own" }).waitFor();
  await drag(page, "Guatemala");
  await press(page, "l");
  await listCounts(page, 1);
  await saved(page);

  const reopen = async () => {
    await open(page, /^Sample/);
    await title(page).filter({ hasNotText: "own" }).waitFor();
    await open(page, "Own");
    await title(page).filter({ hasText: "own" }).waitFor();
    await listCounts(page, 1);
  };
  // What is made once is made by then.
  await reopen();
  await reopen();
  const before = await counts(page);
  for (let i = 0; i < TIMES; i += 1) await reopen();
  const after = await counts(page);
  // The announcer may have one text more than before; what is left behind each time adds up to more.
  assert.ok(after.nodes < before.nodes + TIMES / 2, `${after.nodes} nodes, and ${before.nodes} before`);
  assert.equal(after.listeners, before.listeners, "listeners");
  assert.ok(after.wasm <= before.wasm + 4 * PAGE, `wasm memory grew from ${before.wasm} to ${after.wasm} bytes`);
});

async function openProjects(page) {
  await page.getByRole("button", { name: /^Project:/ }).click();
  return dialog(page, "Projects");
}

async function open(page, name) {
  const projects = await openProjects(page);
  await projects.getByRole("button", { name, exact: true }).and(page.locator(".project-open")).click();
  await noDialog(page);
}

/** After collecting garbage. */
async function counts(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  // Twice, since finalizers of the first round free more.
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  await session.detach();
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  const wasm = await page.evaluate(() => window.wasmMemory.buffer.byteLength);
  return { nodes: of("Nodes"), listeners: of("JSEventListeners"), wasm };
}

/** Runs in the page, before its scripts. */
function keepMemory() {
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await original.apply(WebAssembly, args);
      // Under whatever name the build has given it.
      const exports = Object.values((made.instance ?? made).exports);
      window.wasmMemory ??= exports.find((it) => it instanceof WebAssembly.Memory);
      return made;
    };
  }
}
