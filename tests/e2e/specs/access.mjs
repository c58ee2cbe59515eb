// No rule of axe-core is violated in any state, light and dark, wide and narrow.

import {
  dialog, inspector, label, mentionRows, noDialog, openApp, openFiles, said, saved, settled, shot, title,
} from "../support/app.mjs";
import { axe } from "../support/axe.mjs";
import { drag } from "../support/pointer.mjs";
import { test } from "../support/test.mjs";

const WIDE = { width: 1440, height: 900 };
const MIDDLE = { width: 900, height: 800 };
const NARROW = { width: 360, height: 740 };

for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of [["wide", WIDE], ["middle", MIDDLE], ["narrow", NARROW]]) {
    const look = { colorScheme, viewport };
    const name = (state) => `${state}-${size}-${colorScheme}`;

    test(`reading and marking, ${size} and ${colorScheme}`, look, async ({ page }) => {
      await openApp(page);
      await saved(page);
      await checked(page, name("first-visit"));
      await markDensely(page);
      await checked(page, name("chosen"));
      if (size !== "wide") {
        await page.getByRole("button", { name: "Inspector and mentions" }).click();
        await inspector(page).locator("blockquote").waitFor();
        await settled(page);
        await checked(page, name("inspector"));
        await page.getByRole("tab", { name: "Mentions" }).click();
        await mentionRows(page).first().waitFor();
        await checked(page, name("mentions"));
        await page.keyboard.press("Escape");
      }
      if (size === "narrow") {
        await page.getByRole("button", { name: "List of articles" }).click();
        await page.getByRole("button", { name: "Close the list of articles" }).waitFor();
        await settled(page);
        await checked(page, name("articles"));
      }
    });

    // Between the two, dialogs are as on a wide page.
    if (size === "middle") continue;

    test(`dialogs, ${size} and ${colorScheme}`, look, async ({ page }) => {
      await openApp(page);
      await saved(page);
      for (const [keys, heading] of [
        ["Control+s", "Export"],
        ["Control+k", "Command palette"],
        ["Control+,", "Settings"],
        ["?", "Keyboard shortcuts"],
      ]) {
        await page.keyboard.press(keys);
        await checkedDialog(page, heading, name(heading));
      }
      for (const [command, heading] of [
        ["Projects", "Projects"],
        ["Paste an article", "Paste an article"],
        ["Edit the article’s title", "The article’s title and source"],
        ["Edit labels", "Labels"],
      ]) {
        await run(page, command);
        await checkedDialog(page, heading, name(heading));
      }
      await run(page, "Edit labels");
      const labels = await dialog(page, "Labels");
      await labels.getByRole("button", { name: "Claim", exact: true }).click();
      await labels.getByLabel("Name", { exact: true }).waitFor();
      await checked(page, name("Label"));
      await labels.getByRole("button", { name: "Delete label" }).click();
      await labels.getByRole("alert").waitFor();
      await checked(page, name("Label-deleting"));
      await page.keyboard.press("Escape");
      await noDialog(page);
    });

    test(`nothing there, and errors, ${size} and ${colorScheme}`, look, async ({ page }) => {
      await openApp(page);
      await openFiles(
        page,
        { name: "empty.txt", content: "" },
        { name: "wrong.json", content: "{" },
        { name: `${"a-long-name-".repeat(12)}.txt`, content: Buffer.from([0x80, 0, 1, 2]) },
      );
      await checkedDialog(page, "What was read", name("report"));
      await run(page, "Projects");
      const projects = await dialog(page, "Projects");
      await projects.getByLabel("New project").fill("Nothing yet");
      await projects.getByRole("button", { name: "Create" }).click();
      await title(page).filter({ hasText: "Which articles do you want to read?" }).waitFor();
      await noDialog(page);
      await saved(page);
      await checked(page, name("empty-project"));
    });
  }
}

/** Finds a command by name in the palette, and runs it. */
async function run(page, command) {
  await page.keyboard.press("Control+k");
  const palette = await dialog(page, "Command palette");
  await page.keyboard.type(command);
  await palette.getByRole("option", { selected: true }).filter({ hasText: command }).waitFor();
  await page.keyboard.press("Enter");
}

async function checkedDialog(page, heading, picture) {
  await dialog(page, heading);
  await checked(page, picture);
  await page.keyboard.press("Escape");
  await noDialog(page);
}

/** Looks at the page by axe-core's rules, and keeps a picture of it for people to look at. */
async function checked(page, picture) {
  await settled(page);
  await shot(page, picture.replaceAll(/[^\p{L}\p{N}]+/gu, "-").toLowerCase());
  await axe(page);
}

/** Marks over each other, next to each other, and in several lines. */
async function markDensely(page) {
  await drag(page, "President Bernardo Arévalo of Guatemala are scheduled to meet on Monday");
  await label(page, "Claim").click();
  await said(page, "tagged as Claim");
  for (const [quote, name] of [
    ["Bernardo Arévalo of Guatemala", "Organisation"],
    ["Bernardo Arévalo", "Person"],
    ["Guatemala are scheduled", "Event"],
    ["Monday, amid the United States’ efforts", "Law or programme"],
  ]) {
    await drag(page, quote);
    await label(page, name).click();
    await said(page, `tagged as ${name}`);
  }
}
