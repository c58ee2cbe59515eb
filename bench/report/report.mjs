// RESULTS.md from the raw figures.

import { readFileSync } from "node:fs";
import { OPENINGS } from "../measures/leak.mjs";
import { SIZES } from "../workload/sizes.mjs";
import { summary } from "./summary.mjs";
import { kilobytes, megabytes, ms, ratio, table } from "./table.mjs";
import { targets } from "./targets.mjs";

/** Everything that holds for any run, and does not come from the figures. */
const METHOD = readFileSync(new URL("./method.md", import.meta.url), "utf8");

export function report(results, contenders) {
  const { sizes } = results;
  const summaryOf = (contender, size) => summary(results.runs, contender, size);
  const rows = (field, show) =>
    contenders.map(({ name, title }) => [title, ...sizes.map((size) => cell(summaryOf(name, size), field, show))]);
  const bySize = (field, show) => table([["", ...sizes], ...rows(field, show)]);
  const toLimit = (field) => {
    const limit = (size) => summaryOf("limit", size)[field];
    const rows = contenders.map(({ name, title }) => [
      title,
      ...sizes.map((size) => cell(summaryOf(name, size), field, (it) => `${ms(it[field])} (${ratio(it[field], limit(size))})`)),
    ]);
    return table([["", ...sizes], ...rows]);
  };
  return `${[
    "# Attest beside its peers",
    conditions(results),
    "## Targets",
    targets(sizes, summaryOf),
    "## Open, ms",
    "Median, and in brackets the ratio to the limit.",
    toLimit("open"),
    "## Open until one can work, ms",
    "Attest shows the page as it was last seen, text and marks, before its program has started; this is when it has.",
    toLimit("usable"),
    "## Add, ms",
    "Median / 95th percentile of all additions.",
    bySize("addP50", ({ addP50, addP95 }) => `${ms(addP50)} / ${ms(addP95)}`),
    "## Scroll, ms between frames",
    "Median / 95th percentile / longest, and how many tasks took more than 50 ms; medians over the runs.",
    bySize("scrollP50", ({ scrollP50, scrollP95, scrollMax, longTasks }) => {
      const tasks = longTasks > 0 ? `, ${longTasks} long` : "";
      return `${scrollP50.toFixed(0)} / ${scrollP95.toFixed(0)} / ${scrollMax.toFixed(0)}${tasks}`;
    }),
    "## Memory after opening, MB",
    "JavaScript heap + wasm memory, after collecting garbage; in brackets the browser's own objects of the page (DOM).",
    bySize("held", ({ held, dom }) => `${megabytes(held)} (${megabytes(dom)})`),
    ...leaks(results, sizes, summaryOf),
    "## Export of everything as JSON, ms",
    bySize("export", (it) => ms(it.export)),
    "## First visit with a file",
    firstVisits(results, sizes),
    "## Shipped, kB",
    shippedTable(results, contenders),
    METHOD.trim(),
  ].join("\n\n")}\n`;
}

function cell(it, field, show) {
  if (it[field] !== undefined) return show(it);
  return it.failed ?? "–";
}

function conditions({ date, chromium, cpus, memoryGiB, load, system, sizes, repeats, packages }) {
  // Not there if the run broke off.
  const end = load.after === undefined ? "" : ` and ${load.after} at the end`;
  const others = Object.entries(packages).filter(([name]) => name !== "playwright-core");
  const versions = others.map(([name, version]) => `${name} ${version}`).join(", ");
  const about = sizes.map((size) => {
    const { units, mentions } = SIZES[size];
    return `${size}: ${(units / 1e3).toLocaleString("en")} KB, ${mentions.toLocaleString("en")} mentions`;
  });
  return [
    `${date}, headless Chromium ${chromium} on ${system}, ${cpus} cores, ${memoryGiB} GiB; window of 1280 × 800.`,
    `Beside Attest: ${versions}.`,
    `The machine's load was ${load.before} before${end}: on a quiet one it is 0, and some 1 at the end.`,
    `${repeats} ${repeats === 1 ? "run" : "runs"} of each, contenders in turn. ${about.join("; ")}.`,
  ].join("\n");
}

function shippedTable({ shipped }, contenders) {
  const rows = contenders
    .filter(({ name }) => shipped[name])
    .map(({ name, title }) => {
      const { raw, gzip, brotli } = shipped[name];
      return [title, kilobytes(raw), kilobytes(gzip), kilobytes(brotli)];
    });
  return table([["", "raw", "gzip", "brotli"], ...rows]);
}

/** Nothing where it was not measured. */
function leaks({ runs }, sizes, summaryOf) {
  if (!runs.some(({ leak }) => leak)) return [];
  const row = sizes.map((size) =>
    cell(summaryOf("attest", size), "heldLast", ({ heldFirst, heldLast }) => `${megabytes(heldFirst)} → ${megabytes(heldLast)}`),
  );
  const title = `## Memory after the first opening and after ${OPENINGS}, MB`;
  const about = "JavaScript heap + wasm memory, after collecting garbage; in one page, with the sample opened in between.";
  return [title, about, table([["", ...sizes], ["**Attest**", ...row]])];
}

function firstVisits({ firstVisits }, sizes) {
  const took = (size) => firstVisits.find((visit) => visit.contender === "attest" && visit.size === size)?.took;
  const rows = [["Attest: from the file chosen until all is stored, ms", ...sizes.map((size) => ms(took(size)))]];
  return table([["", ...sizes], ...rows]);
}
