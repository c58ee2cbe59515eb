// One browser, and how a test runs in it: a fresh context each time, and a silent, well-behaved page.

import { chromium, firefox } from "playwright-core";
import { firefoxDownloads } from "./download.mjs";
import { outFile } from "./out.mjs";
import { watch } from "./watch.mjs";
import { within } from "./within.mjs";

const TEST_TIMEOUT = 120_000;
const STEP_TIMEOUT = 15_000;

// What a browser does in the background by itself would only cost time.
const CHROMIUM_ARGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];

export class Browser {
  /** By color scheme, started when a test first needs it. */
  #running = new Map();

  constructor(name, baseURL) {
    if (name !== "chromium" && name !== "firefox") {
      throw new Error(`BROWSERS names “${name}”: it takes chromium and firefox`);
    }
    this.name = name;
    this.baseURL = baseURL;
  }

  /** Answers the error of a test that failed. */
  async run(test) {
    const { colorScheme = "light", ...options } = test.options;
    const browser = await this.#start(colorScheme);
    const media = this.name === "chromium" ? { colorScheme } : FIREFOX_MEDIA;
    const context = await browser.newContext({ baseURL: this.baseURL, locale: "en-US", ...media, ...options });
    context.setDefaultTimeout(STEP_TIMEOUT);
    const offenses = watch(context, this.baseURL);
    const page = await context.newPage();
    try {
      await within(TEST_TIMEOUT, test.body({ page, context, browserName: this.name }));
      if (offenses.length > 0) throw new Error(`the page did what it must not:\n  ${offenses.join("\n  ")}`);
      return undefined;
    } catch (error) {
      const name = `failed-${test.title.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}.png`;
      await page.screenshot({ path: await outFile(this.name, name) }).catch(() => {});
      if (offenses.length > 0 && !error.message.includes(offenses[0])) {
        error.message += `\nand the page said:\n  ${offenses.join("\n  ")}`;
      }
      return error;
    } finally {
      await context.close();
    }
  }

  async close() {
    for (const browser of this.#running.values()) await (await browser).close();
  }

  #start(colorScheme) {
    // Firefox takes the color scheme from its settings only, so that it needs a process for each.
    const key = this.name === "firefox" ? colorScheme : "any";
    if (!this.#running.has(key)) this.#running.set(key, launch(this.name, colorScheme));
    return this.#running.get(key);
  }
}

/** Playwright would override these by a command that Firefox does not know. */
const FIREFOX_MEDIA = { colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null };

function launch(name, colorScheme) {
  if (name === "chromium") {
    const isRoot = process.getuid?.() === 0;
    const args = isRoot ? [...CHROMIUM_ARGS, "--no-sandbox"] : CHROMIUM_ARGS;
    return chromium.launch({ executablePath: process.env.CHROMIUM, args });
  }
  return firefox.launch({
    channel: "moz-firefox",
    executablePath: process.env.FIREFOX,
    downloadsPath: firefoxDownloads,
    firefoxUserPrefs: { "layout.css.prefers-color-scheme.content-override": colorScheme === "dark" ? 0 : 1 },
  });
}
