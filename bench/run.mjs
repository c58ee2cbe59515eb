// Measures Attest beside its peers in Chromium, and writes RESULTS.md and results.json.
//
//   node run.mjs [options]      `cargo xtask help` lists them
//
// A run of a part of it all is written into the folder `out`, and leaves the whole one's figures alone.
// DIST is the built folder, CHROMIUM the browser's program; `cargo xtask bench` sets both.

import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { CONTENDERS } from "./contenders/all.mjs";
import { options } from "./options.mjs";
import { load, machine } from "./machine.mjs";
import { report } from "./report/report.mjs";
import { measureAll } from "./session.mjs";
import { shipped } from "./measures/shipped.mjs";
import { serve } from "./support/server.mjs";
import { withFolder } from "./support/browser.mjs";
import { write } from "./workload/generate.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));

const chosen = options(process.argv.slice(2));
const contenders = CONTENDERS.filter(({ name }) => chosen.contenders.includes(name));
const folder = path.join(HERE, "out", "workload");
const workloads = [];
for (const size of chosen.sizes) workloads.push(await write(size, folder));

const server = await serve({
  "/bench/workload/": folder,
  "/bench/pages/": path.join(HERE, "pages"),
  "/bench/modules/": path.join(HERE, "node_modules"),
  "/attest/": process.env.DIST,
});
const { sizes, repeats, timeout } = chosen;
const results = { ...(await machine()), sizes, repeats, timeout, shipped: {}, firstVisits: [], runs: [] };
const out = chosen.out ? path.resolve(chosen.out) : chosen.isWhole ? HERE : path.join(HERE, "out");
const visits = [];
try {
  await withFolder((profiles) =>
    measureAll({ chosen, contenders, workloads, server, profiles, visits, runs: results.runs }),
  );
} finally {
  // What was measured before something broke is worth keeping.
  await keep();
  await server.close();
}
console.log(`The figures are in ${path.join(out, "RESULTS.md")}.`);

async function keep() {
  results.load.after = load();
  for (const { contender, size, loaded, took } of visits) {
    if (contender.prepare) results.firstVisits.push({ contender: contender.name, size, took: shortened(took) });
    if (contender.ships) {
      results.shipped[contender.name] ??= await shipped(new Set(loaded.filter(contender.ships)), server.fileFor);
    }
  }
  await mkdir(out, { recursive: true });
  await writeFile(path.join(out, "results.json"), raw(results));
  await writeFile(path.join(out, "RESULTS.md"), report(results, contenders));
}

/** JSON with a line for each run. */
function raw({ runs, ...rest }) {
  const lines = runs.map((run) => `  ${JSON.stringify(run, (_, value) => (typeof value === "number" ? shortened(value) : value))}`);
  return `${JSON.stringify(rest, undefined, 1).slice(0, -2)},\n "runs": [\n${lines.join(",\n")}\n ]\n}\n`;
}

function shortened(value) {
  return Math.round(value * 10) / 10;
}
