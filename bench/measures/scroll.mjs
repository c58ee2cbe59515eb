// Scrolling: 400 pixels of wheel every 50 ms for 5 seconds, and the times between frames meanwhile.

import { percentile } from "../support/statistics.mjs";
import { pause } from "../support/within.mjs";

const STEP = 400;
const EVERY = 50;
const FOR = 5_000;

export async function scroll(page) {
  await page.mouse.move(640, 500);
  await page.evaluate(() => window.bench.frames());
  const sent = [];
  const start = performance.now();
  for (let i = 0; i * EVERY < FOR; i += 1) {
    await pause(start + i * EVERY - performance.now());
    // Not waited for: a page that is busy gets the next turn of the wheel all the same.
    sent.push(page.mouse.wheel(0, STEP));
  }
  await Promise.all(sent);
  const { intervals, longTasks } = await page.evaluate(() => window.bench.stopFrames());
  return {
    p50: percentile(intervals, 0.5),
    p95: percentile(intervals, 0.95),
    max: Math.max(...intervals),
    frames: intervals.length,
    longTasks,
  };
}
