// Tables in Markdown.

/** Rows of cells, the first row as heading; the first column to the left, numbers to the right. */
export function table([heading, ...rows]) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const rule = heading.map((_, i) => (i === 0 ? "---" : "--:"));
  return [line(heading), line(rule), ...rows.map(line)].join("\n");
}

/** Milliseconds, with as many digits as mean something. */
export function ms(value) {
  if (value === undefined) return "–";
  if (value >= 10_000) return `${Math.round(value / 1_000)} s`;
  return value >= 1_000 ? `${(value / 1_000).toFixed(1)} s` : `${Math.round(value)}`;
}

export function megabytes(value) {
  return value === undefined ? "–" : (value / 1e6).toFixed(1);
}

export function kilobytes(value) {
  return value === undefined ? "–" : (value / 1e3).toFixed(0);
}

export function ratio(value, base) {
  return value === undefined || !base ? "–" : `${(value / base).toFixed(2)}×`;
}
