// One browser, and how a test runs in it: a fresh context each time, and a silent, well-behaved page.

import { chromium, firefox } from "playwright-core";
import { firefoxDownloads } from "./download.mjs";
import { outFile } from "./out.mjs";
import { watch } from "./watch.mjs";
import { within } from "./within.mjs";

const TEST_TIMEOUT = 120_000;
/** Chromium then computes as on a machine that is so many times slower: keys and answers meet at other moments. */
const SLOWDOWN = Number(process.env.SLOWDOWN ?? 1);
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
    const contexts = [];
    const offenses = [];
    const newPage = async (options = test.options) => {
      const context = await this.#newContext(options);
      contexts.push(context);
      watch(context, this.baseURL, offenses);
      const page = await context.newPage();
      await this.#slowDown(page);
      return page;
    };
    const play = async () => {
      const page = await newPage();
      await test.body({ page, context: page.context(), newPage, offenses, browserName: this.name });
    };
    try {
      const error = await failure(within(TEST_TIMEOUT, play()), offenses);
      if (error) await this.#showFailure(contexts, test);
      return error;
    } finally {
      // A browser that died has nothing left to close; the next test starts another.
      for (const context of contexts) await context.close().catch(() => {});
    }
  }

  async close() {
    for (const browser of this.#running.values()) await browser.close();
  }

  async #showFailure(contexts, test) {
    const name = `failed-${test.title.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}.png`;
    const page = contexts[0]?.pages()[0];
    // A page that crashed has no picture.
    await page?.screenshot({ path: await outFile(this.name, name) }).catch(() => {});
  }

  async #slowDown(page) {
    if (SLOWDOWN === 1 || this.name !== "chromium") return;
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  }

  async #newContext({ colorScheme = "light", ...options }) {
    const browser = await this.#start(colorScheme);
    const media = this.name === "chromium" ? { colorScheme } : FIREFOX_MEDIA;
    const context = await browser.newContext({ baseURL: this.baseURL, locale: "en-US", ...media, ...options });
    context.setDefaultTimeout(STEP_TIMEOUT);
    return context;
  }

  async #start(colorScheme) {
    // Firefox takes the color scheme from its settings only, so that it needs a process for each.
    const key = this.name === "firefox" ? colorScheme : "any";
    const running = this.#running.get(key);
    if (running?.isConnected()) return running;
    const browser = await launch(this.name, colorScheme);
    this.#running.set(key, browser);
    return browser;
  }
}

/** What the page did although no page may; where in this harness that came out says nothing. */
class Misbehavior extends Error {
  constructor(offenses) {
    super(`the page did what it must not:\n  ${offenses.join("\n  ")}`);
    this.stack = this.message;
  }
}

/** Why a test failed, if it did. */
async function failure(body, offenses) {
  try {
    await body;
    return offenses.length > 0 ? new Misbehavior(offenses) : undefined;
  } catch (error) {
    if (offenses.length > 0) error.cause = new Misbehavior(offenses);
    return error;
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
