// A promise that must not wait for ever.

/** The promise's outcome, or an error once the time is over. */
export async function within(milliseconds, promise) {
  let timer;
  const over = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`still not done after ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([promise, over]);
  } finally {
    clearTimeout(timer);
  }
}
