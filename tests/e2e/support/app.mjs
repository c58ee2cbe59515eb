// Attest as the tests see it: by the names on the page.

import { outFile } from "./out.mjs";

/** Opens the page, at an address such as `#/p/…`, and waits until it shows an article. */
export async function openApp(page, address = "") {
  await page.goto(`./${address}`);
  await article(page).waitFor();
}

/** The region that holds the text. */
export function article(page) {
  return page.getByRole("region", { name: "Article", exact: true });
}

/** Waits until everything is stored. */
export async function saved(page) {
  await page.getByRole("status").filter({ hasText: /^Saved$/ }).waitFor();
}

/** Saves a picture of the window as `out/<browser>/<name>.png`. */
export async function shot(page, name) {
  await page.screenshot({ path: await outFile(browserName(page), `${name}.png`) });
}

function browserName(page) {
  return page.context().browser().browserType().name();
}
