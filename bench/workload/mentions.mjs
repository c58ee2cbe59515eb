// Which words are marked: spans of 1 to 12 words within a line, a fifth of them over others or within them.

import { seeded } from "./random.mjs";
import { words } from "./text.mjs";

const LONGEST = 12;
const N_LABELS = 8;

/** So many mentions `{ start, end, label }`, in text order, enclosing ones first; the same for the same seed. */
export function mentions(text, count, seed) {
  const random = seeded(seed);
  const all = words(text);
  const apart = sideBySide(all, Math.round(count * 0.8), random);
  const spans = apart.map(({ first, last }) => [first, last]);
  while (spans.length < count) {
    spans.push(laidOver(all, apart[random.below(apart.length)], random));
  }
  return spans
    .map(([first, last]) => ({ start: all[first].start, end: all[last].end, label: random.below(N_LABELS) }))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.label - b.label);
}

/** Spans that do not touch each other, spread evenly over the words; fewer where these do not suffice. */
function sideBySide(all, count, random) {
  const spans = [];
  let free = 0;
  for (let i = 0; i < count; i += 1) {
    const room = Math.floor(all.length / count);
    const first = Math.max(free, Math.floor((i * all.length) / count) + random.below(Math.max(1, room / 4)));
    if (first >= all.length) break;
    const last = cut(all, first, 1 + random.below(LONGEST));
    spans.push({ first, last });
    free = last + 1;
  }
  return spans;
}

/** A span within this one, or from its middle to beyond its end. */
function laidOver(all, { first, last }, random) {
  const from = first + random.below(last - first + 1);
  const isNested = random.below(2) === 0;
  const to = isNested ? from + random.below(last - from + 1) : cut(all, from, last - from + 2 + random.below(3));
  return [from, Math.min(to, from + LONGEST - 1)];
}

/** The last word of a span of so many words that stays within its line. */
function cut(all, first, count) {
  let last = first;
  while (last + 1 < all.length && last + 1 < first + count && all[last + 1].line === all[first].line) last += 1;
  return last;
}
