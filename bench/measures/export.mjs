// Exporting everything as JSON: from the click until the finished file is handed to the browser.

/** Milliseconds and the file's size in bytes. */
export async function exportAll(page, contender) {
  await contender.toExport?.(page);
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: 120_000 }), contender.clickExport(page)]);
  await download.path();
  return page.evaluate(() => ({
    took: window.bench.exported - window.bench["last-click"],
    bytes: window.bench.exportedBytes,
  }));
}
