// Opening: from the start of the navigation until the marks of the first screenful are painted.

/** Characters at the start whose mentions must be there; they are on the screen in all contenders. */
const FIRST_SCREENFUL = 1_200;

/** Milliseconds, and the long tasks on the way. */
export async function open(page, contender, url, workload) {
  const mentions = workload.mentions.filter(({ end }) => end <= FIRST_SCREENFUL).map(({ start, end }) => ({ start, end }));
  const what = { root: contender.root, kind: contender.kind, mentions };
  await page.addInitScript((what) => {
    if (window.top === window) window.bench.opened = window.bench.painted(() => window.bench.isOpen(what));
  }, what);
  await page.goto(url, { waitUntil: "commit", timeout: 0 });
  return page.evaluate(async () => {
    const painted = await window.bench.opened;
    const longTasks = window.bench.longTasks.map(({ duration }) => duration);
    return { painted, longTasks, marks: [...CSS.highlights.values()].reduce((sum, it) => sum + it.size, 0) };
  });
}
