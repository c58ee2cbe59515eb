// Opening and closing projects leaves nothing behind.

import assert from "node:assert/strict";
import { dialog, exportFile, listCounts, noDialog, openApp, openFiles, saved, title } from "../support/app.mjs";
import { drag } from "../support/pointer.mjs";
import { press } from "../support/keys.mjs";
import { test } from "../support/test.mjs";

const TIMES = 12;
/** Of wasm's memory, which grows by these and never shrinks. */
const PAGE = 65_536;
const TEXT = "Prices rose in Guatemala by four percent, said Ana Solís of the central bank.\n\n".repeat(400);
/** In ASCII: as many bytes as characters. */
const LINE = "Prices rose in Guatemala by four percent, said the central bank.\n";

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

// wasm's memory keeps the most that was needed at once, and what lies scattered in it cannot take one large piece.
test("a large project needs no more memory when it is opened over another one", { only: "chromium" }, async ({ page }) => {
  const times = 30_000;
  await page.addInitScript(keepMemory);
  await openApp(page);
  const projects = await openProjects(page);
  await projects.getByLabel("New project").fill("Seed");
  await projects.getByRole("button", { name: "Create" }).click();
  await noDialog(page);
  await openFiles(page, { name: "many.txt", content: LINE.repeat(times) });
  await title(page).filter({ hasText: "many" }).waitFor();
  await drag(page, "Guatemala");
  await press(page, "l");
  await listCounts(page, 1);
  await saved(page);
  const seed = JSON.parse((await exportFile(page)).text);
  await openFiles(page, { name: "many.attest.json", content: JSON.stringify(inEachLine(seed, times)) });
  const taking = page.getByRole("dialog", { name: "Open annotations", exact: true });
  await taking.getByRole("radio", { name: "As a project of its own" }).check();
  await taking.getByRole("button", { name: "Take it in" }).click();
  await listCounts(page, times);
  await saved(page);

  // Anew, so that what taking the file in needed is not counted.
  await page.reload();
  await title(page).filter({ hasText: "many" }).waitFor();
  await listCounts(page, times);
  const first = await counts(page);
  for (let i = 0; i < 3; i += 1) {
    await open(page, /^Sample/);
    await title(page).filter({ hasNotText: "many" }).waitFor();
    await open(page, "Many");
    await listCounts(page, times);
  }
  const last = await counts(page);
  assert.ok(last.wasm <= first.wasm * 1.1, `wasm memory grew from ${first.wasm} to ${last.wasm} bytes`);
});

/** The project's one mention, in every line of its text. */
function inEachLine(project, times) {
  const [article] = project.articles;
  const [mention] = article.mentions;
  const line = article.lengths.bytes / times;
  const shifted = (place, by) => ({ start: place.start + by, end: place.end + by });
  article.mentions = Array.from({ length: times }, (_, i) => ({
    ...mention,
    id: mention.id.slice(0, -8) + i.toString(16).padStart(8, "0"),
    spans: mention.spans.map((span) => ({
      ...span,
      codePoints: shifted(span.codePoints, i * line),
      utf16: shifted(span.utf16, i * line),
      bytes: shifted(span.bytes, i * line),
    })),
  }));
  const id = project.project.id;
  project.project = { ...project.project, name: "Many", id: id.slice(0, -8) + "00000000" };
  return project;
}

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
