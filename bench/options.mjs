// The command line of the benchmark.

import { parseArgs } from "node:util";
import { CONTENDERS } from "./contenders/all.mjs";
import { SIZES } from "./workload/sizes.mjs";

export const MEASURES = ["open", "memory", "scroll", "add", "export"];

/** Those that are measured only where they are named, because they take minutes. */
const LONG = ["leak"];

const DEFAULTS = {
  sizes: Object.keys(SIZES).join(","),
  contenders: CONTENDERS.map(({ name }) => name).join(","),
  only: MEASURES.join(","),
};

/** What to run; an error names what is not understood. */
export function options(args) {
  for (const name of ["DIST", "CHROMIUM"]) {
    if (!process.env[name]) throw new Error(`${name} is not set: start this by \`cargo xtask bench\``);
  }
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: "string", default: DEFAULTS.sizes },
      contenders: { type: "string", default: DEFAULTS.contenders },
      only: { type: "string", default: DEFAULTS.only },
      repeats: { type: "string", default: "5" },
      timeout: { type: "string", default: "60" },
      out: { type: "string" },
    },
  });
  return {
    isWhole: Object.keys(DEFAULTS).every((name) => values[name] === DEFAULTS[name]),
    sizes: chosen("sizes", values.sizes, Object.keys(SIZES)),
    contenders: chosen("contenders", values.contenders, CONTENDERS.map(({ name }) => name)),
    measures: chosen("only", values.only, [...MEASURES, ...LONG]),
    repeats: positive("repeats", values.repeats),
    timeout: positive("timeout", values.timeout) * 1_000,
    out: values.out,
  };
}

/** In the order of `all`, whatever order they were named in. */
function chosen(option, value, all) {
  const names = value.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new Error(`--${option} takes ${all.join(", ")}, and not “${unknown}”`);
  return all.filter((name) => names.includes(name));
}

function positive(option, value) {
  if (!/^[1-9]\d*$/.test(value)) throw new Error(`--${option} takes a whole number from 1 on, and not “${value}”`);
  return Number(value);
}
