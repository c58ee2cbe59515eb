// How a spec declares its tests.

const tests = [];
let spec = "";

/**
 * Declares a test: `test("undo takes back a mention", async ({ page }) => { … })`.
 *
 * The body gets a fresh browser context's `page`, its `context`, the `browserName`, and `newPage(options)` for a page
 * of another context, as on another machine. `offenses` lists what the pages did that no page may, and a test that
 * leaves any there fails. The options are Playwright's context options (`viewport`, `hasTouch`, `locale`, …) and
 * `colorScheme: "dark"`. With `only: "chromium"` it runs there alone: the body says what Playwright cannot do elsewhere.
 */
export function test(name, options, body = options) {
  const { only, ...context } = body === options ? {} : options;
  tests.push({ title: `${spec} › ${name}`, options: context, only, body });
}

/** For the runner: the spec that the tests declared from now on belong to. */
export function setSpec(name) {
  spec = name;
}

/** For the runner: every test declared so far, in order. */
export function collected() {
  return tests;
}
