// Several projects, each with its own articles, mentions and history.

import assert from "node:assert/strict";
import {
  articleList, dialog, listCounts, listed, mentionsAre, noDialog, openApp, openFiles, said, saved, step, title,
} from "../support/app.mjs";
import { drag } from "../support/pointer.mjs";
import { press } from "../support/keys.mjs";
import { test } from "../support/test.mjs";

const EMPTY = "Which articles do you want to read?";

async function openProjects(page) {
  await page.getByRole("button", { name: /^Project:/ }).click();
  return dialog(page, "Projects");
}

test("projects are made, renamed, copied, switched and deleted, and each keeps what it has", async ({ page }) => {
  await openApp(page);
  await drag(page, "Guatemala City");
  await press(page, "l");
  await listCounts(page, 1);
  await saved(page);

  let projects = await openProjects(page);
  await projects.getByLabel("New project").fill("Second");
  await projects.getByRole("button", { name: "Create" }).click();
  await noDialog(page);
  await title(page).filter({ hasText: EMPTY }).waitFor();
  await openFiles(page, { name: "own.txt", content: "An article of one’s own about Quetzaltenango.\n" });
  await title(page).filter({ hasText: "own" }).waitFor();
  await drag(page, "Quetzaltenango");
  await press(page, "l");
  await mentionsAre(page, ["Quetzaltenango · Place"]);

  projects = await openProjects(page);
  await projects.getByLabel("Name of the open project").fill("Own articles");
  await projects.getByRole("button", { name: "Rename" }).click();
  await projects.getByRole("button", { name: "Own articles", exact: true }).waitFor();
  await projects.getByRole("button", { name: "Duplicate Own articles" }).click();
  await projects.getByRole("button", { name: /^Delete Own articles/ }).nth(1).waitFor();
  await page.waitForFunction(() => document.querySelector("#project-name").value === "Own articles copy");
  await projects.getByRole("button", { name: "Rename", disabled: true }).waitFor();
  await projects.getByLabel("Name of the open project").fill("Own articles");
  await projects.getByText("Another project has this name.").waitFor();
  await projects.getByRole("button", { name: "Rename", disabled: true }).waitFor();
  await press(page, "Escape");
  await noDialog(page);
  await mentionsAre(page, ["Quetzaltenango · Place"]);
  await press(page, "Delete");
  await saved(page);

  projects = await openProjects(page);
  await projects.getByRole("button", { name: /^Sample/ }).click();
  await noDialog(page);
  await mentionsAre(page, ["Guatemala City · Place"]);
  assert.equal(await articleList(page).getByRole("listitem").count(), 5);
  assert.equal(await step(page, "Undo"), "Undo: tag “Guatemala City” as Place");
  await page.reload();
  await mentionsAre(page, ["Guatemala City · Place"]);

  // Into the trash and back.
  projects = await openProjects(page);
  await projects.getByRole("button", { name: /^Delete Sample/ }).click();
  await projects.getByRole("list", { name: "Trash" }).getByText(/^Sample/).waitFor();
  await press(page, "Escape");
  await noDialog(page);
  await listed(page, "own").waitFor();
  await page.getByRole("region", { name: "Messages" }).getByRole("button", { name: /^Undo/ }).click();
  await mentionsAre(page, ["Guatemala City · Place"]);
  projects = await openProjects(page);
  await projects.getByRole("list", { name: "Trash" }).waitFor({ state: "detached" });

  // Another one than the open one comes back without being opened.
  await projects.getByRole("button", { name: "Delete Own articles", exact: true }).click();
  await projects.getByRole("list", { name: "Trash" }).waitFor();
  await press(page, "Escape");
  await page.getByRole("region", { name: "Messages" }).getByRole("button", { name: /^Undo/ }).click();
  await said(page, "Project “Own articles” is back.");
  await mentionsAre(page, ["Guatemala City · Place"]);
});

test("the sample’s articles come into an empty project", async ({ page }) => {
  await openApp(page);
  let projects = await openProjects(page);
  await projects.getByLabel("New project").fill("Second");
  await projects.getByRole("button", { name: "Create" }).click();
  await title(page).filter({ hasText: EMPTY }).waitFor();
  await page.getByRole("button", { name: "Try with the sample articles" }).click();
  await articleList(page).getByRole("listitem").nth(4).waitFor();
  assert.equal(await step(page, "Undo"), "Undo: add 5 articles");
  projects = await openProjects(page);
  await projects.getByRole("button", { name: "Second", exact: true }).waitFor();
  assert.equal(await projects.getByRole("list", { name: "Projects" }).getByRole("listitem").count(), 2);
});
