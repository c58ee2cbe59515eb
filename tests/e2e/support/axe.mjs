// The accessibility rules of axe-core, all of them.

import axeCore from "axe-core";

/** Fails with the list of what violates a rule. */
export async function axe(page) {
  await page.evaluate(axeCore.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  if (violations.length === 0) return;
  const list = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n    ${target.join(" ")}\n    ${failureSummary}`),
  );
  throw new Error(`axe finds ${list.length} violations:\n  ${list.join("\n  ")}`);
}
