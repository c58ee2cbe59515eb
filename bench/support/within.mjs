// A promise that must not wait for ever.

/** That something took longer than it may. */
export class TooLong extends Error {
  constructor(milliseconds) {
    super(`longer than ${milliseconds / 1000} s`);
    this.milliseconds = milliseconds;
  }
}

/** The promise's outcome, or `TooLong`. */
export async function within(milliseconds, promise) {
  let timer;
  const over = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new TooLong(milliseconds)), milliseconds);
  });
  try {
    return await Promise.race([promise, over]);
  } finally {
    clearTimeout(timer);
  }
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
