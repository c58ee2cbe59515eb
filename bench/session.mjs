// The order of things: contenders in turn, each run in a fresh browser on a copy of a profile that has been there once.

import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { add } from "./measures/add.mjs";
import { exportAll } from "./measures/export.mjs";
import { leak } from "./measures/leak.mjs";
import { memory } from "./measures/memory.mjs";
import { open } from "./measures/open.mjs";
import { scroll } from "./measures/scroll.mjs";
import { withBrowser, withCopy } from "./support/browser.mjs";
import { pause, within } from "./support/within.mjs";

const OUT = fileURLToPath(new URL("./out/failed-", import.meta.url));

/** After a fresh start the browser is busy with itself for a while. */
const SETTLE = 1_000;

/**
 * Adds to the two lists as it goes: to `runs`, `{ size, contender, repeat, open, memory, scroll, add, export, leak,
 * failed }`, and to `visits` what each contender's first visit loaded and took, `{ size, contender, loaded, took }`.
 */
export async function measureAll({ chosen, contenders, workloads, server, profiles, runs, visits }) {
  /** Those that did not open in time; larger sizes would take them longer still. */
  const out = new Set();
  for (const workload of workloads) {
    const prepared = new Map();
    for (const { name } of contenders.filter(({ name }) => out.has(name))) {
      runs.push({ size: workload.size, contender: name, failed: "not tried" });
    }
    const left = contenders.filter(({ name }) => !out.has(name));
    for (const contender of left) {
      const profile = path.join(profiles, `${contender.name}-${workload.size}`);
      await mkdir(profile, { recursive: true });
      prepared.set(contender, profile);
      const visit = await prepare(contender, profile, workload, server);
      visits.push({ size: workload.size, contender, ...visit });
    }
    for (let repeat = 1; repeat <= chosen.repeats; repeat += 1) {
      for (const contender of left.filter(({ name }) => !out.has(name))) {
        const run = await measure(contender, prepared.get(contender), workload, server, chosen);
        runs.push({ size: workload.size, contender: contender.name, repeat, ...run });
        console.log(line(runs.at(-1)));
        if (!run.open) out.add(contender.name);
      }
    }
  }
}

/** The first visit, so that nobody pays for an empty cache. Answers what it loaded, and how long `prepare` took. */
async function prepare(contender, profile, workload, server) {
  return withBrowser(profile, async (page) => {
    const loaded = [];
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto(contender.url(server.origin, contender.prepare ? workload.size : "S"));
    await pause(SETTLE);
    const first = [...loaded];
    const start = performance.now();
    await contender.prepare?.(page, workload);
    const took = performance.now() - start;
    await pause(SETTLE);
    return { loaded: first, took };
  });
}

async function measure(contender, profile, workload, server, { measures, timeout }) {
  return withCopy(profile, async (page, context) => {
    const run = {};
    const measured = async (name, promise) => {
      if (measures.includes(name)) run[name] = await within(timeout, promise());
    };
    try {
      await pause(SETTLE);
      run.open = await within(timeout, open(page, contender, contender.url(server.origin, workload.size), workload));
      await pause(SETTLE);
      await measured("memory", () => memory(page, context));
      await measured("scroll", () => scroll(page));
      await pause(SETTLE);
      await measured("add", () => add(page, contender));
      await measured("export", () => exportAll(page, contender));
      if (measures.includes("leak") && contender.reopen) run.leak = await leak(page, context, contender, workload, timeout);
    } catch (error) {
      run.failed = error.message.split("\n")[0];
      // For whoever asks why.
      await page.screenshot({ path: `${OUT}${contender.name}-${workload.size}.png`, timeout: 5_000 }).catch(() => {});
    }
    return run;
  });
}

function line({ size, contender, repeat, open, scroll, add, memory, leak, failed }) {
  const parts = [`${size} ${contender} ${repeat}:`];
  if (open) parts.push(`open ${Math.round(open.painted)} ms`);
  if (memory) parts.push(`memory ${((memory.js + memory.wasm) / 1e6).toFixed(1)} MB`);
  if (scroll) parts.push(`scroll p95 ${scroll.p95.toFixed(1)} ms, ${scroll.longTasks.length} long tasks`);
  if (add) parts.push(`add ${Math.round(Math.max(...add))} ms at most`);
  if (leak) parts.push(`held ${leak.map((it) => ((it.js + it.wasm) / 1e6).toFixed(1)).join(", ")} MB`);
  if (failed) parts.push(`failed: ${failed}`);
  return parts.join("  ");
}
