// Attest itself: the production build, with the project stored as a person's own would be.

import { FIRST_KEY } from "../workload/attest.mjs";

const IMPORT_WITHIN = 600_000;

export const attest = {
  name: "attest",
  title: "**Attest**",
  root: ".article-text",
  /** The program has taken the place of the glance, which is the body's last element while it is there. */
  usable: "body:not(:has(#glance)) #app .article-text",
  kind: "highlights",
  marks: "-mark-",
  key: FIRST_KEY,
  url: (origin) => `${origin}/attest/`,

  /** The first visit: takes the project file in, by the page's own import, and waits until it is stored. */
  async prepare(page, workload) {
    page.setDefaultTimeout(IMPORT_WITHIN);
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Open files", exact: true }).click(),
    ]);
    await chooser.setFiles(workload.project);
    const dialog = page.getByRole("dialog", { name: "Open annotations", exact: true });
    await dialog.getByRole("radio", { name: "As a project of its own" }).check();
    await dialog.getByRole("button", { name: "Take it in" }).click();
    await page.getByRole("main").getByRole("heading", { level: 1 }).filter({ hasText: `Workload ${workload.size}` }).waitFor();
    await page.getByRole("status").filter({ hasText: /^Saved$/ }).waitFor();
  },

  /** Opens the sample, and then the workload again. */
  async reopen(page, { size, mentions }) {
    await open(page, /^Sample/, "");
    await open(page, `Bench ${size}`, `Workload ${size}`);
    const [{ start, end }] = mentions;
    const first = { root: this.root, kind: this.kind, mentions: [{ start, end }] };
    await page.evaluate((first) => window.bench.painted(() => window.bench.isOpen(first)), first);
  },

  /** Leaves the new mention, whose grips could lie where the next drag begins. */
  afterAdd: (page) => page.keyboard.press("Escape"),

  async toExport(page) {
    await page.getByRole("button", { name: "Export", exact: true }).click();
    await page.getByRole("dialog", { name: "Export", exact: true }).getByRole("radio", { name: "Project (JSON)" }).check();
  },
  clickExport: (page) => page.getByRole("button", { name: "Download", exact: true }).click(),

  /** The sample's articles are content, not program. */
  ships: (path) => path.startsWith("/attest/") && !path.startsWith("/attest/articles/"),
};

/** Opens a project by its name, and waits for the title of its first article; any other than the workload's if empty. */
async function open(page, name, title) {
  await page.getByRole("button", { name: /^Project:/ }).click();
  const projects = page.getByRole("dialog", { name: "Projects", exact: true });
  await projects.getByRole("button", { name, exact: typeof name === "string" }).and(page.locator(".project-open")).click();
  const heading = page.getByRole("main").getByRole("heading", { level: 1 });
  await heading.filter(title ? { hasText: title } : { hasNotText: "Workload" }).waitFor();
}
