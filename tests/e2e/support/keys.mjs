// The keyboard.

/** Presses one after the other, each with its modifiers: `press(page, "Control+Home", "p")`. */
export async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

/** Presses Tab until the focus is there. */
export async function tabTo(page, element) {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if (await element.evaluate((it) => it === document.activeElement)) return;
  }
  throw new Error("the Tab key does not lead there");
}

/** Waits until the focus is there. */
export async function hasFocus(element) {
  await element.and(element.page().locator(":focus")).waitFor();
}
