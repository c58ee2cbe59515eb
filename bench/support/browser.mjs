// Chromium with a profile, in a window of one size for all.

import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

const VIEWPORT = { width: 1280, height: 800 };

// What a browser does in the background by itself would only disturb.
const ARGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];

const probe = await readFile(new URL("./probe.js", import.meta.url), "utf8");

/** A folder that is gone after `use`. */
export async function withFolder(use) {
  const folder = await mkdtemp(path.join(tmpdir(), "attest-bench-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs `use` with a page of a fresh browser on this profile, which keeps what the page stores. */
export async function withBrowser(profile, use) {
  const isRoot = process.getuid?.() === 0;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM,
    args: isRoot ? [...ARGS, "--no-sandbox"] : ARGS,
    viewport: VIEWPORT,
    locale: "en-US",
    colorScheme: "light",
  });
  try {
    await context.addInitScript({ content: probe });
    return await use(context.pages()[0] ?? (await context.newPage()), context);
  } finally {
    await context.close();
  }
}

/** The same on a copy, so that the profile stays as it is. */
export function withCopy(profile, use) {
  return withFolder(async (folder) => {
    await cp(profile, folder, { recursive: true, filter: (file) => !/Singleton(Lock|Cookie|Socket)$/.test(file) });
    return withBrowser(folder, use);
  });
}

/** What Chromium calls itself. */
export function browserVersion() {
  return withFolder((folder) => withBrowser(folder, (_, context) => context.browser().version()));
}
