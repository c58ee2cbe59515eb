// What Attest is held to, and whether these figures keep it.

import { OPENINGS } from "../measures/leak.mjs";
import { FRAME } from "./summary.mjs";
import { table } from "./table.mjs";

const MEMORY = { S: 20, M: 25, L: 50, XL: 120 };

const TARGETS = [
  {
    title: "open, Attest ÷ limit ≤ 1.5",
    of: (attest, limit) => quotient(attest.open, limit.open),
    holds: (value) => value <= 1.5,
    shown: (value) => `${value.toFixed(2)}`,
  },
  {
    title: "add p95, Attest − limit, in frames ≤ 1",
    of: (attest, limit) => difference(attest.addP95, limit.addP95),
    holds: (value) => value <= 1,
    shown: (value) => value.toFixed(1),
  },
  {
    title: "scroll p95 interval, Attest ÷ limit ≤ 1.1",
    of: (attest, limit) => quotient(attest.scrollP95, limit.scrollP95),
    holds: (value) => value <= 1.1,
    shown: (value) => value.toFixed(2),
  },
  {
    title: "long tasks while scrolling: 0",
    of: (attest) => attest.longTasks,
    holds: (value) => value === 0,
    shown: (value) => `${value}`,
  },
  {
    title: "JS heap and wasm memory ≤ 20, 25, 50, 120 MB",
    of: (attest) => attest.held && attest.held / 1e6,
    holds: (value, size) => value <= MEMORY[size],
    shown: (value) => value.toFixed(1),
  },
  {
    title: `memory after ${OPENINGS} openings ÷ after the first ≤ 1.1`,
    of: (attest) => quotient(attest.heldLast, attest.heldFirst),
    holds: (value) => value <= 1.1,
    shown: (value) => value.toFixed(2),
  },
];

/** The table of targets, or nothing where the run had no limit beside Attest. */
export function targets(sizes, summaryOf) {
  const cell = ({ of, holds, shown }, size) => {
    const value = of(summaryOf("attest", size), summaryOf("limit", size));
    return value === undefined ? "–" : `${shown(value)} ${holds(value, size) ? "✓" : "✗"}`;
  };
  const rows = TARGETS.map((target) => [target.title, ...sizes.map((size) => cell(target, size))]);
  return table([["", ...sizes], ...rows]);
}

function quotient(a, b) {
  return a === undefined || b === undefined ? undefined : a / b;
}

function difference(a, b) {
  return a === undefined || b === undefined ? undefined : (a - b) / FRAME;
}
