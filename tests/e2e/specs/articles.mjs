// The list of articles: what is known about each, their order, taking one out and bringing it back.

import assert from "node:assert/strict";
import {
  articleList, dialog, listed, noDialog, openApp, openArticle, saved, title,
} from "../support/app.mjs";
import { test } from "../support/test.mjs";

const FIRST = "Kamala Harris Meets With Guatemalan President";
const SECOND = "Kamala Meeting With Guatemalan Leader";

test("an article gets another title and source, and is marked as done", async ({ page }) => {
  await openApp(page);
  await menu(page, SECOND, "Edit title and source");
  const details = await dialog(page, "The article’s title and source");
  await details.getByLabel("Title", { exact: true }).fill("A meeting on migration");
  await details.getByLabel("Outlet", { exact: true }).fill("Daily News");
  await details.getByLabel("Date", { exact: true }).fill("2024-03-25");
  await details.getByLabel("Tags", { exact: true }).fill("migration, talks");
  await details.getByRole("button", { name: "Save" }).click();
  await noDialog(page);
  await listed(page, "A meeting on migration").filter({ hasText: "Daily News" }).waitFor();
  await openArticle(page, "A meeting on migration");
  await page.getByRole("main").getByRole("button", { name: "Done" }).click();
  await listed(page, "A meeting on migration").filter({ hasText: "Done." }).waitFor();
  await page.getByRole("navigation", { name: "Articles" }).getByText("1 of 5 done").waitFor();
  await saved(page);
  await page.reload();
  await listed(page, "A meeting on migration").filter({ hasText: "Done." }).filter({ hasText: "Daily News" }).waitFor();
  await page.getByRole("main").getByText("migration", { exact: true }).waitFor();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await listed(page, SECOND).waitFor();
});

test("the list is filtered, and its order changed by menu and by drag", async ({ page, browserName }) => {
  await openApp(page);
  const filter = page.getByLabel("Filter the articles");
  await filter.fill("gt news");
  await articleList(page).getByRole("listitem").nth(1).waitFor({ state: "detached" });
  await listed(page, "President Giammattei Talked").waitFor();
  await filter.fill("nothing has this");
  await page.getByText("No title, outlet, author, date or tag holds “nothing has this”.").waitFor();
  await filter.fill("");
  await listed(page, FIRST).waitFor();

  await menu(page, SECOND, "Move up");
  await orderBegins(page, [SECOND, FIRST]);
  const third = articleList(page).getByRole("listitem").nth(2);
  const wanted = (await third.locator(".article-row-title").textContent()).slice(0, 30);
  if (browserName === "chromium") {
    await third.locator(".article-grip").hover();
    await page.mouse.down();
    const to = await listed(page, SECOND).boundingBox();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2 + 8, { steps: 8 });
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 3 });
    await page.mouse.up();
  } else {
    // Firefox without a window begins no drag.
    await menu(page, wanted, "Move up");
    await orderBegins(page, [SECOND, wanted, FIRST]);
    await menu(page, wanted, "Move up");
  }
  await orderBegins(page, [wanted, SECOND, FIRST]);
  if (browserName === "firefox") await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await orderBegins(page, [FIRST, SECOND]);
});

test("an article that was removed comes back with its mentions", async ({ page }) => {
  await openApp(page);
  await page.keyboard.press("Alt+1");
  for (const key of ["Control+Home", "Control+Shift+ArrowRight", "p"]) await page.keyboard.press(key);
  await listed(page, FIRST).filter({ hasText: "1 mention" }).waitFor();
  await menu(page, FIRST, "Remove");
  await listed(page, FIRST).waitFor({ state: "detached" });
  await title(page).filter({ hasText: SECOND }).waitFor();
  await page.getByRole("region", { name: "Messages" }).getByRole("button", { name: /^Undo/ }).click();
  await listed(page, FIRST).filter({ hasText: "1 mention" }).waitFor();
  await orderBegins(page, [FIRST, SECOND]);
});

/** Takes an item of an article's menu. */
async function menu(page, name, item) {
  const row = articleList(page).getByRole("listitem").filter({ hasText: name });
  await row.getByRole("button", { name: /^More on/ }).click();
  await row.getByRole("menuitem", { name: item }).click();
}

/** Waits until the list begins with these titles. */
async function orderBegins(page, titles) {
  await page.waitForFunction((titles) => {
    const shown = [...document.querySelectorAll(".article-row-title")].map((row) => row.textContent);
    return titles.every((title, at) => shown[at]?.startsWith(title));
  }, titles);
}
