// Of each contender at each size: the medians over its runs.

import { median, percentile } from "../support/statistics.mjs";

/** A frame at 60 Hz. */
export const FRAME = 1_000 / 60;

/** What the runs say about one contender at one size; fields are missing where nothing was measured. */
export function summary(runs, contender, size) {
  const own = runs.filter((run) => run.contender === contender && run.size === size);
  const of = (field) => {
    const values = own.map(field).filter((value) => value !== undefined);
    return values.length > 0 ? median(values) : undefined;
  };
  const adds = own.flatMap(({ add }) => add ?? []);
  const scrolled = own.filter(({ scroll }) => scroll);
  return {
    repeats: own.filter(({ open }) => open).length,
    open: of(({ open }) => open?.painted),
    usable: of(({ open }) => open?.usable),
    openLongest: of(({ open }) => open && Math.max(0, ...open.longTasks)),
    addP50: adds.length > 0 ? percentile(adds, 0.5) : undefined,
    addP95: adds.length > 0 ? percentile(adds, 0.95) : undefined,
    scrollP50: of(({ scroll }) => scroll?.p50),
    scrollP95: of(({ scroll }) => scroll?.p95),
    scrollMax: of(({ scroll }) => scroll?.max),
    longTasks: scrolled.length > 0 ? of(({ scroll }) => scroll?.longTasks.length) : undefined,
    held: of(({ memory }) => memory && held(memory)),
    js: of(({ memory }) => memory?.js),
    wasm: of(({ memory }) => memory?.wasm),
    dom: of(({ memory }) => memory?.dom),
    export: of((run) => run.export?.took),
    heldFirst: of(({ leak }) => leak && held(leak[0])),
    heldLast: of(({ leak }) => leak && held(leak.at(-1))),
    failed: own.find(({ failed }) => failed)?.failed,
  };
}

function held({ js, wasm }) {
  return js + wasm;
}
