// Opening: from the start of the navigation until the marks of the first screenful are painted, and until one can work.

/** Characters at the start whose mentions must be there; they are on the screen in all contenders. */
const FIRST_SCREENFUL = 1_200;

/**
 * Milliseconds until both, and the long tasks on the way. A contender that shows its page before it can be used says by
 * the selector `usable` what is there from then on.
 */
export async function open(page, contender, url, workload) {
  const mentions = workload.mentions.filter(({ end }) => end <= FIRST_SCREENFUL).map(({ start, end }) => ({ start, end }));
  const what = { root: contender.root, kind: contender.kind, mentions };
  await page.addInitScript(
    ({ what, usable }) => {
      if (window.top !== window) return;
      window.bench.opened = window.bench.painted(() => window.bench.isOpen(what));
      const isUsable = () => window.bench.isOpen(what) && (!usable || document.querySelector(usable));
      window.bench.usable = window.bench.painted(isUsable);
    },
    { what, usable: contender.usable },
  );
  await page.goto(url, { waitUntil: "commit", timeout: 0 });
  return page.evaluate(async () => {
    const [painted, usable] = await Promise.all([window.bench.opened, window.bench.usable]);
    const longTasks = window.bench.longTasks.map(({ duration }) => duration);
    return { painted, usable, longTasks, marks: [...CSS.highlights.values()].reduce((sum, it) => sum + it.size, 0) };
  });
}
