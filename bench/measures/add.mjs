// Adding a mention: a real drag over two words, and the label's key where one is needed, until the mark is painted.

import { pause } from "../support/within.mjs";

const TIMES = 20;
const ANSWER_WITHIN = 30_000;

/** Milliseconds from the event that adds, for each of 20. */
export async function add(page, contender) {
  const shown = { kind: contender.kind === "text" ? "highlights" : contender.kind, marks: contender.marks };
  const took = [];
  while (took.length < TIMES) {
    const words = await page.evaluate((root) => window.bench.twoWords(root), contender.root);
    if (!words) throw new Error("no two words are on the screen");
    await page.evaluate((shown) => {
      const before = window.bench.shown(shown);
      window.bench.grown = window.bench.painted(() => window.bench.shown(shown) > before);
    }, shown);
    await drag(page, words, contender.dragMs ?? 0);
    if (contender.key) await page.keyboard.press(contender.key);
    const event = contender.key ? "keydown" : "mouseup";
    const time = await page.evaluate(
      ([event, within]) =>
        Promise.race([
          window.bench.grown.then((painted) => painted - window.bench[`last-${event}`]),
          new Promise((resolve) => setTimeout(resolve, within)),
        ]),
      [event, ANSWER_WITHIN],
    );
    if (time === undefined || time === null) throw new Error(`no mark after ${ANSWER_WITHIN / 1000} s`);
    took.push(time);
    // Off the measured path: what a person would do before the next one.
    await contender.afterAdd?.(page);
  }
  return took;
}

async function drag(page, { from, to }, milliseconds) {
  const STEPS = 8;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= STEPS; step += 1) {
    const share = step / STEPS;
    await page.mouse.move(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
    if (milliseconds > 0) await pause(milliseconds / STEPS);
  }
  await page.mouse.up();
}
