// Numbers that look random and are the same on every machine.

/** A generator with whole numbers from `below(n)`: mulberry32, a public-domain generator of 32 bits of state. */
export function seeded(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  return { below: (n) => Math.floor(next() * n) };
}
