// Memory after opening: what the page's JavaScript and its wasm hold, after collecting garbage.

/** Bytes. */
export async function memory(page, context) {
  const session = await context.newCDPSession(page);
  // Twice, since finalizers of the first round free more.
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  const wasm = await page.evaluate(() => window.bench.memories.reduce((sum, it) => sum + it.buffer.byteLength, 0));
  return { js: usedSize, wasm, dom: embedderHeapUsedSize, buffers: backingStorageSize };
}
