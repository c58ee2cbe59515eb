// How much text and how many mentions each size has.

/** `units` is the least length of the text in UTF-16 units; S is one article. */
export const SIZES = {
  S: { units: 2_600, mentions: 50 },
  M: { units: 100_000, mentions: 2_000 },
  L: { units: 1_000_000, mentions: 20_000 },
  XL: { units: 5_000_000, mentions: 100_000 },
};
