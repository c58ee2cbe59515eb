// Whether opening and closing leaves something behind: memory after the first opening and after the last of many.

import { within } from "../support/within.mjs";
import { memory } from "./memory.mjs";

export const OPENINGS = 50;

/** Bytes after each opening at which it was looked, the first and the last among them: `{ opening, js, wasm, dom, … }`. */
export async function leak(page, context, contender, workload, timeout) {
  const held = [{ opening: 1, ...(await memory(page, context)) }];
  for (let opening = 2; opening <= OPENINGS; opening += 1) {
    await within(timeout, contender.reopen(page, workload));
    if (opening === 2 || opening % 10 === 0) held.push({ opening, ...(await memory(page, context)) });
  }
  return held;
}
