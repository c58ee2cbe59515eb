// Attest as the tests see it: by the names on the page.

import { download } from "./download.mjs";
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

/** The title above the text. */
export function title(page) {
  return page.getByRole("main").getByRole("heading", { level: 1 });
}

/** The button of an article in the list, by its title or the beginning of it. */
export function listed(page, title) {
  return articleList(page).getByRole("button", { name: title }).and(page.locator(".article-row"));
}

/** The list of articles. */
export function articleList(page) {
  return page.getByRole("navigation", { name: "Articles" }).getByRole("list");
}

/** Opens an article of the list and waits until its text can be read. */
export async function openArticle(page, name) {
  await listed(page, name).click();
  await title(page).filter({ hasText: name }).waitFor();
}

/** The button of a label. */
export function label(page, name) {
  return page.getByRole("toolbar", { name: "Labels" }).getByRole("button", { name, exact: true });
}

/** The panel about the chosen mention. */
export function inspector(page) {
  return page.getByRole("complementary", { name: "Inspector" });
}

/** What the inspector shows as quote, and nothing before it does. */
export async function inspects(page, quote) {
  await inspector(page).locator("blockquote").getByText(quote, { exact: true }).waitFor();
}

/** A row of the list of mentions. */
export function mentionRow(page, quote) {
  return mentionRows(page).filter({ has: page.getByText(quote, { exact: true }) });
}

/** All rows of the list of mentions. */
export function mentionRows(page) {
  return page.getByRole("listbox", { name: "Mentions" }).getByRole("option");
}

/** Waits until the list shows exactly these mentions, each as `quote · label`, in this order. */
export async function mentionsAre(page, expected) {
  await page.waitForFunction(
    (expected) => {
      const rows = [...document.querySelectorAll("#mention-list .mention-row")];
      const place = (row) => Number(row.getAttribute("aria-posinset"));
      rows.sort((a, b) => place(a) - place(b));
      const text = (row, of) => row.querySelector(of).textContent;
      const shown = rows.map((row) => `${text(row, ".mention-quote")} · ${text(row, ".label-chip")}`);
      return JSON.stringify(shown) === JSON.stringify(expected);
    },
    expected,
  ).catch(async () => {
    const shown = await mentionRows(page).allInnerTexts();
    throw new Error(`the list should show ${JSON.stringify(expected)}, and shows ${JSON.stringify(shown)}`);
  });
}

/** Waits until the list of mentions counts so many. */
export async function listCounts(page, n) {
  await page.locator("#mention-count").filter({ hasText: new RegExp(`^${n}$`) }).waitFor();
}

/** Waits until the dialog of this heading is open. */
export async function dialog(page, heading) {
  const it = page.getByRole("dialog", { name: heading, exact: true });
  await it.waitFor();
  return it;
}

/** Waits until no dialog is open. */
export async function noDialog(page) {
  await page.locator("dialog[open]").waitFor({ state: "detached" });
}

/** Waits until screen readers were told this. */
export async function said(page, words) {
  await page.locator("#announcer").filter({ hasText: words }).waitFor({ state: "attached" });
}

/** What the next undo or redo would do, as the button's description tells. */
export async function step(page, button) {
  const id = await page.getByRole("button", { name: button, exact: true }).getAttribute("aria-describedby");
  return id && page.locator(`#${id}`).textContent();
}

/** Waits until everything is stored. */
export async function saved(page) {
  await page.getByRole("status").filter({ hasText: /^Saved$/ }).waitFor();
}

/** Chooses files in the dialog that the browser would show. A file is `{ name, content }`, content text or bytes. */
export async function openFiles(page, ...files) {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Open files", exact: true }).click(),
  ]);
  await chooser.setFiles(asPayloads(files));
}

export function asPayloads(files) {
  return files.map(({ name, content }) => ({
    name,
    mimeType: "application/octet-stream",
    buffer: Buffer.from(content),
  }));
}

/** Downloads what the dialog offers under this name of a format, and answers the file. */
export async function exportFile(page, format = "Project (JSON)") {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const it = await dialog(page, "Export");
  await it.getByRole("radio", { name: format }).check();
  const file = await download(page, () => it.getByRole("button", { name: "Download", exact: true }).click());
  await noDialog(page);
  return file;
}

/** Waits until nothing fades or slides any more: colors half-way have no meaning. */
export async function settled(page) {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => {
      const { iterations } = effect.getComputedTiming();
      return playState !== "running" || iterations === Infinity;
    }),
  );
}

/** Saves a picture of the window as `out/<browser>/<name>.png`. */
export async function shot(page, name) {
  await page.screenshot({ path: await outFile(browserName(page), `${name}.png`) });
}

function browserName(page) {
  return page.context().browser().browserType().name();
}
