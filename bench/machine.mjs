// On what was measured, without anything that would tell whose machine it is.

import { readFile } from "node:fs/promises";
import os from "node:os";
import { browserVersion } from "./support/browser.mjs";

export async function machine() {
  const { dependencies } = JSON.parse(await readFile(new URL("./package.json", import.meta.url), "utf8"));
  return {
    date: new Date().toISOString().slice(0, 10),
    chromium: await browserVersion(),
    node: process.versions.node,
    cpus: os.cpus().length,
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.arch()}`,
    load: { before: load() },
    packages: dependencies,
  };
}

/** How many programs wanted a core in the last minute, on average: what else the machine was doing. */
export function load() {
  return Math.round(os.loadavg()[0] * 10) / 10;
}
