// Runs the end-to-end tests: every spec, in Chromium and in Firefox, against the built page.
//
//   node run.mjs [filter…]      a test runs if its title contains one of the filters
//
// DIST is the built folder, CHROMIUM and FIREFOX are the browsers' programs; `cargo xtask test --only e2e` sets all
// three. BROWSERS=chromium or BROWSERS=firefox keeps it to one browser. SLOWDOWN=5 plays a machine that is five times
// slower (Chromium only), which brings out what holds only where the page is quicker than the keys.

import { mkdir, readdir, rm } from "node:fs/promises";
import { stripVTControlCharacters } from "node:util";
import { Browser } from "./support/browser.mjs";
import { outFolder } from "./support/out.mjs";
import { serveFolder } from "./support/server.mjs";
import { collected, setSpec } from "./support/test.mjs";

const filters = process.argv.slice(2).map((filter) => filter.toLowerCase());
const browsers = (process.env.BROWSERS ?? "chromium,firefox").split(",").map((name) => name.trim());

await rm(outFolder, { recursive: true, force: true });
await mkdir(outFolder, { recursive: true });

const specs = new URL("./specs/", import.meta.url);
for (const file of (await readdir(specs)).filter((name) => name.endsWith(".mjs")).sort()) {
  setSpec(file.replace(/\.mjs$/, ""));
  await import(new URL(file, specs));
}
const tests = collected().filter(
  ({ title }) => filters.length === 0 || filters.some((filter) => title.toLowerCase().includes(filter)),
);

// Under a path of its own, which proves that every address in the page is relative.
const server = await serveFolder(process.env.DIST, "/some/path/");
const failures = [];
let passed = 0;
try {
  // Side by side, because each browser waits most of the time.
  await Promise.all(browsers.map((name) => runIn(new Browser(name, server.url))));
} finally {
  await server.close();
}

async function runIn(browser) {
  try {
    for (const test of tests.filter(({ only }) => !only || only === browser.name)) {
      const line = `${browser.name.padEnd(8)}  ${test.title}`;
      const error = await browser.run(test);
      if (error) {
        failures.push({ line, error });
        console.log(`FAILED  ${line}\n${told(error)}\n`);
      } else {
        passed += 1;
        console.log(`ok      ${line}`);
      }
    }
  } finally {
    await browser.close();
  }
}

function told(error) {
  const text = [error.stack ?? error, error.cause?.message].filter(Boolean).join("\nand ");
  // Playwright colors parts of it, terminal or not.
  return stripVTControlCharacters(text);
}

if (failures.length > 0) {
  console.log(`\nFailed:\n${failures.map(({ line }) => `  ${line}`).join("\n")}\nScreenshots lie in ${outFolder}.`);
}
console.log(`\ntest result: ${failures.length > 0 ? "FAILED" : "ok"}. ${passed} passed; ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
